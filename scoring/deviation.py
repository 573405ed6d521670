"""Ballots that lie far from the others: flagged, never removed (规则第23条).

A ballot's total is compared with a base: the mean of all valid totals of the case, the mean
of the other judges' totals, or the median of all. It is flagged where the difference is more
than `over` of the unit:

    points   |d| > n
    percent  |d| * 100 > n * |base|
    sigma    d^2 > n^2 * variance      the sample's: squares over (count - 1)
    mad      |d| > n * MAD             the median of the distances from the median

Everything is exact; sigma is compared by squares, so that no root is taken. The variance and
the MAD are of the totals the base is made of: of all, or of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from scoring.ballots import Ballots
from scoring.cells import Matrix
from scoring.rules import Rounding, ScoreStage

Base = Literal["mean_of_valid", "mean_of_others", "median"]
Unit = Literal["points", "percent", "sigma", "mad"]


@dataclass(frozen=True)
class Yardstick:
    """From what, and how far is far."""

    base: Base
    over: Fraction
    unit: Unit


@dataclass(frozen=True)
class Flag:
    """One judge's total of one case that lies far from the base; all in points, exact."""

    case: str
    judge: str
    total: Fraction
    base: Fraction

    @property
    def difference(self) -> Fraction:
        """Below zero where the judge gave less than the base."""
        return self.total - self.base


def flags(
    yardstick: Yardstick, stage: ScoreStage, rounding: Rounding, matrix: Matrix
) -> tuple[Flag, ...]:
    """All flagged ballots of a stage, in the order of the matrix; also ballots that are dropped."""
    ballots = Ballots(stage, rounding, matrix)
    return tuple(
        flag for case in range(len(matrix.cases)) for flag in _of_case(yardstick, ballots, case)
    )


def _of_case(yardstick: Yardstick, ballots: Ballots, case: int) -> Iterator[Flag]:
    """Counted in whole parts of a point; all units but points are the same in any parts."""
    matrix, parts = ballots.matrix, ballots.denominator
    judges, totals = ballots.valid(case)
    over = yardstick.over * parts if yardstick.unit == "points" else yardstick.over
    others = yardstick.base == "mean_of_others"
    circle = None if others else _Circle(yardstick, over, totals)
    for at, judge in enumerate(judges):
        near = circle or _Circle(yardstick, over, totals[:at] + totals[at + 1 :])
        if near.totals and near.leaves_out(totals[at]):
            name, total = matrix.judges[judge], Fraction(totals[at], parts)
            yield Flag(matrix.cases[case], name, total, Fraction(near.base, parts))


class _Circle:
    """Around the base of some totals: what lies in it is near."""

    def __init__(self, yardstick: Yardstick, over: Fraction, totals: Sequence[int]) -> None:
        self.totals, self.unit, self.over = totals, yardstick.unit, over
        middle = median if yardstick.base == "median" else mean
        self.base = middle(totals) if totals else Fraction(0)
        self.spread = _SPREAD[yardstick.unit](self.base, totals) if totals else Fraction(0)

    def leaves_out(self, total: int) -> bool:
        distance = abs(total - self.base)
        if self.unit == "sigma":  # both sides squared: no root is taken
            return distance * distance > self.over * self.over * self.spread
        return distance > self.over * self.spread


def mean(totals: Sequence[int]) -> Fraction:
    return Fraction(sum(totals), len(totals))


def median(totals: Sequence[int]) -> Fraction:
    """The middle one, or the mean of the two middle ones."""
    return Fraction(_twice_median(totals), 2)


def _twice_median(totals: Sequence[int]) -> int:
    ordered, half = sorted(totals), len(totals) // 2
    return ordered[half] + ordered[half - 1 + len(totals) % 2]


def variance(totals: Sequence[int]) -> Fraction:
    """Of the sample: the squares of the distances from the mean over (count - 1); zero for one."""
    count, whole = len(totals), sum(totals)
    squares = count * sum(total * total for total in totals) - whole * whole
    return Fraction(squares, count * max(count - 1, 1))


def mad(totals: Sequence[int]) -> Fraction:
    """The median of the distances from the median."""
    centre = _twice_median(totals)
    return Fraction(_twice_median([abs(2 * total - centre) for total in totals]), 4)


_SPREAD: Mapping[Unit, Callable[[Fraction, Sequence[int]], Fraction]] = {
    "points": lambda _base, _totals: Fraction(1),
    "percent": lambda base, _totals: Fraction(abs(base), 100),
    "sigma": lambda _base, totals: variance(totals),
    "mad": lambda _base, totals: mad(totals),
}
