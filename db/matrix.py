"""The score matrix of the submitted ballots: flat arrays to flat arrays, no object per score."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable

from db import assignments, ballots, judges, nominations, recusals, withdrawals
from db.bounds import columns, require_sheet
from db.connection import AwardDatabase
from db.payload import Sheet
from db.records import Assignment
from scoring.cells import Matrix, State
from scoring.rules import ScoreStage
from words import Bad


def load(db: AwardDatabase, stage: ScoreStage, only: Collection[str] = ()) -> Matrix:
    """All cases by all judges, both in natural order; who has not submitted is MISSING.

    With `only`, these judges alone: those of one stage of several.

    Raises E-RANGE, E-OTHERRULES, E-SCOPE or E-ALTERED: nothing is ranked on a bad ballot.
    """
    everyone = tuple(one.id for one in judges.read_all(db) if not only or one.id in only)
    criteria = tuple(criterion.key for criterion in stage.criteria)
    matrix = Matrix.empty(nominations.numbers(db), everyone, criteria)
    position = {judge: i for i, judge in enumerate(everyone)}
    for row in ballots.counting_rows(db):
        if row[0] not in position:
            continue
        sheet = ballots.sheet_of(row)
        require_sheet(sheet, stage)
        _place(matrix, position[sheet.judge], sheet, stage)
    held = (pair for pair in recusals.in_force(db) if pair[0] in position)
    _recuse(matrix, position, held)
    for judge in (one for one in withdrawals.in_force(db) if one in position):
        _release(matrix, position[judge])
    held_back = assignments.in_force(db)
    if held_back is not None:
        _leave_out(matrix, held_back)
    return matrix


def _place(matrix: Matrix, judge: int, sheet: Sheet, stage: ScoreStage) -> None:
    """Write one ballot into its stripes of the matrix."""
    row_size, width = len(matrix.judges) * len(matrix.criteria), len(sheet.criteria)
    aligned = sheet if sheet.cases == matrix.cases else _aligned(matrix, sheet)
    for i, column in enumerate(columns(sheet, stage)[c.key] for c in stage.criteria):
        stripe = slice(judge * width + i, None, row_size)
        matrix.points[stripe] = aligned.points[column::width]
        matrix.states[stripe] = aligned.states[column::width]


def _aligned(matrix: Matrix, sheet: Sheet) -> Sheet:
    """The ballot with a row for each case of the matrix: cases were added after it."""
    there = {case: i for i, case in enumerate(sheet.cases)}
    if unknown := [case for case in sheet.cases if case not in set(matrix.cases)]:
        raise Bad("E-SCOPE", sheet.judge, case=unknown[0])
    width = len(sheet.criteria)
    points, states = array("q"), bytearray()
    for case in matrix.cases:
        start = there.get(case, -1) * width
        points.extend(
            sheet.points[start : start + width] if start >= 0 else array("q", [0] * width)
        )
        states += sheet.states[start : start + width] if start >= 0 else bytes(width)
    return Sheet(
        sheet.judge,
        sheet.revision,
        sheet.rules,
        sheet.nonce,
        sheet.criteria,
        matrix.cases,
        bytes(states),
        points,
        sheet.comments,
        sheet.recusals,
    )


def _recuse(matrix: Matrix, position: dict[str, int], held: Iterable[recusals.Pair]) -> None:
    """A recusal entered after the ballot holds too: the cells are not counted."""
    rows = {case: i for i, case in enumerate(matrix.cases)}
    width = len(matrix.criteria)
    for judge, case in held:
        start = matrix.at(rows[case], position[judge], 0)
        matrix.points[start : start + width] = array("q", bytes(8 * width))
        matrix.states[start : start + width] = bytes([State.RECUSED]) * width


def _leave_out(matrix: Matrix, assigned: Assignment) -> None:
    """Nobody waits for a judge to score what was given to others."""
    rows, width = {case: i for i, case in enumerate(matrix.cases)}, len(matrix.criteria)
    for place, judge in enumerate(matrix.judges):
        for case in rows.keys() - assigned.shares.get(judge, frozenset()):
            start = matrix.at(rows[case], place, 0)
            here = slice(start, start + width)
            states = bytes(matrix.states[here])
            matrix.states[here] = states.replace(
                bytes([State.MISSING]), bytes([State.NOT_ASSIGNED])
            )


def _release(matrix: Matrix, judge: int) -> None:
    """What a judge who left did not score is not missing: nobody waits for it."""
    row_size, width = len(matrix.judges) * len(matrix.criteria), len(matrix.criteria)
    for i in range(width):
        stripe = slice(judge * width + i, None, row_size)
        column = bytes(matrix.states[stripe])
        matrix.states[stripe] = column.replace(bytes([State.MISSING]), bytes([State.NOT_ASSIGNED]))
