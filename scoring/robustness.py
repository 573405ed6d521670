"""How firm each rank is: leave one judge out at a time and see where the case would stand.

Informational: it decides nothing. Exact all the same. The work is judges x cases x ballots,
about a fifth of a second for 200 cases and 50 judges.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.aggregate import Count
from scoring.cells import Matrix
from scoring.points import rounded
from scoring.rules import Rules

Values = dict[int, Fraction | int]  # by case


@dataclass(frozen=True)
class Firmness:
    """The best and the worst rank of a case over all ways to leave out one judge or nobody.

    Equal numbers cover all the ranks they share, before any tie step. `spread` is the
    highest minus the lowest total among the valid ballots, in points.
    """

    best: int
    worst: int
    spread: Fraction


def firmness(rules: Rules, matrix: Matrix, drawn: str = "") -> dict[str, Firmness]:
    """The firmness of every ranked case.

    Only ranked cases take part. The minimum number of ballots is not applied again, and a
    judge left out whole by the rules stays the same; a case whose only ballot is left out
    is skipped in that comparison.
    """
    count = Count(rules.stage, rules.rounding, matrix, drawn)
    ranked = [at for at, score in enumerate(count.scores()) if score.value is not None]
    found: dict[int, list[tuple[int, int]]] = {case: [] for case in ranked}
    for values in _comparisons(rules, count, ranked):
        for case, span in _spans(values).items():
            found[case].append(span)
    return {matrix.cases[case]: _firmness(count, case, spans) for case, spans in found.items()}


def _firmness(count: Count, case: int, spans: list[tuple[int, int]]) -> Firmness:
    _, totals = count.ballots.valid(case)
    spread = Fraction(max(totals) - min(totals), count.ballots.denominator)
    return Firmness(min(best for best, _ in spans), max(worst for _, worst in spans), spread)


def _comparisons(rules: Rules, count: Count, ranked: list[int]) -> Iterator[Values]:
    """The values that rank, with everybody and then without each judge."""
    for judge in (None, *range(len(count.matrix.judges))):
        values = {case: _value(rules, count, case, judge) for case in ranked}
        yield {case: value for case, value in values.items() if value is not None}


def _value(rules: Rules, count: Count, case: int, without: int | None) -> Fraction | int | None:
    judges, totals = count.ballots.valid(case)
    if without in judges:
        at = judges.index(without)
        judges, totals = judges[:at] + judges[at + 1 :], totals[:at] + totals[at + 1 :]
    if not judges:
        return None
    value, _ = count.value(case, judges, totals)
    rounding = rules.rounding
    return value if rules.rank_exact else rounded(value, rounding)


def _spans(values: Mapping[int, Fraction | int]) -> dict[int, tuple[int, int]]:
    """The first and the last rank each value covers."""
    rising = sorted(values.values())
    total = len(rising)
    return {
        case: (1 + total - bisect_right(rising, value), total - bisect_left(rising, value))
        for case, value in values.items()
    }
