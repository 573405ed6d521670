"""Trying out: the award without a judge, with another weight, another rounding. In memory only.

What may be asked, and how it is written, says `scoring.assumptions`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Literal, NoReturn

from scoring.assumptions import Assumption, Fault, WhatIfError, choice, known_name, parse, whole
from scoring.chain_rules import PERCENT_UNIT, Share
from scoring.comparison import every_form, with_aggregation
from scoring.inputs import AwardInputs
from scoring.points import parse_points
from scoring.rules import (
    TRIMMED,
    Aggregation,
    CountMethod,
    MissingPolicy,
    RoundingMode,
    RoundingWhen,
    Rules,
    ScoreStage,
    SharedRank,
    TrimOf,
)
from scoring.whatif_people import parted, weighed

__all__ = ["WhatIfError", "assume", "parse"]

HIGHEST = 500
WEIGHT_DECIMALS = 4
TRIMMING = ("high", "low", "from", "of")
ByKey = Mapping[str, Sequence[Assumption]]


def assume(
    rules: Rules, inputs: AwardInputs, assumptions: Sequence[Assumption]
) -> tuple[Rules, AwardInputs]:
    """Copies of the rules and of what goes in with the assumptions made; the originals stay.

    Raises WhatIfError for the first that cannot be made. The order of the assumptions has no
    influence, but of two with the same key the later holds.
    """
    by_key: dict[str, list[Assumption]] = {}
    for one in assumptions:
        by_key.setdefault(one.key, []).append(one)
    for key, change in _SIMPLE.items():
        for one in by_key.get(key, []):
            rules = change(rules, one)
    rules = _aggregated(rules, {key: by_key[key][-1] for key in _AGGREGATING if key in by_key})
    rules = _weighted(rules, by_key.get("weight", []))
    rules = _totalled(rules, by_key.get("total", []))
    rules = weighed(rules, inputs, by_key.get("judge-weight", []))
    return rules, parted(inputs, by_key)


# -- one key, one field ------------------------------------------------------------------------


def _rounding(field: str, literal: Any, rules: Rules, one: Assumption) -> Rules:
    return replace(rules, rounding=replace(rules.rounding, **{field: choice(one, literal)}))


def _places(rules: Rules, one: Assumption) -> Rules:
    """An interval goes with its places."""
    return replace(rules, rounding=replace(rules.rounding, places=whole(one, 0, 6), interval=1))


def _by(rules: Rules, one: Assumption) -> Rules:
    return replace(rules, rank_exact=choice(one, Literal["published", "exact"]) == "exact")


def _shared(rules: Rules, one: Assumption) -> Rules:
    return replace(rules, shared=choice(one, SharedRank))


def _tier(rules: Rules, one: Assumption) -> Rules:
    known_name(one, one.name, [tier.key for tier in rules.tiers])
    size = whole(one, 0, 10_000)
    tiers = (replace(t, size=size) if t.key == one.name else t for t in rules.tiers)
    return replace(rules, tiers=tuple(tiers))


def _missing(field: str, value: object, rules: Rules) -> Rules:
    def change(stage: ScoreStage) -> ScoreStage:
        return replace(stage, missing=replace(stage.missing, **{field: value}))  # type: ignore[arg-type]

    return every_form(rules, change)


def _policy(rules: Rules, one: Assumption) -> Rules:
    return _missing("policy", choice(one, MissingPolicy), rules)


def _minimum(rules: Rules, one: Assumption) -> Rules:
    return _missing("minimum", whole(one, 1, HIGHEST), rules)


_SIMPLE: Mapping[str, Callable[[Rules, Assumption], Rules]] = {
    "rounding.mode": partial(_rounding, "mode", RoundingMode),
    "rounding.when": partial(_rounding, "when", RoundingWhen),
    "rounding.places": _places,
    "by": _by,
    "shared": _shared,
    "tier": _tier,
    "policy": _policy,
    "min_ballots": _minimum,
}
_AGGREGATING = ("method", *TRIMMING)


# -- how ballots become a number ---------------------------------------------------------------


def _aggregated(rules: Rules, given: Mapping[str, Assumption]) -> Rules:
    if not given:
        return rules
    made = with_aggregation(rules, lambda how: _how(how, given))
    for one in made.stages:
        how = one.aggregation
        if made.each_factored(one.key) and how.trims and how.of != "criterion":
            _fault("trim", given)  # what is multiplied criterion by criterion is trimmed so
    return made


def _how(how: Aggregation, given: Mapping[str, Assumption]) -> Aggregation:
    method = how.method if how.trims or not set(given) & set(TRIMMING) else "trimmed_mean"
    if "method" in given:
        method = choice(given["method"], CountMethod)
    if method not in TRIMMED:
        _refuse_trimming(given)
        return Aggregation(method)
    made = _trimmed(how, given)
    if method == "trimmed_mean":
        return made
    if made.of == "judge":
        _fault("trim", given)
    return replace(made, method=method, scaled=how.scaled or how.method != method)


def _refuse_trimming(given: Mapping[str, Assumption]) -> None:
    for key in TRIMMING:
        if key in given:
            raise WhatIfError("trim", given[key].text)


def _trimmed(how: Aggregation, given: Mapping[str, Assumption]) -> Aggregation:
    """What is not said stays as in the rules; one highest and one lowest where they do not trim."""
    trims = how.trims
    of: TrimOf = choice(given["of"], TrimOf) if "of" in given else how.of
    high = _count(given, "high", how.high if trims and how.of != "judge" else 1)
    low = _count(given, "low", how.low if trims and how.of != "judge" else 1)
    if of == "judge":
        high = low = 0
    start = _count(given, "from", max(how.start, high + low + 1, 2))
    if start <= high + low:
        _fault("trim", given)
    return Aggregation("trimmed_mean", high, low, start, of)


def _count(given: Mapping[str, Assumption], key: str, otherwise: int) -> int:
    return whole(given[key], 0, HIGHEST) if key in given else otherwise


def _fault(code: Fault, given: Mapping[str, Assumption]) -> NoReturn:
    raise WhatIfError(code, " ".join(one.text for one in given.values()))


# -- weights -----------------------------------------------------------------------------------


def _weighted(rules: Rules, given: Sequence[Assumption]) -> Rules:
    if not given:
        return rules
    voted = {one.key for one in rules.chain if one.kind != "score"}
    weighing = [one for one in rules.stages if one.key not in voted and not one.summing]
    known = [stage.criteria[at].key for stage in weighing for at in stage.counted]
    for one in given:
        known_name(one, one.name, known)
    wanted = {one.name: _weight(one) for one in given}
    text = " ".join(one.text for one in given)
    return every_form(rules, lambda stage: _reweighed(stage, wanted, text))


def _weight(one: Assumption) -> int:
    """In units of 10^-WEIGHT_DECIMALS, above 0 and at most 100."""
    weight = parse_points(one.value, WEIGHT_DECIMALS)
    if weight is None or not 0 < weight <= 100 * 10**WEIGHT_DECIMALS:
        raise WhatIfError("value", one.text, ("0 < n <= 100",))
    return weight


def _reweighed(stage: ScoreStage, wanted: Mapping[str, int], text: str) -> ScoreStage:
    """The named weights as wanted; the others share what is left of 100 in their proportion.

    The new weights are whole parts of one whole: only their proportion counts.
    """
    counted = {stage.criteria[at].key: stage.criteria[at].weight for at in stage.counted}
    named = {key: weight for key, weight in wanted.items() if key in counted}
    if stage.summing or not named:
        return stage
    rest = 100 * 10**WEIGHT_DECIMALS - sum(named.values())
    others = sum(weight for key, weight in counted.items() if key not in named)
    if rest < 0 or (rest == 0) != (others == 0):
        raise WhatIfError("weights", text)
    parts = {key: named[key] * (others or 1) if key in named else weight * rest
             for key, weight in counted.items()}  # fmt: skip
    criteria = tuple(replace(c, weight=parts.get(c.key, c.weight)) for c in stage.criteria)
    return replace(stage, criteria=criteria)


def _totalled(rules: Rules, given: Sequence[Assumption]) -> Rules:
    """The named weights of stages as wanted; the others share what is left of 1.

    Refused (weights) where that cannot be said in four decimals: then name them all.
    """
    if not given:
        return rules
    wanted = {known_name(one, one.name, [s.stage for s in rules.total]): _share(one)
              for one in given}  # fmt: skip
    others = sum(share.weight for share in rules.total if share.stage not in wanted)
    rest = PERCENT_UNIT - sum(wanted.values())
    kept = [share for share in rules.total if share.stage not in wanted]
    uneven = any(share.weight * rest % others for share in kept)
    if rest < 0 or (rest == 0) != (not kept) or uneven:
        raise WhatIfError("weights", " ".join(one.text for one in given))
    total = (Share(s.stage, wanted[s.stage] if s.stage in wanted else s.weight * rest // others)
             for s in rules.total)  # fmt: skip
    return replace(rules, total=tuple(total))


def _share(one: Assumption) -> int:
    share = parse_points(one.value, WEIGHT_DECIMALS)
    if share is None or not 0 < share <= PERCENT_UNIT:
        raise WhatIfError("value", one.text, ("0 < n <= 1",))
    return share
