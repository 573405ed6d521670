"""The same numbers in bulk, for awards above a million cells, where numpy is installed.

Exact 64-bit integers (see `scoring.blocks`). What cannot be done exactly in 64 bits, or is
rare (trimming by criterion or by judge), is left to the plain way: the answer is None. The
meaning of states comes from `ballots.read_shape`, so there is one definition of a valid
ballot. Nothing here loads numpy for an award of ordinary size.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from scoring.cells import Matrix, State
from scoring.result import CaseScore, Drop, Dropped
from scoring.rules import Rounding, ScoreStage

if TYPE_CHECKING:
    from scoring.blocks import Bulk

CELLS = 1_000_000  # below this the plain way is quick enough
PATTERNS = 20  # criteria whose states still fit into one 64-bit number


def scores(stage: ScoreStage, rounding: Rounding, matrix: Matrix) -> tuple[CaseScore, ...] | None:
    """Every case's number as `aggregate.Count` gives it, or None where the plain way must."""
    if len(matrix.states) < CELLS:
        return None
    found = bulk(stage, rounding, matrix, who=True)
    return None if found is None else tuple(_case_scores(stage, matrix, found))


def bulk(stage: ScoreStage, rounding: Rounding, matrix: Matrix, who: bool = False) -> Bulk | None:
    """The columns alone, without an object per case; `who`: also what was dropped."""
    if not (_plain(rounding) and _can(stage, matrix)):
        return None
    from scoring.blocks import Blocks, TooLarge

    try:
        return Blocks(stage, rounding, matrix, who).count()
    except TooLarge:
        return None


def _can(stage: ScoreStage, matrix: Matrix) -> bool:
    """numpy is there, the rules are of the common kinds, and patterns fit into a number."""
    how = stage.aggregation
    rare = how.method == "trimmed_sum" or (how.trims and how.of != "total")
    rare = rare or bool(stage.judge_adjust or stage.judge_weights)
    waits = stage.missing.policy == "block" and State.MISSING in matrix.states
    if rare or waits or not matrix.states or len(matrix.criteria) > PATTERNS:
        return False
    return importlib.util.find_spec("numpy") is not None


def _plain(rounding: Rounding) -> bool:
    """Rounded to decimals, not to multiples of an interval."""
    return rounding.interval == 1


def _case_scores(stage: ScoreStage, matrix: Matrix, found: Bulk) -> Iterator[CaseScore]:
    """One object per case, from plain Python integers."""
    minimum = max(stage.missing.minimum, 1)
    dropped = list(_dropped(matrix, found))
    columns = (found.totals, found.counts, found.ballots, found.published)
    rows = zip(matrix.cases, *(column.tolist() for column in columns), dropped, strict=True)
    for case, total, count, ballots, published, gone in rows:
        if ballots < minimum:
            yield CaseScore(case, None, None, ballots, (), "too_few_ballots")
        else:
            value = Fraction(total, count * found.denominator)
            yield CaseScore(case, value, published, ballots, gone)


def _dropped(matrix: Matrix, found: Bulk) -> Iterator[tuple[Dropped, ...]]:
    """What was left out of each case, the highest first."""
    highs: list[Drop] = ["high"] * len(found.high)
    lows: list[Drop] = ["low"] * len(found.low)
    columns = [(judges.tolist(), values.tolist()) for judges, values in found.high + found.low]
    exact = cache(lambda total: Fraction(total, found.denominator))
    for case in range(len(matrix.cases)):
        yield tuple(
            Dropped(matrix.judges[judges[case]], kind, exact(values[case]))
            for kind, (judges, values) in zip(highs + lows, columns, strict=True)
            if judges[case] >= 0
        )
