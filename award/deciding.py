"""A committee's word on a tie that the rules leave open; a draw between judges; taking one back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from award.folder import Award
from award.ranking import Ranking, decision_refused, inputs_of, rank
from award.rounds import require_not_passed
from award.terms import counted_rules
from scoring.compute import compute_award
from scoring.result import Decision, DecisionError
from words import Bad


def decide(
    award: Award,
    cases: Sequence[str],
    kind: Literal["chair", "draw"],
    reason: str,
    by: str,
    stage: str = "",
) -> None:
    """Record the order of cases that wait for a decision; first is best.

    `stage` is where the cut of one stage is decided, not the final ranking.

    Tried on the ranking first: raises E-DECISION-... where it decides nothing or too much,
    E-NOCASE where there is no such case. Nothing is written then.
    """
    for case in cases:
        award.store.nomination(case)
    decision = Decision(tuple(cases), kind, stage=stage)
    try:
        _try(award, rank(award), decision)
    except DecisionError as error:
        raise decision_refused(error) from None
    award.store.decide(decision, reason, by)


def decide_judge(award: Award, judge: str, reason: str, by: str, stage: str = "") -> None:
    """Record which judge a draw leaves out, where several spread equally.

    Raises E-JUDGEUNKNOWN, or E-DECISION-JUDGE where no draw is needed about this judge.
    """
    award.store.judge(judge)
    ranking, decision = rank(award), Decision((), "draw", judge=judge, stage=stage)
    try:
        _try(award, ranking, decision)
    except DecisionError:
        drawable = ", ".join(ranking.outcome.open_judges)
        raise Bad("E-DECISION-JUDGE", judge=judge, drawable=drawable) from None
    award.store.decide(decision, reason, by)


def _try(award: Award, ranking: Ranking, decision: Decision) -> None:
    inputs = inputs_of(award, ranking)
    compute_award(counted_rules(award), replace(inputs, decisions=(*ranking.decisions, decision)))


def undecide(award: Award, number: int, reason: str, by: str) -> None:
    """Take a decision back; the tie is open again. Raises E-NODECISION or E-STAGE-PASSED."""
    for one in award.store.decisions():
        if one.number == number:
            require_not_passed(award, one.stage)
    award.store.withdraw_decision(number, reason, by)
