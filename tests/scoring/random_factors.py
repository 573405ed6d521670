"""Sums of what is left, and factors: drawn apart, so that the rest of a seed stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

from scoring.chain_rules import Factor
from scoring.inputs import Amount
from scoring.rules import Aggregation, Rules, ScoreStage, Text

MEASURES = ("dd", "base")
SIZES = [Fraction(0), Fraction(1), Fraction(32, 10), Fraction(17, 10), Fraction(125, 1000)]


def with_sums(pick: Random, rules: Rules) -> Rules:
    """Some of the score stages have the sum of what is left."""
    voted = {one.key for one in rules.chain if one.kind != "score"}
    forms = {one.key: one if one.key in voted else _summed(pick, one) for one in rules.stages}
    chain = tuple(
        replace(one, form=forms[one.key]) if one.form else one for one in rules.chain
    )  # fmt: skip
    return replace(rules, stages=tuple(forms.values()), chain=chain)


def _summed(pick: Random, form: ScoreStage) -> ScoreStage:
    if pick.random() < 0.75 or form.aggregation.of == "judge":
        return form
    high, low = pick.choice([(1, 1), (1, 0), (2, 2), (0, 1)])
    start = high + low + pick.randrange(1, 4)
    of = pick.choice(["total", "criterion"])
    how = Aggregation("trimmed_sum", high, low, start, of, pick.random() < 0.6)  # type: ignore[arg-type]
    return replace(form, aggregation=how, judge_adjust=())


def with_factors(pick: Random, rules: Rules) -> Rules:
    """Some of the score stages, or single criteria in them, are multiplied by something."""
    voted = {one.key for one in rules.chain if one.kind != "score"}
    found = tuple(
        factor
        for form in rules.stages
        if form.key not in voted and pick.random() < 0.4
        for factor in _factors(pick, form)
    )
    return replace(rules, factors=found)


def _factors(pick: Random, form: ScoreStage) -> Iterable[Factor]:
    how = form.aggregation
    each = not form.judge_adjust and (not how.trims or how.of == "criterion")
    keys = [form.criteria[at].key for at in form.counted] if each else []
    for at in range(pick.choice([1, 1, 2, 3])):
        measure = pick.choice(["", *MEASURES])
        yield Factor(
            f"f{at}", Text(en=f"f{at}"), form.key,
            pick.choice([*keys, ""]), measure, 0 if measure else pick.choice([60, 267]), 2,
            pick.random() < 0.4,
        )  # fmt: skip


def with_measures(
    pick: Random, cases: Iterable[str], known: Mapping[str, Mapping[str, Amount]]
) -> dict[str, dict[str, Amount]]:
    """What was measured of each case, now and then not all of it."""
    return {
        case: {**known.get(case, {}),
               **{name: pick.choice(SIZES) for name in MEASURES if pick.random() < 0.93}}
        for case in cases
    }  # fmt: skip
