"""How one case's number, rank and tier came about: data, not sentences.

ballots (every cell, every total) -> what was dropped -> sum / count = quotient
-> rounded once -> published -> tie steps -> rank -> tier
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

from scoring.adjusting import panel_means, panel_of
from scoring.aggregate import Count
from scoring.cells import Cell, Matrix
from scoring.factors import Measures, Part, multiplied, parts_of
from scoring.result import Dropped, Outcome, Standing
from scoring.rules import Rounding, Rules
from scoring.ties import criterion_mean

NOTHING: Measures = MappingProxyType({})
BallotUse = Literal["kept", "dropped", "part_dropped", "incomplete", "absent"]


@dataclass(frozen=True)
class BallotLine:
    """One judge's cells (in the order of `Trail.criteria`), the exact total, and its use.

    `part_dropped`: single criteria of it were dropped. `total` is None unless it is valid.
    """

    judge: str
    cells: tuple[Cell, ...]
    total: Fraction | None
    use: BallotUse
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class CriterionLine:
    """One counted criterion: what it is worth and its exact mean over the kept ballots.

    `weight` is the weight as it stands in the rules (scaled by `weight_decimals`).
    """

    key: str
    weight: int
    mean: Fraction | None


@dataclass(frozen=True)
class Trail:
    """Everything behind one line of the ranking.

    `total` / `divisor` is the quotient, `value`; None where the case is not ranked or the
    number is put together from criteria (trimmed one by one, `criteria` has them). With weights
    of judges `total` is the sum of weight times total and `divisor` that of the weights;
    `shared` says that equal extremes have shared the loss of those that were dropped.

    `parts` are the criteria with their factors, where any has one. `counted` is the number of the
    ballots, with these; with panels that are brought together `brought` is (R, A), by which it is
    multiplied and divided; `whole` is what the factors of the stage make of it; `change` is bonus
    and penalty; `value` is what comes of all these.
    """

    case: str
    criteria: tuple[CriterionLine, ...]
    keys: tuple[str, ...]  # every criterion of the matrix, the order of the cells
    ballots: tuple[BallotLine, ...]
    dropped: tuple[Dropped, ...]
    total: Fraction | None
    divisor: Fraction | None
    parts: tuple[Part, ...]
    counted: Fraction | None
    brought: tuple[Fraction, Fraction] | None
    whole: Part | None
    change: Fraction
    value: Fraction | None
    rounding: Rounding
    published: int | None
    shared: bool
    standing: Standing  # with rank, tier, ties used, tied_with, and the reason if unranked


def explain(
    rules: Rules, matrix: Matrix, outcome: Outcome, case: str, measures: Measures = NOTHING
) -> Trail:
    """The trail of one case; `measures` are its own. Raises KeyError where it is not there."""
    standing, stage = _standing(outcome, case), rules.stage
    # The outcome knows whom a draw left out; asking it keeps this call free of decisions.
    each = rules.each_factored(stage.key)
    count = Count(stage, rules.rounding, matrix, _left_out(outcome), each)
    score, at = standing.score, matrix.cases.index(case)
    dropped = score.dropped if score.value is None else count.score(at).dropped
    total, divisor = _quotient(count, at) if score.value is not None else (None, None)
    numbered = score.value is not None
    parts = parts_of(rules, stage.key, count, at, measures) if each and numbered else ()
    counted = _counted(count, at, parts) if numbered else None
    brought = _brought(rules, count, at) if counted is not None else None
    plain = (Fraction(counted * brought[0], brought[1]) if counted is not None and brought
             else counted)  # fmt: skip
    factors = rules.factors_of(stage.key)
    whole = (multiplied("", plain, factors, measures, rules.rounding)
             if plain is not None and factors else None)  # fmt: skip
    plain = whole.value if whole else plain
    return Trail(
        case,
        tuple(_criterion_lines(count, at)),
        matrix.criteria,
        tuple(_ballot_lines(count, at, dropped)),
        dropped,
        total,
        divisor,
        parts,
        counted,
        brought,
        whole,
        score.value - plain if score.value is not None and plain is not None else Fraction(0),
        score.value,
        rules.rounding,
        score.published,
        count.shares_loss(at),
        standing,
    )


def _counted(count: Count, case: int, parts: Sequence[Part]) -> Fraction:
    """The number of the ballots; of the criteria with their factors where any has one."""
    if parts:
        return sum((part.value for part in parts), Fraction(0))
    return count.value(case, *count.ballots.valid(case))[0]


def _standing(outcome: Outcome, case: str) -> Standing:
    for standing in outcome.standings:
        if standing.case == case:
            return standing
    raise KeyError(case)


def _left_out(outcome: Outcome) -> str:
    """The judge left out of the whole stage, as the outcome shows."""
    dropped = (one for standing in outcome.standings for one in standing.score.dropped)
    return next((one.judge for one in dropped if one.which == "judge"), "")


def _quotient(count: Count, case: int) -> tuple[Fraction | None, Fraction | None]:
    """What was added up and what it was divided by."""
    judges, totals = count.ballots.valid(case)
    if count.by_criterion(len(judges)):
        return None, None
    kept = count.keep(judges, totals)
    total = Fraction(kept.total, count.ballots.denominator * kept.unit)
    return total, Fraction(kept.count, kept.unit)


def _brought(rules: Rules, count: Count, case: int) -> tuple[Fraction, Fraction] | None:
    """R and A of the second mean; None where there is none, or the panel's mean is 0."""
    stage = next(one for one in rules.passes() if one.key == rules.stage.key)
    if not stage.second_mean:
        return None
    names = count.matrix.judges
    values: dict[str, Fraction] = {}
    panels: dict[str, str] = {}
    for at, one in enumerate(count.scores()):
        judges, _ = count.ballots.valid(at)
        panel = panel_of(stage.panels, [names[judge] for judge in judges])
        if one.value is not None and panel:
            values[one.case], panels[one.case] = one.value, panel
    overall, means = panel_means(values, panels)
    own = means.get(panels.get(count.matrix.cases[case], ""))
    return (overall, own) if own else None


def _criterion_lines(count: Count, case: int) -> Iterable[CriterionLine]:
    judges, _ = count.ballots.valid(case)
    for at in count.stage.counted:
        criterion = count.stage.criteria[at]
        mean = criterion_mean(count, case, criterion.key) if judges else None
        yield CriterionLine(criterion.key, criterion.weight, mean)


def _ballot_lines(count: Count, case: int, dropped: tuple[Dropped, ...]) -> Iterable[BallotLine]:
    matrix, row = count.matrix, count.ballots.row(case)
    for judge, name in enumerate(matrix.judges):
        cells = tuple(matrix.cell(case, judge, at) for at in range(len(matrix.criteria)))
        number = row[judge]
        total = None if number is None else Fraction(number, count.ballots.denominator)
        mine = [one for one in dropped if one.judge == name]
        standing = count.ballots.shape(case, judge).standing
        use = _use(mine) if standing == "valid" else standing
        yield BallotLine(name, cells, total, use, count.weight(judge))


def _use(dropped: list[Dropped]) -> BallotUse:
    if not dropped:
        return "kept"
    return "part_dropped" if dropped[0].criterion else "dropped"
