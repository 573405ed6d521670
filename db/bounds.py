"""Whether an answer is one the rules allow: checked before it is stored, and when it is counted."""

from __future__ import annotations

from collections.abc import Mapping

from db.payload import Sheet
from scoring.cells import Cell, State
from scoring.points import format_points
from scoring.rules import Criterion, ScoreStage
from words import Bad

ANSWERS = frozenset({State.SCORED, State.NOT_APPLICABLE, State.ABSTAINED})


def allows(criterion: Criterion, state: int, points: int) -> bool:
    """An answer a judge may give: points on the scale, or a state without points."""
    if state == State.SCORED:
        return criterion.scale.allows(points)
    return points == 0 and (
        state == State.ABSTAINED or (state == State.NOT_APPLICABLE and criterion.optional)
    )


def require_allowed(stage: ScoreStage, case: str, criterion: str, cell: Cell) -> Criterion:
    """Raises E-NOCRITERION or E-RANGE, also for a value that only looks like a number."""
    found = next((one for one in stage.criteria if one.key == criterion), None)
    if found is None:
        raise Bad("E-NOCRITERION", case, criterion=criterion)
    if type(cell.points) is not int or type(cell.state) is not State:
        raise _off_scale(stage, case, found)
    if cell.state != State.MISSING and not allows(found, cell.state, cell.points):
        raise _off_scale(stage, case, found)
    return found


def _off_scale(stage: ScoreStage, case: str, criterion: Criterion) -> Bad:
    scale = criterion.scale
    low, high, step = (
        format_points(p, stage.decimals) for p in (scale.low, scale.high, scale.step)
    )
    return Bad("E-RANGE", f"{case} {criterion.key}", low=low, high=high, step=step)


def columns(sheet: Sheet, stage: ScoreStage) -> Mapping[str, int]:
    """Criterion: its position in the ballot. Raises E-OTHERRULES where they are not the same."""
    if set(sheet.criteria) != {one.key for one in stage.criteria}:
        raise Bad("E-OTHERRULES", judge=sheet.judge)
    return {key: i for i, key in enumerate(sheet.criteria)}


def require_sheet(sheet: Sheet, stage: ScoreStage) -> None:
    """Every cell of a ballot again, under the rules of today. Raises E-RANGE for the first."""
    width = len(sheet.criteria)
    place = columns(sheet, stage)
    for criterion in stage.criteria:
        column = slice(place[criterion.key], None, width)
        states, points = sheet.states[column], sheet.points[column]
        # Few different answers exist: each is checked once.
        bad = {
            one for one in set(zip(states, points, strict=True)) if not _counted(criterion, *one)
        }
        if bad:
            row = next(i for i, one in enumerate(zip(states, points, strict=True)) if one in bad)
            raise _off_scale(stage, f"{sheet.judge} {sheet.cases[row]}", criterion)


def _counted(criterion: Criterion, state: int, points: int) -> bool:
    return allows(criterion, state, points) or (state == State.RECUSED and points == 0)


def is_answer(cell: Cell | None) -> bool:
    """Whether a criterion has been answered: scored, not applicable or abstained."""
    return cell is not None and cell.state in ANSWERS
