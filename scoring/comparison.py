"""Two outcomes side by side: who moves in rank, score or tier. And three methods side by side.

Informational: nothing here decides. All values are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from scoring.cells import Matrix
from scoring.compute import compute
from scoring.points import format_fixed
from scoring.result import Decision, DecisionError, Outcome
from scoring.robustness import Firmness, firmness
from scoring.rules import Aggregation, CountMethod, Rules, ScoreStage

METHODS: tuple[CountMethod, ...] = ("mean", "median", "trimmed_mean")
USUAL_TRIM = Aggregation("trimmed_mean", high=1, low=1, start=3)
"""What is shown for rules that do not trim: one highest, one lowest, from three ballots."""


@dataclass(frozen=True)
class Seat:
    """Where a case stands: `score` as published, empty where it is not ranked."""

    rank: int | None
    score: str
    tier: str


@dataclass(frozen=True)
class Move:
    """A case that stands elsewhere; None where it is in only one of the two."""

    case: str
    before: Seat | None
    after: Seat | None

    def changed(self, part: str) -> bool:
        """Whether `rank`, `score` or `tier` is not as it was."""
        return getattr(self.before, part, None) != getattr(self.after, part, None)


@dataclass(frozen=True)
class Shift:
    """One tier: who would come in and who would go out."""

    tier: str
    entering: tuple[str, ...]
    leaving: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The award under each method; `own` is the method of the rules, whose outcome is `outcome`.

    `firmness` has the spread and the range of ranks of every ranked case, under the rules.
    """

    own: CountMethod
    outcome: Outcome
    others: Mapping[CountMethod, Outcome]
    firmness: Mapping[str, Firmness]


def seats(outcome: Outcome, places: int) -> dict[str, Seat]:
    """Where every case stands, by case, in the order of the outcome."""
    return {
        one.case: Seat(
            one.rank,
            "" if one.score.published is None else format_fixed(one.score.published, places),
            one.tier,
        )
        for one in outcome.standings
    }


def moves(before: Mapping[str, Seat], after: Mapping[str, Seat]) -> tuple[Move, ...]:
    """Every case that stands elsewhere, in the order of `after`; those that are gone last."""
    cases = (*after, *(case for case in before if case not in after))
    found = (Move(case, before.get(case), after.get(case)) for case in cases)
    return tuple(one for one in found if one.before != one.after)


def shifts(
    tiers: Iterable[str], before: Mapping[str, Seat], after: Mapping[str, Seat]
) -> tuple[Shift, ...]:
    """Where the award line moves: every tier that does not have the same cases."""
    found = (_shift(tier, before, after) for tier in tiers)
    return tuple(one for one in found if one.entering or one.leaving)


def _shift(tier: str, before: Mapping[str, Seat], after: Mapping[str, Seat]) -> Shift:
    was = [case for case, seat in before.items() if seat.tier == tier]
    now = [case for case, seat in after.items() if seat.tier == tier]
    entering = tuple(case for case in now if case not in was)
    return Shift(tier, entering, tuple(case for case in was if case not in now))


def settle(
    rules: Rules, matrix: Matrix, decisions: Sequence[Decision]
) -> tuple[Outcome, tuple[Decision, ...]]:
    """The outcome with those decisions that still decide something, and the others.

    For trying out other rules: a committee's word on a tie that is no tie any more is left
    out and told.
    """
    kept = list(decisions)
    idle: list[Decision] = []
    while True:
        try:
            return compute(rules, matrix, kept), tuple(idle)
        except DecisionError as error:
            fault = next(one for one in kept if error.names in {one.cases, (one.judge,)})
            kept.remove(fault)
            idle.append(fault)


def with_aggregation(rules: Rules, change: Callable[[Aggregation], Aggregation]) -> Rules:
    """The same rules where every score stage puts its ballots together in another way."""
    stages = tuple(
        replace(stage, aggregation=change(stage.aggregation))
        if isinstance(stage, ScoreStage)
        else stage
        for stage in rules.stages
    )
    return replace(rules, stages=stages)


def by_method(rules: Rules, method: CountMethod) -> Rules:
    """The same rules with another method. Rules that trim keep their own way of trimming."""

    def change(how: Aggregation) -> Aggregation:
        if how.method == method:
            return how
        return USUAL_TRIM if method == "trimmed_mean" else Aggregation(method)

    return with_aggregation(rules, change)


def compare(
    rules: Rules, matrix: Matrix, outcome: Outcome, decisions: Sequence[Decision] = ()
) -> Comparison:
    """The award as it stands (`outcome`), and under each of METHODS."""
    others = {method: settle(by_method(rules, method), matrix, decisions)[0] for method in METHODS}
    drawn = next((one.judge for one in decisions if one.judge), "")
    own = rules.stage.aggregation.method
    return Comparison(own, outcome, others, firmness(rules, matrix, drawn))
