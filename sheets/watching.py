"""How far a long reading is, for whoever shows it; nobody is asked and nothing waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
Progress = Callable[[int], None]
"""Told how many thousandths of all files are read; the number never falls."""

WHOLE = 1000
EVERY = 256  # rows between two tellings


class Watch:
    """The part of one file in the whole, in bytes, and how much of that file is done."""

    def __init__(self, tell: Progress | None = None) -> None:
        self._tell = tell
        self._before = self._size = 0
        self._total = 1
        self._told = -1

    def file(self, before: int, size: int, total: int) -> None:
        """From here on a file of `size` is read, after `before` of `total` bytes."""
        self._before, self._size, self._total = before, size, max(total, 1)
        self.at(0, 1)

    def at(self, done: int, of: int) -> None:
        """This much of the file is read."""
        part = self._size * min(done, of) // max(of, 1)
        now = min(WHOLE * (self._before + part) // self._total, WHOLE)
        if self._tell and now > self._told:
            self._told = now
            self._tell(now)

    def over(self, items: Iterable[T], count: int, half: int) -> Iterator[T]:
        """The items, told as they pass; they are the first or second `half` (0, 1) of the work."""
        for number, item in enumerate(items):
            if count and number % EVERY == 0:
                self.at(half * count + min(number, count), 2 * count)
            yield item
