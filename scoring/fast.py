"""The same numbers in bulk, for awards above a million cells, where numpy is installed.

Exact 64-bit integers, block by block so that the work stays in the processor's cache. What
cannot be done exactly in 64 bits, or is rare (trimming by criterion or by judge), is left to
the plain way: `scores` answers None. The meaning of states comes from `ballots.read_shape`,
so there is one definition of a valid ballot.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any

from scoring.ballots import Shape, read_shape
from scoring.cells import Matrix, State
from scoring.result import CaseScore, Drop, Dropped
from scoring.rules import Rounding, ScoreStage

CELLS = 1_000_000  # below this the plain way is quick enough, and numpy is not even loaded
BLOCK = 500_000  # cells worked on at a time: 4 MB of points
LIMIT = 2**62  # every intermediate value stays below
Array = Any  # numpy is optional: its types are not known here

np: Any = None


class TooLarge(Exception):
    """A value might not fit into 64 bits."""


@dataclass
class Bulk:
    """Parallel columns, one entry per case: the value is totals / (counts * denominator).

    `high` and `low` are lists of (judges, totals) columns, one per dropped extreme; judge
    -1 where nothing was dropped.
    """

    denominator: int
    totals: Array
    counts: Array
    ballots: Array
    published: Array
    high: list[tuple[Array, Array]]
    low: list[tuple[Array, Array]]


def scores(stage: ScoreStage, rounding: Rounding, matrix: Matrix) -> tuple[CaseScore, ...] | None:
    """Every case's number as `aggregate.Count` gives it, or None where the plain way must."""
    if len(matrix.states) < CELLS:
        return None
    found = bulk(stage, rounding, matrix)
    return None if found is None else tuple(_case_scores(stage, matrix, found))


def bulk(stage: ScoreStage, rounding: Rounding, matrix: Matrix) -> Bulk | None:
    """The columns alone, without an object per case."""
    if not _can(stage, matrix):
        return None
    try:
        return Blocks(stage, rounding, matrix).count()
    except TooLarge:
        return None


def _can(stage: ScoreStage, matrix: Matrix) -> bool:
    """numpy is there, the rules are of the common kinds, and patterns fit into a number."""
    global np
    rare = stage.aggregation.method == "trimmed_mean" and stage.aggregation.of != "total"
    waits = stage.missing.policy == "block" and State.MISSING in matrix.states
    if rare or waits or not matrix.states:
        return False
    if importlib.util.find_spec("numpy") is None or len(matrix.criteria) > 20:
        return False
    import numpy

    np = numpy
    return True


