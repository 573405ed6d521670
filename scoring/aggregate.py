"""The counting of one stage: every case's number, what was dropped, and why not ranked.

`score_cases` is the call; it takes the bulk path of `scoring.fast` for very large awards.
`Count` does the same case by case and answers what ties and explanations ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from scoring import fast
from scoring.ballots import Ballots
from scoring.cells import Matrix
from scoring.methods import METHODS, Kept
from scoring.points import rounded
from scoring.result import CaseScore, Drop, Dropped, Unranked
from scoring.rules import JUDGE_UNIT, Aggregation, Rounding, ScoreStage
from scoring.weighing import weigh
from scoring.weighted import WEIGHTED, weights_of
from scoring.widest import widest

__all__ = ["METHODS", "Count", "score_cases"]
MEAN = Aggregation("mean")


@dataclass(frozen=True)
class Column:
    """One criterion of one case: points and judges to whom it applies, and what was kept."""

    judges: tuple[int, ...]
    points: tuple[int, ...]
    kept: Kept


class Count:
    """One stage, counted. `drawn` is the judge a draw has named, where the rules need one."""

    def __init__(
        self,
        stage: ScoreStage,
        rounding: Rounding,
        matrix: Matrix,
        drawn: str = "",
        each: bool = False,
    ) -> None:
        """`each`: every criterion is put together on its own, since some have a factor."""
        self.stage, self.rounding, self.matrix, self.drawn = stage, rounding, matrix, drawn
        self.each = each
        self.how = stage.aggregation
        self.ballots = Ballots(stage, rounding, matrix)

    # -- the judge left out whole -------------------------------------------------------

    @cached_property
    def _widest(self) -> tuple[int, ...]:
        """Those of the widest judges whose ballots trimming would reach."""
        if self.how.method != "trimmed_mean" or self.how.of != "judge":
            return ()
        found = widest(self.ballots)
        touched = any(self._reaches(case, found) for case in range(len(self.matrix.cases)))
        return found if touched else ()

    def _reaches(self, case: int, judges: Sequence[int]) -> bool:
        """Whether trimming starts in this case and one of `judges` has a ballot for it."""
        found, _ = self.ballots.valid(case)
        return len(found) >= max(self.how.start, 2) and any(judge in found for judge in judges)

    @property
    def open_judges(self) -> tuple[str, ...]:
        """The judges between whom a draw must still decide who is left out."""
        names = tuple(self.matrix.judges[judge] for judge in self._widest)
        return names if len(names) > 1 and self.drawn not in names else ()

    @property
    def drawable(self) -> tuple[str, ...]:
        """The judges a draw may name; none where no draw is needed."""
        return tuple(self.matrix.judges[j] for j in self._widest) if len(self._widest) > 1 else ()

    def _left_out(self) -> int | None:
        """The judge who is left out of the whole stage."""
        if self.drawn:
            return self.matrix.judges.index(self.drawn)
        return self._widest[0] if self._widest else None

    # -- the cases ------------------------------------------------------------------------

    def scores(self) -> tuple[CaseScore, ...]:
        """All cases, in the order of the matrix; very many of them in bulk."""
        in_bulk = None if self.each else fast.scores(self.stage, self.rounding, self.matrix)
        if in_bulk is not None:
            return in_bulk
        return tuple(self.score(case) for case in range(len(self.matrix.cases)))

    def score(self, case: int) -> CaseScore:
        """The case's exact and published number, or why it has none."""
        judges, totals = self.ballots.valid(case)
        name, reason = self.matrix.cases[case], self._unranked(case, len(judges))
        if reason:
            return CaseScore(name, None, None, len(judges), (), reason)
        value, dropped = self.value(case, judges, totals)
        published = rounded(value, self.rounding)
        return CaseScore(name, value, published, len(judges), dropped)

    def _unranked(self, case: int, ballots: int) -> Unranked:
        if self.stage.missing.policy == "block" and self.ballots.incomplete:
            return "blocked"
        if ballots < max(self.stage.missing.minimum, 1):
            return "too_few_ballots"
        if self.how.method == "trimmed_sum" and not self.how.scaled and ballots != self.how.start:
            return "too_few_ballots" if ballots < self.how.start else "too_many_ballots"
        return "blocked" if self.open_judges and self._reaches(case, self._widest) else ""

    def value(
        self, case: int, judges: list[int], totals: list[int]
    ) -> tuple[Fraction, tuple[Dropped, ...]]:
        """The exact number of these valid ballots of a case, and what was dropped."""
        if self.by_criterion(len(judges)):
            return self._by_criterion(case, judges)
        kept = self.keep(judges, totals)
        value = Fraction(kept.total, kept.count * self.ballots.denominator)
        return value, self._dropped(kept, judges, totals, self.ballots.denominator)

    def keep(self, judges: list[int], totals: list[int]) -> Kept:
        """What the method keeps of a case's totals (not for trimming by criterion)."""
        if self.how.of == "judge" and self.how.method == "trimmed_mean":
            return self._without_judge(judges, totals)
        return self.combine(self.how, judges, totals)

    def combine(self, how: Aggregation, judges: Sequence[int], values: Sequence[int]) -> Kept:
        """What a method makes of the values of these judges, each with the judge's weight."""
        if not self.weights:
            return METHODS[how.method](values, how)
        return WEIGHTED[how.method](values, [self.weights[judge] for judge in judges], how)

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """What each judge's ballot counts for; nothing where all count alike."""
        return weights_of(self.stage, self.matrix.judges)

    def weight(self, judge: int) -> Fraction:
        return Fraction(self.weights[judge], JUDGE_UNIT) if self.weights else Fraction(1)

    def shares_loss(self, case: int) -> bool:
        """Whether equal extremes with weights each keep a part of theirs (see `weighted`)."""
        judges, totals = self.ballots.valid(case)
        if not (self.weights and judges):
            return False
        columns = self.ballots.columns if self.by_criterion(len(judges)) else ()
        kept = [self.column(case, column, judges).kept for column in columns]
        return any(one.unit > JUDGE_UNIT for one in kept or [self.keep(judges, totals)])

    def _without_judge(self, judges: list[int], totals: list[int]) -> Kept:
        """The plain mean, without the judge whose marks spread most."""
        judge = self._left_out()
        if judge is None or judge not in judges or len(judges) < max(self.how.start, 2):
            return self.combine(MEAN, judges, totals)
        at = judges.index(judge)
        rest = self.combine(MEAN, judges[:at] + judges[at + 1 :], totals[:at] + totals[at + 1 :])
        return replace(rest, high=(at,))

    def _dropped(
        self, kept: Kept, judges: Sequence[int], values: Sequence[int], unit: int, key: str = ""
    ) -> tuple[Dropped, ...]:
        """What was left out as data, the highest first."""
        high: Drop = "judge" if self.how.of == "judge" else "high"
        marked: Iterable[tuple[Drop, int]] = [
            *((high, at) for at in kept.high),
            *(("low", at) for at in kept.low),
        ]
        return tuple(
            Dropped(self.matrix.judges[judges[at]], which, Fraction(values[at], unit), key)
            for which, at in marked
        )

    # -- trimming each criterion --------------------------------------------------------

    def by_criterion(self, ballots: int) -> bool:
        """Whether each criterion is put together on its own in a case with so many valid ballots:
        it is trimmed on its own, or has a factor.
        """
        how = self.how
        trims = how.of == "criterion" and how.trims
        return self.each or (trims and (ballots >= how.start or how.method == "trimmed_sum"))

    def column(self, case: int, column: int, judges: list[int]) -> Column:
        """One criterion of the given ballots, trimmed once it has more values than are dropped."""
        pairs = self.ballots.column(case, column, judges)
        names, points = (tuple(pair[at] for pair in pairs) for at in (0, 1))
        if not points:
            return Column(names, points, Kept(0, 1))
        return Column(names, points, self.combine(self._of_column(len(judges)), names, points))

    def _of_column(self, ballots: int) -> Aggregation:
        """What is made of one criterion where the case has so many valid ballots."""
        how = self.how
        if how.method == "trimmed_mean" and ballots < how.start:
            return MEAN
        return replace(how, start=0) if how.method == "trimmed_mean" else how

    def column_mean(self, case: int, column: int, judges: list[int]) -> Fraction | None:
        """The mean of what is kept of one criterion, in points; None where it applies to none."""
        found = self.column(case, column, judges)
        if not found.points:
            return None
        how = self._of_column(len(judges))
        mean = replace(how, method="trimmed_mean", start=0) if how.trims else MEAN
        kept = self.combine(mean, found.judges, found.points)
        return Fraction(kept.total, kept.count * 10**self.stage.decimals)

    def addends(self, case: int, judges: list[int]) -> dict[str, Fraction]:
        """What each criterion that applies at all adds to the value, exact, with its weight."""
        columns = [self.column(case, column, judges) for column in self.ballots.columns]
        weighing = weigh(self.stage, [bool(column.points) for column in columns])
        assert weighing is not None  # a valid ballot has one, and more ballots only add to it
        unit = 10**self.stage.decimals
        keys = (self.matrix.criteria[column] for column in self.ballots.columns)
        return {
            key: Fraction(
                multiplier * column.kept.total, weighing.denominator * column.kept.count * unit
            )
            for key, multiplier, column in zip(keys, weighing.multipliers, columns, strict=True)
            if column.points
        }

    def _by_criterion(self, case: int, judges: list[int]) -> tuple[Fraction, tuple[Dropped, ...]]:
        """What the criteria add, each rounded where the rules say so, and what was dropped."""
        unit = 10**self.stage.decimals
        columns = {self.matrix.criteria[at]: self.column(case, at, judges)
                   for at in self.ballots.columns}  # fmt: skip
        dropped = tuple(
            one
            for key, column in columns.items()
            for one in self._dropped(column.kept, column.judges, column.points, unit, key)
        )
        return sum(
            map(self.rounded_addend, self.addends(case, judges).values()), Fraction(0)
        ), dropped

    def rounded_addend(self, addend: Fraction) -> Fraction:
        """An addend as it enters: rounded where the rules round every criterion."""
        if self.rounding.when != "every_criterion":
            return addend
        return Fraction(rounded(addend, self.rounding), 10**self.rounding.places)


def score_cases(
    stage: ScoreStage, rounding: Rounding, matrix: Matrix, drawn: str = ""
) -> tuple[CaseScore, ...]:
    """Every case's number, in the order of the matrix."""
    return Count(stage, rounding, matrix, drawn).scores()
