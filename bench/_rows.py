"""What a measurement reports, and how it is printed."""

from __future__ import annotations

import statistics
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One line. `seconds` is a median; `ratio` is against the line named in `note`."""

    what: str
    seconds: float | None = None
    ratio: float | None = None
    megabytes: float | None = None
    note: str = ""


def times(work: Callable[[], object], runs: int = 5) -> list[float]:
    """Seconds of each run, after one that is not counted."""
    work()
    return [_once(work) for _ in range(runs)]


def _once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], object], runs: int = 5) -> float:
    """The median seconds of several runs."""
    return statistics.median(times(work, runs))


HEADINGS = ("what", "time", "ratio", "memory", "note")


def table(name: str, rows: Sequence[Row]) -> str:
    """The rows of one bench as aligned text."""
    lines = [HEADINGS, *map(_texts, rows)]
    widths = [max(_width(line[at]) for line in lines) for at in range(4)]
    return "\n".join([f"{name}", *("  " + _join(line, widths) for line in lines)])


def _texts(row: Row) -> tuple[str, ...]:
    return (
        row.what,
        "" if row.seconds is None else _seconds(row.seconds),
        "" if row.ratio is None else f"{row.ratio:.2f} x",
        "" if row.megabytes is None else f"{row.megabytes:.0f} MB",
        row.note,
    )


def _seconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def _join(line: Sequence[str], widths: Sequence[int]) -> str:
    first = line[0] + " " * (widths[0] - _width(line[0]))
    rest = [" " * (w - _width(text)) + text for text, w in zip(line[1:4], widths[1:], strict=True)]
    return "  ".join([first, *rest, line[4]]).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
