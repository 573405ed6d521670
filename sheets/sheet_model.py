"""The records of a result sheet. Scores are text in points (`88.5`); exact values are text,
`numerator/denominator`, so that nothing is rounded on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from db.records import ResultKind
from scoring.chain_rules import StageKind
from scoring.deviation import Base
from scoring.inputs import EventKind
from scoring.result import Decision, Drop, Gap, OpenCut, Vacancy
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
class PlaceRemark:
    """Why a case is not where its number would put it: a code, the stage or tier it is about,
    and the values its sentence needs, as text.
    """

    code: str
    stage: str
    tier: str
    params: Mapping[str, str]


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
    remarks: tuple[PlaceRemark, ...] = field(default=(), metadata=LATER)


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
class StageScore:
    """What a stage gave a case; `score` and `exact` empty where it has no number.

    `adjusted` is what bonus and penalty changed, exact. `promoted`: the case went on.
    """

    case: str
    score: str
    exact: str
    adjusted: str
    promoted: bool


@dataclass(frozen=True)
class MeasuredCase:
    """What was measured of a case, a factor or a base value: `amount` as text, `3.2`."""

    case: str
    measure: str
    amount: str


@dataclass(frozen=True)
class PublicCount:
    """The public votes of a case: counted, deducted, and why."""

    case: str
    counted: int
    deducted: int
    reason: str


@dataclass(frozen=True)
class Ticks:
    """The ticks of a case on one question of an approval vote, out of its base."""

    case: str
    question: str
    votes: int
    base: int


@dataclass(frozen=True)
class SheetStage:
    """One stage of a chain. `marks` are those of its judges; those of the first stage that is
    judged stand in `scores` of the sheet. `members`, `present` and `void` count the ballots of
    an approval vote.
    """

    key: str
    zh: str
    en: str
    kind: StageKind
    criteria: tuple[Named, ...]
    marks: tuple[ScoreRow, ...]
    results: tuple[StageScore, ...]
    votes: tuple[PublicCount, ...]
    ticks: tuple[Ticks, ...]
    members: int
    present: int
    void: int


@dataclass(frozen=True)
class CaseEventLine:
    """What somebody decided about a case; `stage` and `tier` where it names one."""

    kind: EventKind
    case: str
    reason: str
    by: str
    stage: str
    tier: str


@dataclass(frozen=True)
class CaseVotes:
    """The votes of a case in a runoff."""

    case: str
    votes: int


@dataclass(frozen=True)
class RunoffBallot:
    """What one judge ticked in a runoff; in a secret one `judge` is the receipt."""

    judge: str
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class SheetRunoff:
    """A runoff that was counted: for how many `places`, the judges who were asked (`members`),
    the ballots cast (`present`) and of them the void ones.
    """

    cases: tuple[str, ...]
    places: int
    members: int
    present: int
    void: int
    votes: tuple[CaseVotes, ...]
    ballots: tuple[RunoffBallot, ...]


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
    stages: tuple[SheetStage, ...] = field(default=(), metadata=LATER)
    events: tuple[CaseEventLine, ...] = field(default=(), metadata=LATER)
    vacancies: tuple[Vacancy, ...] = field(default=(), metadata=LATER)
    runoffs: tuple[SheetRunoff, ...] = field(default=(), metadata=LATER)
    # Only where a rule multiplies by them, or needs one.
    measures: tuple[MeasuredCase, ...] = field(default=(), metadata=LATER)
