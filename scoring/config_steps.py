"""The names by which rules point at things: tie steps, and what a line is about.

`criterion:KEY`, `mean`, ... look at the only score stage; where there are several the stage is
named: `criterion:STAGE.KEY`, `mean:STAGE`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from scoring.config_read import Data, items, table, word
from scoring.rules import TieKind

TIE_KINDS = get_args(TieKind)
BALLOT_KINDS = ("mean", "median", "high_count", "head_to_head")
STAGE_KINDS = {"stage": ("score", "public_vote", "vote"), "votes": ("public_vote", "vote")}
ONLY = "score"
"""The key of the one stage of an award whose file has no [[stage]]."""

Fault = tuple[str, dict[str, object]]  # (code, values)


@dataclass(frozen=True)
class Plan:
    """The stages as far as names go: kind by key, in order, and the criteria of score stages."""

    kinds: Mapping[str, str]
    criteria: Mapping[str, Mapping[str, Data]]
    chained: bool

    @property
    def scored(self) -> list[str]:
        return [key for key, kind in self.kinds.items() if kind == "score"]

    def upto(self, stage: str) -> Plan:
        """The stages that are counted by the time `stage` is."""
        keys = list(self.kinds)
        kinds = {key: self.kinds[key] for key in keys[: keys.index(stage) + 1]}
        return Plan(kinds, self.criteria, self.chained)


def plan_of(data: Data) -> Plan:
    """The stages that a file names; what is not of its kind is left out."""
    if "stage" not in data:
        return Plan({ONLY: "score"}, {ONLY: _criteria(data)}, False)
    stages = [item for _, item in items(data, "stage")]
    return Plan(
        {word(item, "key"): word(item, "kind") for item in stages},
        {word(item, "key"): _criteria(item if item.get("criterion") else data) for item in stages},
        True,
    )


def valued(data: Data) -> list[str]:
    """The stages that give a number."""
    found = []
    for _, stage in items(data, "stage"):
        public = word(table(stage, "public"), "convert")
        if word(stage, "kind") in {"score", "vote", "public_vote"} and public != "reference_only":
            found.append(word(stage, "key"))
    return found


def _criteria(data: Data) -> dict[str, Data]:
    return {word(item, "key"): item for _, item in items(data, "criterion")}


def parts(step: str) -> tuple[str, str, str]:
    """(kind, key, stage) of a step that `faults` found right."""
    kind, _, rest = step.partition(":")
    if kind == "criterion":
        stage, dot, key = rest.partition(".")
        return (kind, key, stage) if dot else (kind, rest, "")
    if kind in BALLOT_KINDS:
        return kind, "", rest
    return kind, rest, ""


def faults(step: str, plan: Plan) -> Iterator[Fault]:
    """What is wrong with one step of a cascade."""
    kind, colon, rest = step.partition(":")
    if kind == "criterion" and colon:
        yield from criterion_faults(rest, plan)
    elif kind in BALLOT_KINDS:
        yield from _ballot_faults(step, rest, colon, plan)
    elif kind in STAGE_KINDS and colon:
        known = [key for key, one in plan.kinds.items() if one in STAGE_KINDS[kind]]
        if not plan.chained:
            yield "E-RULE-TIESTEP", {"step": step, "known": ", ".join(steps_known(plan))}
        elif rest not in known:
            yield "E-RULE-NOSTAGE", {"key": rest, "known": ", ".join(known)}
    elif kind == "less" and rest:
        return
    elif kind not in {"runoff", "more_decimals", "decision"} or colon:
        yield "E-RULE-TIESTEP", {"step": step, "known": ", ".join(steps_known(plan))}


def criterion_faults(name: str, plan: Plan) -> Iterator[Fault]:
    """`KEY`, or `STAGE.KEY` where there are several score stages."""
    stage, dot, key = name.partition(".")
    if not dot:
        stage, key = (plan.scored[0] if plan.scored else ""), name
        if len(plan.scored) != 1:
            yield (
                "E-RULE-WHICHSTAGE",
                {"step": f"criterion:{name}", "known": ", ".join(plan.scored)},
            )
            return
    elif stage not in plan.scored:
        yield "E-RULE-NOSTAGE", {"key": stage, "known": ", ".join(plan.scored)}
        return
    criteria = plan.criteria.get(stage, {})
    if key not in criteria:
        known = [one for one in criteria if one]
        yield "E-RULE-TIECRITERION", {"key": key, "known": ", ".join(known[:20])}
    elif criteria[key].get("counted") is False:
        yield "E-RULE-TIEUNCOUNTED", {"key": key}


def _ballot_faults(step: str, stage: str, colon: str, plan: Plan) -> Iterator[Fault]:
    if colon and not (plan.chained and stage in plan.scored):
        if plan.chained:
            yield "E-RULE-NOSTAGE", {"key": stage, "known": ", ".join(plan.scored)}
        else:
            yield "E-RULE-TIESTEP", {"step": step, "known": ", ".join(steps_known(plan))}
    elif not colon and len(plan.scored) != 1:
        yield "E-RULE-WHICHSTAGE", {"step": step, "known": ", ".join(plan.scored)}


def steps_known(plan: Plan) -> list[str]:
    """The steps as they are written, without those that only a chain has where there is none."""
    known = []
    for kind in TIE_KINDS:
        if kind == "criterion":
            known.append("criterion:KEY")
        elif kind in STAGE_KINDS:
            known += [f"{kind}:KEY"] if plan.chained else []
        else:
            known.append("less:KEY" if kind == "less" else kind)
    return known
