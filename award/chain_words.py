"""The rules of a chain of stages, of votes and of places as sentences.

The sentences are in words/stages.py; one function for each part of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scoring.chain_rules import (
    PERCENT_UNIT,
    Adjustment,
    Approval,
    Cap,
    Factor,
    Floor,
    Line,
    Majority,
    Promotion,
    PublicVote,
    Stage,
)
from scoring.points import format_fixed, format_points
from scoring.rules import Rules, Text
from sheets.rule_names import criterion_name, stage_name, step_words, tier_name
from words import pick, say

__all__ = [
    "ChainWords", "criterion_name", "percent_words", "stage_name", "step_words", "tier_name",
]  # fmt: skip

RATE_PLACES = 4  # weights, ratios and percentages are of 10^-4


def percent_words(percent: int) -> str:
    """`40%`."""
    return format_points(percent, RATE_PLACES) + "%"


def adds(rules: Rules) -> bool:
    """Whether the total is the plain sum of several stages."""
    return len(rules.total) > 1 and all(one.weight == PERCENT_UNIT for one in rules.total)


def _way(one: Adjustment) -> str:
    """Whether a measure is added just as it is (and must be there), or in proportion to what is
    over.
    """
    if (one.free, one.every) != (0, 1):
        return "exact"
    return "base" if one.required else "whole"


class ChainWords:
    """One set of rules and one language; every method yields whole sentences."""

    def __init__(self, rules: Rules, lang: str | None) -> None:
        self.rules, self.lang = rules, lang

    def say(self, key: str, /, **params: object) -> str:
        return say(f"stages.{key}", self.lang, **params)

    def text(self, text: Text) -> str:
        return pick((text.zh, text.en), self.lang)

    def list(self, parts: list[str]) -> str:
        return say("rules.comma", self.lang).join(parts)

    def tier(self, key: str) -> str:
        return tier_name(self.rules, key, self.lang)

    # -- the stages -----------------------------------------------------------------------

    def stages(self, scoring: Callable[[Stage], Iterator[str]]) -> Iterator[str]:
        """Every stage in order: what it is, how it counts, who goes on."""
        for place, stage in enumerate(self.rules.chain, 1):
            kind = self.say(f"kind_{stage.kind}")
            yield self.say("stage", place=place, name=self.text(stage.name), kind=kind)
            if stage.judges:
                judges = self.list(list(stage.judges))
                yield self.say("judges", count=len(stage.judges), list=judges)
            if stage.kind == "score":
                yield from scoring(stage)
                yield from self._panels(stage)
            if stage.public:
                yield from self._public(stage.public)
            if stage.approval:
                yield from self._approval(stage.approval)
            if stage.promotion:
                yield from self._promotion(stage, stage.promotion)

    def _panels(self, stage: Stage) -> Iterator[str]:
        for panel in stage.panels:
            yield self.say("panel", name=panel.key, list=self.list(list(panel.judges)))
        if stage.panels:
            yield self.say("second_mean" if stage.second_mean else "panels_plain")
        if stage.form and stage.form.judge_adjust:
            decimals = stage.form.decimals
            given = [f"{judge} {format_points(points, decimals)}"
                     for judge, points in stage.form.judge_adjust]  # fmt: skip
            yield self.say("judge_adjust", list=self.list(given))

    def _public(self, rule: PublicVote) -> Iterator[str]:
        points = [format_points(one, rule.decimals) for one in rule.points]
        bands = [
            self.say("band", votes=band.votes, points=format_points(band.points, rule.decimals))
            for band in rule.bands
        ]
        given = {"rank_points": points, "bands": bands}.get(rule.convert, [])
        yield self.say(f"convert_{rule.convert}", full=rule.full, list=self.list(given))

    def _approval(self, rule: Approval) -> Iterator[str]:
        yield self.say("quorum", part=self.majority(rule.quorum))
        if rule.per_tier:
            each = [self.say("ticks_tier", tier=self.tier(k), count=n) for k, n in rule.ticks]
            yield self.say("ticks_per_tier", list=self.list(each))
        else:
            yield self.say("ticks", count=rule.ticks[0][1])
        yield self.say("fewer" if rule.fewer else "not_fewer")
        yield self.say(f"over_{rule.over}")
        yield self.say(f"base_{rule.base}")
        if rule.base in {"present", "present_minus_recused"}:
            yield self.say("void_in" if rule.void_in_base else "void_out")
        yield self.say("abstained_in" if rule.abstained_in_base else "abstained_out")
        yield self.say("threshold", part=self.majority(rule.threshold))
        for key, part in rule.tier_thresholds:
            yield self.say("threshold_tier", tier=self.tier(key), part=self.majority(part))
        yield self.say(f"by_{rule.by}")
        if rule.secret:
            yield self.say("secret")

    def majority(self, part: Majority) -> str:
        key = "more_than" if part.strict else "at_least"
        return self.say(key, numerator=part.numerator, denominator=part.denominator)

    def _promotion(self, stage: Stage, rule: Promotion) -> Iterator[str]:
        places = (stage.rounding or self.rules.rounding).places
        if rule.least is not None:
            yield self.say("min_score", least=format_fixed(rule.least, places))
        if rule.ratio:
            yield self.say("ratio", ratio=format_points(rule.ratio, RATE_PLACES))
        elif rule.top:
            by = self.say(f"group_{rule.per}") if rule.per else ""
            yield self.say("top_per" if rule.per else "top", top=rule.top, by=by)
        if rule.top or rule.ratio:
            steps = self.list([step_words(self.rules, step, self.lang) for step in rule.ties])
            yield self.say(f"promote_{rule.at_cut}", steps=steps)

    # -- the total, bonus and penalty, lines ------------------------------------------------

    def total(self) -> Iterator[str]:
        if len(self.rules.total) > 1 and adds(self.rules):
            names = [stage_name(self.rules, one.stage, self.lang) for one in self.rules.total]
            yield self.say("total", list=self.say("plus").join(names))
            yield self._total_rounding()
        elif len(self.rules.total) > 1:
            parts = [
                self.say(
                    "share",
                    stage=stage_name(self.rules, share.stage, self.lang),
                    weight=percent_words(share.weight * 100),
                )
                for share in self.rules.total
            ]
            yield self.say("total", list=self.say("plus").join(parts))
            yield self._total_rounding()
        elif self.rules.total:
            name = stage_name(self.rules, self.rules.total[0].stage, self.lang)
            yield self.say("total_one", stage=name)

    def _total_rounding(self) -> str:
        final = self.rules.rounding.when == "final"
        return self.say("total_exact" if final else "total_rounded")

    def factors(self) -> Iterator[str]:
        for one in self.rules.factors:
            yield self._factor(one)

    def _factor(self, one: Factor) -> str:
        """What is multiplied by what, and what is rounded before."""
        stage = stage_name(self.rules, one.stage, self.lang)
        name = criterion_name(self.rules, one.criterion, one.stage, self.lang)
        key = "of_criterion" if one.criterion else "of_stage"
        key += "_factor" if self.rules.chain else "_alone"
        told = self.say(
            "factor_measure" if one.measure else "factor_value",
            what=self.say(key, stage=stage, name=name),
            name=self.text(one.name),
            measure=one.measure,
            value=format_points(one.value, one.decimals),
        )
        return told + (self.say("factor_rounded") if one.rounded else "")

    def adjustments(self) -> Iterator[str]:
        for one in self.rules.adjustments:
            yield self._adjustment(one)

    def _adjustment(self, one: Adjustment) -> str:
        most = self.say("most", points=format_points(one.most, one.decimals)) if one.most else ""
        key = "penalty" if one.points < 0 else "bonus"
        told = self.say(
            f"{key}_{_way(one)}" if one.exact else key,
            name=self.text(one.name),
            stage=stage_name(self.rules, one.stage, self.lang),
            measure=one.measure,
            free=one.free,
            every=one.every,
            points=format_points(abs(one.points), one.decimals),
            most=most,
        )
        return told + (self.say("needed", measure=one.measure) if one.required else "")

    def lines(self) -> Iterator[str]:
        for one in self.rules.lines:
            least = format_points(one.least, one.decimals)
            key = "line_tier" if one.tier else "line"
            yield self.say(key, of=self._of(one), least=least, tier=self.tier(one.tier))

    def _of(self, line: Line) -> str:
        """What a line is about."""
        stage = stage_name(self.rules, line.stage, self.lang)
        if line.of == "total":
            return self.say("of_total")
        if line.of == "stage":
            return self.say("of_stage", stage=stage)
        name = criterion_name(self.rules, line.key, line.stage, self.lang)
        return self.say("of_criterion", name=name, stage=stage)

    # -- places and publication -------------------------------------------------------------

    def places(self) -> Iterator[str]:
        yield from map(self._cap, self.rules.caps)
        yield from map(self._floor, self.rules.floors)
        if self.rules.caps:
            yield self.say("passed_over")

    def _cap(self, cap: Cap) -> str:
        by = self.say(f"group_{cap.by}")
        who = self.say("only", by=by, value=cap.value) if cap.value else self.say("same", by=by)
        return self.say("cap", who=who, most=cap.most, where=self._where(cap.tier))

    def _floor(self, floor: Floor) -> str:
        who = self.say("only", by=self.say(f"group_{floor.by}"), value=floor.value)
        return self.say("floor", who=who, least=floor.least, where=self._where(floor.tier))

    def _where(self, tier: str) -> str:
        return self.say("in_tier", tier=self.tier(tier)) if tier else self.say("overall")

    def publication(self) -> Iterator[str]:
        rule = self.rules.publication
        if rule is None:
            return
        if rule.workdays:
            yield self.say("workdays", count=rule.workdays)
        yield self.say("backfill" if rule.backfill else "no_backfill")
        if rule.reserves:
            yield self.say("reserves", count=rule.reserves)
