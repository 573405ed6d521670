"""From the checked tables of a chain, and of places, to rules: every decimal becomes an integer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from scoring.chain_rules import (
    APPROVE,
    PERCENT_UNIT,
    Adjustment,
    Approval,
    Band,
    Cap,
    Factor,
    Floor,
    Line,
    Majority,
    Panel,
    Promotion,
    Publication,
    PublicVote,
    Share,
    Stage,
)
from scoring.config_numbers import Exact
from scoring.config_parts import Marks, marks_of, rounding_of, step_of, text_of
from scoring.config_read import Data
from scoring.config_steps import Plan, plan_of, valued
from scoring.rules import (
    Aggregation,
    Criterion,
    Missing,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
)

if TYPE_CHECKING:  # built also where pydantic is missing: from `config_plain`
    from scoring.config_model import (
        ChainConfig,
        Config,
        PromoteTable,
        PublicationTable,
        PublicTable,
        StageTable,
        VoteTable,
    )

    AnyConfig = Config | ChainConfig
    Form = Callable[[str, Text, Marks, Mapping[str, Exact]], ScoreStage]


def extended(rules: Rules, config: AnyConfig, data: Data, form: Form) -> Rules:
    """Rules of one score stage with the chain and everything else that a file may say besides."""
    plan, chain = plan_of(data), chain_of(config, rules.rounding, form)
    return replace(
        rules,
        stages=tuple(stage.form for stage in chain if stage.form) or rules.stages,
        chain=chain,
        total=total_of(config, valued(data)),
        adjustments=adjustments_of(config, plan),
        factors=factors_of(config, plan),
        lines=lines_of(config, plan),
        caps=caps_of(config),
        floors=floors_of(config),
        publication=publication_of(config.publication),
    )


def chain_of(config: AnyConfig, rounding: Rounding, form: Form) -> tuple[Stage, ...]:
    """The stages in order; `form` makes what the judges of a score stage fill in."""
    return tuple(_stage(config, one, rounding, form) for one in config.stage)


def _stage(config: AnyConfig, table: StageTable, rounding: Rounding, form: Form) -> Stage:
    name = text_of(table.name)
    own = table.rounding
    used = rounding_of(own, rounding.when) if own else rounding
    made: ScoreStage | None = None
    if table.kind == "score":
        made = form(table.key, name, marks_of(config, table), table.judge_adjust)
    return Stage(
        table.key,
        name,
        table.kind,
        _ballot(config, table, name) if table.vote else made,
        tuple(table.judges),
        used if own else None,
        _promotion(table.promote, used) if table.promote else None,
        _public(table.public) if table.public else None,
        _approval(table.vote) if table.vote else None,
        tuple(Panel(one.key, tuple(one.judges)) for one in table.panel),
        table.second_mean,
    )


def _ballot(config: AnyConfig, table: StageTable, name: Text) -> ScoreStage:
    """What a judge fills in at a vote: 1 for a tick, 0 for none, on each question."""
    assert table.vote is not None  # asked before
    names = {one.key: text_of(one.name) for one in config.tier}
    names[APPROVE] = Text("同意", "Approve")
    questions = [key for key, _ in _ticks(table.vote)]
    scale = Scale(0, 1, 1)
    return ScoreStage(
        table.key,
        name,
        tuple(Criterion(key, names[key], 1, scale) for key in questions),
        0,
        0,
        Aggregation("sum"),
        Missing("exclude", 1),
        summing=True,
    )


def _ticks(table: VoteTable) -> tuple[tuple[str, int], ...]:
    given = table.ticks
    return tuple(given.items()) if isinstance(given, dict) else ((APPROVE, given),)


def _approval(table: VoteTable) -> Approval:
    return Approval(
        quorum=table.quorum,
        base=table.base,
        threshold=table.threshold,
        ticks=_ticks(table),
        fewer=table.fewer,
        over=table.over,
        void_in_base=bool(table.void_in_base),
        abstained_in_base=table.abstained_in_base,
        by=table.by,
        tier_thresholds=_thresholds(table.thresholds),
        secret=table.secret,
    )


def _thresholds(given: Mapping[str, Majority]) -> tuple[tuple[str, Majority], ...]:
    return tuple(given.items())


def _promotion(table: PromoteTable, rounding: Rounding) -> Promotion:
    least = table.min_score
    return Promotion(
        top=table.top or 0,
        ratio=table.ratio.scaled(4) if table.ratio else 0,
        per=table.per or "",
        least=_up(least, rounding.places) if least else None,
        at_cut=table.at_cut or "extend",
        ties=tuple(step_of(step) for step in table.ties or ()),
    )


def _up(least: Exact, places: int) -> int:
    """The smallest published number that is not below `least`."""
    numerator, denominator = least.units * 10**places, 10**least.places
    whole: int = -(-numerator // denominator)
    return whole


def _public(table: PublicTable) -> PublicVote:
    points, bands = table.points or [], table.bands or []
    decimals = max((one.places for one in (*points, *(b.points for b in bands))), default=0)
    return PublicVote(
        table.convert,
        table.full or 100,
        decimals,
        tuple(one.scaled(decimals) for one in points),
        tuple(Band(one.start, one.points.scaled(decimals)) for one in bands),
    )


def total_of(config: AnyConfig, valued: list[str]) -> tuple[Share, ...]:
    """The weights of the stages; the only stage that gives a number counts whole."""
    if not config.stage:
        return ()
    if config.total is None:
        return (Share(valued[0], PERCENT_UNIT),)
    if config.total.add:
        return tuple(Share(key, PERCENT_UNIT) for key in config.total.add)
    return tuple(Share(key, weight.scaled(4)) for key, weight in config.total.weights.items())


def adjustments_of(config: AnyConfig, plan: Plan) -> tuple[Adjustment, ...]:
    found = []
    for one in config.adjust:
        places = max(one.points.places, one.most.places if one.most else 0)
        most = one.most.scaled(places) if one.most else 0
        stage = one.stage or plan.scored[0]
        points = one.points.scaled(places)
        found.append(
            Adjustment(one.key, text_of(one.name), stage, one.measure, one.free, one.every,
                       points, most, places, one.exact, one.required)
        )  # fmt: skip
    return tuple(found)


def factors_of(config: AnyConfig, plan: Plan) -> tuple[Factor, ...]:
    """What values are multiplied by; a number of the rules, or what is measured of a case."""
    return tuple(
        Factor(
            one.key,
            text_of(one.name),
            one.stage or plan.scored[0],
            one.criterion or "",
            one.measure or "",
            one.value.units if one.value else 0,
            one.value.places if one.value else 0,
            one.takes == "rounded",
        )
        for one in config.factor
    )


def lines_of(config: AnyConfig, plan: Plan) -> tuple[Line, ...]:
    found = []
    for one in config.line:
        kind, _, rest = one.of.partition(":")
        stage, dot, key = rest.partition(".")
        if kind == "criterion" and not dot:
            stage, key = plan.scored[0], rest
        least, tier = one.least, one.tier or ""
        found.append(Line(kind, least.units, least.places, stage, key, tier))  # type: ignore[arg-type]
    return tuple(found)


def caps_of(config: AnyConfig) -> tuple[Cap, ...]:
    return tuple(Cap(one.by, one.most, one.tier or "", one.value or "") for one in config.cap)


def floors_of(config: AnyConfig) -> tuple[Floor, ...]:
    return tuple(Floor(one.by, one.value, one.least, one.tier or "") for one in config.floor)


def publication_of(table: PublicationTable | None) -> Publication | None:
    return Publication(table.backfill, table.reserves, table.workdays) if table else None
