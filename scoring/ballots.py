"""Every valid ballot's total, exactly: an integer over one denominator for the whole stage.

A ballot is one judge's cells of one case. By its counted criteria it is

* absent, where one of them is abstained, recused or not assigned, or where none applies:
  it leaves every denominator and nothing is missing;
* incomplete, where one of them is missing (and the rules do not say that means zero);
* valid otherwise. Only valid ballots are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import lcm
from operator import mul
from typing import Literal

from scoring.cells import Matrix, State
from scoring.points import round_ratio
from scoring.rules import Rounding, ScoreStage
from scoring.weighing import weigh

Standing = Literal["valid", "incomplete", "absent"]
OUT = bytes((State.ABSTAINED, State.RECUSED, State.NOT_ASSIGNED))
ZERO_ALSO = (State.SCORED, State.MISSING)


@dataclass(frozen=True)
class Shape:
    """What the states of one ballot make of it.

    Its total is sum(multipliers * points) / denominator; multipliers go with the matrix's
    criteria and are 0 for cells that do not enter.
    """

    standing: Standing
    multipliers: tuple[int, ...] = ()
    denominator: int = 1


def read_shape(stage: ScoreStage, columns: tuple[int, ...], width: int, states: bytes) -> Shape:
    """The shape of one ballot; `columns` are the counted criteria among its `width` cells."""
    counted = bytes(states[column] for column in columns)
    if any(state in OUT for state in counted):
        return Shape("absent")
    zero = stage.missing.policy == "zero"
    if State.MISSING in counted and not zero:
        return Shape("incomplete")
    weighing = weigh(stage, [state in ZERO_ALSO for state in counted])
    if weighing is None:
        return Shape("absent")
    multipliers = [0] * width
    for column, multiplier in zip(columns, weighing.multipliers, strict=True):
        multipliers[column] = multiplier if states[column] == State.SCORED else 0
    return Shape("valid", tuple(multipliers), weighing.denominator * 10**stage.decimals)


class Ballots:
    """The totals of one stage, read case by case and kept."""

    def __init__(self, stage: ScoreStage, rounding: Rounding, matrix: Matrix) -> None:
        """Raises ValueError where the matrix lacks a counted criterion of the stage."""
        self.stage, self.rounding, self.matrix = stage, rounding, matrix
        self.columns = tuple(matrix.criteria.index(stage.criteria[i].key) for i in stage.counted)
        self._rows: dict[int, list[int | None]] = {}

    @cached_property
    def _states(self) -> bytes:
        return bytes(self.matrix.states)

    @cached_property
    def shapes(self) -> dict[bytes, Shape]:
        """The shape of every pattern of states that occurs."""
        width = len(self.matrix.criteria)
        states = self._states
        found = dict.fromkeys(states[at : at + width] for at in range(0, len(states), width or 1))
        return {key: read_shape(self.stage, self.columns, width, key) for key in found}

    @cached_property
    def incomplete(self) -> bool:
        """Whether any ballot of the stage still has a hole."""
        return any(shape.standing == "incomplete" for shape in self.shapes.values())

    @cached_property
    def denominator(self) -> int:
        """What every total is over; totals divided by it are points."""
        unit = 10**self.stage.decimals if self.stage.judge_adjust else 1
        if self.rounding.when == "every_criterion":
            return lcm(unit, 10**self.rounding.places)
        return lcm(unit, *(shape.denominator for shape in self.shapes.values()))

    def row(self, case: int) -> list[int | None]:
        """The totals of one case in judge order; None where there is no valid ballot."""
        if case not in self._rows:
            self._rows[case] = self._read_row(case)
        return self._rows[case]

    def _read_row(self, case: int) -> list[int | None]:
        width, start = len(self.matrix.criteria), self.matrix.at(case, 0, 0)
        here = slice(start, start + width * len(self.matrix.judges))
        points, states = self.matrix.points[here], self._states[here]
        return self._adjusted(
            [
                self._total(self.shapes[states[at : at + width]], points[at : at + width])
                for at in range(0, len(points), width or 1)
            ]
        )

    def _adjusted(self, totals: list[int | None]) -> list[int | None]:
        """The totals with the published adjustment of each judge, where the rules have any."""
        if not self.stage.judge_adjust:
            return totals
        by, unit = dict(self.stage.judge_adjust), self.denominator // 10**self.stage.decimals
        pairs = zip(self.matrix.judges, totals, strict=True)
        return [
            None if total is None else total + by.get(judge, 0) * unit for judge, total in pairs
        ]

    def valid(self, case: int) -> tuple[list[int], list[int]]:
        """The judges with a valid ballot for this case, and their totals."""
        row = self.row(case)
        judges = [judge for judge, total in enumerate(row) if total is not None]
        return judges, [total for total in row if total is not None]

    def shape(self, case: int, judge: int) -> Shape:
        at = self.matrix.at(case, judge, 0)
        return self.shapes[self._states[at : at + len(self.matrix.criteria)]]

    def holes(self, case: int, judge: int) -> tuple[str, ...]:
        """The counted criteria this judge still owes this case."""
        at = self.matrix.at(case, judge, 0)
        states = {column: self._states[at + column] for column in self.columns}
        if any(state in OUT for state in states.values()):
            return ()
        missing = (column for column, state in states.items() if state == State.MISSING)
        return tuple(self.matrix.criteria[column] for column in missing)

    def column(self, case: int, column: int, judges: list[int]) -> list[tuple[int, int]]:
        """(judge, points) of one criterion, for those of `judges` to whom it applies.

        Missing counts as zero points here: with any other policy the ballot is not valid.
        """
        pairs = []
        for judge in judges:
            at = self.matrix.at(case, judge, column)
            state = self._states[at]
            if state in ZERO_ALSO:
                pairs.append((judge, self.matrix.points[at] if state == State.SCORED else 0))
        return pairs

    def _total(self, shape: Shape, points: Sequence[int]) -> int | None:
        if shape.standing != "valid":
            return None
        addends = map(mul, points, shape.multipliers)
        if self.rounding.when == "every_criterion":
            return sum(self._rounded(addend, shape.denominator) for addend in addends)
        total: int = sum(addends) * (self.denominator // shape.denominator)
        return total

    def _rounded(self, addend: int, denominator: int) -> int:
        """An addend rounded to 10^-places, in units of the common denominator."""
        unit: int = 10**self.rounding.places
        interval = self.rounding.interval
        rounded = round_ratio(addend * unit, denominator * interval, self.rounding.mode)
        return rounded * interval * (self.denominator // unit)
