"""The recount's numbers: from cells by name to each case's score, in fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import floor

from scoring.cells import Cell, Matrix, State
from scoring.result import CaseScore, Drop, Dropped
from scoring.rules import JUDGE_UNIT, Rounding, ScoreStage

Parts = dict[str, Fraction]  # by criterion, in points; only what applies
Named = list[tuple[str, Fraction]]  # (judge, value), in judge order
ABSENT = {State.ABSTAINED, State.RECUSED, State.NOT_ASSIGNED}
ONE_HALF = Fraction(1, 2)


def rounded(value: Fraction, rounding: Rounding) -> int:
    """How many 10^-places the value is, in whole ones, by the named mode."""
    size = Fraction(abs(value) * 10**rounding.places, rounding.interval)
    below = floor(size)
    over = size - below
    goes_up = {
        "half_up": over >= ONE_HALF,
        "half_even": over > ONE_HALF or (over == ONE_HALF and below % 2 == 1),
        "down": False,
    }
    units: int = (below + 1 if goes_up[rounding.mode] else below) * rounding.interval
    return units if value > 0 else -units


def as_published(value: Fraction, rounding: Rounding) -> Fraction:
    return Fraction(rounded(value, rounding), 10**rounding.places)


def plain_mean(values: Iterable[Fraction]) -> Fraction:
    """Sum over count."""
    values = list(values)
    return Fraction(sum(values), len(values))


def middle(values: Iterable[Fraction]) -> Fraction:
    """The median: the mean of the two values that have as many below as above them."""
    rising = sorted(values)
    return plain_mean([rising[(len(rising) - 1) // 2], rising[len(rising) // 2]])


def balanced(values: Iterable[tuple[Fraction, Fraction]]) -> Fraction | None:
    """The weighted mean of (weight, value); None where there is no weight."""
    values = list(values)
    whole = sum((weight for weight, _ in values), Fraction(0))
    added = sum((weight * value for weight, value in values), Fraction(0))
    return Fraction(added, whole) if whole else None


def halfway(values: Iterable[tuple[Fraction, Fraction]]) -> Fraction:
    """The weighted median of (weight, value): the lowest value that has, with all below it, half
    of the weight, and the highest that has it with all above; the mean of these two.
    """
    values = list(values)
    half = sum((weight for weight, _ in values), Fraction(0)) * ONE_HALF
    upto = [v for _, v in values if sum(w for w, other in values if other <= v) >= half]
    downto = [v for _, v in values if sum(w for w, other in values if other >= v) >= half]
    return plain_mean([min(upto), max(downto)])


def drop_extremes(values: Named, high: int, low: int) -> list[tuple[Drop, tuple[str, Fraction]]]:
    """What goes: again and again the highest, then again and again the lowest of the rest."""
    rest, gone = list(values), []
    ends: list[tuple[Drop, int]] = [("high", high), ("low", low)]
    for which, times in ends:
        for _ in range(times):
            pick = max if which == "high" else min
            extreme = pick(value for _, value in rest)
            first = next(pair for pair in rest if pair[1] == extreme)
            rest.remove(first)
            gone.append((which, first))
    return gone


def add_up(stage: ScoreStage, rounding: Rounding, parts: Parts) -> Fraction | None:
    """The weighted mean, or the sum, of the criteria that apply; None where none does."""
    counted = [criterion for criterion in stage.criteria if criterion.counted]
    worth = {c.key: max(c.scale.high, 0) if stage.summing else c.weight for c in counted}
    have, everything = sum(worth[key] for key in parts), sum(worth.values())
    if stage.summing and len(parts) == len(counted):
        have = everything = 1
    if have <= 0:
        return None
    addends = [
        part * Fraction(everything if stage.summing else worth[key], have)
        for key, part in parts.items()
    ]
    if rounding.when == "every_criterion":
        addends = [as_published(addend, rounding) for addend in addends]
    return sum(addends, Fraction(0))


def part_of(stage: ScoreStage, given: Parts, key: str) -> Fraction:
    """What one of the given criteria adds to the number, before it is rounded."""
    counted = [criterion for criterion in stage.criteria if criterion.counted]
    worth = {c.key: max(c.scale.high, 0) if stage.summing else c.weight for c in counted}
    if stage.summing and len(given) == len(counted):
        return given[key]
    have = sum(worth[one] for one in given)
    return given[key] * Fraction(sum(worth.values()) if stage.summing else worth[key], have)


class Numbers:
    """Every ballot and every score of one stage, by name."""

    def __init__(
        self, stage: ScoreStage, rounding: Rounding, matrix: Matrix, apart: bool = False
    ) -> None:
        """`apart`: criteria have factors, so that each is put together by itself."""
        self.stage, self.rounding, self.matrix, self.apart = stage, rounding, matrix, apart
        self.how = stage.aggregation
        self.weights = {j: Fraction(weight, JUDGE_UNIT) for j, weight in stage.judge_weights}
        self.keys = [criterion.key for criterion in stage.criteria if criterion.counted]
        self.parts = {case: self._ballots(case) for case in matrix.cases}
        self.totals = {case: self._totals(case) for case in matrix.cases}
        self.candidates = self._candidates()

    # -- ballots ------------------------------------------------------------------------

    def cells(self, case: str, judge: str) -> Mapping[str, Cell]:
        """The counted cells of one ballot."""
        at, by, names = (
            self.matrix.cases.index(case),
            self.matrix.judges.index(judge),
            self.matrix.criteria,
        )
        return {key: self.matrix.cell(at, by, names.index(key)) for key in self.keys}

    def holes(self, case: str, judge: str) -> tuple[str, ...]:
        """The criteria this judge still owes the case; none where the judge stays out."""
        cells = self.cells(case, judge)
        if any(cell.state in ABSENT for cell in cells.values()):
            return ()
        return tuple(key for key, cell in cells.items() if cell.state == State.MISSING)

    def _ballots(self, case: str) -> dict[str, Parts]:
        """The valid ballots of a case: what applies in each of them."""
        found = {judge: self._parts(case, judge) for judge in self.matrix.judges}
        return {
            judge: parts
            for judge, parts in found.items()
            if parts is not None and add_up(self.stage, self.rounding, parts) is not None
        }

    def _parts(self, case: str, judge: str) -> Parts | None:
        cells = self.cells(case, judge)
        if any(cell.state in ABSENT for cell in cells.values()):
            return None
        if self.holes(case, judge) and self.stage.missing.policy != "zero":
            return None
        unit = 10**self.stage.decimals
        return {
            key: Fraction(cell.points if cell.state == State.SCORED else 0, unit)
            for key, cell in cells.items()
            if cell.state != State.NOT_APPLICABLE
        }

    def _totals(self, case: str) -> Named:
        totals = [
            (judge, add_up(self.stage, self.rounding, parts))
            for judge, parts in self.parts[case].items()
        ]
        more = {
            judge: Fraction(points, 10**self.stage.decimals)
            for judge, points in self.stage.judge_adjust
        }
        return [(judge, total + more.get(judge, 0)) for judge, total in totals if total is not None]

    # -- the judge whose marks spread most ----------------------------------------------

    def _candidates(self) -> list[str]:
        """Who may have to be left out whole: one judge, or those equal in all spreads."""
        if self.how.method != "trimmed_mean" or self.how.of != "judge":
            return []
        given = {judge: self._given(judge) for judge in self.matrix.judges}
        found = [judge for judge, totals in given.items() if totals]
        for depth in range(len(self.matrix.cases)):
            spread = {judge: self._spread(given[judge], depth) for judge in found}
            found = [judge for judge in found if spread[judge] == max(spread.values())]
        return found if any(self.reached(case, found) for case in self.matrix.cases) else []

    def _given(self, judge: str) -> list[Fraction]:
        return sorted(
            total for case in self.matrix.cases for who, total in self.totals[case] if who == judge
        )

    def _spread(self, rising: list[Fraction], depth: int) -> Fraction:
        """Highest minus lowest, after `depth` have been taken off both ends."""
        inner = rising[depth : len(rising) - depth]
        return inner[-1] - inner[0] if inner else Fraction(0)

    def reached(self, case: str, judges: Sequence[str]) -> bool:
        """Whether leaving out one of these judges would change the ballots of the case."""
        voters = [judge for judge, _ in self.totals[case]]
        enough = len(voters) >= self.how.start and len(voters) > 1
        return enough and any(judge in voters for judge in judges)

    # -- scores -------------------------------------------------------------------------

    def scores(self, drawn: str) -> dict[str, CaseScore]:
        """Every case's score; `drawn` is the judge a draw leaves out, if one was needed."""
        waits = self.stage.missing.policy == "block" and any(
            self.holes(case, judge) for case in self.matrix.cases for judge in self.matrix.judges
        )
        return {case: self._score(case, drawn, waits) for case in self.matrix.cases}

    def _score(self, case: str, drawn: str, waits: bool) -> CaseScore:
        ballots = len(self.totals[case])
        if waits:
            return CaseScore(case, None, None, ballots, (), "blocked")
        if ballots == 0 or ballots < self.stage.missing.minimum:
            return CaseScore(case, None, None, ballots, (), "too_few_ballots")
        if self.how.method == "trimmed_sum" and not self.how.scaled:
            if ballots < self.how.start:
                return CaseScore(case, None, None, ballots, (), "too_few_ballots")
            if ballots > self.how.start:
                return CaseScore(case, None, None, ballots, (), "too_many_ballots")
        if len(self.candidates) > 1 and not drawn and self.reached(case, self.candidates):
            return CaseScore(case, None, None, ballots, (), "blocked")
        dropped = self.dropped(case, drawn)
        value = self._value(case, dropped)
        return CaseScore(case, value, rounded(value, self.rounding), ballots, dropped)

    def dropped(self, case: str, drawn: str) -> tuple[Dropped, ...]:
        """Everything that trimming leaves out of the case."""
        totals, how = self.totals[case], self.how
        if how.method not in {"trimmed_mean", "trimmed_sum"}:
            return ()
        if how.method == "trimmed_mean" and len(totals) < how.start:
            return ()
        if how.of == "judge":
            out = [drawn] if drawn else self.candidates
            gone = [(judge, total) for judge, total in totals if judge in out and len(totals) > 1]
            return tuple(Dropped(judge, "judge", total) for judge, total in gone)
        columns = (
            {"": totals}
            if how.of == "total" and not self.apart
            else {key: self.column(case, key) for key in self.keys}
        )
        return tuple(
            Dropped(judge, which, value, key)
            for key, values in columns.items()
            if len(values) > how.high + how.low
            for which, (judge, value) in drop_extremes(values, how.high, how.low)
        )

    def column(self, case: str, key: str) -> Named:
        """One criterion of the valid ballots to which it applies."""
        return [(judge, parts[key]) for judge, parts in self.parts[case].items() if key in parts]

    def _value(self, case: str, dropped: Sequence[Dropped]) -> Fraction:
        if self.by_criterion(case):
            together = add_up(self.stage, self.rounding, self.columns(case, dropped))
            assert together is not None  # every ballot in it had a number
            return together
        if self.how.method == "median":
            return self.median(case)
        if self.how.method == "sum":
            return sum((weight * total for weight, total in self.weighed(case)), Fraction(0))
        times = self.summed if self.how.method == "trimmed_sum" else 1
        if self.weights:
            found = balanced(self.weighed(case, dropped))
            assert found is not None  # trimming leaves a ballot
            return found * times
        gone = [one.judge for one in dropped]
        return times * plain_mean(t for judge, t in self.totals[case] if judge not in gone)

    @property
    def summed(self) -> int:
        """Of how many values a trimmed sum is made."""
        return self.how.start - (self.how.high + self.how.low)

    def columns(self, case: str, dropped: Sequence[Dropped]) -> Parts:
        """Every criterion that applies to anything, put together by itself."""
        found = {key: self._together(case, key, dropped) for key in self.keys}
        return {key: value for key, value in found.items() if value is not None}

    def _together(self, case: str, key: str, dropped: Sequence[Dropped]) -> Fraction | None:
        """One criterion by the method of the stage; None where it applies to nothing."""
        method, column = self.how.method, self.column(case, key)
        weighed = [(self.weight(judge), mark) for judge, mark in column]
        if not column:
            return None
        if method == "sum":
            return sum((weight * mark for weight, mark in weighed), Fraction(0))
        if method == "median":
            marks = (mark for _, mark in column)
            return halfway(weighed) if self.weights else middle(marks)
        mean = self.criterion_mean(case, key, dropped)
        assert mean is not None  # trimming leaves a mark
        return mean * self.summed if method == "trimmed_sum" else mean

    def weight(self, judge: str) -> Fraction:
        """What the ballot of a judge counts for: 1 where the rules say nothing."""
        return self.weights.get(judge, Fraction(1))

    def weighed(
        self, case: str, dropped: Sequence[Dropped] = ()
    ) -> list[tuple[Fraction, Fraction]]:
        """(weight, total) of the valid ballots, the weight lessened by what was dropped."""
        return [
            (self.weight(judge) * (self.part(case, judge, dropped) if dropped else 1), total)
            for judge, total in self.totals[case]
        ]

    def mean(self, case: str) -> Fraction:
        """The mean of all valid totals, nothing dropped."""
        if self.weights:
            return balanced(self.weighed(case)) or Fraction(0)
        return plain_mean(total for _, total in self.totals[case])

    def median(self, case: str) -> Fraction:
        """The median of all valid totals."""
        if self.weights:
            return halfway(self.weighed(case))
        return middle(total for _, total in self.totals[case])

    def by_criterion(self, case: str) -> bool:
        """Whether the case's number is put together from criteria counted one by one."""
        how = self.how
        if self.apart or (how.method == "trimmed_sum" and how.of == "criterion"):
            return True
        trims = how.method == "trimmed_mean" and how.of == "criterion"
        return trims and len(self.totals[case]) >= how.start

    def criterion_mean(self, case: str, key: str, dropped: Sequence[Dropped]) -> Fraction | None:
        """One criterion over what was kept; None where it applies to nothing kept."""
        column = self.column(case, key)
        if self.by_criterion(case):
            gone = [one.value for one in dropped if one.criterion == key]
            given = [value for _, value in column]
            return balanced(
                (self.weight(judge) * (1 - Fraction(gone.count(mark), given.count(mark))), mark)
                for judge, mark in column
            )
        return balanced(
            (self.weight(judge) * self.part(case, judge, dropped), mark) for judge, mark in column
        )

    def part(self, case: str, judge: str, dropped: Sequence[Dropped]) -> Fraction:
        """How much of a ballot was kept; equal totals of which only some went share the loss."""
        if any(one.which == "judge" for one in dropped):
            return Fraction(all(one.judge != judge for one in dropped))
        totals = dict(self.totals[case])
        equal = [total for total in totals.values() if total == totals[judge]]
        gone = [one for one in dropped if one.value == totals[judge]]
        return 1 - Fraction(len(gone), len(equal))
