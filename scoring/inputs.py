"""What goes into an award besides its rules: plain data, nothing looked up elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from scoring.cells import Matrix
from scoring.result import Decision

Amount = int | Fraction
"""What was measured of a case: exact."""
EventKind = Literal["reject", "veto", "object", "ceiling", "preset"]


@dataclass(frozen=True)
class CaseFacts:
    """What caps and promotion ask of a case."""

    case: str
    field: str = ""
    unit: str = ""
    region: str = ""
    level: str = ""

    def group(self, by: str) -> str:
        """The group of the case by one of its four facts."""
        return {"field": self.field, "unit": self.unit, "region": self.region}.get(by, self.level)


@dataclass(frozen=True)
class VoteCount:
    """The public votes of a case: as counted, and what was deducted, with the reason."""

    case: str
    counted: int
    deducted: int = 0
    reason: str = ""

    @property
    def valid(self) -> int:
        return self.counted - self.deducted


@dataclass(frozen=True)
class Event:
    """What was decided about one case.

    reject: not admitted, from `stage` on (empty: from the first). veto: out from `stage` on
    (empty: at the end). object: struck after publication. ceiling: at most `tier`. preset: a
    place in `tier` outside its size.
    """

    kind: EventKind
    case: str
    reason: str
    by: str = ""
    stage: str = ""
    tier: str = ""


@dataclass(frozen=True)
class Runoff:
    """A ballot between tied cases alone, for `places`. One criterion; a tick is 1 point.

    Whoever is recused from one of them stays out; more ticks than places void the ballot.
    """

    places: int
    matrix: Matrix


@dataclass(frozen=True)
class Roll:
    """What a secret vote knows beside its ballots, which stand for judges in its matrix.

    `recused`: by case, how many of those who voted are recused from it; `most`: from how many
    cases one of them at most. `void` are ballots found void by people. Not `closed`: the box
    is not open yet, and nothing is counted.
    """

    members: int
    recused: Mapping[str, int] = field(default_factory=dict)
    most: int = 0
    void: frozenset[str] = frozenset()
    closed: bool = True


@dataclass(frozen=True)
class AwardInputs:
    """Everything of one award. `matrices`, `counts` and `rolls` (of secret votes) are by key of
    the stage; `measures` by case, then by name. Of several runoffs between the same cases the
    last one holds.
    """

    cases: tuple[CaseFacts, ...]
    matrices: Mapping[str, Matrix] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, VoteCount]] = field(default_factory=dict)
    measures: Mapping[str, Mapping[str, Amount]] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    decisions: tuple[Decision, ...] = ()
    runoffs: tuple[Runoff, ...] = ()
    rolls: Mapping[str, Roll] = field(default_factory=dict)
