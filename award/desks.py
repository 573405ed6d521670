"""A judge's desk: in an award with several stages it is that of the judge's own stage, with the
cases that have come so far.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from award.folder import Award
from db.desk import Desk
from scoring.rules import Rules

if TYPE_CHECKING:
    from award.runoffs import Held
    from db.booth import Booth


@dataclass(frozen=True)
class Seat:
    """The desk, and the rules as this judge sees them."""

    desk: Desk | Booth
    rules: Rules


def seat_of(award: Award, judge: str) -> Seat:
    """The judge's seat: in a runoff while one waits for this judge, else in the own stage.

    Raises E-JUDGEUNKNOWN, E-STAGE-JUDGE, E-STAGE-WAITS, E-LOCKED.
    """
    award.store.judge(judge)
    runoff = _runoff(award, judge)
    if runoff is not None:
        from award.runoff_ballots import booth_of

        booth = booth_of(award, runoff, judge)
        return Seat(booth, booth.rules)
    if not award.rules.chain:
        return Seat(award.store.desk(judge, award.rules), award.rules)
    return _in_round(award, judge)


def _runoff(award: Award, judge: str) -> Held | None:
    """What is seldom is loaded where it is there: the first picture comes sooner."""
    if not award.store.documents("runoff"):
        return None
    from award import runoffs

    return runoffs.open_for(award, judge)


def _in_round(award: Award, judge: str) -> Seat:
    from award import secret, secret_voting
    from award.entering import entrants
    from award.rounds import frozen, require_round

    stage = require_round(award, judge)
    rules = award.rules.looking_at(stage)
    begun = frozen(award, stage) is not None  # what was missing before was passed over then
    cases, hidden = entrants(award, stage, despite=begun), secret.stage_of(award, judge)
    if hidden is not None:
        return Seat(secret_voting.booth_of(award, hidden, judge, cases), rules)
    return Seat(award.store.desk(judge, rules, cases), rules)
