"""File names, made of our own ids only: what others typed never becomes a path."""

from __future__ import annotations

import re

_OURS = re.compile(r"[^a-z0-9]+")
_LONGEST = 40


def slug(text: str) -> str:
    """Lower-case ASCII letters, digits and hyphens; never empty, never a device name.

    >>> slug("../../J01 (b)")
    'j01-b'
    """
    short = _OURS.sub("-", text.lower())[:_LONGEST].strip("-")
    # Windows opens CON, AUX, COM1 ... as devices, whatever the folder.
    reserved = re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)", short)
    return f"x-{short}" if reserved else short or "x"


def stamp(at: str) -> str:
    """A clock text as a part of a file name: `2026-11-23T16:09:59+08:00` -> `20261123-160959`."""
    digits = re.sub(r"\D", "", at[:19])
    return f"{digits[:8]}-{digits[8:14]}"
