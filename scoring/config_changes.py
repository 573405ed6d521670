"""What the tables must say together that change a number: bonus, penalty, factors, sums, rounding.

As in `scoring.config_checks`: each check is one function over the file's data, and skips what
is not of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from scoring.config_chain import own
from scoring.config_mistakes import RuleProblem
from scoring.config_read import Data, Path, count, items, number, table, values, word
from scoring.config_steps import Plan, criterion_faults, plan_of
from scoring.rules import TRIMMED

MAX_PLACES = 6


def check_adjust(data: Data) -> Iterator[RuleProblem]:
    """Bonus and penalty change the score of a score stage."""
    plan = plan_of(data)
    for path, item in items(data, "adjust"):
        stage = item.get("stage")
        if stage is None and plan.chained and len(plan.scored) != 1:
            yield RuleProblem("E-RULE-NODEFAULT", (*path, "stage"), {"key": "stage"})
        elif isinstance(stage, str) and (stage not in plan.scored or not plan.chained):
            params = {"key": stage, "known": ", ".join(plan.scored if plan.chained else [])}
            yield RuleProblem("E-RULE-NOSTAGE", (*path, "stage"), params)
        if number(item, "points") == 0:
            yield RuleProblem("E-RULE-NOTZERO", (*path, "points"))
        most = number(item, "most")
        if most is not None and most <= 0:
            yield RuleProblem("E-RULE-ABOVEZERO", (*path, "most"))


def check_factors(data: Data) -> Iterator[RuleProblem]:
    """A factor is a number of the rules or a measure, of a score stage or a criterion in it."""
    plan = plan_of(data)
    for path, item in items(data, "factor"):
        stage = item.get("stage")
        if stage is None and plan.chained and len(plan.scored) != 1:
            yield RuleProblem("E-RULE-NODEFAULT", (*path, "stage"), {"key": "stage"})
        elif isinstance(stage, str) and (stage not in plan.scored or not plan.chained):
            yield _no_score_stage(plan, (*path, "stage"), stage)
        elif isinstance(item.get("criterion"), str):
            yield from _of_criterion(data, plan, path, item)
        yield from _by_what(path, item)


def _no_score_stage(plan: Plan, path: Path, stage: str) -> RuleProblem:
    if not plan.chained:
        return RuleProblem("E-RULE-STAGEONLY", path, {"key": "stage"})
    return RuleProblem("E-RULE-NOSTAGE", path, {"key": stage, "known": ", ".join(plan.scored)})


def _by_what(path: Path, item: Data) -> Iterator[RuleProblem]:
    given = [key for key in ("measure", "value") if key in item]
    if not given:
        yield RuleProblem("E-RULE-NODEFAULT", (*path, "measure"), {"key": "measure"})
    if len(given) > 1:
        params = {"one": "measure", "other": "value"}
        yield RuleProblem("E-RULE-BOTH", (*path, "value"), params)
    value = number(item, "value")
    if value is not None and value <= 0:
        yield RuleProblem("E-RULE-ABOVEZERO", (*path, "value"))


def _of_criterion(data: Data, plan: Plan, path: Path, item: Data) -> Iterator[RuleProblem]:
    """Criteria are counted one by one then: nothing else may be said of how they go together."""
    stage, at = word(item, "stage") or next(iter(plan.scored), ""), (*path, "criterion")
    name = f"{stage}.{word(item, 'criterion')}"
    for code, given in criterion_faults(name, plan):
        uncounted = code == "E-RULE-TIEUNCOUNTED"
        yield RuleProblem("E-RULE-FACTORUNCOUNTED" if uncounted else code, at, given)
    own_stage = next((one for _, one in items(data, "stage") if word(one, "key") == stage), {})
    mine = own(data, own_stage) if plan.chained else data
    how = table(mine, "aggregate")
    if word(how, "method") in TRIMMED and word(how, "of") in {"total", "judge"}:
        yield RuleProblem("E-RULE-FACTOROF", at)
    if table(mine, "judge_adjust"):
        yield RuleProblem("E-RULE-FACTORADJUST", at)


def check_sums(data: Data) -> Iterator[RuleProblem]:
    """A stage has the judges whose marks its sum is made of."""
    for path, stage in items(data, "stage"):
        how, judges = table(own(data, stage), "aggregate"), values(stage, "judges")
        start = count(how, "from")
        if word(stage, "kind") != "score" or word(how, "unequal") != "refuse" or not judges:
            continue
        if start is not None and len(judges) < start:
            params = {"start": start, "count": len(judges)}
            yield RuleProblem("E-RULE-SUMJUDGES", (*path, "judges"), params)


def check_interval(data: Data) -> Iterator[RuleProblem]:
    """An interval is a whole number of the smallest published step."""
    for outer, part in ((), data), *items(data, "stage"):
        given = table(part, "rounding")
        interval, places = number(given, "interval"), count(given, "places")
        if interval is None or places is None or not 0 <= places <= MAX_PLACES:
            continue
        if interval <= 0 or (interval * 10**places).denominator != 1:
            yield RuleProblem("E-RULE-INTERVAL", (*outer, "rounding", "interval"))


CHANGE_CHECKS = (check_interval, check_adjust, check_factors, check_sums)
