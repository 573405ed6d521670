"""A bar on stderr for what takes longer than a second; nothing where no person looks."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from words import say
from words.text import width

PATIENCE = 1.0  # seconds before anything is shown
BETWEEN = 0.1  # seconds between two drawings
CELLS = 30
WHOLE = 1000

Progress = Callable[[int], None]


@contextmanager
def bar(key: str) -> Iterator[Progress]:
    """What to tell the thousandths to; `key` names the sentence in front of the bar."""
    shown = _Bar(say(key)) if sys.stderr.isatty() else None
    try:
        yield shown.at if shown else _nothing
    finally:
        if shown:
            shown.clear()


def _nothing(_thousandths: int) -> None:
    return


class _Bar:
    def __init__(self, title: str) -> None:
        self.title = title
        self.next = time.monotonic() + PATIENCE
        self.drawn = 0

    def at(self, thousandths: int) -> None:
        now = time.monotonic()
        if now < self.next:
            return
        self.next = now + BETWEEN
        full = CELLS * thousandths // WHOLE
        line = f"{self.title} [{'#' * full}{'.' * (CELLS - full)}] {thousandths // 10:>3}%"
        self.drawn = width(line)
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()

    def clear(self) -> None:
        if self.drawn:
            sys.stderr.write("\r" + " " * self.drawn + "\r")
            sys.stderr.flush()
