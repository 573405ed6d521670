"""Two outcomes side by side: who moves in rank, score or tier. And three methods side by side.

Informational: nothing here decides. All values are exact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from scoring.cells import Matrix
from scoring.compute import compute_award
from scoring.inputs import AwardInputs, CaseFacts
from scoring.points import format_fixed
from scoring.result import Decision, DecisionError, Outcome
from scoring.robustness import firmness
from scoring.rules import Aggregation, CountMethod, Rules, ScoreStage
from scoring.selection import without

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
class Range:
    """The best and the worst rank of a case where any one judge is left out.

    `spread`: the highest minus the lowest total of its ballots, in points; None in a chain.
    """

    best: int
    worst: int
    spread: Fraction | None


@dataclass(frozen=True)
class Comparison:
    """The award under each method. `outcome` is that of the rules, `own` their method, None in
    a chain that has several or none.

    `ranges` has the spread and the range of ranks of every ranked case, under the rules.
    """

    own: CountMethod | None
    outcome: Outcome
    others: Mapping[CountMethod, Outcome]
    ranges: Mapping[str, Range]


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


def alone(rules: Rules, matrix: Matrix, decisions: Sequence[Decision] = ()) -> AwardInputs:
    """What goes into an award of one score stage of which only the scores are known."""
    facts = tuple(CaseFacts(case) for case in matrix.cases)
    return AwardInputs(facts, {rules.stage.key: matrix}, decisions=tuple(decisions))


def settle(rules: Rules, inputs: AwardInputs) -> tuple[Outcome, tuple[Decision, ...]]:
    """The outcome with those decisions that still decide something, and the others.

    For trying out other rules: a committee's word on a tie that is no tie any more is left
    out and told, a runoff likewise is left out.
    """
    kept = list(inputs.decisions)
    idle: list[Decision] = []
    while True:
        try:
            return compute_award(rules, replace(inputs, decisions=tuple(kept))), tuple(idle)
        except DecisionError as error:
            fault = next((d for d in kept if error.names in {d.cases, (d.judge,)}), None)
            if fault is None:
                inputs = without_runoff(inputs, error)
                continue
            kept.remove(fault)
            idle.append(fault)


def without_runoff(inputs: AwardInputs, error: DecisionError) -> AwardInputs:
    """Without the runoffs that meet no tie. Raises the error where there is no such runoff."""
    left = tuple(one for one in inputs.runoffs if set(one.matrix.cases) != set(error.names))
    if len(left) == len(inputs.runoffs):
        raise error
    return replace(inputs, runoffs=left)


def every_form(rules: Rules, change: Callable[[ScoreStage], ScoreStage]) -> Rules:
    """The same rules with every score stage changed, also in a chain; ballots of votes stay."""
    voted = {one.key for one in rules.chain if one.kind != "score"}
    stages = tuple(one if one.key in voted else change(one) for one in rules.stages)
    chain = tuple(
        replace(one, form=change(one.form)) if one.form and one.key not in voted else one
        for one in rules.chain
    )
    return replace(rules, stages=stages, chain=chain)


def with_aggregation(rules: Rules, change: Callable[[Aggregation], Aggregation]) -> Rules:
    """The same rules where every score stage puts its ballots together in another way."""
    return every_form(rules, lambda one: replace(one, aggregation=change(one.aggregation)))


def by_method(rules: Rules, method: CountMethod) -> Rules:
    """The same rules with another method. Rules that trim keep their own way of trimming."""

    def change(how: Aggregation) -> Aggregation:
        if how.method == method:
            return how
        return USUAL_TRIM if method == "trimmed_mean" else Aggregation(method)

    return with_aggregation(rules, change)


def compare(rules: Rules, inputs: AwardInputs, outcome: Outcome) -> Comparison:
    """The award as it stands (`outcome`), and under each of METHODS."""
    others = {method: settle(by_method(rules, method), inputs)[0] for method in METHODS}
    return Comparison(_own(rules), outcome, others, ranges(rules, inputs, outcome))


def _own(rules: Rules) -> CountMethod | None:
    """The method of the rules, where all score stages have the same one."""
    voted = {one.key for one in rules.chain if one.kind != "score"}
    found = {one.aggregation.method for one in rules.stages if one.key not in voted}
    return found.pop() if len(found) == 1 else None


def ranges(rules: Rules, inputs: AwardInputs, outcome: Outcome) -> dict[str, Range]:
    """How firm each rank is: any one judge left out."""
    if rules.chain:
        return _ranges_of_chain(rules, inputs, outcome)
    drawn = next((one.judge for one in inputs.decisions if one.judge), "")
    found = firmness(rules, inputs.matrices[rules.stage.key], drawn)
    if rules.factors or rules.adjustments:  # more than ballots decides: count the award again
        again = _ranges_of_chain(rules, inputs, outcome)
        return {case: replace(one, spread=found[case].spread) for case, one in again.items()
                if case in found}  # fmt: skip
    return {case: Range(one.best, one.worst, one.spread) for case, one in found.items()}


def _ranges_of_chain(rules: Rules, inputs: AwardInputs, outcome: Outcome) -> dict[str, Range]:
    """The whole chain counted again without each judge. Who is not ranked then is passed by."""
    judges = dict.fromkeys(judge for matrix in inputs.matrices.values() for judge in matrix.judges)
    ranks = {one.case: [one.rank] for one in outcome.standings if one.rank is not None}
    for judge in judges:
        fewer = {key: without(one, judges=(judge,)) for key, one in inputs.matrices.items()}
        for one in settle(rules, replace(inputs, matrices=fewer))[0].standings:
            if one.rank is not None and one.case in ranks:
                ranks[one.case].append(one.rank)
    return {case: Range(min(found), max(found), None) for case, found in ranks.items()}
