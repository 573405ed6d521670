"""One small model for every chart: rows on a common axis, each with marks on it.

Shapes alone tell marks apart; colour only helps. Values are exact until they are drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Shape = Literal["dot", "ring", "tick", "range", "box", "diamond", "square", "triangle", "bar"]
POINTS: tuple[Shape, ...] = ("diamond", "square", "triangle", "ring")
"""Shapes for several series on one row, in this order."""


@dataclass(frozen=True)
class Mark:
    """A shape at a value; `range`, `box` and `bar` go from `at` to `to`."""

    shape: Shape
    at: Fraction
    to: Fraction | None = None


@dataclass(frozen=True)
class Row:
    """One line of a chart: what it is called, its marks, and a number at its end."""

    label: str
    marks: tuple[Mark, ...]
    value: str = ""


@dataclass(frozen=True)
class Chart:
    """`lines` are (row, words): a line drawn before that row, such as the end of a tier."""

    title: str
    low: int
    high: int
    rows: tuple[Row, ...]
    legend: tuple[tuple[Shape, str], ...] = ()
    lines: tuple[tuple[int, str], ...] = ()

    def part(self, first: int, last: int) -> Chart:
        """The rows from `first` to before `last`, on the same axis."""
        lines = tuple((at - first, text) for at, text in self.lines if first < at <= last)
        return Chart(self.title, self.low, self.high, self.rows[first:last], self.legend, lines)

    def parts(self, size: int) -> list[Chart]:
        """The chart in pieces of at most `size` rows, so that a page can hold each."""
        return [
            self.part(at, min(at + size, len(self.rows))) for at in range(0, len(self.rows), size)
        ]

    def ticks(self) -> list[int]:
        """Where the axis has numbers: four to nine round ones."""
        span = max(self.high - self.low, 1)
        steps = (size * 10**power for power in range(7) for size in (1, 2, 5))
        step = next(step for step in steps if span // step <= 8)
        return list(range(-(-self.low // step) * step, self.high + 1, step))
