"""What a case's numbers are multiplied by before they are rounded: a difficulty, a base value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.aggregate import Count
from scoring.chain_rules import Factor
from scoring.inputs import Amount
from scoring.points import rounded
from scoring.result import CaseScore
from scoring.rules import Rounding, Rules

Measures = Mapping[str, Amount]  # of one case, by name


@dataclass(frozen=True)
class Times:
    """One multiplication: by what, and what went in (rounded where the rule says so)."""

    factor: Factor
    number: Fraction
    before: Fraction

    @property
    def after(self) -> Fraction:
        return self.before * self.number


@dataclass(frozen=True)
class Part:
    """What one criterion (`key`; empty: the whole stage) gives: its own number, what it was
    multiplied by step by step, and what was made of it.
    """

    key: str
    start: Fraction
    steps: tuple[Times, ...]
    value: Fraction


def number_of(factor: Factor, measures: Measures) -> Fraction | None:
    """What a factor is for a case; None where nobody has recorded it."""
    if not factor.measure:
        return Fraction(factor.value, 10**factor.decimals)
    found = measures.get(factor.measure)
    return None if found is None else Fraction(found)


def lacking(factors: Sequence[Factor], measures: Measures) -> tuple[str, ...]:
    """The measures that a case is to be multiplied by and does not have."""
    lost = (one.measure for one in factors if number_of(one, measures) is None)
    return tuple(dict.fromkeys(lost))


def multiplied(
    key: str, start: Fraction, factors: Sequence[Factor], measures: Measures, rounding: Rounding
) -> Part:
    """A value times its factors, one after another; none of them may be lacking."""
    value, steps = start, []
    for factor in factors:
        number = number_of(factor, measures)
        assert number is not None  # asked before
        before = _published(value, rounding) if factor.rounded else value
        steps.append(Times(factor, number, before))
        value = steps[-1].after
    return Part(key, start, tuple(steps), value)


def _published(value: Fraction, rounding: Rounding) -> Fraction:
    return Fraction(rounded(value, rounding), 10**rounding.places)


def parts_of(
    rules: Rules, stage: str, count: Count, case: int, measures: Measures
) -> tuple[Part, ...]:
    """What each criterion of a case adds, where any of them has a factor in this stage."""
    judges, _ = count.ballots.valid(case)
    found = (
        multiplied(key, addend, rules.factors_of(stage, key), measures, count.rounding)
        for key, addend in count.addends(case, judges).items()
    )
    return tuple(replace(one, value=count.rounded_addend(one.value)) for one in found)


def by_criterion(
    rules: Rules, stage: str, count: Count, measures: Mapping[str, Measures]
) -> tuple[CaseScore, ...]:
    """The scores of a stage where criteria have factors."""
    return tuple(
        _factored(rules, stage, count, at, measures.get(one.case, {}), one)
        for at, one in enumerate(count.scores())
    )


def _factored(
    rules: Rules, stage: str, count: Count, at: int, mine: Measures, one: CaseScore
) -> CaseScore:
    if one.value is None:
        return one
    if lacking([factor for factor in rules.factors if factor.stage == stage], mine):
        return without_factor(one)
    value = sum((part.value for part in parts_of(rules, stage, count, at, mine)), Fraction(0))
    return replace(one, value=value, published=rounded(value, count.rounding))


def without_factor(one: CaseScore) -> CaseScore:
    """A case that lacks a number to be multiplied by has no score: nothing is guessed."""
    return replace(one, value=None, published=None, dropped=(), unranked="no_factor")


def of_stage(
    rules: Rules, stage: str, one: CaseScore, mine: Measures, rounding: Rounding
) -> CaseScore:
    """The score of a case times the factors of its stage."""
    factors = rules.factors_of(stage)
    if one.value is None or not factors:
        return one
    if lacking(factors, mine):
        return without_factor(one)
    value = multiplied("", one.value, factors, mine, rounding).value
    return replace(one, value=value, published=rounded(value, rounding))
