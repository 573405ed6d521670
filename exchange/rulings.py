"""Decisions about ballots as the award keeps them: rulings on conflicts, late ballots let in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from exchange.admitting import Ruling
from exchange.fields import at_most, text
from exchange.objects.terms import Count, Hex32, Id, Receipt

Reason = Annotated[str, text(1, 5000)]


@dataclass(frozen=True)
class RulingRecord:
    """Which ballot holds, which are set aside, and why."""

    judge: Id
    keep: Hex32
    over: Annotated[tuple[Hex32, ...], at_most(1000)]
    reason: Reason

    @classmethod
    def of(cls, ruling: Ruling, reason: str) -> RulingRecord:
        return cls(ruling.judge, ruling.keep, ruling.over, reason)

    @property
    def ruling(self) -> Ruling:
        return Ruling(self.judge, self.keep, self.over)


@dataclass(frozen=True)
class LateRecord:
    """A ballot that came after closing and was let in by a minuted decision."""

    judge: Id
    file: Hex32
    receipt: Receipt
    seq: Count
    reason: Reason
