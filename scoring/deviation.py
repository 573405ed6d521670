"""Ballots that lie far from the others: flagged, never removed (规则第23条).

A ballot's total is compared with a base: the mean of all valid totals of the case, the mean
of the other judges' totals, or the median of all. It is flagged where the difference is more
than `over` of the unit:

    points   |d| > n
    percent  |d| * 100 > n * |base|
    sigma    d^2 > n^2 * variance      the sample's: squares over (count - 1)
    mad      |d| > n * MAD             the median of the distances from the median

Everything is a fraction; sigma is compared by squares, so that no root is taken. The variance
and the MAD are of the totals the base is made of: of all, or of the others.
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
Totals = Sequence[Fraction]


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
    judges, numbers = ballots.valid(case)
    totals = [Fraction(number, ballots.denominator) for number in numbers]
    for at, judge in enumerate(judges):
        compared = totals
        if yardstick.base == "mean_of_others":
            compared = totals[:at] + totals[at + 1 :]
        if not compared:
            continue  # nobody to compare with
        base = median(compared) if yardstick.base == "median" else mean(compared)
        if is_far(yardstick, totals[at] - base, base, compared):
            matrix = ballots.matrix
            yield Flag(matrix.cases[case], matrix.judges[judge], totals[at], base)


def is_far(yardstick: Yardstick, difference: Fraction, base: Fraction, compared: Totals) -> bool:
    """Whether a total that differs so much from the base of the `compared` totals is flagged."""
    return _FAR[yardstick.unit](difference, yardstick.over, base, compared)


def mean(totals: Totals) -> Fraction:
    return sum(totals, Fraction(0)) / len(totals)


def median(totals: Totals) -> Fraction:
    """The middle one, or the mean of the two middle ones."""
    ordered, half = sorted(totals), len(totals) // 2
    return ordered[half] if len(totals) % 2 else (ordered[half - 1] + ordered[half]) / 2


def variance(totals: Totals) -> Fraction:
    """Of the sample; zero for a single total."""
    centre = mean(totals)
    squares = sum(((one - centre) ** 2 for one in totals), Fraction(0))
    return squares / max(len(totals) - 1, 1)


def mad(totals: Totals) -> Fraction:
    """The median of the distances from the median."""
    centre = median(totals)
    return median([abs(one - centre) for one in totals])


_FAR: Mapping[Unit, Callable[[Fraction, Fraction, Fraction, Totals], bool]] = {
    "points": lambda d, over, _base, _totals: abs(d) > over,
    "percent": lambda d, over, base, _totals: abs(d) * 100 > over * abs(base),
    "sigma": lambda d, over, _base, totals: d * d > over * over * variance(totals),
    "mad": lambda d, over, _base, totals: abs(d) > over * mad(totals),
}
