"""Two of a judge's own cases are to change places: which single mark would do it.

Only works out what could be done; whether a mark is changed is the judge's decision alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from scoring.cells import Cell, State
from scoring.points import round_to
from scoring.review import NO_CELL, ballot_total
from scoring.rules import Rounding, Scale, ScoreStage

Cells = Mapping[str, Cell]


def difference(one: Cell, other: Cell) -> int | None:
    """How much more the first mark is, in stage units; None unless both are scored."""
    if not one.state == other.state == State.SCORED:
        return None
    return one.points - other.points


@dataclass(frozen=True)
class Step:
    """One mark that would do: `criterion` from `before` to `after` (stage units), of the lower
    case if `raises`, else of the upper one. That case's exact total would then be `total`.
    """

    raises: bool
    criterion: str
    before: int
    after: int
    total: Fraction


def steps(stage: ScoreStage, rounding: Rounding, upper: Cells, lower: Cells) -> tuple[Step, ...]:
    """For every counted criterion the smallest change that puts `lower` before `upper`.

    Compared as the totals look when rounded. First the marks of the lower case that can be
    raised, then those of the upper one that can be lowered, each in the order of the criteria.
    Empty where a case has no total or no single mark is enough.
    """

    def units(cells: Cells) -> int | None:
        total = ballot_total(stage, rounding, cells)
        return None if total is None else round_to(total, rounding.places, rounding.mode)

    above, below = units(upper), units(lower)
    if above is None or below is None:
        return ()

    def higher(cells: Cells) -> bool:
        found = units(cells)
        return found is not None and found > above

    def lesser(cells: Cells) -> bool:
        found = units(cells)
        return found is not None and found < below

    return (
        *_changes(stage, rounding, lower, higher, raises=True),
        *_changes(stage, rounding, upper, lesser, raises=False),
    )


def _changes(
    stage: ScoreStage,
    rounding: Rounding,
    cells: Cells,
    enough: Callable[[Cells], bool],
    *,
    raises: bool,
) -> Iterator[Step]:
    for index in stage.counted:
        criterion = stage.criteria[index]
        cell = cells.get(criterion.key, NO_CELL)
        if cell.state != State.SCORED:
            continue
        marks = _marks(criterion.scale, cell.points, raises=raises)

        def with_mark(points: int, key: str = criterion.key) -> Cells:
            return {**cells, key: Cell(State.SCORED, points)}

        place = bisect_left(marks, True, key=lambda points: enough(with_mark(points)))
        if place < len(marks):
            total = ballot_total(stage, rounding, with_mark(marks[place]))
            assert total is not None  # nothing was taken away
            yield Step(raises, criterion.key, cell.points, marks[place], total)


def _marks(scale: Scale, points: int, *, raises: bool) -> range:
    """The other marks on one side, the nearest first: each does at least as much as the last."""
    if raises:
        return range(points + scale.step, scale.high + 1, scale.step)
    return range(points - scale.step, scale.low - 1, -scale.step)
