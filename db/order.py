"""The declared order of case numbers and judge ids: as people count, `9` before `10`."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"([0-9]+)")


def natural(number: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A sort key: runs of digits by value, other text by code point, then the whole text.

    >>> sorted(["J10", "J9", "007", "10", "7"], key=natural)
    ['007', '7', '10', 'J9', 'J10']
    """
    if number.isascii() and number.isdecimal():  # nearly always; ten thousand cases are sorted
        return ((0, int(number), ""),), number
    parts = _DIGITS.split(number)
    return tuple((0, int(p), "") if p.isdecimal() else (1, 0, p) for p in parts if p), number
