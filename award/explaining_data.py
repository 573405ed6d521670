"""`rank --explain CASE --json`: the same steps for machines, every exact value a fraction."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from award.deviating import mark_data
from award.explaining import trail_of
from award.folder import Award
from award.ranking import Ranking, inputs_of
from award.remarks import stage_trails
from award.terms import counted_rules
from scoring.cells import State
from scoring.explain import BallotLine, Trail
from scoring.factors import Part
from scoring.points import format_fixed, format_points
from scoring.result import Standing
from scoring.rules import Rules


def explanation_data(award: Award, ranking: Ranking, case: str) -> dict[str, object]:
    """The explanation for machines: exact values as `numerator/denominator`, points as text."""
    award.store.nomination(case)
    if award.rules.chain:
        return chain_data(award, ranking, case)
    trail = trail_of(award, ranking, case)
    return trail_data(award.rules, trail, _far(award.rules, ranking, case))


def _far(rules: Rules, ranking: Ranking, case: str) -> list[dict[str, object]]:
    """The marks far from the others in the stage the rules look at."""
    return [mark_data(rules, one) for one in ranking.marks_in(rules.stage.key, case)]


def chain_data(award: Award, ranking: Ranking, case: str) -> dict[str, object]:
    """The explanation of a case over a chain: each stage by itself, then the ranking."""
    rules, outcome = counted_rules(award), ranking.outcome
    standing = next(one for one in outcome.standings if one.case == case)
    inputs = inputs_of(award, ranking)
    trails = {
        stage.key: trail_data(view, trail, _far(view, ranking, case))
        for stage in rules.chain
        for view, trail in stage_trails(rules, inputs, outcome, stage, case)
    }
    stages = [
        {
            "key": stage.key,
            "value": _fraction(score.value if (score := stage.score(case)) else None),
            "votes": stage.votes.get(case),
            "ticks": [[t.question, t.votes, t.base] for t in stage.tallies if t.case == case],
            "promoted": case in stage.promoted,
            "ballots": trails.get(stage.key),
        }
        for stage in outcome.stages
    ]
    places = rules.rounding.places
    published = standing.score.published
    return {
        "case": case,
        "stages": stages,
        "value": _fraction(standing.score.value),
        "published": None if published is None else format_fixed(published, places),
        "ties": _ties_data(standing),
        "remarks": [
            {"code": one.code, "stage": one.stage, "tier": one.tier, **one.params}
            for one in standing.remarks
        ],
        "rank": standing.rank,
        "tier": standing.tier,
        "tied_with": list(standing.tied_with),
    }


def trail_data(rules: Rules, trail: Trail, far: Iterable[object] = ()) -> dict[str, object]:
    """One score stage for machines."""
    return {
        "case": trail.case,
        "criteria": [
            {"key": one.key, "weight": one.weight, "mean": _fraction(one.mean)}
            for one in trail.criteria
        ],
        "ballots": [_ballot_data(rules, trail, line) for line in trail.ballots],
        "total": _fraction(trail.total),
        "divisor": _number(trail.divisor),
        **_between(trail),
        "value": _fraction(trail.value),
        "published": _published(trail),
        "deviations": list(far),
        "ties": _ties_data(trail.standing),
        "rank": trail.standing.rank,
        "tier": trail.standing.tier,
        "tied_with": list(trail.standing.tied_with),
    }


def _between(trail: Trail) -> dict[str, object]:
    """What was done to the number of the ballots before it was rounded, where anything was."""
    found: dict[str, object] = {}
    if trail.parts:
        found["parts"] = [_part(one) for one in trail.parts]
    if trail.whole:
        found["factors"] = _part(trail.whole)
    if trail.brought:
        overall, panel = map(_fraction, trail.brought)
        found["second_mean"] = {"all": overall, "panel": panel}
    if trail.change:
        found["adjusted"] = _fraction(trail.change)
    return {"counted": _fraction(trail.counted), **found} if found else {}


def _part(part: Part) -> dict[str, object]:
    """What the stage, or a criterion of it, is multiplied by."""
    steps = [
        {"factor": one.factor.key, "before": _fraction(one.before),
         "number": _fraction(one.number), "after": _fraction(one.after)}
        for one in part.steps
    ]  # fmt: skip
    named = {"criterion": part.key} if part.key else {}
    return {**named, "start": _fraction(part.start), "times": steps, "value": _fraction(part.value)}


def _ballot_data(rules: Rules, trail: Trail, line: BallotLine) -> dict[str, object]:
    cells = {
        key: format_points(cell.points, rules.stage.decimals)
        if cell.state is State.SCORED
        else cell.state.name.lower()
        for key, cell in zip(trail.keys, line.cells, strict=True)
    }
    weight = {"weight": _number(line.weight)} if rules.stage.judge_weights else {}
    total = _fraction(line.total)
    return {"judge": line.judge, "cells": cells, "total": total, "use": line.use, **weight}


def _fraction(value: Fraction | None) -> str | None:
    return None if value is None else f"{value.numerator}/{value.denominator}"


def _number(value: Fraction | None) -> int | str | None:
    """A whole number as such, any other as a fraction."""
    whole = value is not None and value.denominator == 1
    return value.numerator if value is not None and whole else _fraction(value)


def _published(trail: Trail) -> str | None:
    places = trail.rounding.places
    return None if trail.published is None else format_fixed(trail.published, places)


def _ties_data(standing: Standing) -> list[dict[str, object]]:
    return [
        {
            "step": use.step.kind,
            "criterion": use.step.key,
            "split": use.split,
            "values": {name: _fraction(value) for name, value in use.values.items()},
        }
        for use in standing.ties
    ]
