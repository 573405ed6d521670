"""The records of a result sheet. Scores are text in points (`88.5`); exact values are text,
`numerator/denominator`, so that nothing is rounded on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.records import ResultKind
from scoring.deviation import Base
from scoring.result import Decision, Drop, Gap, OpenCut
from scoring.rules import LATER


@dataclass(frozen=True)
class Head:
    """What the sheet says of itself. `reason` is why a final result was made despite gaps.

    `mode` says how ballots travelled; empty where judges worked on the award's own computer.
    """

    format: Literal[1]
    number: int
    kind: ResultKind
    reason: str
    program: str
    rules_digest: str
    slate_digest: str
    data_digest: str
    log_head: str
    mode: Literal["", "sealed", "open"] = field(default="", metadata=LATER)


@dataclass(frozen=True)
class Named:
    """An award, tier or criterion: its key and its name in both languages."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True)
class SheetCase:
    """A case without its body; the digest of the nominations covers the body."""

    number: str
    title: str
    unit: str
    field: str
    level: str
    region: str


@dataclass(frozen=True)
class SheetJudge:
    id: str
    name: str


@dataclass(frozen=True)
class DroppedValue:
    """One value trimming left out; `criterion` is empty where a whole ballot total was."""

    judge: str
    criterion: str
    which: Drop
    value: str


@dataclass(frozen=True)
class TieLine:
    """One step of the cascade as used: what was compared, per case, and whether it parted."""

    step: str
    cases: tuple[str, ...]
    values: Mapping[str, str]
    split: bool


@dataclass(frozen=True)
class Place:
    """One line of the ranking.

    `score` is as published, empty where the case is not ranked; `exact` is the value before
    rounding. `remark` is a code: too_few_ballots, blocked, open_cut, shared, or empty.
    """

    rank: int | None
    case: str
    tier: str
    announce_no: int | None
    score: str
    exact: str
    ballots: int
    remark: str
    tied_with: tuple[str, ...]
    dropped: tuple[DroppedValue, ...]
    ties: tuple[TieLine, ...]


@dataclass(frozen=True)
class ScoreRow:
    """One judge's cells of one case, in the order of the criteria.

    A cell is the points or the name of a state (`recused`). `total` is the exact total of
    the ballot, empty where it is not valid.
    """

    case: str
    judge: str
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True)
class Receipt:
    """What identifies a counted ballot."""

    judge: str
    revision: int
    receipt: str
    digest: str
    at: str


@dataclass(frozen=True)
class FarMark:
    """A ballot total far from the others' (`source` says from what; `base` is its value).

    Flagged, never removed; `explanation` is what the judge has written about it.
    """

    case: str
    judge: str
    total: str
    base: str
    source: Base
    explanation: str


@dataclass(frozen=True)
class ResultSheet:
    """A numbered result with all that led to it. `rules` is the parsed rules file, verbatim."""

    result: Head
    award: Named
    tiers: tuple[Named, ...]
    ranking: tuple[Place, ...]
    open_cuts: tuple[OpenCut, ...]
    open_judges: tuple[str, ...]
    decisions: tuple[Decision, ...]
    gaps: tuple[Gap, ...]
    cases: tuple[SheetCase, ...]
    judges: tuple[SheetJudge, ...]
    criteria: tuple[Named, ...]
    scores: tuple[ScoreRow, ...]
    receipts: tuple[Receipt, ...]
    rules: Mapping[str, object]
    deviations: tuple[FarMark, ...] = field(default=(), metadata=LATER)
