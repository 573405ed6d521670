"""A part of a score matrix: some of its cases by some of its judges."""

from __future__ import annotations

from array import array
from collections.abc import Collection

from scoring.cells import Matrix


def without(matrix: Matrix, *, judges: Collection[str] = (), cases: Collection[str] = ()) -> Matrix:
    """The matrix without these judges and cases; the same matrix where none of them is in it."""
    if not (set(judges) & set(matrix.judges) or set(cases) & set(matrix.cases)):
        return matrix
    return part(
        matrix,
        judges=[one for one in matrix.judges if one not in judges],
        cases=[one for one in matrix.cases if one not in cases],
    )


def part(matrix: Matrix, *, judges: Collection[str], cases: Collection[str]) -> Matrix:
    """Only these judges and cases, in the order of the matrix; what is not in it is passed by."""
    rows = [at for at, case in enumerate(matrix.cases) if case in cases]
    columns = [at for at, judge in enumerate(matrix.judges) if judge in judges]
    points, states = array("q"), bytearray()
    width = len(matrix.criteria)
    for row in rows:
        for column in columns:
            start = matrix.at(row, column, 0)
            points += matrix.points[start : start + width]
            states += matrix.states[start : start + width]
    return Matrix(
        tuple(matrix.cases[row] for row in rows),
        tuple(matrix.judges[column] for column in columns),
        matrix.criteria,
        points,
        states,
    )
