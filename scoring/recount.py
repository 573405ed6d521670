"""The same result by a second, plain, independent way.

Written from the definitions in docs/scoring.md, for reading and not for speed: fractions
and dictionaries by name; no common denominators, no positions, no shared helpers. It has
only the types of rules, inputs, cells and results in common with the first way. Where the
two differ, nothing may be published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring.cells import Matrix
from scoring.inputs import AwardInputs, CaseFacts, Event
from scoring.recount_chain import Again
from scoring.recount_final import Final
from scoring.recount_stages import StageCount, needed
from scoring.result import (
    CaseScore,
    Decision,
    DecisionError,
    DecisionFault,
    Gap,
    Outcome,
    Remark,
    StageOutcome,
    Standing,
    Vacancy,
)
from scoring.rules import Rules


def recount(rules: Rules, matrix: Matrix, decisions: Sequence[Decision] = ()) -> Outcome:
    """Count one score stage again. Raises DecisionError exactly where `compute` does."""
    facts = tuple(CaseFacts(case) for case in matrix.cases)
    matrices = {rules.stages[0].key: matrix}
    return recount_award(rules, AwardInputs(facts, matrices, decisions=tuple(decisions)))


def recount_award(rules: Rules, inputs: AwardInputs) -> Outcome:
    """Count everything again. Raises DecisionError exactly where `compute_award` does."""
    check_each(rules, inputs)
    again = Again(rules, inputs)
    again.walk()
    final = Final(again)
    final.place()
    for cases in again.runoffs_left():
        raise DecisionError("not_tied", cases)
    struck = {} if moves_up(rules) else struck_after(inputs.events, final)
    cuts = [cut for one in again.cuts.values() for cut in one] + final.table.cuts
    vacated = [
        Vacancy(final.table.tiers[case], 1)
        for case in final.scores
        if case in struck and case in final.table.tiers
    ]
    return Outcome(
        (*standings(final, struck), *unranked(final, struck)),
        tuple(cuts),
        tuple(gap for one in again.stages.values() for gap in gaps(rules, one, inputs)),
        tuple(judge for one in again.stages.values() for judge in open_judges(one)),
        tuple(map(said, again.stages.values())) if rules.chain else (),
        (*final.table.vacancies, *vacated),
        tuple(key for key, one in again.stages.items() if not one.quorum),
    )


def check_each(rules: Rules, inputs: AwardInputs) -> None:
    """Each decision by itself: two cases or more, each once, known, and no tie twice."""
    known, stages = [facts.case for facts in inputs.cases], [stage.key for stage in rules.chain]
    seen: list[tuple[str, list[str]]] = []
    for decision in inputs.decisions:
        if decision.judge:
            continue
        names = sorted(decision.cases)
        stray = decision.stage != "" and decision.stage not in stages
        faults: dict[DecisionFault, bool] = {
            "too_short": len(names) < 2,
            "repeated": any(names.count(name) > 1 for name in names),
            "unknown": stray or any(name not in known for name in names),
            "twice": (decision.stage, names) in seen,
        }
        for code, wrong in faults.items():
            if wrong:
                raise DecisionError(code, decision.cases)
        seen.append((decision.stage, names))


def moves_up(rules: Rules) -> bool:
    return bool(rules.publication and rules.publication.backfill)


def struck_after(events: Sequence[Event], final: Final) -> dict[str, Event]:
    """Who is struck from a ranking whose other places stay as they are."""
    found: dict[str, Event] = {}
    for event in events:
        if event.kind == "object" and event.case in final.scores and event.case not in found:
            found[event.case] = event
    return found


def standings(final: Final, struck: dict[str, Event]) -> list[Standing]:
    """The ranked cases from the top."""
    return [
        Standing(
            final.ranks[case],
            final.scores[case],
            final.table.tiers.get(case, ""),
            tuple(final.uses.get(case, [])),
            tuple(other for other in group if other != case),
            final.remarks_of(case),
        )
        for group in final.groups
        for case in group
        if case not in struck
    ]


def unranked(final: Final, struck: dict[str, Event]) -> list[Standing]:
    """Everybody else, in the order of the cases."""
    ranked = [case for group in final.groups for case in group]
    lines = []
    for facts in final.again.inputs.cases:
        case = facts.case
        event = struck.get(case)
        if event is not None:
            remark: Remark | None = Remark(
                "struck", "", "", {"reason": event.reason, "by": event.by}
            )
        elif case in ranked:
            continue
        else:
            remark = final.reason(case)
        lines.append(line_of(final, case, remark))
    return lines


def line_of(final: Final, case: str, why: Remark | None) -> Standing:
    """The line of a case that has no rank."""
    own, tier = final.totals.get(case), final.table.tiers.get(case, "")
    if why is None:
        assert own is not None  # who has no reason came through the stages
        return Standing(None, own, tier, remarks=final.remarks_of(case))
    ballots = own.ballots if own is not None else 0
    blank = CaseScore(case, None, None, ballots, (), why.code)  # type: ignore[arg-type]
    if why.code in ("rejected", "vetoed", "struck"):
        return Standing(None, blank, remarks=(why,))
    return Standing(None, blank, tier, remarks=(why, *final.remarks_of(case)))


def gaps(rules: Rules, one: StageCount, inputs: AwardInputs) -> list[Gap]:
    """Holes judge by judge, then the lack of ballots, for each case; then what else is not there:
    votes, factors, base values.
    """
    found: list[Gap] = []
    later: list[Gap] = []
    numbers = one.numbers
    for case, score in one.scores.items():
        if numbers is not None:
            holes = {judge: numbers.holes(case, judge) for judge in numbers.matrix.judges}
            found += [Gap(judge, case, keys) for judge, keys in holes.items() if keys]
        if score.unranked == "too_few_ballots":
            found.append(Gap("", case, ()))
        elif score.unranked in ("no_votes", "too_many_ballots"):
            later.append(Gap("", case, ()))
        elif score.unranked in ("no_factor", "no_base"):
            there = inputs.measures.get(case, {})
            asked = [f.measure for f in rules.factors if f.stage == one.stage.key and f.measure]
            asked += needed(rules, one.stage.key)
            lost = [name for name in dict.fromkeys(asked) if name not in there]
            later.append(Gap("", case, tuple(lost)))
    found += later
    return [replace(gap, stage=one.stage.key) for gap in found] if rules.chain else found


def open_judges(one: StageCount) -> list[str]:
    """Those between whom a draw must still decide."""
    candidates = one.numbers.candidates if one.numbers is not None else []
    return list(candidates) if len(candidates) > 1 and not one.drawn else []


def said(one: StageCount) -> StageOutcome:
    """What is said of a stage."""
    return StageOutcome(
        one.stage.key, tuple(one.scores.values()), tuple(one.promoted), tuple(one.ties),
        one.votes, tuple(one.tallies), one.adjusted, one.quorum, one.members, one.present,
        one.void,
    )  # fmt: skip
