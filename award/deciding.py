"""A committee's word on a tie that the rules leave open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from award.folder import Award
from award.ranking import decision_refused, rank
from scoring.compute import compute
from scoring.result import Decision, DecisionError


def decide(
    award: Award, cases: Sequence[str], kind: Literal["chair", "draw"], reason: str, by: str
) -> None:
    """Record the order of cases that wait for a decision; first is best.

    Tried on the ranking first: raises E-DECISION-... where it decides nothing or too much,
    E-NOCASE where there is no such case. Nothing is written then.
    """
    for case in cases:
        award.store.nomination(case)
    ranking, decision = rank(award), Decision(tuple(cases), kind)
    try:
        compute(award.rules, ranking.matrix, (*ranking.decisions, decision))
    except DecisionError as error:
        raise decision_refused(error) from None
    award.store.decide(decision, reason, by)
