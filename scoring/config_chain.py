"""What the tables of a chain of stages must say together.

As in `scoring.config_checks`: each check is one function over the file's data, and skips what
is not of its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from scoring.config_mistakes import RuleProblem
from scoring.config_numbers import plain
from scoring.config_read import Data, Path, count, items, number, table, values, word
from scoring.config_steps import Plan, faults, plan_of, valued

SHARED = ("scale", "criterion", "aggregate", "missing")
PLAIN = {"key", "name", "kind"}
KEYS_OF = {
    "eligibility": PLAIN,
    "score": PLAIN | {*SHARED, "judges", "rounding", "promote", "panel", "second_mean",
                      "judge_adjust", "judge_weights"},
    "public_vote": PLAIN | {"public", "rounding", "promote"},
    "vote": PLAIN | {"judges", "vote", "rounding", "promote"},
}  # fmt: skip
NEEDED = {"eligibility": (), "score": SHARED, "public_vote": ("public",), "vote": ("vote",)}
JUDGED = ("score", "vote")
TOLD_OF = {"max_ratio": "full", "share": "full", "rank_points": "points", "bands": "bands"}
PARTS = ("full", "points", "bands")
RELATIVE = ("present", "present_minus_recused")


def own(data: Data, stage: Data) -> dict[str, object]:
    """A score stage with the tables it takes from the top of the file."""
    common = {key: data[key] for key in SHARED if key in data}
    return {**common, **{key: value for key, value in stage.items() if value != []}}


def check_stages(data: Data) -> Iterator[RuleProblem]:
    """Every stage has the tables of its kind, and no others."""
    if "stage" not in data:
        if "total" in data:
            yield RuleProblem("E-RULE-STAGEONLY", ("total",), {"key": "total"})
        return
    for path, stage in items(data, "stage"):
        kind = word(stage, "kind")
        if kind in KEYS_OF:
            given = own(data, stage) if kind == "score" else stage
            for key in (key for key in NEEDED[kind] if not given.get(key)):
                yield RuleProblem("E-RULE-NODEFAULT", (*path, key), {"key": key})
            for key in (key for key in stage if key not in KEYS_OF[kind]):
                if any(key in known for known in KEYS_OF.values()):
                    params = {"key": key, "kind": kind}
                    yield RuleProblem("E-RULE-STAGEKEY", (*path, str(key)), params)


def check_judges(data: Data) -> Iterator[RuleProblem]:
    """A judge belongs to one stage, so that a ballot says by its judge which stage it is of."""
    judged = [(p, s) for p, s in items(data, "stage") if word(s, "kind") in JUDGED]
    seen: dict[str, str] = {}
    for path, stage in judged:
        named = [name for name in values(stage, "judges") if isinstance(name, str)]
        if not named and len(judged) > 1 and "judges" not in stage:
            yield RuleProblem("E-RULE-NODEFAULT", (*path, "judges"), {"key": "judges"})
        for at, name in enumerate(named):
            if name in seen:
                params = {"judge": name, "stage": seen[name]}
                yield RuleProblem("E-RULE-JUDGETWICE", (*path, "judges", at), params)
            seen[name] = word(stage, "key")
        yield from _panels(path, stage, named)
        yield from _adjusted(data, path, stage, named)


def _panels(path: Path, stage: Data, named: list[str]) -> Iterator[RuleProblem]:
    panels = list(items(stage, "panel"))
    if stage.get("second_mean") is True and not panels:
        yield RuleProblem("E-RULE-NOPANELS", (*path, "second_mean"))
    given = [(at, name) for at, panel in panels for name in values(panel, "judges")]
    often = Counter(name for _, name in given if isinstance(name, str))
    for at, name in given:
        if not isinstance(name, str):
            continue
        if named and name not in named:
            yield RuleProblem("E-RULE-NOJUDGE", (*path, *at, "judges"), {"judge": name})
        elif often[name] > 1:
            yield RuleProblem("E-RULE-TWICE", (*path, *at, "judges"), {"value": name})


def _adjusted(data: Data, path: Path, stage: Data, named: list[str]) -> Iterator[RuleProblem]:
    for key in ("judge_adjust", "judge_weights"):
        for name in (str(name) for name in table(stage, key) if named and name not in named):
            yield RuleProblem("E-RULE-NOJUDGE", (*path, key, name), {"judge": name})
    given = table(stage, "judge_adjust")
    if given and word(table(own(data, stage), "aggregate"), "of") == "criterion":
        yield RuleProblem("E-RULE-ADJUSTOF", (*path, "judge_adjust"))


def check_judge_weights(data: Data) -> Iterator[RuleProblem]:
    """A judge who counts for nothing is no judge: there is `shadow` for that."""
    for outer, part in ((), data), *items(data, "stage"):
        weights = table(part, "judge_weights")
        for name in map(str, weights):
            weight = number(weights, name)
            if weight is not None and weight <= 0:
                yield RuleProblem("E-RULE-JUDGEWEIGHT", (*outer, "judge_weights", name))
    stages = [one for _, one in items(data, "stage") if word(one, "kind") == "score"]
    known = [name for one in stages for name in values(one, "judges")]
    for name in map(str, table(data, "judge_weights") if known else ()):
        if name not in known:
            yield RuleProblem("E-RULE-NOJUDGE", ("judge_weights", name), {"judge": name})


def check_promotion(data: Data) -> Iterator[RuleProblem]:
    """A promotion says how many or how good, and what happens at its cut."""
    plan = plan_of(data)
    for path, stage in items(data, "stage"):
        if isinstance(stage.get("promote"), dict):
            yield from _promotion(data, plan, (*path, "promote"), stage)


def _promotion(data: Data, plan: Plan, path: Path, stage: Data) -> Iterator[RuleProblem]:
    given = table(stage, "promote")
    limits = [key for key in ("top", "ratio") if key in given]
    if not limits and "min_score" not in given:
        yield RuleProblem("E-RULE-PROMOTE", path)
    if len(limits) > 1:
        yield RuleProblem("E-RULE-BOTH", (*path, "ratio"), {"one": "top", "other": "ratio"})
    if limits and "at_cut" not in given:
        yield RuleProblem("E-RULE-NODEFAULT", (*path, "at_cut"), {"key": "at_cut"})
    if "per" in given and "top" not in given:
        yield RuleProblem("E-RULE-NEEDS", (*path, "per"), {"key": "per", "other": "top"})
    yield from _cascade(plan, path, given, word(stage, "key"))
    yield from _ratio(data, path, given)


def _cascade(plan: Plan, path: Path, given: Data, key: str) -> Iterator[RuleProblem]:
    """`ties` belongs to `cascade`, and looks at what has been counted by then."""
    cascade = word(given, "at_cut") == "cascade"
    if cascade and "ties" not in given:
        yield RuleProblem("E-RULE-NODEFAULT", (*path, "ties"), {"key": "ties"})
    if not cascade and "ties" in given:
        yield RuleProblem("E-RULE-NEEDS", (*path, "ties"), {"key": "ties", "other": "cascade"})
    known = plan.upto(key) if key in plan.kinds else plan
    yield from check_steps(values(given, "ties"), known, (*path, "ties"))


def _ratio(data: Data, path: Path, given: Data) -> Iterator[RuleProblem]:
    ratio = number(given, "ratio")
    if ratio is None:
        return
    tiers = [item for _, item in items(data, "tier")]
    if not tiers or any("percent" in item for item in tiers):
        yield RuleProblem("E-RULE-RATIO", (*path, "ratio"))
    elif ratio * sum(count(item, "size") or 0 for item in tiers) < 1:
        yield RuleProblem("E-RULE-ABOVEZERO", (*path, "ratio"))


def check_steps(steps: Iterable[object], plan: Plan, path: Path) -> Iterator[RuleProblem]:
    """Each step is known and stands once; nothing follows a decision, and but for a decision
    nothing follows a runoff: what parts the tie behind it would leave nothing to vote on.
    """
    seen: set[str] = set()
    for place, step in enumerate(steps):
        if not isinstance(step, str):
            continue
        yield from (RuleProblem(code, (*path, place), given) for code, given in faults(step, plan))
        if step in seen:
            yield RuleProblem("E-RULE-TWICE", (*path, place), {"value": step})
        elif "decision" in seen:
            yield RuleProblem("E-RULE-AFTERDECISION", (*path, place), {"step": step})
        elif "runoff" in seen and step != "decision":
            yield RuleProblem("E-RULE-AFTERRUNOFF", (*path, place), {"step": step})
        seen.add(step)


def check_public(data: Data) -> Iterator[RuleProblem]:
    """The conversion has its own numbers and no others."""
    for path, stage in items(data, "stage"):
        given = table(stage, "public")
        convert = word(given, "convert")
        if convert not in {*TOLD_OF, "reference_only"}:
            continue
        at, needed = (*path, "public"), TOLD_OF.get(convert, "")
        if needed and not given.get(needed):
            yield RuleProblem("E-RULE-NODEFAULT", (*at, needed), {"key": needed})
        for key in (key for key in PARTS if key in given and key != needed):
            yield RuleProblem("E-RULE-NOTFOR", (*at, key), {"key": key, "value": convert})
        starts = [(b, count(band, "from")) for b, band in items(given, "bands")]
        for (_, before), (b, start) in pairwise(starts):
            if before is not None and start is not None and start >= before:
                yield RuleProblem("E-RULE-LEVELS", (*at, *b, "from"), {"before": before})


def check_votes(data: Data) -> Iterator[RuleProblem]:
    """An approval vote: its base, and ticks and thresholds for the tiers that there are."""
    tiers = [word(item, "key") for _, item in items(data, "tier")]
    for path, stage in items(data, "stage"):
        given, at = table(stage, "vote"), (*path, "vote")
        base = word(given, "base")
        if base in RELATIVE and "void_in_base" not in given:
            yield RuleProblem("E-RULE-NODEFAULT", (*at, "void_in_base"), {"key": "void_in_base"})
        if base in {"members", "valid"} and "void_in_base" in given:
            params = {"key": "void_in_base", "value": base}
            yield RuleProblem("E-RULE-NOTFOR", (*at, "void_in_base"), params)
        if (given.get("secret") is True and base == "present_minus_recused"
                and given.get("void_in_base") is False):  # fmt: skip
            yield RuleProblem("E-RULE-SECRETBASE", (*at, "void_in_base"))
        for key in table(given, "thresholds"):
            if key not in tiers:
                yield no_tier((*at, "thresholds", str(key)), str(key), tiers)
        ticks = table(given, "ticks")
        for key in (str(key) for key in ticks if key not in tiers):
            yield no_tier((*at, "ticks", key), key, tiers)
        if ticks and (lacking := [key for key in tiers if key not in ticks]):
            yield RuleProblem("E-RULE-TICKSFOR", (*at, "ticks"), {"tiers": ", ".join(lacking)})


def no_tier(path: Path, key: str, tiers: list[str]) -> RuleProblem:
    return RuleProblem("E-RULE-NOTIER", path, {"key": key, "known": ", ".join(tiers)})


def check_total(data: Data) -> Iterator[RuleProblem]:
    """The stages are weighed, and the weights add to 1; or they are added up."""
    if "stage" not in data:
        return
    known = valued(data)
    if not known and isinstance(data.get("stage"), list):
        yield RuleProblem("E-RULE-NOVALUE", ("stage",))
    elif "total" not in data and len(known) > 1:
        yield RuleProblem("E-RULE-NODEFAULT", ("total",), {"key": "total"})
    elif isinstance(data.get("total"), Mapping):
        yield from _total(data, table(data, "total"), known)


def _total(data: Data, given: Data, known: list[str]) -> Iterator[RuleProblem]:
    if "weights" in given and "add" in given:
        yield RuleProblem("E-RULE-BOTH", ("total", "add"), {"one": "weights", "other": "add"})
    elif "weights" in given:
        yield from _weights(data, table(given, "weights"), known)
    elif "add" in given:
        added = [one for one in values(given, "add") if isinstance(one, str)]
        yield from _in_total(data, added, known, ("total", "add"))
        for at, key in enumerate(added):
            if key in added[:at]:
                yield RuleProblem("E-RULE-TWICE", ("total", "add", at), {"value": key})
    else:
        yield RuleProblem("E-RULE-NODEFAULT", ("total", "weights"), {"key": "weights"})


def _in_total(data: Data, keys: list[str], known: list[str], path: Path) -> Iterator[RuleProblem]:
    """Stages that give a number; a vote tier by tier is the whole total or no part of it."""
    by_tier = {word(s, "key") for _, s in items(data, "stage")
               if isinstance(table(s, "vote").get("ticks"), dict)}  # fmt: skip
    for key in dict.fromkeys(keys):
        if key not in known:
            params = {"key": key, "known": ", ".join(known)}
            yield RuleProblem("E-RULE-NOSTAGE", (*path, key), params)
        elif key in by_tier and len(keys) > 1:
            yield RuleProblem("E-RULE-ALONE", (*path, key), {"key": key})


def _weights(data: Data, weights: Data, known: list[str]) -> Iterator[RuleProblem]:
    path = ("total", "weights")
    yield from _in_total(data, [str(key) for key in weights], known, path)
    for key in map(str, weights):
        weight = number(weights, key)
        if key in known and weight is not None and weight <= 0:
            yield RuleProblem("E-RULE-ABOVEZERO", (*path, key))
    found = [number(weights, str(key)) for key in weights]
    if None not in found:
        total = sum((one for one in found if one is not None), Fraction(0))
        if total != 1:
            yield RuleProblem("E-RULE-TOTAL", path, {"sum": plain(total)})


CHAIN_CHECKS = (
    check_stages,
    check_judges,
    check_judge_weights,
    check_promotion,
    check_public,
    check_votes,
    check_total,
)
