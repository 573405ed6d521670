"""The named steps that part tied cases: what each compares. Higher is better in all of them.

Definitions with formulas: docs/scoring.md. None of them depends on the order of judges or
cases. A step that has no value for one of the tied cases parts none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import lcm

from scoring.aggregate import Count
from scoring.methods import mean, median
from scoring.points import round_to
from scoring.result import CaseScore
from scoring.rules import Rules, TieKind, TieStep

Values = dict[int, Fraction]  # by case


@dataclass(frozen=True)
class Bench:
    """What the steps look at: the counting, and the scores it gave."""

    rules: Rules
    count: Count
    scores: Sequence[CaseScore]

    def shown(self, value: Fraction) -> Fraction:
        """As it would be published, unless the rules rank on exact values."""
        if self.rules.rank_exact:
            return value
        places = self.rules.rounding.places
        return Fraction(round_to(value, places, self.rules.rounding.mode), 10**places)

    def points(self, total: int, count: int = 1) -> Fraction:
        return Fraction(total, count * self.count.ballots.denominator)


def criterion_mean(count: Count, case: int, key: str) -> Fraction | None:
    """The mean of one criterion over the ballots kept for the case, exact, in points.

    Where equal totals leave open which ballot is the dropped one, each of them counts in
    equal part, so that the order of the judges decides nothing. None where it applies to
    none of them or is not counted.
    """
    columns = [c for c in count.ballots.columns if count.matrix.criteria[c] == key]
    if not columns:
        return None
    judges, totals = count.ballots.valid(case)
    unit = 10**count.stage.decimals
    if count.by_criterion(len(judges)):
        kept = count.column(case, columns[0], judges).kept
        return Fraction(kept.total, kept.count * unit) if kept.count else None
    parts = kept_parts(count, judges, totals)
    pairs = [(parts[judge], p) for judge, p in count.ballots.column(case, columns[0], judges)]
    weight = sum(part for part, _ in pairs)
    return Fraction(sum(part * p for part, p in pairs), weight * unit) if weight else None


def kept_parts(count: Count, judges: list[int], totals: list[int]) -> Mapping[int, int]:
    """How much of each valid ballot was kept, by judge, as whole parts of the same size.

    All or nothing, but where k of m equal totals were dropped each of the m has kept
    (m - k) / m: the parts are so small that this is a whole number of them.
    """
    left_out = count.keep(judges, totals).left_out
    if count.how.of == "judge":
        return {judge: int(at not in left_out) for at, judge in enumerate(judges)}
    given, gone = Counter(totals), Counter(totals[at] for at in left_out)
    whole = lcm(*(given[total] for total in gone))
    share = {total: whole * (given[total] - gone[total]) // given[total] for total in given}
    return {judge: share[total] for judge, total in zip(judges, totals, strict=True)}


def by_criterion(bench: Bench, cases: Sequence[int], key: str) -> Values:
    """The mean of criterion `key` over the kept ballots, as published."""
    means = {case: criterion_mean(bench.count, case, key) for case in cases}
    return {case: bench.shown(value) for case, value in means.items() if value is not None}


def by_mean(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """The mean of all valid ballots, nothing dropped, as published."""
    kept = {case: mean(bench.count.ballots.valid(case)[1], bench.count.how) for case in cases}
    return {case: bench.shown(bench.points(k.total, k.count)) for case, k in kept.items()}


def by_median(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """The median of all valid ballots, as published."""
    kept = {case: median(bench.count.ballots.valid(case)[1], bench.count.how) for case in cases}
    return {case: bench.shown(bench.points(k.total, k.count)) for case, k in kept.items()}


def by_high_count(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """How many judges gave the case the highest total that any of the tied cases got."""
    totals = {case: bench.count.ballots.valid(case)[1] for case in cases}
    highest = max(max(given) for given in totals.values())
    return {case: Fraction(given.count(highest)) for case, given in totals.items()}


def by_head_to_head(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """Duels won against the other tied cases; a drawn duel counts half for both.

    A duel is won by the case that more of the judges with a valid ballot for both put
    higher.
    """
    rows = {case: bench.count.ballots.row(case) for case in cases}
    halves = dict.fromkeys(cases, 0)
    for one, other in combinations(cases, 2):
        lead = _lead(rows[one], rows[other])
        halves[one] += 1 + (lead > 0) - (lead < 0)
        halves[other] += 1 + (lead < 0) - (lead > 0)
    return {case: Fraction(wins, 2) for case, wins in halves.items()}


def _lead(one: Sequence[int | None], other: Sequence[int | None]) -> int:
    """Judges who put `one` above `other`, minus those who put it below."""
    both = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return sum((a > b) - (a < b) for a, b in both)


def by_more_decimals(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """The exact value behind the published one."""
    values = {case: bench.scores[case].value for case in cases}
    return {case: value for case, value in values.items() if value is not None}


STEPS: Mapping[TieKind, Callable[[Bench, Sequence[int], str], Values]] = {
    "criterion": by_criterion,
    "mean": by_mean,
    "median": by_median,
    "high_count": by_high_count,
    "head_to_head": by_head_to_head,
    "more_decimals": by_more_decimals,
}


def compare(bench: Bench, step: TieStep, cases: Sequence[int]) -> Values:
    """What `step` compares, per tied case (`decision` and the steps of a chain are elsewhere)."""
    return STEPS[step.kind](bench, cases, step.key)
