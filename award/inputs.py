"""What the count of an award is given, put together from its folder."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from award import events, public_votes, runoffs, secret
from award.folder import Award
from award.rounds import counted_judges
from db.records import Nomination
from scoring.cells import Matrix
from scoring.inputs import AwardInputs, CaseFacts
from scoring.result import Decision
from scoring.rules import ScoreStage

Counted = Callable[[Matrix], Matrix]  # without those who are shown and never counted


def gather(
    award: Award,
    decisions: tuple[Decision, ...],
    without: Counted,
    first: Matrix,
    only: Collection[str] = (),
) -> AwardInputs:
    """Everything of all stages. `first` is the matrix of the first form, counted already.

    `only`: the scores of these rounds alone.
    """
    matrices, keys = {award.rules.stage.key: first}, [one.key for one in award.rules.chain]
    for stage in award.rules.chain:
        if stage.form is not None and stage.key not in matrices and stage.key in (only or keys):
            judges = counted_judges(award, stage)
            matrices[stage.key] = without(cells_of(award, stage.form, judges))
    counts = {
        stage.key: public_votes.stored(award, stage.key)
        for stage in award.rules.chain
        if stage.kind == "public_vote"
    }
    taking_part = set(first.cases)
    facts = (facts_of(one) for one in award.store.nominations() if one.number in taking_part)
    return AwardInputs(
        tuple(facts),
        matrices,
        counts,
        events.measures(award),
        events.counted(award),
        decisions,
        runoffs.counted(award),
        {one.key: secret.roll_of(award, one) for one in secret.secret_stages(award.rules)},
    )


def cells_of(award: Award, form: ScoreStage, judges: Sequence[str]) -> Matrix:
    """What was filled in at one stage: by its judges, or by nobody knows whom."""
    hidden = [one for one in secret.secret_stages(award.rules) if one.key == form.key]
    return secret.matrix_of(award, hidden[0]) if hidden else award.store.matrix(form, judges)


def facts_of(one: Nomination) -> CaseFacts:
    return CaseFacts(one.number, one.field, one.unit, one.region, one.level)


def first_judges(award: Award) -> tuple[str, ...]:
    """The judges of the first form that is filled in; empty: all."""
    rules = award.rules
    found = (counted_judges(award, one) for one in rules.chain if one.key == rules.stage.key)
    return next(found, ())


def beyond_scores(award: Award) -> bool:
    """Whether the result follows from more than one stage's scores and the decisions on ties."""
    rules = award.rules
    asked = rules.chain or rules.caps or rules.floors or rules.adjustments or rules.factors
    weighed = any(one.judge_weights for one in rules.stages)
    return bool(asked or weighed or events.in_force(award) or runoffs.counted(award))
