"""The stages of a chain on a result sheet, and what was decided about single cases."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring.approval import runoff_tally
from scoring.cells import Matrix, State
from scoring.chain_rules import Stage
from scoring.inputs import AwardInputs, Event, Runoff
from scoring.points import format_exact, format_fixed
from scoring.result import Outcome, StageOutcome
from scoring.rules import Rules
from sheets import sheet_model as model
from sheets.sheet_lines import score_rows


def stage_sheets(
    rules: Rules, outcome: Outcome, inputs: AwardInputs | None
) -> Iterator[model.SheetStage]:
    """Every stage, with its numbers and where they came from."""
    found = {one.key: one for one in outcome.stages}
    for stage in rules.chain if inputs else ():
        if inputs is not None and stage.key in found:
            yield _sheet(rules, stage, found[stage.key], inputs)


def _sheet(
    rules: Rules, stage: Stage, found: StageOutcome, inputs: AwardInputs
) -> model.SheetStage:
    form = stage.form
    named = [(one.key, one.name) for one in form.criteria] if form else []
    return model.SheetStage(
        stage.key,
        stage.name.zh,
        stage.name.en,
        stage.kind,
        tuple(model.Named(key, name.zh, name.en) for key, name in named),
        tuple(_marks(rules, stage, found, inputs)),
        tuple(_results(rules, stage, found)),
        tuple(
            model.PublicCount(one.case, one.counted, one.deducted, one.reason)
            for one in inputs.counts.get(stage.key, {}).values()
        ),
        tuple(model.Ticks(t.case, t.question, t.votes, t.base) for t in found.tallies),
        found.members,
        found.present,
        found.void,
    )


def _marks(
    rules: Rules, stage: Stage, found: StageOutcome, inputs: AwardInputs
) -> Iterator[model.ScoreRow]:
    """The marks of a later stage, of the cases that were in it."""
    matrix = inputs.matrices.get(stage.key)
    if matrix is None or stage.key == rules.stages[0].key:
        return
    cases = [score.case for score in found.scores]
    yield from score_rows(rules.looking_at(stage.key), matrix.of_cases(cases))


def _results(rules: Rules, stage: Stage, found: StageOutcome) -> Iterator[model.StageScore]:
    places = (stage.rounding or rules.rounding).places
    for one in found.scores:
        yield model.StageScore(
            one.case,
            "" if one.published is None else format_fixed(one.published, places),
            "" if one.value is None else _exact(one.value),
            _exact(found.adjusted[one.case]) if one.case in found.adjusted else "",
            one.case in found.promoted,
        )


def _exact(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def measured_lines(rules: Rules, inputs: AwardInputs) -> Iterator[model.MeasuredCase]:
    """What was measured of the cases, where the rules multiply by any of it, or need it."""
    if not rules.factors and not any(one.required for one in rules.adjustments):
        return
    asked = list(dict.fromkeys(one.measure for one in rules.measuring))
    for facts in inputs.cases:
        given = inputs.measures.get(facts.case, {})
        for name in (name for name in asked if name in given):
            yield model.MeasuredCase(facts.case, name, format_exact(Fraction(given[name])))


def event_line(event: Event) -> model.CaseEventLine:
    return model.CaseEventLine(
        event.kind, event.case, event.reason, event.by, event.stage, event.tier
    )


def runoff_sheet(runoff: Runoff) -> model.SheetRunoff:
    """A runoff with its ballots, in the order of its judges."""
    tally, matrix = runoff_tally(runoff), runoff.matrix
    return model.SheetRunoff(
        matrix.cases,
        runoff.places,
        len(matrix.judges),
        tally.present,
        tally.void,
        tuple(model.CaseVotes(case, votes) for case, votes in tally.votes.items()),
        tuple(_ballot(matrix, judge) for judge in range(len(matrix.judges))
              if _voted(matrix, judge)),
    )  # fmt: skip


def _voted(matrix: Matrix, judge: int) -> bool:
    return any(matrix.cell(c, judge, 0).state == State.SCORED for c in range(len(matrix.cases)))


def _ballot(matrix: Matrix, judge: int) -> model.RunoffBallot:
    cells = {case: matrix.cell(c, judge, 0) for c, case in enumerate(matrix.cases)}
    ticks = tuple(case for case, cell in cells.items() if cell.points > 0)
    return model.RunoffBallot(matrix.judges[judge], ticks)
