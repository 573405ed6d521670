"""What an archive says beside its ballots, checked: stages, facts of cases, decisions of people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from award.published_inputs import FACTS, RULINGS, seats_from, votes_in
from award.published_names import under_labels
from award.published_shapes import PublicRulings
from award.verifying_bundle import FAILED, Bundle, Check, Line, says
from exchange.fields import unpack

_PARTS = ("criteria", "marks", "results", "votes", "ticks", "members", "present", "void")


def agrees(now: object, was: object) -> bool:
    """Equal; what an older archive does not say yet must be empty now."""
    if isinstance(now, dict) and isinstance(was, dict):
        known = was.keys() <= now.keys()
        return known and all(
            agrees(value, was[key]) if key in was else not value for key, value in now.items()
        )
    if isinstance(now, list) and isinstance(was, list):
        return len(now) == len(was) and all(map(agrees, now, was))
    return now == was or (was is None and not now)


def stage_lines(bundle: Bundle, again: Mapping[str, object]) -> Iterator[Line]:
    """A line for each stage: its numbers, counted again, are those of the result."""
    now: Any = again.get("stages") or []
    was: Any = bundle.result.get("stages") or []
    if [one["key"] for one in now] != [one["key"] for one in was]:
        yield Line(FAILED, "verify.result.bad", {"part": "stages"})
        return
    for fresh, kept in zip(now, was, strict=True):
        wrong = [part for part in _PARTS if not agrees(fresh.get(part), kept.get(part))]
        promoted = sum(bool(one["promoted"]) for one in fresh["results"])
        facts = {"stage": fresh["key"], "cases": len(fresh["results"]), "promoted": promoted}
        facts["name"] = bundle.name_of(fresh["key"])
        yield says(not wrong, "verify.stage", parts=", ".join(wrong), **facts)


def _facts(bundle: Bundle) -> Iterator[Line]:
    """Fields, units, regions and levels are those of the result's list of cases."""
    if FACTS not in bundle.files:
        return
    listed = {one["number"]: one for one in bundle.result["cases"]}
    keys = ("field", "unit", "region", "level")
    wrong = [
        one.case
        for one in bundle.inputs.cases
        if [getattr(one, key) for key in keys] != [listed.get(one.case, {}).get(k) for k in keys]
    ]
    yield says(not wrong, "verify.facts", count=len(bundle.order), names=", ".join(wrong[:5]))


def _seats(bundle: Bundle) -> Iterator[Line]:
    """The judges whom the rules name by panel, adjustment or weight are as many as they say."""
    seats = seats_from(bundle.files)
    under_labels(bundle.rules[0], seats)
    if not (seats.panels or seats.adjusted or seats.weighted):
        return
    counted = {judge for panel in bundle.panels.values() for judge in panel.judges}
    named = {judge for panel in seats.panels for judge in panel.judges}
    named |= {one.judge for one in seats.adjusted} | {one.judge for one in seats.weighted}
    strange = sorted(one for one in named if one.isdigit() and one not in counted)
    yield says(not strange, "verify.seats", count=len(named), names=", ".join(strange[:5]))


def _votes(bundle: Bundle) -> Iterator[Line]:
    """Votes of the public belong to a stage of the rules, and a deduction has its reason."""
    kinds = {stage.key: stage.kind for stage in bundle.rules[0].chain}
    for name in votes_in(bundle.files):
        stage = name.removeprefix("votes/").removesuffix(".json")
        counts = bundle.inputs.counts.get(stage, {}).values()
        bare = [one.case for one in counts if one.valid < 0 or (one.deducted and not one.reason)]
        right = kinds.get(stage) == "public_vote" and not bare
        valid = sum(one.valid for one in counts)
        facts = {"stage": stage, "name": bundle.name_of(stage), "valid": valid}
        yield says(right, "verify.votes", names=", ".join(bare[:5]), **facts)


def _decisions(bundle: Bundle) -> Iterator[Line]:
    """The decisions on ties that were counted are those that were recorded with a reason."""
    if RULINGS not in bundle.files:
        return
    recorded = unpack(PublicRulings, bundle.file(RULINGS)).decisions
    holding = [(r.number, r.kind, r.cases, r.judge, r.stage) for r in recorded if not r.withdrawn]
    counted = [(d.number, d.kind, d.cases, d.judge, d.stage) for d in bundle.inputs.decisions]
    reasons = all(one.reason for one in recorded)
    yield says(holding == counted and reasons, "verify.decisions", count=len(holding))


CHAIN: tuple[Check, ...] = (_seats, _facts, _votes, _decisions)
