"""For a judge's own screens: totals, own ranks and distribution, and hints before submitting.

Works on this judge's answers alone; nothing of other judges can get in. It returns data;
the sentences are elsewhere. A hint is a question: it never blocks and never corrects, only
an unfinished case keeps a ballot from being submitted.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import nsmallest
from math import lcm
from typing import Literal, Protocol

from scoring.ballots import Ballots
from scoring.cells import Cell, Matrix, State
from scoring.points import round_to
from scoring.rules import Criterion, Rounding, ScoreStage
from scoring.weighing import shares, weigh

OTHERS = 5  # an outlier is looked for once this many other cases have the criterion scored
FAR = 5  # it lies outside the others by more than 1/FAR of the scale, and more than their range
BANDS = (60, 70, 80, 90)  # where the bands of a distribution begin, in percent of the full mark
SIMILAR = 3  # cases with similar totals that are shown

HintKind = Literal["unfinished", "outlier", "tie", "doubt"]
NO_CELL = Cell(State.MISSING)


class OwnAnswer(Protocol):
    """What a judge has said of one case (`db.records.Answer` is one)."""

    @property
    def cells(self) -> Mapping[str, Cell]: ...
    @property
    def doubt(self) -> bool: ...
    @property
    def recused(self) -> object | None: ...
    @property
    def comment(self) -> str: ...


Answers = Mapping[str, OwnAnswer]  # by case, in the order of the slate
Totals = Mapping[str, Fraction]  # by case, in points


# -- totals -----------------------------------------------------------------------------


def ballot_total(
    stage: ScoreStage, rounding: Rounding, cells: Mapping[str, Cell]
) -> Fraction | None:
    """The exact total of one ballot, in points; None while a counted criterion is missing."""
    return ballot_totals(stage, rounding, {"": cells}).get("")


def ballot_totals(
    stage: ScoreStage, rounding: Rounding, ballots: Mapping[str, Mapping[str, Cell]]
) -> dict[str, Fraction]:
    """The exact totals of ballots by case, all at once; of complete ones only."""
    keys = [stage.criteria[i].key for i in stage.counted]
    whole = {
        case: row
        for case, cells in ballots.items()
        if len(row := [cells[key] for key in keys if key in cells]) == len(keys)
        and not any(cell.state == State.MISSING for cell in row)
    }
    matrix = Matrix(
        tuple(whole),
        ("",),
        tuple(keys),
        array("q", [cell.points for row in whole.values() for cell in row]),
        bytearray(cell.state for row in whole.values() for cell in row),
    )
    read = Ballots(stage, rounding, matrix)
    totals = ((case, read.row(place)[0]) for place, case in enumerate(whole))
    over = read.denominator
    return {case: Fraction(total, over) for case, total in totals if total is not None}


def open_criteria(stage: ScoreStage, cells: Mapping[str, Cell]) -> tuple[str, ...]:
    """The criteria still to be answered, those not counted included."""
    keys = (criterion.key for criterion in stage.criteria)
    return tuple(key for key in keys if cells.get(key, NO_CELL).state == State.MISSING)


def own_totals(stage: ScoreStage, rounding: Rounding, answers: Answers) -> dict[str, Fraction]:
    """The totals of the cases that are finished and not recused."""
    cells = {case: answer.cells for case, answer in answers.items() if not answer.recused}
    return ballot_totals(stage, rounding, cells)


# -- ranks and ties ---------------------------------------------------------------------


def own_ranks(rounding: Rounding, totals: Totals) -> dict[str, int]:
    """This judge's own order: 1 + how many totals are higher, as they look when rounded."""
    shown = _shown(rounding, totals)
    rising = sorted(shown.values())
    return {case: 1 + len(rising) - bisect_right(rising, units) for case, units in shown.items()}


