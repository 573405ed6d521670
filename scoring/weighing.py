"""How the criteria of a ballot become one number: the weighted mean, or the sum.

A criterion that does not apply gives its share to the others, inside that ballot only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.rules import ScoreStage


@dataclass(frozen=True)
class Weighing:
    """The number is the sum of `multipliers[i] * value[i]`, over `denominator`."""

    multipliers: tuple[int, ...]  # one per counted criterion; 0 where it does not apply
    denominator: int


def shares(stage: ScoreStage) -> tuple[int, ...]:
    """What each counted criterion is worth: its weight, or its full mark in a summing stage."""
    counted = [stage.criteria[i] for i in stage.counted]
    return tuple(max(c.scale.high, 0) if stage.summing else c.weight for c in counted)


def weigh(stage: ScoreStage, present: Sequence[bool]) -> Weighing | None:
    """The weighing of a ballot in which only the `present` counted criteria apply.

    Weighted mean: sum(w * x) / sum(w) over those present. Sum: sum(x), enlarged by
    all full marks / full marks of those present where some do not apply.
    None where nothing that has a share is present: there is no such ballot.
    """
    worth = shares(stage)
    have = sum(share for share, here in zip(worth, present, strict=True) if here)
    if stage.summing and all(present) and present:
        return Weighing((1,) * len(worth), 1)
    if have <= 0:
        return None
    whole = (sum(worth),) * len(worth) if stage.summing else worth
    return Weighing(tuple(m if here else 0 for m, here in zip(whole, present, strict=True)), have)
