"""The arithmetic of the bulk count: exact 64-bit columns, block by block. Needs numpy.

Blocks are small enough that the work stays near the processor. What might not fit into 64
bits is refused before it is calculated. Only `scoring.fast` imports this module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import lcm
from typing import Any

import numpy as np

from scoring.ballots import Shape, read_shape
from scoring.cells import Matrix, State
from scoring.rules import Rounding, ScoreStage

BLOCK = 500_000  # cells worked on at a time: 4 MB of points
LIMIT = 2**62  # every intermediate value stays below
Array = Any  # of 64-bit integers, or of truth values


class TooLarge(Exception):
    """A value might not fit into 64 bits."""


@dataclass
class Bulk:
    """Parallel columns, one entry per case: the value is totals / (counts * denominator).

    `high` and `low` are lists of (judges, totals) columns, one per dropped extreme, where
    they were asked for; judge -1 where nothing was dropped.
    """

    denominator: int
    totals: Array
    counts: Array
    ballots: Array
    published: Array
    high: list[tuple[Array, Array]]
    low: list[tuple[Array, Array]]


class Blocks:
    """One run over the matrix, in blocks of whole cases."""

    def __init__(self, stage: ScoreStage, rounding: Rounding, matrix: Matrix, who: bool) -> None:
        self.stage, self.rounding, self.matrix, self.who = stage, rounding, matrix, who
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
        high = len(pairs) and self.how.high
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
        """The sum without the extremes."""
        how = self.how
        high, low = (how.high, how.low) if how.method == "trimmed_mean" else (0, 0)
        enough = ballots >= max(how.start, high + low + 1)
        counts = ballots - np.where(enough, high + low, 0)
        if not self.who and max(high, low) <= 1:
            gone = self._ends(totals, valid, high, low)
            return [sums - np.where(enough, gone, 0), counts, ballots]
        pairs = self._extremes(totals, valid, high, low)
        named = [(np.where(enough, j, -1), np.where(enough, v, 0)) for j, v in pairs]
        kept = sums - sum(values for _, values in named)
        return [kept, counts, ballots, *(column for pair in named for column in pair)]

    def _ends(self, totals: Array, valid: Array | None, high: int, low: int) -> Array:
        """The highest plus the lowest total of each case, as far as they are dropped."""
        top = totals if valid is None or not high else np.where(valid, totals, -LIMIT)
        bottom = totals if valid is None or not low else np.where(valid, totals, LIMIT)
        highest = top.max(axis=1) if high else 0
        return highest + (bottom.min(axis=1) if low else 0)

    def _extremes(
        self, totals: Array, valid: Array | None, high: int, low: int
    ) -> list[tuple[Array, Array]]:
        """Who and what goes: the extremes one by one, equal ones in judge order.

        Takes `totals` apart; nobody needs them later.
        """
        rows = np.arange(len(totals))
        gone: list[tuple[Array, Array]] = []
        for times, fill, extreme in ((high, -LIMIT, np.argmax), (low, LIMIT, np.argmin)):
            if valid is not None and times:
                totals[~valid] = fill
            for judges, _ in gone:
                totals[rows, judges] = fill
            for _ in range(times):
                judges = extreme(totals, axis=1)
                gone.append((judges, totals[rows, judges]))
                totals[rows, judges] = fill
        return gone
