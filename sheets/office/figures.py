"""What the charts show beside the scores: means by tier, and how each judge's totals lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sheets.office.view import Line, View


@dataclass(frozen=True)
class Spread:
    """How one judge's ballot totals lie; quartiles between neighbours are interpolated."""

    low: Fraction
    lower: Fraction
    middle: Fraction
    upper: Fraction
    high: Fraction
    mean: Fraction


def profiles(view: View) -> list[tuple[str, list[Fraction | None]]]:
    """The mean of each criterion over the cases of each tier, and over all cases."""
    groups = [
        (view.name(tier), [line for line in view.lines if line.place.tier == tier.key])
        for tier in view.sheet.tiers
    ]
    groups.append((view.say("all_cases"), list(view.lines)))
    return [(name, _profile(view, lines)) for name, lines in groups if lines]


def _profile(view: View, lines: Sequence[Line]) -> list[Fraction | None]:
    return [mean_of(line.means[at] for line in lines) for at in range(len(view.criteria))]


def mean_of(values: Iterable[Fraction | None]) -> Fraction | None:
    """The mean of those that are there; None where there are none."""
    have = [value for value in values if value is not None]
    return sum(have, Fraction(0)) / len(have) if have else None


def spreads(view: View) -> list[Spread | None]:
    """For each judge; None for one without a valid ballot."""
    columns = zip(*(line.ballots for line in view.lines), strict=True)
    totals = ([cell.total for cell in column if cell.total is not None] for column in columns)
    return [spread_of(column) for column in totals]


def spread_of(totals: Sequence[Fraction]) -> Spread | None:
    """
    >>> spread_of([Fraction(1), Fraction(3)]).middle
    Fraction(2, 1)
    """
    if not totals:
        return None
    rising = sorted(totals)
    low, lower, middle, upper, high = (_quantile(rising, quarter) for quarter in range(5))
    return Spread(low, lower, middle, upper, high, sum(rising, Fraction(0)) / len(rising))


def _quantile(rising: Sequence[Fraction], quarter: int) -> Fraction:
    whole, rest = divmod((len(rising) - 1) * quarter, 4)
    above = rising[min(whole + 1, len(rising) - 1)]
    return rising[whole] + (above - rising[whole]) * Fraction(rest, 4)


def floor_of(values: Iterable[Fraction], step: int = 5) -> int:
    """Where an axis begins: a multiple of `step` a little below the lowest value."""
    lowest = min(values, default=Fraction(step))
    floor = int((lowest - step * Fraction(2, 5)) // step * step)
    return max(floor, 0) if lowest >= 0 else floor
