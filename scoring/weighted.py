"""Ballots that do not all count alike: the ways of `scoring.methods` for judges with a weight.

Weights are whole numbers of 1/JUDGE_UNIT. They enter every sum and every mean; what is dropped
is counted in ballots. With equal weights each way gives what its sister in `methods` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import mul

from scoring import methods
from scoring.methods import Kept, parts_kept
from scoring.rules import JUDGE_UNIT, Aggregation, CountMethod, ScoreStage

Weights = Sequence[int]


def weights_of(stage: ScoreStage, judges: Sequence[str]) -> tuple[int, ...]:
    """What the ballot of each judge counts for; nothing where all count alike."""
    given = dict(stage.judge_weights)
    return tuple(given.get(judge, JUDGE_UNIT) for judge in judges) if given else ()


def mean(values: Sequence[int], weights: Weights, _how: Aggregation) -> Kept:
    """Sum of weight times value over the sum of the weights."""
    return Kept(sum(map(mul, values, weights)), sum(weights), unit=JUDGE_UNIT)


def total(values: Sequence[int], weights: Weights, _how: Aggregation) -> Kept:
    """Sum of weight times value."""
    return Kept(sum(map(mul, values, weights)), JUDGE_UNIT, unit=JUDGE_UNIT)


def median(values: Sequence[int], weights: Weights, _how: Aggregation) -> Kept:
    """The value at which half of the weight is reached; where a value ends exactly at the half,
    the mean of it and the next one.
    """
    rising = sorted(zip(values, weights, strict=True))
    reached = list(accumulate(weight for _, weight in rising))
    low = next(at for at, weight in enumerate(reached) if 2 * weight >= reached[-1])
    high = next(at for at, weight in enumerate(reached) if 2 * weight > reached[-1])
    return Kept(rising[low][0] + rising[high][0], 2)


def trimmed_mean(values: Sequence[int], weights: Weights, how: Aggregation) -> Kept:
    """The extremes are dropped as without weights; the rest has its weighted mean.

    Of equal extremes of which only some are dropped each keeps the same part of its weight, so
    that nothing depends on which of them is shown as dropped.
    """
    plain = methods.trimmed_mean(values, how)
    whole, parts = parts_kept(values, plain.left_out)
    kept = mean(values, list(map(mul, weights, parts)), how)
    return Kept(kept.total, kept.count, plain.high, plain.low, JUDGE_UNIT * whole)


def trimmed_sum(values: Sequence[int], weights: Weights, how: Aggregation) -> Kept:
    """The weighted mean of what is left, times how many are left of `start` values."""
    return methods.as_sum(trimmed_mean(values, weights, replace(how, start=0)), how.left)


WEIGHTED: Mapping[CountMethod, Callable[[Sequence[int], Weights, Aggregation], Kept]] = {
    "mean": mean,
    "trimmed_mean": trimmed_mean,
    "trimmed_sum": trimmed_sum,
    "median": median,
    "sum": total,
}
