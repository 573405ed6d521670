"""What the building of a score stage and that of a chain have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.config_numbers import Exact
from scoring.config_steps import parts
from scoring.rules import Rounding, RoundingWhen, Text, TieStep

if TYPE_CHECKING:  # built also where pydantic is missing: from `config_plain`
    from scoring.config_model import (
        AggregateTable,
        ChainConfig,
        Config,
        CriterionTable,
        MissingTable,
        NameTable,
        RoundingTable,
        ScaleTable,
        StageRoundingTable,
        StageTable,
        TierTable,
    )

    AnyConfig = Config | ChainConfig


@dataclass(frozen=True)
class Marks:
    """The tables of one score stage: its own, or those at the top of the file."""

    scale: ScaleTable
    criterion: Sequence[CriterionTable]
    aggregate: AggregateTable
    missing: MissingTable
    judge_weights: Mapping[str, Exact]


def step_of(step: str) -> TieStep:
    kind, key, stage = parts(step)
    return TieStep(kind, key, stage)  # type: ignore[arg-type]  # checked before


def marks_of(config: AnyConfig, own: StageTable | None = None) -> Marks:
    """The tables of a score stage; what it has not itself stands at the top of the file."""
    scale = (own and own.scale) or config.scale
    aggregate = (own and own.aggregate) or config.aggregate
    missing = (own and own.missing) or config.missing
    assert scale and aggregate and missing  # noqa: PT018 - the checks have seen to it
    weights = (own and own.judge_weights) or config.judge_weights
    if own and own.judges:
        weights = {judge: weight for judge, weight in weights.items() if judge in own.judges}
    return Marks(scale, (own and own.criterion) or config.criterion, aggregate, missing, weights)


def rounding_of(table: RoundingTable | StageRoundingTable, when: RoundingWhen) -> Rounding:
    """The interval in units of the places; 1 where there is none."""
    interval = table.interval.value * 10**table.places if table.interval else Fraction(1)
    return Rounding(table.mode, table.places, when, interval.numerator)


def percent_of(table: TierTable) -> int:
    return table.percent.scaled(4) if table.percent else 0


def text_of(table: NameTable) -> Text:
    return Text(table.zh, table.en)