def tie_groups(rounding: Rounding, totals: Totals) -> tuple[tuple[str, ...], ...]:
    """Cases whose totals look the same when rounded (同分), the highest first."""
    groups: dict[int, list[str]] = {}
    for case, units in _shown(rounding, totals).items():
        groups.setdefault(units, []).append(case)
    return tuple(tuple(groups[u]) for u in sorted(groups, reverse=True) if len(groups[u]) > 1)


def _shown(rounding: Rounding, totals: Totals) -> dict[str, int]:
    return {case: round_to(t, rounding.places, rounding.mode) for case, t in totals.items()}


# -- distribution -----------------------------------------------------------------------


@dataclass(frozen=True)
class Band:
    """Totals from `start` up to, not including, `end` (the topmost includes its end)."""

    start: Fraction
    end: Fraction
    count: int


@dataclass(frozen=True)
class Distribution:
    """This judge's totals in bands, lowest first; the four figures are None with no totals."""

    bands: tuple[Band, ...]
    mean: Fraction | None
    median: Fraction | None
    highest: Fraction | None
    lowest: Fraction | None


def distribution(stage: ScoreStage, totals: Totals) -> Distribution:
    """Bands begin at 60, 70, 80 and 90 percent of the full mark."""
    low, full = ballot_limits(stage)
    starts = [low, *(edge for p in BANDS if (edge := Fraction(full * p, 100)) > low)]
    over, rising = _whole(totals)
    places = [0, *(bisect_left(rising, start * over) for start in starts[1:]), len(rising)]
    bands = tuple(
        Band(start, end, places[at + 1] - places[at])
        for at, (start, end) in enumerate(zip(starts, [*starts[1:], full], strict=True))
    )
    if not rising:
        return Distribution(bands, None, None, None, None)
    mean = Fraction(sum(rising), len(rising) * over)
    high, low = Fraction(rising[-1], over), Fraction(rising[0], over)
    return Distribution(bands, mean, Fraction(_median(rising), over), high, low)


