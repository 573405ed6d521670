"""From checked tables to `Rules`: every decimal becomes an integer of its stage's unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scoring.config_model import (
    AggregateTable,
    AnnounceTable,
    Config,
    CriterionTable,
    LevelTable,
    NameTable,
    ScaleTable,
    StageTables,
    TextTable,
    TierTable,
)
from scoring.config_numbers import Exact
from scoring.rules import (
    Aggregation,
    Announce,
    Criterion,
    Level,
    Missing,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
    Tier,
    TieStep,
)

ONLY_STAGE = "score", Text("评分", "Scoring")
"""Key and name of the one stage of an award whose file has no [[stage]]."""


def build(config: Config) -> Rules:
    """The rules of a file that passed all checks."""
    name = _text(config.award.name)
    return Rules(
        award=config.award.id,
        name=name,
        stages=(_stage(*ONLY_STAGE, config),),
        rounding=Rounding(config.rounding.mode, config.rounding.places, config.rounding.when),
        rank_exact=config.ranking.by == "exact",
        ties=tuple(map(_tie, config.ranking.ties)),
        shared=config.ranking.shared,
        tiers=tuple(map(_tier, config.tier)),
        announce=_announce(config.announce, name),
        recusal_reasons=tuple(map(_text, config.recusal.reasons)),
        deadline=config.award.deadline,
    )


def _stage(key: str, name: Text, tables: StageTables) -> ScoreStage:
    decimals = _most_places(_marks(tables))
    weight_decimals = _most_places(c.weight for c in tables.criterion)
    return ScoreStage(
        key=key,
        name=name,
        criteria=tuple(
            _criterion(c, tables.scale, decimals, weight_decimals) for c in tables.criterion
        ),
        decimals=decimals,
        weight_decimals=weight_decimals,
        aggregation=_aggregation(tables.aggregate),
        missing=Missing(tables.missing.policy, tables.missing.min_ballots),
        summing=any(c.points for c in tables.criterion),
    )


def _marks(tables: StageTables) -> Iterator[Exact | None]:
    """Every number given in points: their decimals set the unit of the stage."""
    scales = [tables.scale, *(c.scale for c in tables.criterion if c.scale)]
    for scale in scales:
        yield from (scale.min, scale.max, scale.step)
    for criterion in tables.criterion:
        yield criterion.points
        yield from (level.start for level in criterion.levels)


def _most_places(numbers: Iterable[Exact | None]) -> int:
    return max((number.places for number in numbers if number), default=0)


def _criterion(
    table: CriterionTable, common: ScaleTable, decimals: int, weight_decimals: int
) -> Criterion:
    return Criterion(
        key=table.key,
        name=_text(table.name),
        weight=_weight(table, weight_decimals),
        scale=_scale(table.scale or common, table.points, decimals),
        guide=_text(table.guide),
        levels=tuple(_level(level, decimals) for level in table.levels),
        counted=table.counted,
        optional=table.optional,
    )


def _weight(table: CriterionTable, decimals: int) -> int:
    """Scaled; 1 where points are summed; 0 where the criterion is not counted."""
    if table.weight:
        return table.weight.scaled(decimals)
    return int(table.counted)


def _scale(table: ScaleTable, points: Exact | None, decimals: int) -> Scale:
    high = points or table.max
    return Scale(table.min.scaled(decimals), high.scaled(decimals), table.step.scaled(decimals))


def _level(table: LevelTable, decimals: int) -> Level:
    return Level(table.start.scaled(decimals), Text(table.zh, table.en))


def _aggregation(table: AggregateTable) -> Aggregation:
    return Aggregation(
        table.method, table.high or 0, table.low or 0, table.start or 0, table.of or "total"
    )


def _tie(step: str) -> TieStep:
    kind, _, key = step.partition(":")
    return TieStep(kind, key)  # type: ignore[arg-type]  # checked in config_checks


def _tier(table: TierTable) -> Tier:
    return Tier(table.key, _text(table.name), table.size, table.at_cut)


def _announce(table: AnnounceTable, award: Text) -> Announce:
    patterns = {key: _text(getattr(table, key)) for key in ("head", "label", "line")}
    said = {key: text for key, text in patterns.items() if text != Text()}
    title = _text(table.title)
    titled = award if title == Text() else title
    return Announce(titled, table.order, tuple(table.fields), table.sequence, **said)


def _text(table: NameTable | TextTable) -> Text:
    return Text(table.zh, table.en)
