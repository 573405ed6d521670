"""From the ballots of a case to its one number, exactly.

`METHODS` works on the totals of the valid ballots, in judge order, and says what it kept.
Which of several equal extremes is shown as dropped never changes a number: it is the first
in judge order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import lcm

from scoring.rules import Aggregation, CountMethod


@dataclass(frozen=True)
class Kept:
    """The number is `total` / `count`; `high` and `low` are the positions left out.

    With weights of judges both are in parts of 1/`unit`.
    """

    total: int
    count: int
    high: tuple[int, ...] = ()
    low: tuple[int, ...] = ()
    unit: int = 1

    @property
    def left_out(self) -> tuple[int, ...]:
        return self.high + self.low


def mean(values: Sequence[int], _how: Aggregation) -> Kept:
    """Sum over count."""
    return Kept(sum(values), len(values))


def total(values: Sequence[int], _how: Aggregation) -> Kept:
    """The sum."""
    return Kept(sum(values), 1)


def median(values: Sequence[int], _how: Aggregation) -> Kept:
    """The middle value, or the mean of the two middle ones."""
    ordered, half = sorted(values), len(values) // 2
    if len(values) % 2:
        return Kept(ordered[half], 1)
    return Kept(ordered[half - 1] + ordered[half], 2)


def trimmed_mean(values: Sequence[int], how: Aggregation) -> Kept:
    """The mean without the `high` highest and the `low` lowest; below `start` the plain mean.

    Where as many would be dropped as there are, nothing is. Of equal extremes only the
    stated number goes: the first in judge order, the highest being taken first.
    """
    if len(values) < max(how.start, how.high + how.low + 1):
        return mean(values, how)
    rising = sorted(range(len(values)), key=values.__getitem__)
    falling = sorted(range(len(values)), key=values.__getitem__, reverse=True)
    high = tuple(falling[: how.high])
    low = tuple([i for i in rising if i not in high][: how.low])
    kept = sum(values) - sum(values[i] for i in high + low)
    return Kept(kept, len(values) - how.high - how.low, high, low)


def trimmed_sum(values: Sequence[int], how: Aggregation) -> Kept:
    """The sum of what is left of `start` values; of any other number in proportion.

    The extremes are dropped wherever there are more than they.
    """
    rest = trimmed_mean(values, replace(how, start=0))
    return as_sum(rest, how.left)


def as_sum(mean: Kept, left: int) -> Kept:
    """A mean times the number of values the sum is made of."""
    if mean.unit == 1 and mean.count == left:
        return replace(mean, count=1)
    return replace(mean, total=mean.total * left)


def parts_kept(values: Sequence[int], left_out: Sequence[int]) -> tuple[int, list[int]]:
    """How much of each value was kept, in whole parts, and how many parts are all of it.

    All or nothing, but where k of m equal values were left out each of the m has kept
    (m - k) / m: the parts are so small that this is a whole number of them.
    """
    given, gone = Counter(values), Counter(values[at] for at in left_out)
    whole = lcm(*(given[value] for value in gone if gone[value] < given[value]))
    return whole, [whole * (given[value] - gone[value]) // given[value] for value in values]


METHODS: Mapping[CountMethod, Callable[[Sequence[int], Aggregation], Kept]] = {
    "mean": mean,
    "trimmed_mean": trimmed_mean,
    "trimmed_sum": trimmed_sum,
    "median": median,
    "sum": total,
}
