"""Rank an award as it stands now: ballots in, the whole outcome out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from award.folder import Award
from award.opening import require_opened
from db.payload import unpack
from db.records import Ballot
from scoring.cells import Matrix
from scoring.compute import compute
from scoring.result import Decision, DecisionError, Outcome
from words import Bad, Problem


@dataclass(frozen=True)
class Ranking:
    """An award ranked as it stands now."""

    matrix: Matrix
    outcome: Outcome
    ballots: tuple[Ballot, ...]
    decisions: tuple[Decision, ...]

    @property
    def complete(self) -> bool:
        """Nothing is missing and nothing waits for a decision."""
        outcome = self.outcome
        return not (outcome.gaps or outcome.open_cuts or outcome.open_judges)


def rank(award: Award) -> Ranking:
    """The ranking from the submitted ballots.

    Raises E-STALE for every ballot given under other rules than those in config.toml now,
    E-DECISION where a recorded decision meets no tie any more, E-NOTHING without nominations
    or judges; where ballots travel also E-NOTCLOSED, E-NOTOPENED, E-OFFSHEET and E-LEFTOUT.
    """
    _refuse_empty(award)
    require_opened(award)
    ballots = award.store.ballots()
    _refuse_stale(award, ballots)
    matrix = award.store.matrix(award.rules.stage)
    decisions = award.store.decisions()
    try:
        outcome = compute(award.rules, matrix, decisions)
    except DecisionError as error:
        raise decision_refused(error) from None
    return Ranking(matrix, outcome, tuple(ballots), tuple(decisions))


def decision_refused(error: DecisionError) -> Bad:
    """The sentence of a decision that decides nothing, or too much."""
    names = ", ".join(error.names)
    return Bad(f"E-DECISION-{error.code.upper()}", cases=names, tied=", ".join(error.tied))


def _refuse_empty(award: Award) -> None:
    for kind in ("nominations", "judges"):
        if not getattr(award.store, kind)():
            raise Bad("E-NOTHING-" + kind.upper())


def _refuse_stale(award: Award, ballots: Sequence[Ballot]) -> None:
    now = award.rules_file.digest
    stale = [(ballot.judge, unpack(ballot.payload).rules) for ballot in ballots]
    problems = [
        Problem("E-STALE", "", {"judge": judge, "was": was[:8], "now": now[:8]})
        for judge, was in stale
        if was != now
    ]
    if problems:
        raise Bad.of(problems)
