"""What may stand in config.toml: one class per table, one field per key.

The aliases are the keys as written (`from` is a word of Python). Each field's rule is
explained in docs/config.md; a test compares the two. What one field cannot know about
another is checked in `scoring.config_checks` and `scoring.config_chain`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from scoring.chain_rules import GroupBy, PercentOf
from scoring.config_fields import (
    MAX_TIES,
    AwardId,
    Day,
    Key,
    NameTable,
    Number,
    Steps,
    Table,
    TextTable,
    Title,
)
from scoring.config_stage_model import (
    AggregateTable,
    BandTable,
    CriterionTable,
    LevelTable,
    MissingTable,
    PanelTable,
    PromoteTable,
    PublicTable,
    RoundingTable,
    ScaleTable,
    StageRoundingTable,
    StageTable,
    StageTables,
    VoteTable,
)
from scoring.rules import AnnounceOrder, AnnounceSequence, AtCut, SharedRank

__all__ = [
    "FORMAT", "MAX_TIES", "AdjustTable", "AggregateTable", "AnnounceTable", "AwardTable",
    "BandTable", "CapTable", "ChainConfig", "Config", "CriterionTable", "FactorTable", "FloorTable",
    "LevelTable", "LineTable", "MissingTable", "NameTable", "Number", "PanelTable",
    "PromoteTable", "PublicTable", "PublicationTable", "RankingTable", "RecusalTable",
    "RoundingTable", "ScaleTable", "StageRoundingTable", "StageTable", "StageTables", "Table",
    "TextTable", "TierTable", "TotalTable", "VoteTable",
]  # fmt: skip

FORMAT = 1


class AwardTable(Table):
    id: AwardId
    name: NameTable
    deadline: Day = ""


class RankingTable(Table):
    by: Literal["published", "exact"]
    ties: Steps
    shared: SharedRank


class TierTable(Table):
    key: Key
    name: NameTable
    size: Annotated[int, Field(ge=1, le=10_000)] | None = None
    percent: Number | None = None
    percent_of: PercentOf | None = None
    at_cut: AtCut


class RecusalTable(Table):
    reasons: Annotated[list[TextTable], Field(max_length=30)] = []


class AnnounceTable(Table):
    title: NameTable = NameTable()
    order: AnnounceOrder = "rank"
    fields: Annotated[list[Title], Field(max_length=200)] = []
    sequence: AnnounceSequence = "in_order"
    head: TextTable = TextTable()
    label: TextTable = TextTable()
    line: TextTable = TextTable()


class TotalTable(Table):
    weights: dict[str, Number] = {}
    add: Annotated[list[Key], Field(min_length=1, max_length=20)] | None = None


class AdjustTable(Table):
    key: Key
    name: NameTable
    stage: Key | None = None
    measure: Key
    free: Annotated[int, Field(ge=0, le=1_000_000)]
    every: Annotated[int, Field(ge=1, le=1_000_000)]
    points: Number
    most: Number | None = None
    exact: bool = False
    required: bool = False


class FactorTable(Table):
    key: Key
    name: NameTable
    stage: Key | None = None
    criterion: Key | None = None
    measure: Key | None = None
    value: Number | None = None
    takes: Literal["exact", "rounded"]


class LineTable(Table):
    of: str
    least: Number
    tier: str | None = None


class CapTable(Table):
    by: GroupBy
    value: Title | None = None
    most: Annotated[int, Field(ge=0, le=10_000)]
    tier: str | None = None


class FloorTable(Table):
    by: GroupBy
    value: Title
    least: Annotated[int, Field(ge=1, le=10_000)]
    tier: str | None = None


class PublicationTable(Table):
    backfill: bool
    reserves: Annotated[int, Field(ge=0, le=10_000)] = 0
    workdays: Annotated[int, Field(ge=0, le=365)] = 0


class Common(Table):
    """What every award says, with one stage or a chain of them."""

    format: Literal[1]
    award: AwardTable
    rounding: RoundingTable
    ranking: RankingTable
    stage: Annotated[list[StageTable], Field(max_length=20)] = []
    total: TotalTable | None = None
    adjust: Annotated[list[AdjustTable], Field(max_length=50)] = []
    factor: Annotated[list[FactorTable], Field(max_length=100)] = []
    line: Annotated[list[LineTable], Field(max_length=100)] = []
    tier: Annotated[list[TierTable], Field(max_length=50)] = []
    cap: Annotated[list[CapTable], Field(max_length=100)] = []
    floor: Annotated[list[FloorTable], Field(max_length=100)] = []
    publication: PublicationTable | None = None
    recusal: RecusalTable = RecusalTable()
    announce: AnnounceTable = AnnounceTable()


class Config(StageTables, Common):
    """The whole file of an award of one score stage: its tables stand at the top."""


class ChainConfig(Common):
    """The whole file of an award with `[[stage]]`. The tables at the top hold for every score
    stage that has none of its own.
    """

    scale: ScaleTable | None = None
    criterion: Annotated[list[CriterionTable], Field(max_length=100)] = []
    aggregate: AggregateTable | None = None
    missing: MissingTable | None = None
    judge_weights: dict[str, Number] = {}
