"""The declared order of case numbers and judge ids: as people count, `9` before `10`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
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


def in_order(things: Iterable[T], number: Callable[[T], str]) -> list[T]:
    """By their numbers as `natural` orders them; ten thousand plain numbers in a moment.

    >>> in_order(["10", "9", "J1"], str)
    ['9', '10', 'J1']
    """
    found = list(things)
    numbers = list(map(number, found))
    alike = len(set(map(len, numbers))) == 1 and "".join(numbers).isascii()
    if alike and "".join(numbers).isdecimal():  # of one length: spelled as they are counted
        return sorted(found, key=number)
    return sorted(found, key=lambda one: natural(number(one)))