def _whole(totals: Totals) -> tuple[int, list[int]]:
    """Totals as integers over one denominator, rising: whole numbers are sorted much faster."""
    over = lcm(*(total.denominator for total in totals.values()))
    return over, sorted(t.numerator * (over // t.denominator) for t in totals.values())


def ballot_limits(stage: ScoreStage) -> tuple[Fraction, Fraction]:
    """The lowest and the highest total a complete ballot can have, in points."""
    counted = [stage.criteria[i] for i in stage.counted]
    worth = [1] * len(counted) if stage.summing else list(shares(stage))
    unit = 10**stage.decimals * (1 if stage.summing else sum(worth))
    low = sum(w * c.scale.low for w, c in zip(worth, counted, strict=True))
    high = sum(w * c.scale.high for w, c in zip(worth, counted, strict=True))
    return Fraction(low, unit), Fraction(high, unit)


def _median(rising: Sequence[int]) -> Fraction:
    half = len(rising) // 2
    return Fraction(rising[half] + rising[-half - 1], 2)


# -- hints ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Hint:
    """A question to the judge about one case.

    unfinished: `criteria` are open. outlier: the judge's other cases have `criteria[0]`
    between `low` and `high` (stage units), this one `points`. tie: `cases` have the same
    total. doubt: the judge's own mark. `key` names it for dismissal; a dismissed outlier or
    tie comes back once its numbers change.
    """

    kind: HintKind
    case: str
    criteria: tuple[str, ...] = ()
    points: int | None = None
    low: int | None = None
    high: int | None = None
    cases: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        detail = {
            "outlier": f":{','.join(self.criteria)}:{self.points}",
            "tie": f":{','.join(self.cases)}",
        }
        return self.kind + detail.get(self.kind, "")

    @property
    def blocks(self) -> bool:
        return self.kind == "unfinished"


def hints(
    stage: ScoreStage, rounding: Rounding, answers: Answers, totals: Totals | None = None
) -> tuple[Hint, ...]:
    """All hints: unfinished cases, then outliers, ties and doubts, each in slate order.

    `totals`: those of `own_totals`, where they are known already.
    """
    active = {case: answer for case, answer in answers.items() if not answer.recused}
    if totals is None:
        totals = own_totals(stage, rounding, active)
    return (
        *_unfinished(stage, active),
        *(hint for c in stage.criteria for hint in outliers(c, active)),
        *_ties(rounding, _finished(stage, active, totals)),
        *(Hint("doubt", case) for case, answer in active.items() if answer.doubt),
    )


def _unfinished(stage: ScoreStage, active: Answers) -> Iterator[Hint]:
    for case, answer in active.items():
        criteria = open_criteria(stage, answer.cells)
        if criteria:
            yield Hint("unfinished", case, criteria)


def _finished(stage: ScoreStage, active: Answers, totals: Totals) -> Totals:
    """A case whose required comment is missing is unfinished, and ties with none."""
    if not stage.commented:
        return totals
    return {case: total for case, total in totals.items() if active[case].comment.strip()}


def _ties(rounding: Rounding, totals: Totals) -> Iterator[Hint]:
    for group in tie_groups(rounding, totals):
        yield from (Hint("tie", case, cases=group) for case in group)


def outliers(criterion: Criterion, active: Answers) -> Iterator[Hint]:
    """Values far outside this judge's other values of the criterion: perhaps a digit is missing.

    Far is: outside their range by more than that range and by more than a fifth of the
    scale, with at least five other cases to compare. The mean has no part in it.
    """
    cells = {case: answer.cells.get(criterion.key, NO_CELL) for case, answer in active.items()}
    scored = {case: cell.points for case, cell in cells.items() if cell.state == State.SCORED}
    if len(scored) <= OTHERS:
        return
    rising = sorted(scored.values())
    for case, points in scored.items():
        if rising[1] <= points <= rising[-2]:
            continue  # within the others, whichever one is taken out
        low, high = _others(rising, points)
        away = max(low - points, points - high)
        span = criterion.scale.high - criterion.scale.low
        if away > high - low and away * FAR > span:
            yield Hint("outlier", case, (criterion.key,), points, low, high)


def _others(rising: Sequence[int], points: int) -> tuple[int, int]:
    """The lowest and the highest of the values, with `points` taken out once."""
    low = rising[1] if points == rising[0] else rising[0]
    high = rising[-2] if points == rising[-1] else rising[-1]
    return low, high


# -- similar cases ----------------------------------------------------------------------


def total_so_far(stage: ScoreStage, cells: Mapping[str, Cell]) -> Fraction | None:
    """The total of what is scored so far, as if the rest did not apply; None with nothing."""
    keys = [stage.criteria[i].key for i in stage.counted]
    scored = [cells.get(key, NO_CELL) for key in keys]
    weighing = weigh(stage, [cell.state == State.SCORED for cell in scored])
    if weighing is None:
        return None
    total = sum(m * cell.points for m, cell in zip(weighing.multipliers, scored, strict=True))
    return Fraction(total, weighing.denominator * 10**stage.decimals)


def similar(
    stage: ScoreStage,
    rounding: Rounding,
    answers: Answers,
    case: str,
    totals: Totals | None = None,
) -> tuple[tuple[str, Fraction], ...]:
    """This judge's other finished cases with the nearest totals, highest total first.

    Compared with the total so far; equally near ones come in slate order. Empty until one
    criterion is scored. `totals`: those of `own_totals`, where they are known already.
    """
    here = total_so_far(stage, answers[case].cells)
    if here is None:
        return ()
    known = own_totals(stage, rounding, answers) if totals is None else totals
    over = lcm(here.denominator, *(total.denominator for total in known.values()))
    mine = here.numerator * (over // here.denominator)

    def away(item: tuple[str, Fraction]) -> int:
        """How far a total is, as an integer over one denominator: quicker than fractions."""
        return abs(item[1].numerator * (over // item[1].denominator) - mine)

    nearest = nsmallest(SIMILAR, (item for item in known.items() if item[0] != case), key=away)
    return tuple(sorted(nearest, key=lambda item: item[1], reverse=True))
