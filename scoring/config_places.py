"""What the tables about places must say together: sizes, caps, floors, lines.

As in `scoring.config_checks`: each check is one function over the file's data, and skips what
is not of its kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from scoring.config_chain import no_tier
from scoring.config_mistakes import RuleProblem
from scoring.config_read import Data, Path, count, items, number, word
from scoring.config_steps import criterion_faults, plan_of, valued


def check_sizes(data: Data) -> Iterator[RuleProblem]:
    """A tier has a size or a percentage, and says of what."""
    for path, tier in items(data, "tier"):
        if "size" not in tier and "percent" not in tier:
            yield RuleProblem("E-RULE-NODEFAULT", (*path, "size"), {"key": "size"})
        if "size" in tier and "percent" in tier:
            params = {"one": "size", "other": "percent"}
            yield RuleProblem("E-RULE-BOTH", (*path, "percent"), params)
        if "percent" in tier and "percent_of" not in tier:
            yield RuleProblem("E-RULE-NODEFAULT", (*path, "percent_of"), {"key": "percent_of"})
        if "percent_of" in tier and "percent" not in tier:
            params = {"key": "percent_of", "other": "percent"}
            yield RuleProblem("E-RULE-NEEDS", (*path, "percent_of"), params)
        percent = number(tier, "percent")
        if percent is not None and not 0 < percent <= 100:
            yield RuleProblem("E-RULE-PERCENT", (*path, "percent"))


def check_places(data: Data) -> Iterator[RuleProblem]:
    """Caps, floors and lines speak of tiers that there are."""
    tiers = {word(item, "key"): item for _, item in items(data, "tier")}
    for kind in ("cap", "floor", "line"):
        for path, item in items(data, kind):
            tier = item.get("tier")
            if isinstance(tier, str) and tier not in tiers:
                yield no_tier((*path, "tier"), tier, list(tiers))
            elif kind == "floor" and isinstance(tier, str):
                yield from _floor(path, item, tiers[tier])


def _floor(path: Path, item: Data, tier: Data) -> Iterator[RuleProblem]:
    least, size = count(item, "least"), count(tier, "size")
    if least is not None and size is not None and least > size:
        yield RuleProblem("E-RULE-FLOORSIZE", (*path, "least"), {"size": size})


def check_lines(data: Data) -> Iterator[RuleProblem]:
    """A line is about the total, a stage or a criterion."""
    plan = plan_of(data)
    for path, item in items(data, "line"):
        kind, _, rest = word(item, "of").partition(":")
        at = (*path, "of")
        if kind == "criterion" and rest:
            yield from (
                RuleProblem(code, at, given) for code, given in criterion_faults(rest, plan)
            )
        elif kind == "stage" and rest and plan.chained:
            if rest not in valued(data):
                params = {"key": rest, "known": ", ".join(valued(data))}
                yield RuleProblem("E-RULE-NOSTAGE", at, params)
        elif isinstance(item.get("of"), str) and item["of"] != "total":
            yield RuleProblem("E-RULE-LINEOF", at, {"of": word(item, "of")})


PLACE_CHECKS = (check_sizes, check_places, check_lines)
