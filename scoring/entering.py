"""Who enters a stage: the chain counted as far as it, and what still keeps that open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from scoring.chain import Walk, sent_away, walk
from scoring.chain_rules import Stage
from scoring.chain_ties import Runoffs
from scoring.compute import all_gaps
from scoring.decisions import check_each
from scoring.inputs import AwardInputs
from scoring.result import Gap, OpenCut
from scoring.rules import Rules


@dataclass(frozen=True)
class Entering:
    """The cases of a stage as far as is known, in their order. `gaps` are scores and votes that
    are missing and could change who they are; `cuts`, `judges` and `quorum` (keys of stages)
    wait for people.
    """

    cases: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()
    cuts: tuple[OpenCut, ...] = ()
    judges: tuple[str, ...] = ()
    quorum: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        return not (self.gaps or self.cuts or self.judges or self.quorum)


def entering(rules: Rules, inputs: AwardInputs, stage: str) -> Entering:
    """Who is in a stage of the chain. What was given and decided for it and after it is not
    looked at.

    Raises DecisionError where a decision or a draw of an earlier stage decides nothing.
    """
    keys = [one.key for one in rules.chain]
    before = rules.chain[: keys.index(stage)]
    found = Walk(entrants=tuple(facts.case for facts in inputs.cases))
    if before:
        found = _walked(rules, inputs, before)
    found.leave(sent_away(rules, inputs.events, rules.chain[len(before)]))
    return Entering(
        found.entrants,
        tuple(gap for gap in all_gaps(rules, found, inputs) if gap.stage in _decisive(before)),
        tuple(found.cuts),
        tuple(judge for one in found.counted.values() if one.count
              for judge in one.count.open_judges),
        tuple(key for key, one in found.counted.items() if not one.quorum),
    )  # fmt: skip


def _walked(rules: Rules, inputs: AwardInputs, before: tuple[Stage, ...]) -> Walk:
    keys = [one.key for one in before]
    decisions = tuple(one for one in inputs.decisions if one.stage in keys)
    check_each(decisions, [facts.case for facts in inputs.cases], keys)
    earlier = replace(inputs, decisions=decisions)
    return walk(replace(rules, chain=before), earlier, Runoffs(inputs.runoffs))


def _decisive(before: tuple[Stage, ...]) -> frozenset[str]:
    """The stages of which everything must be there: those of judges, and votes of the public
    that let pass or part who is tied for passing. Other votes may still be coming in.
    """
    return frozenset(one.key for one in before if one.form or one.promotion) | frozenset(
        _looked_at(before)
    )


def _looked_at(before: tuple[Stage, ...]) -> Iterator[str]:
    for one in before:
        yield from (step.key for step in (one.promotion.ties if one.promotion else ()))
