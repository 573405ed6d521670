"""What the tables of config.toml must say together. Each check is one function.

The checks read the file's data, not the models, and skip whatever is not of its kind (the
models have reported that): so one run finds all mistakes, those between tables too.
Scales, weights and levels have their own file, `scoring.config_marks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from scoring.config_errors import Path, RuleProblem
from scoring.config_marks import check_levels, check_scales, check_shares
from scoring.config_model import MAX_TIES
from scoring.config_read import Data, count, items, table, values, word
from scoring.rules import TieKind

Check = Callable[[Data], Iterable[RuleProblem]]
TRIMMING = ("of", "high", "low", "from")
SLOTS = {
    "head": ("{count}", "{tier}"),
    "label": ("{tier}", "{number}"),
    "line": ("{label}", "{unit}", "{title}"),
}
TIE_KINDS = get_args(TieKind)


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
    for kind in ("criterion", "tier"):
        for path, item in items(data, kind):
            yield (*path, "name"), item.get("name")
            yield from (((*path, *at), level) for at, level in items(item, "levels"))
    for path, reason in items(table(data, "recusal"), "reasons"):
        yield ("recusal", *path), reason


def check_twice(data: Data) -> Iterator[RuleProblem]:
    """Keys and names tell criteria and tiers apart, so no two may be the same."""
    for kind in ("criterion", "tier"):
        found = list(items(data, kind))
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
    elif method in {"mean", "median", "sum"}:
        for key in (key for key in TRIMMING if key in given):
            params = {"key": key, "method": method}
            yield RuleProblem("E-RULE-NOTRIM", ("aggregate", key), params)


def _trimming_said(given: Data) -> Iterator[RuleProblem]:
    whole = word(given, "of") == "judge"
    needed = ("of", "from") if whole else TRIMMING
    for key in (key for key in needed if key not in given):
        yield RuleProblem("E-RULE-NODEFAULT", ("aggregate", key), {"key": key})
    yield from _whole_judge(given) if whole else _extremes(given)


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
    seen: set[str] = set()
    steps = values(table(data, "ranking"), "ties")
    for place, step in enumerate(steps if len(steps) <= MAX_TIES else ()):
        if not isinstance(step, str):
            continue
        path = ("ranking", "ties", place)
        yield from (RuleProblem(code, path, params) for code, params in _tie(data, step))
        if step in seen:
            yield RuleProblem("E-RULE-TWICE", path, {"value": step})
        elif "decision" in seen:
            yield RuleProblem("E-RULE-AFTERDECISION", path, {"step": step})
        seen.add(step)


def _tie(data: Data, step: str) -> Iterator[tuple[str, dict[str, object]]]:
    kind, colon, key = step.partition(":")
    if kind == "criterion" and colon:
        yield from _tie_criterion(data, key)
    elif kind not in TIE_KINDS or kind == "criterion" or colon:
        yield "E-RULE-TIESTEP", {"step": step, "known": ", ".join(_steps_known())}
    elif kind == "more_decimals" and word(table(data, "ranking"), "by") == "exact":
        yield "E-RULE-TIEEXACT", {}


def _tie_criterion(data: Data, key: str) -> Iterator[tuple[str, dict[str, object]]]:
    criteria = {word(item, "key"): item for _, item in items(data, "criterion")}
    if key not in criteria:
        known = [name for name in criteria if name]
        yield "E-RULE-TIECRITERION", {"key": key, "known": ", ".join(known[:20])}
    elif criteria[key].get("counted") is False:
        yield "E-RULE-TIEUNCOUNTED", {"key": key}


def _steps_known() -> list[str]:
    return ["criterion:KEY" if kind == "criterion" else kind for kind in TIE_KINDS]


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


CHECKS: tuple[Check, ...] = (
    check_names,
    check_twice,
    check_scales,
    check_shares,
    check_levels,
    check_trimming,
    check_ties,
    check_fields,
    check_slots,
)
