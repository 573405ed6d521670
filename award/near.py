"""The awards that lie here: in this folder's own folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from award.folder import CONFIG, DATABASE

MOST = 500  # entries of a folder that are looked at


def is_award(folder: Path) -> bool:
    return all((folder / name).is_file() for name in (CONFIG, DATABASE))


def awards_near(folder: Path) -> tuple[Path, ...]:
    """The awards directly below a folder, by name; what cannot be read is passed over."""
    return tuple(sorted(one for one in _entries(folder) if is_award(one)))


def is_empty(folder: Path) -> bool:
    """Nothing lies in it, or it is not there."""
    return not any(True for _ in _entries(folder))


def _entries(folder: Path) -> Iterator[Path]:
    try:
        yield from (one for _, one in zip(range(MOST), folder.iterdir(), strict=False))
    except OSError:
        return
