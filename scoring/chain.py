"""The chain of stages as one loop, and the total at its end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scoring.chain_rules import PERCENT_UNIT, Approval, Stage
from scoring.chain_ties import ChainBench, Runoffs, published
from scoring.decisions import Decisions
from scoring.inputs import AwardInputs, CaseFacts, Event
from scoring.promotion import Passing, Promoting
from scoring.result import CaseScore, Decision, OpenCut, Remark, StageOutcome
from scoring.rules import Rules
from scoring.stages import Counted, Work, count_stage, number

Step = Callable[[Stage, tuple[str, ...]], Counted]


@dataclass
class Walk:
    """How far the cases came: every stage counted, who is out and why, what is open."""

    counted: dict[str, Counted] = field(default_factory=dict)
    out: dict[str, Remark] = field(default_factory=dict)
    cuts: list[OpenCut] = field(default_factory=list)
    entrants: tuple[str, ...] = ()

    def leave(self, found: Mapping[str, Remark]) -> None:
        self.out |= found
        self.entrants = tuple(case for case in self.entrants if case not in self.out)


def walk(rules: Rules, inputs: AwardInputs, runoffs: Runoffs) -> Walk:
    """All stages in order; each takes those whom the one before it let pass.

    Raises DecisionError where a decision or a draw of a stage decides nothing.
    """
    found = Walk(entrants=tuple(facts.case for facts in inputs.cases))
    facts = {one.case: one for one in inputs.cases}
    work = Work(rules, inputs)
    for stage in rules.passes():
        found.leave(sent_away(rules, inputs.events, stage))
        counted = count_stage(work, stage, found.entrants)
        found.counted[stage.key] = counted
        bench = ChainBench(rules, inputs, found.counted, runoffs)
        passing = _pass(bench, counted, facts, inputs.decisions)
        found.cuts += passing.cuts
        found.leave(passing.out)
        found.counted[stage.key] = replace(
            counted, promoted=found.entrants, ties=tuple(passing.uses)
        )
    return found


def sent_away(rules: Rules, events: Sequence[Event], stage: Stage) -> dict[str, Remark]:
    """Who is rejected or vetoed from this stage on."""
    first = rules.passes()[0].key
    found: dict[str, Remark] = {}
    for event in events:
        start = event.stage or (first if event.kind == "reject" else "")
        if event.kind in {"reject", "veto"} and start == stage.key:
            found.setdefault(event.case, spoken(event, stage.key))
    return found


def spoken(event: Event, stage: str = "") -> Remark:
    """What is said of a case that somebody took out."""
    code = {"reject": "rejected", "veto": "vetoed"}.get(event.kind, "struck")
    return Remark(code, stage, "", {"reason": event.reason, "by": event.by})  # type: ignore[arg-type]


def _pass(
    bench: ChainBench,
    counted: Counted,
    facts: Mapping[str, CaseFacts],
    decisions: Sequence[Decision],
) -> Passing:
    """Who goes on; all do where the stage says nothing of promotion."""
    stage = counted.stage
    ours = Decisions(decisions, stage.key)
    if stage.promotion is not None:
        passing = Promoting(bench, counted, facts, ours).run()
        lacking = {s.case: Remark(s.unranked, stage.key) for s in counted.scores  # type: ignore[arg-type]
                   if s.published is None}  # fmt: skip
        passing.out |= lacking
        return passing
    ours.check_used(())
    passing = Passing()
    if stage.approval is not None and not _decides(bench.rules, stage):
        passing.out = dict(_voted_down(counted, stage.approval))
    return passing


def _decides(rules: Rules, stage: Stage) -> bool:
    return any(share.stage == stage.key for share in rules.total)


def _voted_down(counted: Counted, rule: Approval) -> Sequence[tuple[str, Remark]]:
    """In a vote that only filters: those who reach the threshold on no question."""
    key = counted.stage.key
    if not counted.quorum:
        return [(score.case, Remark("no_quorum", key)) for score in counted.scores]
    reached = {t.case: True for t in counted.tallies if rule.threshold.reached(t.votes, t.base)}
    first = {t.case: t for t in reversed(counted.tallies)}
    return [
        (case, Remark("below_threshold", key, "", {"votes": t.votes, "base": t.base}))
        for case, t in first.items()
        if case not in reached
    ]


# -- the total ------------------------------------------------------------------------------


def total_scores(rules: Rules, found: Walk) -> tuple[CaseScore, ...]:
    """The final number of everybody who came through: the weighted sum of the stages.

    Of an award without a chain it is the score of its one stage as it stands.
    """
    if not rules.chain:
        (counted,) = found.counted.values()
        return tuple(one for one in counted.scores if one.case not in found.out)
    return tuple(_total(rules, found, case) for case in found.entrants)


def _total(rules: Rules, found: Walk, case: str) -> CaseScore:
    value = Fraction(0)
    for share in rules.total:
        counted = found.counted[share.stage]
        score = counted.by_case[case]
        if score.value is None:
            return replace(score, dropped=())
        value += _entering(rules, counted, score) * Fraction(share.weight, PERCENT_UNIT)
    ballots = sum(found.counted[share.stage].by_case[case].ballots for share in rules.total)
    return number(case, value, rules.rounding, ballots)


def _entering(rules: Rules, counted: Counted, score: CaseScore) -> Fraction:
    """Stages are rounded before they are added, unless only the final number is."""
    if rules.rounding.when == "final":
        assert score.value is not None  # asked before
        return score.value
    return published(score, counted)


def stage_outcomes(rules: Rules, found: Walk) -> tuple[StageOutcome, ...]:
    """What is said of every stage of a chain; nothing where there is none."""
    return tuple(map(_outcome, found.counted.values())) if rules.chain else ()


def _outcome(one: Counted) -> StageOutcome:
    poll = one.poll
    return StageOutcome(
        one.stage.key,
        one.scores,
        one.promoted,
        one.ties,
        one.votes,
        one.tallies,
        one.adjusted,
        one.quorum,
        poll.members if poll else 0,
        len(poll.present) if poll else 0,
        sum(any(poll.void(j, key) for key, _ in poll.rule.ticks) for j in poll.present)
        if poll
        else 0,
    )
