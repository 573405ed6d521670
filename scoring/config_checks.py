"""What the tables of config.toml must say together. Each check is one function.

The checks read the file's data, not the models, and skip whatever is not of its kind (the
models have reported that): so one run finds all mistakes, those between tables too.
Scales, weights and levels have their own file, `scoring.config_marks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from scoring.config_chain import CHAIN_CHECKS, check_steps, own
from scoring.config_changes import CHANGE_CHECKS
from scoring.config_marks import check_levels, check_scales, check_shares
from scoring.config_mistakes import RuleProblem
from scoring.config_model import MAX_TIES
from scoring.config_places import PLACE_CHECKS
from scoring.config_read import Data, Path, count, items, table, values, word
from scoring.config_steps import TIE_KINDS, plan_of

__all__ = ["SLOTS", "TIE_KINDS", "check"]

Check = Callable[[Data], Iterable[RuleProblem]]
NAMED = ("criterion", "tier", "stage", "adjust", "factor")
TRIMMING = ("of", "high", "low", "from")
SUMMING = (*TRIMMING, "unequal")
SLOTS = {
    "head": ("{count}", "{tier}"),
    "label": ("{tier}", "{number}"),
    "line": ("{label}", "{unit}", "{title}"),
}


def check(data: Data) -> Iterator[RuleProblem]:
    """All mistakes between keys."""
    for one in CHECKS:
        yield from one(data)


def check_names(data: Data) -> Iterator[RuleProblem]:
    """A name, a level and a reason need words in one language at least."""
    for path, value in _named(data):
        languages = isinstance(value, Mapping) and [value.get("zh", ""), value.get("en", "")]
        if languages and all(isinstance(t, str) and not t.strip() for t in languages):
            yield RuleProblem("E-RULE-NAMELESS", path)


def _named(data: Data) -> Iterator[tuple[Path, object]]:
    yield ("award", "name"), table(data, "award").get("name")
    for outer, part in ((), data), *items(data, "stage"):
        for path, item in items(part, "criterion"):
            yield (*outer, *path, "name"), item.get("name")
            yield from (((*outer, *path, *at), level) for at, level in items(item, "levels"))
    for kind in ("tier", "stage", "adjust", "factor"):
        for path, item in items(data, kind):
            yield (*path, "name"), item.get("name")
    for path, reason in items(table(data, "recusal"), "reasons"):
        yield ("recusal", *path), reason


def check_twice(data: Data) -> Iterator[RuleProblem]:
    """Keys and names tell criteria, tiers and stages apart, so no two may be the same."""
    stages = [((*path,), item, "criterion") for path, item in items(data, "stage")]
    for outer, part, kind in [((), data, one) for one in NAMED] + stages:
        found = [((*outer, *path), item) for path, item in items(part, kind)]
        yield from _repeats((((*path, "key"), word(item, "key")) for path, item in found))
        for lang in ("zh", "en"):
            names = (((*p, "name", lang), word(item.get("name"), lang)) for p, item in found)
            yield from _repeats(names)
    fields = enumerate(values(table(data, "announce"), "fields"))
    yield from _repeats((("announce", "fields", i), f) for i, f in fields if isinstance(f, str))


def _repeats(found: Iterable[tuple[Path, str]]) -> Iterator[RuleProblem]:
    seen: set[str] = set()
    for path, text in found:
        text = " ".join(text.split())
        if text and text in seen:
            yield RuleProblem("E-RULE-TWICE", path, {"value": text})
        seen.add(text)


def check_trimming(data: Data) -> Iterator[RuleProblem]:
    """Trimming is said in full or not at all, and leaves something to count."""
    given = table(data, "aggregate")
    method = word(given, "method")
    if method == "trimmed_mean":
        yield from _trimming_said(given)
        if "unequal" in given:
            told = {"key": "unequal", "value": method}
            yield RuleProblem("E-RULE-NOTFOR", ("aggregate", "unequal"), told)
    elif method == "trimmed_sum":
        yield from _summing_said(data, given)
    elif method in {"mean", "median", "sum"}:
        for key in (key for key in SUMMING if key in given):
            params = {"key": key, "method": method}
            yield RuleProblem("E-RULE-NOTRIM", ("aggregate", key), params)


def _trimming_said(given: Data) -> Iterator[RuleProblem]:
    whole = word(given, "of") == "judge"
    needed = ("of", "from") if whole else TRIMMING
    for key in (key for key in needed if key not in given):
        yield RuleProblem("E-RULE-NODEFAULT", ("aggregate", key), {"key": key})
    yield from _whole_judge(given) if whole else _extremes(given)


def _summing_said(data: Data, given: Data) -> Iterator[RuleProblem]:
    """A sum of what is left says of how many it is, and what becomes of another number."""
    for key in (key for key in SUMMING if key not in given):
        yield RuleProblem("E-RULE-NODEFAULT", ("aggregate", key), {"key": key})
    if word(given, "of") == "judge":
        yield RuleProblem("E-RULE-SUMJUDGE", ("aggregate", "of"))
    high, low, start = count(given, "high"), count(given, "low"), count(given, "from")
    if high or low:
        yield from _extremes(given)
    if word(given, "unequal") != "refuse":
        return
    least = count(table(data, "missing"), "min_ballots")
    if start is not None and least is not None and least != start:
        told = {"start": start, "least": least}
        yield RuleProblem("E-RULE-SUMBALLOTS", ("aggregate", "unequal"), told)
    optional = [
        word(one, "key") for _, one in items(data, "criterion") if one.get("optional") is True
    ]
    if optional:
        params = {"list": ", ".join(optional[:5])}
        yield RuleProblem("E-RULE-SUMOPTIONAL", ("aggregate", "unequal"), params)


def _whole_judge(given: Data) -> Iterator[RuleProblem]:
    """Always one judge, so there is nothing to count; one more must remain."""
    for key in (key for key in ("high", "low") if key in given):
        yield RuleProblem("E-RULE-TRIMJUDGE", ("aggregate", key), {"key": key})
    if count(given, "from") == 1:
        yield RuleProblem("E-RULE-TRIMONE", ("aggregate", "from"))


def _extremes(given: Data) -> Iterator[RuleProblem]:
    high, low, start = count(given, "high"), count(given, "low"), count(given, "from")
    if high is None or low is None or high < 0 or low < 0:
        return
    if high + low == 0:
        yield RuleProblem("E-RULE-TRIMNOTHING", ("aggregate", "high"))
    elif start is not None and 1 <= start <= high + low <= 1000:
        params = {"high": high, "low": low, "start": start, "least": high + low + 1}
        yield RuleProblem("E-RULE-TRIMALL", ("aggregate", "from"), params)


def check_ties(data: Data) -> Iterator[RuleProblem]:
    """Each step is known and stands once; a criterion counts; nothing follows a decision."""
    ranking = table(data, "ranking")
    steps = values(ranking, "ties")
    if len(steps) > MAX_TIES:
        return
    path = ("ranking", "ties")
    yield from check_steps(steps, plan_of(data), path)
    if word(ranking, "by") == "exact":
        for place, step in enumerate(steps):
            if step == "more_decimals":
                yield RuleProblem("E-RULE-TIEEXACT", (*path, place))


def check_fields(data: Data) -> Iterator[RuleProblem]:
    """Order by field needs the fields."""
    given = table(data, "announce")
    if word(given, "order") == "field" and given.get("fields", []) == []:
        yield RuleProblem("E-RULE-NOFIELDS", ("announce", "fields"))


def check_slots(data: Data) -> Iterator[RuleProblem]:
    """The patterns of the announcement have the slots that are filled, and no others."""
    for key, known in SLOTS.items():
        for lang, text in table(table(data, "announce"), key).items():
            for slot in re.findall(r"\{[^{}]*\}?", text) if isinstance(text, str) else ():
                if slot not in known:
                    path = ("announce", key, str(lang))
                    params = {"slot": slot, "known": ", ".join(known)}
                    yield RuleProblem("E-RULE-SLOT", path, params)


def check_stage_marks(data: Data) -> Iterator[RuleProblem]:
    """Each stage's own marks and trimming, with what it takes from the top of the file."""
    for path, stage in items(data, "stage"):
        mine = own(data, stage)
        marked = any(key in stage for key in ("scale", "criterion"))
        parts = (*MARKS, check_trimming) if "aggregate" in stage else MARKS
        for problem in (p for one in parts if marked or one is check_trimming for p in one(mine)):
            # What is wrong at the top is told there, once.
            if problem.path[:1] and problem.path[0] in stage:
                yield replace(problem, path=(*path, *problem.path))


MARKS: tuple[Check, ...] = (check_scales, check_shares, check_levels)
CHECKS: tuple[Check, ...] = (
    check_names,
    check_twice,
    *MARKS,
    check_trimming,
    check_stage_marks,
    check_ties,
    check_fields,
    check_slots,
    *CHAIN_CHECKS,
    *PLACE_CHECKS,
    *CHANGE_CHECKS,
)
