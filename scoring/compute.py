"""The one call: rules, and all that was given and decided, in; the whole result out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scoring.adjusting import unrecorded
from scoring.cells import Matrix
from scoring.chain import Walk, spoken, stage_outcomes, total_scores, walk
from scoring.chain_ties import ChainBench, Runoffs
from scoring.decisions import Decisions, check_each
from scoring.factors import lacking
from scoring.gaps import find_gaps
from scoring.inputs import AwardInputs, CaseFacts, Event
from scoring.lines import below
from scoring.placing import Placed, Placing
from scoring.ranking import rank_numbers
from scoring.result import (
    CaseScore,
    Decision,
    DecisionError,
    Gap,
    Outcome,
    Remark,
    Standing,
    Vacancy,
)
from scoring.rules import Rules

__all__ = ["DecisionError", "compute", "compute_award"]


def compute(rules: Rules, matrix: Matrix, decisions: Sequence[Decision] = ()) -> Outcome:
    """The result of an award of one score stage of which no more is known than its scores.

    Raises DecisionError where a decision names cases that are not tied, or is typed twice.
    """
    facts = tuple(CaseFacts(case) for case in matrix.cases)
    matrices = {rules.stage.key: matrix}
    return compute_award(rules, AwardInputs(facts, matrices, decisions=tuple(decisions)))


def compute_award(rules: Rules, inputs: AwardInputs) -> Outcome:
    """Stages, standings, ties, tiers, remarks, open cuts and gaps.

    Raises DecisionError where a decision, a draw or a runoff meets no tie, or is typed twice.
    """
    names = [facts.case for facts in inputs.cases]
    check_each(inputs.decisions, names, [stage.key for stage in rules.chain])
    runoffs = Runoffs(inputs.runoffs)
    found = walk(rules, inputs, runoffs)
    scores = total_scores(rules, found)
    out = final_out(rules, inputs.events, found, scores)
    ranked = [one for one in scores if one.published is not None and one.case not in out]
    bench = ChainBench(rules, inputs, found.counted, runoffs, ranked)
    entries = sum(remark.code != "rejected" for remark in found.out.values())
    placing = Placing(
        bench,
        {facts.case: facts for facts in inputs.cases},
        Decisions(inputs.decisions),
        len(names) - len(found.out) + entries,
    )
    placed = placing.run()
    runoffs.check_used()
    reserve(rules, placed)
    struck = {} if _moves_up(rules) else strike(inputs.events, placed)
    rest = unranked(names, found, scores, {**out, **struck}, placed)
    return Outcome(
        (*standings(rules, placed, struck), *rest),
        (*found.cuts, *placed.cuts),
        all_gaps(rules, found, inputs),
        tuple(judge for one in found.counted.values() if one.count
              for judge in one.count.open_judges),
        stage_outcomes(rules, found),
        (*placed.vacancies, *_vacated(placed, struck)),
        tuple(key for key, one in found.counted.items() if not one.quorum),
    )  # fmt: skip


# -- who is out at the end --------------------------------------------------------------------


def final_out(
    rules: Rules, events: Sequence[Event], found: Walk, scores: Sequence[CaseScore]
) -> dict[str, Remark]:
    """Who is not ranked though all stages are done: vetoed, struck, or below a line."""
    out: dict[str, Remark] = {}
    kinds = ["veto", "object"] if _moves_up(rules) else ["veto"]
    for kind in kinds:
        for event in events:
            if event.kind == kind and not event.stage:
                out.setdefault(event.case, spoken(event))
    for one in scores:
        line = below(rules, found.counted, one, "") if one.published is not None else None
        if line is not None:
            out.setdefault(one.case, line)
    return out


def _moves_up(rules: Rules) -> bool:
    return rules.publication is not None and rules.publication.backfill


def strike(events: Sequence[Event], placed: Placed) -> dict[str, Remark]:
    """Who is struck from a ranking that otherwise stays as it is."""
    named = [one.case for one in placed.scores]
    upheld = [event for event in events if event.kind == "object" and event.case in named]
    return {event.case: spoken(event) for event in reversed(upheld)}


def _vacated(placed: Placed, struck: Mapping[str, Remark]) -> Iterator[Vacancy]:
    for one in placed.scores:
        if one.case in struck and one.case in placed.tier_of:
            yield Vacancy(placed.tier_of[one.case], 1)


def reserve(rules: Rules, placed: Placed) -> None:
    """The next in order after all tiers, as many as the rules name, ties together."""
    wanted = rules.publication.reserves if rules.publication else 0
    count = 0
    for group in placed.ranking.groups if not placed.waits else ():
        names = [placed.scores[at].case for at in group]
        free = [case for case in names if case not in placed.tier_of]
        if free and count < wanted:
            for case in free:
                remark = Remark("reserve", "", "", {"number": count + 1})
                placed.remarks.setdefault(case, []).append(remark)
            count += len(free)


# -- the lines of the ranking -----------------------------------------------------------------


def standings(rules: Rules, placed: Placed, struck: Mapping[str, Remark]) -> Iterator[Standing]:
    """The ranked cases, from the top; a case that is struck leaves its rank empty."""
    ranking = placed.ranking
    ranks = rank_numbers(ranking.groups, rules.shared)
    for rank, group in zip(ranks, ranking.groups, strict=True):
        names = tuple(placed.scores[case].case for case in group)
        for at, case in enumerate(group):
            name = names[at]
            if name in struck:
                continue
            yield Standing(
                rank,
                placed.scores[case],
                placed.tier_of.get(name, ""),
                tuple(ranking.uses.get(case, ())),
                names[:at] + names[at + 1 :],
                tuple(placed.remarks.get(name, ())),
            )


def unranked(
    names: Sequence[str],
    found: Walk,
    scores: Sequence[CaseScore],
    out: Mapping[str, Remark],
    placed: Placed,
) -> Iterator[Standing]:
    """Everybody else in the order of the cases, each with the reason."""
    own = {one.case: one for one in scores}
    left = {case: Remark("not_elected") for case in placed.unelected}
    reasons = {**left, **out, **found.out}
    for case in names:
        if case in reasons:
            yield _left_out(own.get(case), reasons[case], placed, case)
        elif own[case].published is None:
            yield Standing(None, own[case], *_seat_of(placed, case))


def _left_out(own: CaseScore | None, why: Remark, placed: Placed, case: str) -> Standing:
    """A case without a rank. A preset place it keeps, unless it is gone altogether."""
    blank = CaseScore(case, None, None, own.ballots if own else 0, (), why.code)  # type: ignore[arg-type]
    if why.code in {"rejected", "vetoed", "struck"}:
        return Standing(None, blank, remarks=(why,))
    tier, ties, tied, remarks = _seat_of(placed, case)
    return Standing(None, blank, tier, ties, tied, (why, *remarks))


def _seat_of(placed: Placed, case: str) -> tuple[str, tuple[()], tuple[()], tuple[Remark, ...]]:
    return placed.tier_of.get(case, ""), (), (), tuple(placed.remarks.get(case, ()))


def all_gaps(rules: Rules, found: Walk, inputs: AwardInputs) -> tuple[Gap, ...]:
    """What is missing, stage by stage; in a chain each gap says in which."""
    gaps: list[Gap] = []
    for key, one in found.counted.items():
        stage = key if rules.chain else ""
        if one.count is not None:
            gaps += [replace(gap, stage=stage) for gap in find_gaps(one.count.ballots, one.scores)]
        mine = [factor for factor in rules.factors if factor.stage == key]
        for score in one.scores:
            if score.unranked in {"no_votes", "too_many_ballots"}:
                gaps.append(Gap("", score.case, (), stage))
            elif score.unranked in {"no_factor", "no_base"}:
                there = inputs.measures.get(score.case, {})
                lost = (*lacking(mine, there), *unrecorded(rules.adjustments_of(key), there))
                gaps.append(Gap("", score.case, tuple(dict.fromkeys(lost)), stage))
    return tuple(gaps)
