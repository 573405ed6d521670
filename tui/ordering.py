"""The judge's own order: who stands next to whom, and which single mark would change that.

Only says what could be done. A mark changes when the judge picks it, and then as one step of undo.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.cells import Cell, State
from scoring.rules import Criterion
from tui.sitting import Sitting


@dataclass(frozen=True)
class Way:
    """One mark that would do: of which case, from what to what, and the total it would give."""

    case: str
    criterion: Criterion
    before: str
    after: str
    cell: Cell
    total: str


class Order:
    """The cases that have a total, best first; equal ones as they stand in the list."""

    def __init__(self, sitting: Sitting, ranks: Mapping[str, int] | None = None) -> None:
        self.sitting = sitting
        self.ranks = sitting.figures.ranks(sitting.answers()) if ranks is None else ranks
        self.cases = sorted(self.ranks, key=lambda case: self.ranks[case])
        self._place = {case: place for place, case in enumerate(self.cases)}

    def beside(self, case: str, step: int) -> str | None:
        """The case `step` places on in this order; None beyond the ends and without a total."""
        if case not in self._place:
            return None
        place = self._place[case] + step
        return self.cases[place] if 0 <= place < len(self.cases) else None

    def pair(self, case: str, step: int) -> tuple[str, str] | None:
        """The two cases that would change places, the upper one first. `step` -1 is upwards."""
        other = self.beside(case, step)
        if other is None:
            return None
        return (other, case) if step < 0 else (case, other)

    def ways(self, upper: str, lower: str) -> tuple[Way, ...]:
        """What would put `lower` before `upper`: the judge's choice, nothing is done here."""
        sitting, figures = self.sitting, self.sitting.figures
        criteria = {one.key: one for one in sitting.criteria}
        return tuple(
            Way(
                lower if one.raises else upper,
                criteria[one.criterion],
                figures.points(one.before),
                figures.points(one.after),
                Cell(State.SCORED, one.after),
                figures.published(one.total),
            )
            for one in figures.steps(sitting.answers(), upper, lower)
        )
