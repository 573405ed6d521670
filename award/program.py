"""Which program this is."""

from __future__ import annotations


def program_version() -> str:
    """The installed version; `0` where the program runs from a bare tree."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("pingxuan")
    except PackageNotFoundError:
        return "0"
