"""The score matrix: one cell per case, judge and criterion, each with a state.

Only `SCORED` enters a sum. Missing is never zero unless the rules say so.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum


class State(IntEnum):
    """What a cell holds. The numbers are stored; never renumber them."""

    MISSING = 0
    SCORED = 1
    NOT_APPLICABLE = 2
    ABSTAINED = 3
    RECUSED = 4
    NOT_ASSIGNED = 5


@dataclass(frozen=True)
class Cell:
    """One judge's answer to one criterion of one case; `points` in stage units if SCORED."""

    state: State
    points: int = 0


@dataclass(frozen=True)
class Matrix:
    """Points and states, flat, case by case, judge by judge, criterion by criterion.

    `points` is an array of int64, `states` one byte each; both have
    len(cases) * len(judges) * len(criteria) entries. Flat machine arrays keep ten
    million scores under 100 MB and can be shared with numpy without a copy.
    """

    cases: tuple[str, ...]
    judges: tuple[str, ...]
    criteria: tuple[str, ...]
    points: array[int]
    states: bytearray

    def at(self, case: int, judge: int, criterion: int) -> int:
        """Position of a cell in the flat arrays."""
        return (case * len(self.judges) + judge) * len(self.criteria) + criterion

    def cell(self, case: int, judge: int, criterion: int) -> Cell:
        place = self.at(case, judge, criterion)
        return Cell(State(self.states[place]), self.points[place])

    def of_cases(self, cases: Sequence[str]) -> Matrix:
        """The same judges and criteria for these cases; one that is not here is MISSING."""
        if tuple(cases) == self.cases:
            return self
        found, width = {case: i for i, case in enumerate(self.cases)}, self.at(1, 0, 0)
        rows = [found.get(case) for case in cases]
        points, states = array("q"), bytearray()
        for row in rows:
            here = slice(row * width, (row + 1) * width) if row is not None else slice(0, 0)
            points.extend(self.points[here] if row is not None else array("q", bytes(8 * width)))
            states += self.states[here] if row is not None else bytes(width)
        return Matrix(tuple(cases), self.judges, self.criteria, points, states)

    @classmethod
    def empty(cls, cases: Iterable[str], judges: Iterable[str], criteria: Iterable[str]) -> Matrix:
        """All cells MISSING."""
        axes = tuple(cases), tuple(judges), tuple(criteria)
        size = len(axes[0]) * len(axes[1]) * len(axes[2])
        return cls(*axes, array("q", bytes(8 * size)), bytearray(size))

    @classmethod
    def build(
        cls,
        cases: Sequence[str],
        judges: Sequence[str],
        criteria: Sequence[str],
        cells: Mapping[tuple[str, str, str], Cell],
    ) -> Matrix:
        """From cells keyed by (case, judge, criterion); what is not named is MISSING."""
        matrix = cls.empty(cases, judges, criteria)
        axes = [{key: i for i, key in enumerate(axis)} for axis in (cases, judges, criteria)]
        for (case, judge, criterion), cell in cells.items():
            place = matrix.at(axes[0][case], axes[1][judge], axes[2][criterion])
            matrix.points[place], matrix.states[place] = cell.points, cell.state
        return matrix
