"""The two long parts of a result sheet: every score, and the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from db.records import Nomination
from scoring.ballots import Ballots
from scoring.cells import Cell, Matrix, State
from scoring.points import format_fixed, format_points
from scoring.result import Dropped, Outcome, Remark, Standing, TieUse
from scoring.rules import Rules
from sheets import sheet_model as model
from sheets.announcement import Winner, number_cases


def score_rows(rules: Rules, matrix: Matrix) -> Iterable[model.ScoreRow]:
    """Every judge's cells of every case, with the exact total where the ballot is valid."""
    ballots = Ballots(rules.stage, rules.rounding, matrix)
    decimals, criteria = rules.stage.decimals, range(len(matrix.criteria))
    for c, case in enumerate(matrix.cases):
        for j, (judge, total) in enumerate(zip(matrix.judges, ballots.row(c), strict=True)):
            cells = tuple(_cell_text(matrix.cell(c, j, i), decimals) for i in criteria)
            exact = "" if total is None else _exact(Fraction(total, ballots.denominator))
            yield model.ScoreRow(case, judge, cells, exact)


def _cell_text(cell: Cell, decimals: int) -> str:
    """The points, or the name of the state where there are none."""
    scored = cell.state is State.SCORED
    return format_points(cell.points, decimals) if scored else cell.state.name.lower()


def _exact(value: Fraction) -> str:
    return f"{value.numerator}/{value.denominator}"


def ranking(
    rules: Rules, nominations: Sequence[Nomination], outcome: Outcome
) -> tuple[model.Place, ...]:
    """The standings as lines, each winner with the number it is announced under."""
    fields = {case.number: case.field for case in nominations}
    numbers = number_cases(
        (
            Winner(line.case, line.tier, line.rank, fields[line.case])
            for line in outcome.standings
            if line.tier and line.rank is not None
        ),
        rules.announce,
    )
    at_cut = {case for cut in outcome.open_cuts for case in cut.cases}
    places = rules.rounding.places
    return tuple(
        _place(line, numbers.get(line.case), places, line.case in at_cut)
        for line in outcome.standings
    )


def _place(line: Standing, number: int | None, places: int, at_cut: bool) -> model.Place:
    score = line.score
    return model.Place(
        rank=line.rank,
        case=line.case,
        tier=line.tier,
        announce_no=number,
        score="" if score.published is None else format_fixed(score.published, places),
        exact="" if score.value is None else _exact(score.value),
        ballots=score.ballots,
        remark=score.unranked or ("open_cut" if at_cut else "shared" if line.tied_with else ""),
        tied_with=line.tied_with,
        dropped=tuple(map(_dropped, score.dropped)),
        ties=tuple(map(_tie, line.ties)),
        remarks=tuple(map(_remark, line.remarks)),
    )


def _remark(one: Remark) -> model.PlaceRemark:
    params = {key: str(value) for key, value in one.params.items()}
    return model.PlaceRemark(one.code, one.stage, one.tier, params)


def _dropped(drop: Dropped) -> model.DroppedValue:
    return model.DroppedValue(drop.judge, drop.criterion, drop.which, _exact(drop.value))


def _tie(use: TieUse) -> model.TieLine:
    names = [name for name in (use.step.stage, use.step.key) if name]
    step = f"{use.step.kind}:{'.'.join(names)}" if names else use.step.kind
    values = {case: _exact(use.values[case]) for case in use.cases if case in use.values}
    return model.TieLine(step, use.cases, values, use.split)
