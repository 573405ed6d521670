"""Why a case is not where its number would put it, and the way over the stages, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from award.chain_words import adds, percent_words, stage_name
from scoring.chain_rules import Stage
from scoring.explain import Trail, explain
from scoring.inputs import AwardInputs
from scoring.points import format_exact, format_fixed
from scoring.result import Outcome, Remark, StageOutcome, Standing
from scoring.rules import Rules
from sheets.rule_names import KNOWN, reason_words
from words import say

__all__ = ["KNOWN", "remark_words", "stage_trails", "trail_lines"]


def remark_words(rules: Rules, remark: Remark, lang: str | None = None) -> str:
    """`第9名，同系统名额已满（经典案例每系统最多1个）`."""
    return reason_words(rules, remark.code, remark.stage, remark.tier, remark.params, lang)


def trail_lines(rules: Rules, outcome: Outcome, standing: Standing) -> Iterator[str]:
    """The way of one case over the stages of a chain, to its total."""
    if not outcome.stages:
        return
    yield say("stages.trail")
    for stage in outcome.stages:
        line = _stage_line(rules, stage, standing.case)
        if line:
            yield "  " + line
    if standing.score.value is not None and standing.score.published is not None:
        yield "  " + _total(rules, outcome, standing)


def stage_trails(
    rules: Rules, inputs: AwardInputs, outcome: Outcome, stage: Stage, case: str
) -> Iterator[tuple[Rules, Trail]]:
    """The trail of a case in one score stage, with the rules as that stage sees them; none
    where the case was not in it or the stage is of another kind.
    """
    found = next((one for one in outcome.stages if one.key == stage.key), None)
    if stage.kind != "score" or found is None or found.score(case) is None:
        return
    matrix = inputs.matrices.get(stage.key)
    if matrix is None:
        return
    entrants = [score.case for score in found.scores]
    view = replace(rules.looking_at(stage.key), rounding=stage.rounding or rules.rounding)
    alone = Outcome(tuple(Standing(None, score) for score in found.scores))
    measures = inputs.measures.get(case, {})
    yield view, explain(view, matrix.of_cases(entrants), alone, case, measures)


def _stage_line(rules: Rules, stage: StageOutcome, case: str) -> str:
    score, name = stage.score(case), stage_name(rules, stage.key)
    if score is None:
        return ""  # the case had left before
    places = _places(rules, stage.key)
    shown = "" if score.published is None else format_fixed(score.published, places)
    if case in stage.votes:
        key = "trail_votes" if shown else "trail_votes_only"
        return say(f"stages.{key}", name=name, votes=stage.votes[case], score=shown)
    if stage.tallies:
        tally = next(one for one in stage.tallies if one.case == case)
        return say("stages.trail_ticks", name=name, votes=tally.votes, base=tally.base)
    if shown:
        change = stage.adjusted.get(case)
        more = say("stages.trail_adjusted", points=format_exact(change)) if change else ""
        return say("stages.trail_score", name=name, score=shown) + more
    eligible = case in stage.promoted and not score.unranked
    return say("stages.trail_passed" if eligible else "stages.trail_none", name=name)


def _places(rules: Rules, key: str) -> int:
    stage = next(one for one in rules.passes() if one.key == key)
    return (stage.rounding or rules.rounding).places


def _total(rules: Rules, outcome: Outcome, standing: Standing) -> str:
    parts = []
    for share in rules.total:
        stage = next(one for one in outcome.stages if one.key == share.stage)
        score = stage.score(standing.case)
        if score is not None and score.published is not None:
            places = _places(rules, share.stage)
            exact = rules.rounding.when == "final" and score.value is not None
            value = format_exact(score.value) if exact and score.value is not None else (
                format_fixed(score.published, places))  # fmt: skip
            times = "" if adds(rules) else f"×{percent_words(share.weight * 100)}"
            parts.append(value + times)
    assert standing.score.value is not None and standing.score.published is not None  # noqa: PT018 - asked before
    shown = format_fixed(standing.score.published, rules.rounding.places)
    value = format_exact(standing.score.value)
    return say("stages.trail_total", list=" + ".join(parts), value=value, score=shown)
