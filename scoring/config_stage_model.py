"""What a stage of an award may say in config.toml: one class per table, one field per key."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from scoring.chain_rules import (
    Base,
    Conversion,
    GroupBy,
    Majority,
    OverVote,
    PromotionCut,
    StageKind,
    VoteOrder,
)
from scoring.config_fields import (
    Count,
    JudgeId,
    Key,
    NameTable,
    Number,
    Sentence,
    Steps,
    Table,
    TextTable,
)
from scoring.config_text import majority
from scoring.rules import CountMethod, MissingPolicy, RoundingMode, RoundingWhen, TrimOf

MAX_VOTES = 10_000_000_000
Unequal = Literal["refuse", "scale"]


def _majority(value: object) -> Majority:
    """`>= 2/3` or `> 1/2`; at most the whole."""
    found = majority(value)
    if found is None:
        raise PydanticCustomError("E-RULE-MAJORITY", "no fraction")
    return found


def _ticks(value: object) -> int | dict[str, int]:
    """One number, or one for each tier by its key."""
    given = value if isinstance(value, dict) else {"": value}
    if not given or any(type(n) is not int or not 1 <= n <= 10_000 for n in given.values()):
        raise PydanticCustomError("E-RULE-TICKS", "no number of ticks")
    return value  # type: ignore[return-value]  # checked above


Part = Annotated[Majority, PlainValidator(_majority)]
Ticks = Annotated["int | dict[str, int]", PlainValidator(_ticks)]


class ScaleTable(Table):
    min: Number
    max: Number
    step: Number


class LevelTable(Table):
    start: Number = Field(alias="from")
    zh: Sentence = ""
    en: Sentence = ""


class CriterionTable(Table):
    key: Key
    name: NameTable
    weight: Number | None = None
    points: Number | None = None
    guide: TextTable = TextTable()
    levels: Annotated[list[LevelTable], Field(max_length=20)] = []
    scale: ScaleTable | None = None
    counted: bool = True
    optional: bool = False
    comment: bool = False


class AggregateTable(Table):
    method: CountMethod
    of: TrimOf | None = None
    high: Count | None = None
    low: Count | None = None
    start: Annotated[int, Field(ge=1, le=500)] | None = Field(default=None, alias="from")
    unequal: Unequal | None = None


class MissingTable(Table):
    policy: MissingPolicy
    min_ballots: Annotated[int, Field(ge=1, le=500)]


class RoundingTable(Table):
    mode: RoundingMode
    places: Annotated[int, Field(ge=0, le=6)]
    when: RoundingWhen
    interval: Number | None = None


class StageRoundingTable(Table):
    mode: RoundingMode
    places: Annotated[int, Field(ge=0, le=6)]
    interval: Number | None = None


class PromoteTable(Table):
    top: Annotated[int, Field(ge=1, le=10_000)] | None = None
    ratio: Number | None = None
    per: GroupBy | None = None
    min_score: Number | None = None
    at_cut: PromotionCut | None = None
    ties: Steps | None = None


class BandTable(Table):
    start: Annotated[int, Field(ge=0, le=MAX_VOTES)] = Field(alias="from")
    points: Number


class PublicTable(Table):
    convert: Conversion
    full: Annotated[int, Field(ge=1, le=1000)] | None = None
    points: Annotated[list[Number], Field(max_length=500)] | None = None
    bands: Annotated[list[BandTable], Field(max_length=50)] | None = None


class VoteTable(Table):
    quorum: Part
    base: Base
    threshold: Part
    thresholds: dict[str, Part] = {}
    ticks: Ticks
    fewer: bool
    over: OverVote
    void_in_base: bool | None = None
    abstained_in_base: bool
    by: VoteOrder
    secret: bool = False


class PanelTable(Table):
    key: Key
    judges: Annotated[list[JudgeId], Field(min_length=1, max_length=500)]


class StageTables(Table):
    """What one score stage needs."""

    scale: ScaleTable
    criterion: Annotated[list[CriterionTable], Field(min_length=1, max_length=100)]
    aggregate: AggregateTable
    missing: MissingTable
    judge_weights: dict[str, Number] = {}


class StageTable(Table):
    """One stage of a chain. A score stage without a table of these four has the one at the top."""

    key: Key
    name: NameTable
    kind: StageKind
    judges: Annotated[list[JudgeId], Field(max_length=500)] = []
    scale: ScaleTable | None = None
    criterion: Annotated[list[CriterionTable], Field(max_length=100)] = []
    aggregate: AggregateTable | None = None
    missing: MissingTable | None = None
    rounding: StageRoundingTable | None = None
    promote: PromoteTable | None = None
    public: PublicTable | None = None
    vote: VoteTable | None = None
    panel: Annotated[list[PanelTable], Field(max_length=50)] = []
    second_mean: bool = False
    judge_adjust: dict[str, Number] = {}
    judge_weights: dict[str, Number] = {}
