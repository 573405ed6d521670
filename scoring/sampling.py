"""Which cases are checked again after the scoring: the first ones all, of the others a part.

The part is drawn by a seed, so that anybody can draw it again: cases are put in the order of
SHA-256(seed, case number) and the first ones are taken. The order of rows and ranks has no
influence. Where more than a given part of the checked cases was wrong, all are checked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True)
class Plan:
    """The first `top` of the ranking, `percent` of the others, all above `wrong_percent` wrong."""

    top: int = 10
    percent: int = 15
    wrong_percent: int = 5


@dataclass(frozen=True)
class Sample:
    """The cases to check: the `first` of the ranking, then those `drawn`, both in rank order."""

    seed: str
    first: tuple[str, ...]
    drawn: tuple[str, ...]

    @property
    def cases(self) -> tuple[str, ...]:
        return self.first + self.drawn


def draw(ranked: Sequence[str], seed: str, plan: Plan) -> Sample:
    """The sample of the cases in rank order. A part of a case is a whole one: 15 % of 7 is 2."""
    first, others = ranked[: plan.top], ranked[plan.top :]
    count = -(-len(others) * plan.percent // 100)
    chosen = sorted(others, key=lambda case: lot(seed, case))[:count]
    return Sample(seed, tuple(first), tuple(case for case in others if case in chosen))


def lot(seed: str, case: str) -> str:
    """The lot of a case, in hex: SHA-256 of the seed, a zero byte and the case number."""
    return sha256(f"{seed}\0{case}".encode()).hexdigest()


def must_check_all(sample: Sample, wrong: Collection[str], plan: Plan) -> bool:
    """Whether more than `wrong_percent` of the checked cases are wrong, counted in whole cases."""
    found = len(set(wrong) & set(sample.cases))
    return found * 100 > plan.wrong_percent * len(sample.cases)
