"""From checked tables to `Rules`: every decimal becomes an integer of its stage's unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from scoring.config_numbers import Exact
from scoring.config_parts import Marks, marks_of, percent_of, rounding_of, step_of
from scoring.config_read import Data
from scoring.config_steps import ONLY
from scoring.rules import (
    JUDGE_PLACES,
    Aggregation,
    Announce,
    Criterion,
    Level,
    Missing,
    Rules,
    Scale,
    ScoreStage,
    Text,
    Tier,
)

if TYPE_CHECKING:  # built also where pydantic is missing: from `config_plain`
    from scoring.config_model import (
        AggregateTable,
        AnnounceTable,
        ChainConfig,
        Config,
        CriterionTable,
        LevelTable,
        NameTable,
        ScaleTable,
        TextTable,
        TierTable,
    )

ONLY_NAME = Text("评分", "Scoring")
"""The name of the one stage of an award whose file has no [[stage]]."""


FURTHER = ("stage", "total", "adjust", "factor", "line", "cap", "floor", "publication")
"""The tables of a file that an award of one score stage goes without."""


def build(config: Config | ChainConfig, data: Data) -> Rules:
    """The rules of a file that passed all checks; `data` is what it says, for names."""
    name = _text(config.award.name)
    forms = () if "stage" in data else (_stage(ONLY, ONLY_NAME, marks_of(config)),)
    rules = Rules(
        award=config.award.id,
        name=name,
        stages=forms,
        rounding=rounding_of(config.rounding, config.rounding.when),
        rank_exact=config.ranking.by == "exact",
        ties=tuple(step_of(step) for step in config.ranking.ties),
        shared=config.ranking.shared,
        tiers=tuple(map(_tier, config.tier)),
        announce=_announce(config.announce, name),
        recusal_reasons=tuple(map(_text, config.recusal.reasons)),
        deadline=config.award.deadline,
    )
    if not any(key in data for key in FURTHER):
        return rules
    from scoring.config_chain_build import extended  # most awards have one stage and need none

    return extended(rules, config, data, _stage)


NOBODY: Mapping[str, Exact] = MappingProxyType({})


def _stage(key: str, name: Text, tables: Marks, adjust: Mapping[str, Exact] = NOBODY) -> ScoreStage:
    decimals = _most_places((*_marks(tables), *adjust.values()))
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
        judge_adjust=tuple((judge, points.scaled(decimals)) for judge, points in adjust.items()),
        judge_weights=tuple(
            (judge, weight.scaled(JUDGE_PLACES))
            for judge, weight in sorted(tables.judge_weights.items())
        ),
    )


def _marks(tables: Marks) -> Iterator[Exact | None]:
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
        comment=table.comment,
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
    of, scaled = table.of or "total", table.unequal == "scale"
    return Aggregation(table.method, table.high or 0, table.low or 0, table.start or 0, of, scaled)


def _tier(table: TierTable) -> Tier:
    percent, of = percent_of(table), table.percent_of or "ranked"
    return Tier(table.key, _text(table.name), table.size or 0, table.at_cut, percent, of)


def _announce(table: AnnounceTable, award: Text) -> Announce:
    patterns = {key: _text(getattr(table, key)) for key in ("head", "label", "line")}
    said = {key: text for key, text in patterns.items() if text != Text()}
    title = _text(table.title)
    titled = award if title == Text() else title
    return Announce(titled, table.order, tuple(table.fields), table.sequence, **said)


def _text(table: NameTable | TextTable) -> Text:
    return Text(table.zh, table.en)