class Blocks:
    """One run over the matrix, in blocks of whole cases."""

    def __init__(self, stage: ScoreStage, rounding: Rounding, matrix: Matrix) -> None:
        self.stage, self.rounding, self.matrix = stage, rounding, matrix
        self.how = stage.aggregation
        self.width, self.judges = len(matrix.criteria), len(matrix.judges)
        self.columns = tuple(matrix.criteria.index(stage.criteria[i].key) for i in stage.counted)
        self.points = np.frombuffer(matrix.points, np.int64).reshape(-1, self.width)
        self.states = np.frombuffer(matrix.states, np.uint8).reshape(-1, self.width)
        self.shapes: dict[int, Shape] = {}
        self.full = self._all_scored()
        self._read_shapes()
        self.denominator = self._denominator()
        self.most = self._largest_points()

    # -- what the states mean -----------------------------------------------------------

    def _blocks(self) -> Iterator[slice]:
        """Slices of whole cases, in ballots."""
        step = max(BLOCK // max(self.width * self.judges, 1), 1) * self.judges
        return (slice(at, at + step) for at in range(0, len(self.states), step or 1))

    def _codes(self, block: slice) -> Array | None:
        """One number per ballot for its pattern of states; None where all are scored."""
        states = self.states[block]
        if self.full or (states == State.SCORED).all():
            return None
        return states @ np.array([len(State) ** i for i in range(self.width)], np.int64)

    def _all_scored(self) -> bool:
        """Whether the whole matrix is scored; eight states are compared at a time."""
        whole = len(self.matrix.states) // 8 * 8
        words = np.frombuffer(self.matrix.states, np.uint64, whole // 8)
        every = int.from_bytes(bytes([State.SCORED]) * 8, "little")
        rest = self.matrix.states[whole:]
        return bool((words == every).all()) and rest.count(State.SCORED) == len(rest)

    def _read_shapes(self) -> None:
        blocks = [slice(0, 1)] if self.full else self._blocks()
        for block in blocks:
            codes = self._codes(block)
            for code in [self._full] if codes is None else np.unique(codes).tolist():
                if code not in self.shapes:
                    self.shapes[code] = self._shape(code)

    @property
    def _full(self) -> int:
        """The code of a ballot with every cell scored."""
        return int(sum(State.SCORED * len(State) ** i for i in range(self.width)))

    def _shape(self, code: int) -> Shape:
        states = bytes(code // len(State) ** i % len(State) for i in range(self.width))
        return read_shape(self.stage, self.columns, self.width, states)

    def _denominator(self) -> int:
        if self.rounding.when == "every_criterion":
            return int(10**self.rounding.places)
        return lcm(*(shape.denominator for shape in self.shapes.values()))

    def _factors(self, shape: Shape) -> list[int]:
        """Multipliers that bring points to the common denominator."""
        if self.rounding.when == "every_criterion":
            return [m * self.denominator for m in shape.multipliers] or [0] * self.width
        scale = self.denominator // shape.denominator
        return [m * scale for m in shape.multipliers] or [0] * self.width

    def _largest_points(self) -> int:
        """The points that are safe: with them every sum, scaled for rounding, still fits.

        Raises TooLarge where not even the denominators do.
        """
        factor = max(sum(map(abs, self._factors(shape))) for shape in self.shapes.values())
        scaled = 10**self.rounding.places * (self.judges + 2) * 2
        if self.denominator * scaled >= LIMIT:
            raise TooLarge
        return int(LIMIT // (max(factor, 1) * scaled))

    def _safe(self, points: Array) -> Array:
        """The points themselves. Raises TooLarge where a value might not fit."""
        # Seen as unsigned, negative points are the largest: one pass does for the usual scales.
        if int(points.view(np.uint64).max()) < self.most:
            return points
        if max(-int(points.min()), int(points.max())) >= self.most:
            raise TooLarge
        return points

    # -- totals -------------------------------------------------------------------------

    def _totals(self, block: slice) -> tuple[Array, Array | None]:
        """Totals by case and judge, and which are valid (None: all)."""
        codes, points = self._codes(block), self._safe(self.points[block])
        if codes is None:
            shape = self.shapes[self._full]
            return self._weigh(points, np.array(self._factors(shape)), shape.denominator), None
        found, which = np.unique(codes, return_inverse=True)
        shapes = [self.shapes[code] for code in found.tolist()]
        factors = np.array([self._factors(shape) for shape in shapes])[which]
        units = np.array([shape.denominator for shape in shapes])[which]
        valid = np.array([shape.standing == "valid" for shape in shapes])[which]
        return self._weigh(points, factors, units), valid.reshape(-1, self.judges)

    def _weigh(self, points: Array, factors: Array, units: Array) -> Array:
        """The sum of points times factors; each addend rounded where the rules say so."""
        if self.rounding.when == "every_criterion":
            each = np.reshape(units, (-1, 1)) if np.ndim(units) else units
            totals = self._rounded(points * factors, each).sum(axis=1)
        elif factors.ndim == 1:
            totals = points @ factors
        else:
            totals = np.einsum("ij,ij->i", points, factors)
        return totals.reshape(-1, self.judges)

    def _rounded(self, numerators: Array, denominators: Array) -> Array:
        """`points.round_ratio` for whole columns."""
        whole, rest = np.divmod(np.abs(numerators), denominators)
        if self.rounding.mode != "down":
            twice = 2 * rest
            tie = twice == denominators
            whole += (twice > denominators) | (
                tie if self.rounding.mode == "half_up" else tie & (whole % 2 == 1)
            )
        return np.where(numerators < 0, -whole, whole)

    # -- one number per case ------------------------------------------------------------

    def count(self) -> Bulk:
        """All blocks, put together."""
        parts = [self._block(*self._totals(block)) for block in self._blocks()]
        join = [np.concatenate(column) for column in zip(*parts, strict=True)]
        totals, counts, ballots, *gone = join or [np.zeros(0, np.int64)] * 3
        scaled = totals * 10**self.rounding.places
        published = self._rounded(scaled, np.maximum(counts, 1) * self.denominator)
        pairs = list(zip(gone[::2], gone[1::2], strict=True))
        high = self.how.high if self.how.method == "trimmed_mean" else 0
        return Bulk(
            self.denominator, totals, counts, ballots, published, pairs[:high], pairs[high:]
        )

    def _block(self, totals: Array, valid: Array | None) -> list[Array]:
        """Sum, divisor and valid ballots of each case, then what was dropped."""
        if valid is None:
            ballots = np.full(len(totals), self.judges, np.int64)
        else:
            ballots = valid.sum(axis=1, dtype=np.int64)
            totals = np.where(valid, totals, 0)
        if self.how.method == "median":
            return [*self._median(totals, valid, ballots), ballots]
        sums = totals.sum(axis=1)
        if self.how.method == "sum":
            return [sums, np.ones_like(ballots), ballots]
        return self._trim(totals, valid, ballots, sums)

    def _median(self, totals: Array, valid: Array | None, ballots: Array) -> list[Array]:
        """The two middle values of each case; those that are not valid stand at the end."""
        filled = totals if valid is None else np.where(valid, totals, LIMIT)
        ordered, rows = np.sort(filled, axis=1), np.arange(len(totals))
        below, above = np.maximum(ballots - 1, 0) // 2, ballots // 2
        middle = ordered[rows, below] + ordered[rows, np.minimum(above, self.judges - 1)]
        return [np.where(ballots > 0, middle, 0), np.full_like(ballots, 2)]

    def _trim(self, totals: Array, valid: Array | None, ballots: Array, sums: Array) -> list[Array]:
        """Takes the extremes away one by one; equal ones in judge order."""
        how = self.how
        high, low = (how.high, how.low) if how.method == "trimmed_mean" else (0, 0)
        enough = ballots >= max(how.start, high + low + 1)
        rest, rows = totals, np.arange(len(totals))  # taken apart here, nobody needs it later
        gone: list[tuple[Array, Array]] = []
        for times, fill, extreme in ((high, -LIMIT, np.argmax), (low, LIMIT, np.argmin)):
            if valid is not None and times:
                rest[~valid] = fill
            for judges, _ in gone:
                rest[rows, np.maximum(judges, 0)] = fill
            for _ in range(times):
                judges = extreme(rest, axis=1)
                values = rest[rows, judges]
                rest[rows, judges] = fill
                gone.append((np.where(enough, judges, -1), np.where(enough, values, 0)))
        kept = sums - sum(values for _, values in gone)
        counts = ballots - np.where(enough, high + low, 0)
        return [kept, counts, ballots, *(column for pair in gone for column in pair)]


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
    for case in range(len(matrix.cases)):
        yield tuple(
            Dropped(matrix.judges[judges[case]], kind, Fraction(values[case], found.denominator))
            for kind, (judges, values) in zip(highs + lows, columns, strict=True)
            if judges[case] >= 0
        )
