"""The shapes of what an archive holds beside the ballots, read strictly: see `published_inputs`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from exchange.fields import LATER, at_most, integer, matching, one_of
from exchange.objects.terms import MAX_CASES, Line, Name

MOST = 100_000
POINTS = 10**12
MEASURED = 10**13


@dataclass(frozen=True)
class Fact:
    """What caps and promotion ask of a case."""

    case: Name
    field: Line
    unit: Line
    region: Line
    level: Line


@dataclass(frozen=True)
class Facts:
    """The cases in the order they are counted in."""

    cases: Annotated[tuple[Fact, ...], at_most(MAX_CASES)]


@dataclass(frozen=True)
class Votes:
    """The votes of the public for one case, as counted and deducted."""

    case: Name
    counted: Annotated[int, integer(0, 10**10)]
    deducted: Annotated[int, integer(0, 10**10)]
    reason: Line


@dataclass(frozen=True)
class PublicVotes:
    counts: Annotated[tuple[Votes, ...], at_most(MAX_CASES)]


@dataclass(frozen=True)
class Decided:
    """What somebody decided about a case; `stage` and `tier` are empty where none is named."""

    kind: Annotated[str, one_of("reject", "veto", "object", "ceiling", "preset")]
    case: Name
    reason: Line
    by: Line
    stage: Line
    tier: Line


@dataclass(frozen=True)
class Events:
    events: Annotated[tuple[Decided, ...], at_most(MOST)]


@dataclass(frozen=True)
class Measure:
    case: Name
    name: Name
    value: Annotated[int, integer(-MEASURED, MEASURED)]
    places: Annotated[int, integer(0, 4)] = field(default=0, metadata=LATER)


@dataclass(frozen=True)
class Measures:
    measures: Annotated[tuple[Measure, ...], at_most(MOST)]


@dataclass(frozen=True)
class PanelSeats:
    """Whose receipts are those of the judges that the rules name in one panel."""

    stage: Name
    panel: Name
    judges: Annotated[tuple[Name, ...], at_most(500)]


@dataclass(frozen=True)
class Adjusted:
    """The published adjustment of one judge, in units of the stage."""

    stage: Name
    judge: Name
    points: Annotated[int, integer(-POINTS, POINTS)]


@dataclass(frozen=True)
class Weighted:
    """What the ballot of one judge counts for, as the rules have it."""

    stage: Name
    judge: Name
    weight: Annotated[int, integer(1, POINTS)]


@dataclass(frozen=True)
class Seats:
    """The judges whom the rules name, under their labels."""

    panels: Annotated[tuple[PanelSeats, ...], at_most(1000)] = ()
    adjusted: Annotated[tuple[Adjusted, ...], at_most(10_000)] = ()
    weighted: Annotated[tuple[Weighted, ...], at_most(10_000)] = field(default=(), metadata=LATER)


@dataclass(frozen=True)
class Slip:
    """What one ballot says, case by case: a digit of `State` and points for each cell."""

    states: Annotated[str, matching("[0-5]*", "0..5")]
    points: Annotated[tuple[Annotated[int, integer(-POINTS, POINTS)], ...], at_most(MAX_CASES)]


@dataclass(frozen=True)
class Slips:
    """Ballots of a runoff without their judges, in the order of what they say."""

    criteria: Annotated[tuple[Name, ...], at_most(100)]
    cases: Annotated[tuple[Name, ...], at_most(MAX_CASES)]
    slips: Annotated[tuple[Slip, ...], at_most(500)]


@dataclass(frozen=True)
class RecusedOf:
    """From how many of those who voted a secret vote has a case recused."""

    case: Name
    judges: Annotated[int, integer(0, 500)]


@dataclass(frozen=True)
class PublicRoll:
    """What is known of a secret vote beside its ballots; `void` are receipts."""

    members: Annotated[int, integer(0, 500)]
    recused: Annotated[tuple[RecusedOf, ...], at_most(MAX_CASES)]
    most: Annotated[int, integer(0, MAX_CASES)]
    void: Annotated[tuple[Name, ...], at_most(500)]
    closed: bool


@dataclass(frozen=True)
class RunoffSlips:
    places: Annotated[int, integer(1, 10_000)]
    ballots: Slips


@dataclass(frozen=True)
class Runoffs:
    runoffs: Annotated[tuple[RunoffSlips, ...], at_most(1000)]


@dataclass(frozen=True)
class PublicRuling:
    """What the committee, or a draw, decided; `withdrawn` is why it no longer holds."""

    number: Annotated[int, integer(1, 99_999)]
    kind: Annotated[str, one_of("chair", "draw")]
    cases: Annotated[tuple[Name, ...], at_most(MAX_CASES)]
    judge: Line
    stage: Line
    reason: Line
    withdrawn: Line


@dataclass(frozen=True)
class PublicRulings:
    decisions: Annotated[tuple[PublicRuling, ...], at_most(MOST)]
