"""What is asked of an assignment and what comes back, as plain frozen data.

Everything is counted in readings: one reading is one judge scoring one case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from words import Problem

Pair = tuple[str, str]  # (case, judge)
Pairs = frozenset[Pair]
SplitReason = Literal["", "count", "pairs", "limits", "unfound"]


@dataclass(frozen=True)
class CaseLoad:
    """A case to be read; `ballots` where it needs another number of judges than the others."""

    case: str
    field: str = ""
    unit: str = ""
    ballots: int | None = None


@dataclass(frozen=True)
class JudgeLoad:
    """A judge who reads. `apart` are cases, `apart_units` units this judge must not get.

    `low` and `high` are this judge's own fewest and most cases, where they differ from the
    wish. Cases or units named here that are not among the cases of the plan have no effect.
    """

    judge: str
    apart: frozenset[str] = frozenset()
    apart_units: frozenset[str] = frozenset()
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True)
class Wish:
    """Judges per case, and the fewest and most cases per judge (`high` None: no limit).

    `low` is at least 1: a judge who is to read nothing is left out of the list.
    """

    ballots: int
    low: int = 1
    high: int | None = None


@dataclass(frozen=True)
class Load:
    """What one judge gets; `fields` counts the cases in the order of `Plan.fields`."""

    judge: str
    cases: tuple[str, ...]
    fields: tuple[int, ...]


@dataclass(frozen=True)
class FieldShare:
    """How one field is spread: its cases and readings, and the fewest and most of one judge."""

    field: str
    cases: int
    readings: int
    least: int
    most: int


@dataclass(frozen=True)
class Part:
    """Judges and cases tied together by readings, and by none to anybody else."""

    judges: tuple[str, ...]
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A change of the input that was tried and makes a connected plan possible.

    `more` are cases read by one more judge (named twice: two more), `permit` pairs that
    would have to be allowed, `lower` and `higher` how far every judge's limits give way.
    """

    more: tuple[str, ...] = ()
    permit: tuple[Pair, ...] = ()
    lower: int = 0
    higher: int = 0


@dataclass(frozen=True)
class Connection:
    """The parts a plan falls into; one part is a connected plan.

    `reason`: `count` too few readings for so many judges and cases; `pairs` nobody may read
    on both sides; `limits` recusals and limits together forbid it; `unfound` the search
    ended without a proof either way. `change` is None where none of those tried helps.
    """

    parts: tuple[Part, ...] = ()
    reason: SplitReason = ""
    change: Change | None = None

    @property
    def connected(self) -> bool:
        return len(self.parts) == 1


@dataclass(frozen=True)
class Plan:
    """Who reads what. Where `problems` is not empty nothing could be planned at all.

    All tuples are sorted by case number or judge id, as text: the rows' order in the input
    leaves no trace, and `repr` is the same wherever `want`, `seed` and the rows are the same.
    """

    want: Wish
    seed: int
    pairs: tuple[Pair, ...] = ()
    loads: tuple[Load, ...] = ()
    fields: tuple[FieldShare, ...] = ()
    connection: Connection = Connection()
    problems: tuple[Problem, ...] = ()

    @property
    def possible(self) -> bool:
        return not self.problems


@dataclass(frozen=True)
class Task:
    """The same question in the form that is solved: sorted, limits filled in, pairs expanded."""

    need: Mapping[str, int]  # judges per case
    field: Mapping[str, str]
    limits: Mapping[str, tuple[int, int]]  # fewest and most cases per judge
    eligible: Mapping[str, tuple[str, ...]]  # who may read a case
    seed: int

    @cached_property
    def total(self) -> int:
        """All readings."""
        return sum(self.need.values())

    @cached_property
    def allowed(self) -> Pairs:
        """Every pair that no recusal forbids."""
        return frozenset((case, judge) for case, who in self.eligible.items() for judge in who)

    @cached_property
    def readable(self) -> Mapping[str, int]:
        """How many cases each judge may read."""
        counts = dict.fromkeys(self.limits, 0)
        for _, judge in self.allowed:
            counts[judge] += 1
        return counts

    def most(self, judge: str) -> int:
        """The most cases a judge can take: the limit, or all that the recusals leave."""
        return min(self.limits[judge][1], self.readable[judge])

    @cached_property
    def field_readings(self) -> Mapping[str, int]:
        """Readings per field, fields sorted."""
        counts = dict.fromkeys(sorted(set(self.field.values())), 0)
        for case, need in self.need.items():
            counts[self.field[case]] += need
        return counts
