"""What stages, criteria, tiers and tie steps are called, and why a case stands where it does."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from scoring.rules import Rules, TieStep
from words import entry, pick, say

KNOWN = frozenset(
    {"rejected", "vetoed", "struck", "below_min", "not_promoted", "open_cut", "below_line",
     "below_threshold", "no_quorum", "not_elected", "cap", "floor", "tier_line",
     "tier_threshold", "ceiling", "cut_open", "cut_excluded", "preset", "reserve"}
)  # fmt: skip
"""Codes of remarks that have a sentence of their own."""


def stage_name(rules: Rules, key: str, lang: str | None = None) -> str:
    """What a stage is called; its key where the rules have no such stage."""
    named = {stage.key: stage.name for stage in rules.passes()}
    return pick((named[key].zh, named[key].en), lang) if key in named else key


def criterion_name(rules: Rules, key: str, stage: str = "", lang: str | None = None) -> str:
    """What a criterion is called, in the stage that is named or the first that has it."""
    forms = (form for form in rules.stages if form.key == stage or not stage)
    named = {one.key: one.name for form in forms for one in reversed(form.criteria)}
    return pick((named[key].zh, named[key].en), lang) if key in named else key


def tier_name(rules: Rules, key: str, lang: str | None = None) -> str:
    named = {tier.key: tier.name for tier in rules.tiers}
    return pick((named[key].zh, named[key].en), lang) if key in named else key


def step_words(rules: Rules, step: TieStep, lang: str | None = None) -> str:
    """A step of the cascade, with the stage it looks at."""
    if step.kind in {"stage", "votes"}:
        name = stage_name(rules, step.key, lang)
    elif step.kind == "criterion":
        name = criterion_name(rules, step.key, step.stage, lang)
    else:
        name = step.key
    told = say(f"rules.tie_{step.kind}", lang, name=name)
    if not step.stage:
        return told
    return say("stages.in_stage", lang, stage=stage_name(rules, step.stage, lang), step=told)


def reason_words(
    rules: Rules,
    code: str,
    stage: str,
    tier: str,
    params: Mapping[str, object],
    lang: str | None = None,
) -> str:
    """`第9名，同系统名额已满（经典案例每系统最多1个）`; empty where what it needs is not told."""
    given = {
        "stage": stage_name(rules, stage, lang),
        "tier": tier_name(rules, tier, lang),
        **params,
    }
    if "by" in params and code in {"cap", "floor"}:
        given["by"] = say(f"stages.group_{params['by']}", lang)
    if "of" in params:
        name = criterion_name(rules, str(params.get("key", "")), stage, lang)
        given["of"] = say(f"stages.of_{params['of']}", lang, stage=given["stage"], name=name)
    key = f"stages.remark_{code if code in KNOWN else 'other'}"
    needed = {field for _, field, _, _ in Formatter().parse(entry(key)[0]) if field}
    return say(key, lang, **given) if needed <= given.keys() else ""
