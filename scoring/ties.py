"""The named steps that part tied cases: what each compares. Higher is better in all of them.

Definitions with formulas: docs/scoring.md. None of them depends on the order of judges or
cases. A step that has no value for one of the tied cases parts none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from scoring.aggregate import Count
from scoring.methods import parts_kept
from scoring.points import rounded
from scoring.result import CaseScore
from scoring.rules import JUDGE_UNIT, Aggregation, CountMethod, Rules, TieKind, TieStep

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
        rounding = self.rules.rounding
        return Fraction(rounded(value, rounding), 10**rounding.places)

    def of_all(self, case: int, method: CountMethod) -> Fraction:
        """What a method makes of all valid ballots of a case, nothing dropped, as published."""
        kept = self.count.combine(Aggregation(method), *self.count.ballots.valid(case))
        return self.shown(Fraction(kept.total, kept.count * self.count.ballots.denominator))

    @cached_property
    def weights(self) -> Sequence[int]:
        """What each judge counts for where judges are counted, in 1/JUDGE_UNIT."""
        return self.count.weights or [JUDGE_UNIT] * len(self.count.matrix.judges)


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
        return count.column_mean(case, columns[0], judges)
    parts = kept_parts(count, judges, totals)
    pairs = [(parts[judge], p) for judge, p in count.ballots.column(case, columns[0], judges)]
    weight = sum(part for part, _ in pairs)
    return Fraction(sum(part * p for part, p in pairs), weight * unit) if weight else None


def kept_parts(count: Count, judges: list[int], totals: list[int]) -> Mapping[int, int]:
    """How much of each valid ballot enters, by judge, as whole parts of the same size: the part
    that was kept (see `methods.parts_kept`) times the judge's weight.
    """
    left_out = count.keep(judges, totals).left_out
    if count.how.of == "judge":
        parts = [int(at not in left_out) for at in range(len(judges))]
    else:
        _, parts = parts_kept(totals, left_out)
    weights = count.weights
    return {judge: part * (weights[judge] if weights else 1)
            for judge, part in zip(judges, parts, strict=True)}  # fmt: skip


def by_criterion(bench: Bench, cases: Sequence[int], key: str) -> Values:
    """The mean of criterion `key` over the kept ballots, as published."""
    means = {case: criterion_mean(bench.count, case, key) for case in cases}
    return {case: bench.shown(value) for case, value in means.items() if value is not None}


def by_mean(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """The mean of all valid ballots, nothing dropped, as published."""
    return {case: bench.of_all(case, "mean") for case in cases}


def by_median(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """The median of all valid ballots, as published."""
    return {case: bench.of_all(case, "median") for case in cases}


def by_high_count(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """How many judges gave the case the highest total that any of the tied cases got; a judge
    with a weight counts for it.
    """
    given = {case: bench.count.ballots.valid(case) for case in cases}
    highest = max(max(totals) for _, totals in given.values())
    return {
        case: Fraction(sum(bench.weights[judge] for judge, total in zip(*both, strict=True)
                           if total == highest), JUDGE_UNIT)
        for case, both in given.items()
    }  # fmt: skip


def by_head_to_head(bench: Bench, cases: Sequence[int], _key: str) -> Values:
    """Duels won against the other tied cases; a drawn duel counts half for both.

    A duel is won by the case that more of the judges with a valid ballot for both put
    higher.
    """
    rows = {case: bench.count.ballots.row(case) for case in cases}
    halves = dict.fromkeys(cases, 0)
    for one, other in combinations(cases, 2):
        lead = _lead(rows[one], rows[other], bench.weights)
        halves[one] += 1 + (lead > 0) - (lead < 0)
        halves[other] += 1 + (lead < 0) - (lead > 0)
    return {case: Fraction(wins, 2) for case, wins in halves.items()}


def _lead(one: Sequence[int | None], other: Sequence[int | None], weights: Sequence[int]) -> int:
    """Judges who put `one` above `other`, minus those who put it below, with their weights."""
    marks = zip(one, other, weights, strict=True)
    both = [(a, b, weight) for a, b, weight in marks if a is not None and b is not None]
    return sum(((a > b) - (a < b)) * weight for a, b, weight in both)


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
