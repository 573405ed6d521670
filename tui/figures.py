"""What the screens need of the mathematics, as text. The one module of tui that asks `scoring`.

Nothing is calculated here: `scoring.review` gives the numbers, `scoring.points` their text.
Totals are kept until their case changes, so that a key costs one total and not all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from db.records import Answer
from scoring import review, swapping
from scoring.cells import Cell
from scoring.points import format_fixed, format_points, round_to
from scoring.rules import Criterion, Rounding, ScoreStage
from scoring.swapping import Step

Answers = Mapping[str, Answer]
AT_ONCE = 300  # cases of which everything is counted while the screen waits
LABEL_PLACES = 2  # decimals at most in the label of a band


@dataclass(frozen=True)
class Spread:
    """The judge's own totals: bands from high to low as (start, count), and four figures.

    The lowest band has an empty start: it is everything below the others.
    """

    bands: tuple[tuple[str, int], ...]
    below: str  # where the lowest band ends
    mean: str
    median: str
    high: str
    low: str


class Figures:
    def __init__(self, stage: ScoreStage, rounding: Rounding) -> None:
        self.stage, self.rounding = stage, rounding
        self._totals: dict[str, Fraction | None] = {}
        self._spread: Spread | None = None
        self._ranks: Mapping[str, int] | None = None
        self._counted = False

    def forget(self, case: str) -> None:
        """The answer of a case has changed."""
        self._totals.pop(case, None)
        self._spread = self._ranks = None

    # --- single numbers ----------------------------------------------------------------

    def points(self, points: int) -> str:
        return format_points(points, self.stage.decimals)

    def weight(self, criterion: Criterion) -> str:
        """`30%`; empty where the stage adds points up, or where the criterion is not counted."""
        if self.stage.summing or not criterion.counted:
            return ""
        return f"{format_points(criterion.weight, self.stage.weight_decimals)}%"

    def nudged(self, criterion: Criterion, points: int, direction: int) -> int:
        """One point more or less on the scale, or one step where steps are no part of a point."""
        return criterion.scale.nudged(points, direction, 10**self.stage.decimals)

    def total(self, answer: Answer) -> str:
        """A case's total as it is published; `--` where there is none."""
        total = self._total(answer)
        return "--" if total is None else self.published(total)

    def published(self, value: Fraction) -> str:
        units = round_to(value, self.rounding.places, self.rounding.mode)
        return format_fixed(units, self.rounding.places)

    # --- all of the judge's cases ------------------------------------------------------

    def far(self, answers: Answers) -> bool:
        """Whether so much is still to be counted that a key would wait for it."""
        return not self._counted and len(answers) > AT_ONCE

    def ranks(self, answers: Answers) -> Mapping[str, int]:
        if self._ranks is None:
            self._ranks = review.own_ranks(self.rounding, self._all(answers))
        return self._ranks

    def hints(self, answers: Answers) -> tuple[review.Hint, ...]:
        return review.hints(self.stage, self.rounding, answers, self._all(answers))

    def spread(self, answers: Answers) -> Spread | None:
        """None while no case is complete."""
        if self._spread is None:
            self._spread = self._new_spread(answers)
        return self._spread

    def alike(self, answers: Answers, case: str) -> tuple[tuple[str, str], ...]:
        """Other cases this judge gave about the same total, with that total."""
        totals = self._all(answers)
        found = review.similar(self.stage, self.rounding, answers, case, totals)
        return tuple((number, self.published(total)) for number, total in found)

    def steps(self, answers: Answers, upper: str, lower: str) -> tuple[Step, ...]:
        """The single marks that would put `lower` before `upper` in the judge's own order."""
        cells = (answers[upper].cells, answers[lower].cells)
        return swapping.steps(self.stage, self.rounding, *cells)

    def difference(self, one: Cell, other: Cell) -> str:
        """`+5` where the first mark is higher; empty where they are equal or not both scored."""
        found = swapping.difference(one, other)
        if not found:
            return ""
        return f"{'+' if found > 0 else ''}{self.points(found)}"

    def _new_spread(self, answers: Answers) -> Spread | None:
        found = review.distribution(self.stage, self._all(answers))
        if found.mean is None or found.median is None:
            return None
        assert found.highest is not None
        assert found.lowest is not None
        lowest, *others = found.bands
        bands = [(_label(band.start), band.count) for band in reversed(others)]
        return Spread(
            bands=(*bands, ("", lowest.count)),
            below=_label(lowest.end),
            mean=self.published(found.mean),
            median=self.published(found.median),
            high=self.published(found.highest),
            low=self.published(found.lowest),
        )

    def _all(self, answers: Answers) -> dict[str, Fraction]:
        """Every total in the order of the slate; what is not known yet is found at once."""
        new = {
            case: answer.cells
            for case, answer in answers.items()
            if case not in self._totals and answer.cells and not answer.recused
        }
        if new:
            found = review.ballot_totals(self.stage, self.rounding, new)
            self._totals.update({case: found.get(case) for case in new})
        self._counted = True
        known = ((case, self._totals.get(case)) for case in answers)
        return {case: total for case, total in known if total is not None}

    def _total(self, answer: Answer) -> Fraction | None:
        if answer.recused or not answer.cells:
            return None
        if answer.case not in self._totals:
            total = review.ballot_total(self.stage, self.rounding, answer.cells)
            self._totals[answer.case] = total
        return self._totals[answer.case]


def _label(start: Fraction) -> str:
    return format_points(round_to(start, LABEL_PLACES, "half_up"), LABEL_PLACES)
