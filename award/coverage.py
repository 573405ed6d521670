"""How many ballots each case has and can still reach, before the meeting finds out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from award import secret
from award.closed import close_record
from award.entering import cases_seen
from award.folder import Award
from award.rounds import judges_of, round_on, rules_for
from db.records import Withdrawal
from exchange.collecting import State

_NOBODY: Mapping[str, Withdrawal] = MappingProxyType({})


@dataclass(frozen=True)
class Coverage:
    """One case: ballots that are in, ballots it can still get at most, ballots it needs.

    Recusals known to the secretary are left out, those inside open ballots too; of those inside
    sealed ballots nothing is known before opening.
    """

    case: str
    returned: int
    reachable: int
    needed: int

    @property
    def short(self) -> bool:
        """Whatever happens, the case cannot be ranked."""
        return self.reachable < self.needed

    @property
    def waiting(self) -> bool:
        """It can be ranked, and is not yet there."""
        return self.returned < self.needed <= self.reachable


def coverage(
    award: Award,
    state: State,
    leaving: Mapping[str, Withdrawal] = _NOBODY,
    joining: int = 0,
    *,
    stage: str = "",
) -> tuple[Coverage, ...]:
    """Every case of a round (the one that is on) in natural order of the numbers.

    `leaving` are judges who would leave beside those who have, `joining` how many would come for
    them, each to read what these read.
    """
    stage = stage or round_on(award)
    left = {**award.store.withdrawals(), **leaving}
    judges = [one.id for one in judges_of(award, stage)]
    came = set(award.store.handed_in()) & set(judges)
    came |= {judge for judge, seat in state.items() if seat.counts}
    came |= secret.voters(award, stage)
    came -= {judge for judge, one in left.items() if one.scores == "drop"}
    closed = close_record(award, stage) is not None or secret.box_opened(award, stage)
    awaited = {judge for judge in judges if judge in came or not (closed or judge in left)}
    others = _given_to_others(award)
    away = award.store.away() | others
    not_theirs = {case for judge, case in others if judge in leaving}
    needed = rules_for(award, stage).stage.missing.minimum
    return tuple(
        Coverage(
            number,
            _free(came, number, away),
            _free(awaited, number, away) + (0 if number in not_theirs else joining),
            needed,
        )
        for number in cases_seen(award, stage)
    )


def _given_to_others(award: Award) -> set[tuple[str, str]]:
    """Judge and case, where the cases are shared out and the judge does not get this one."""
    assigned = award.store.assignment()
    if assigned is None:
        return set()
    cases = {case.number for case in award.store.headings()}
    return {
        (judge.id, case)
        for judge in award.store.judges()
        for case in cases - assigned.shares.get(judge.id, frozenset())
    }


def _free(judges: Collection[str], case: str, away: Collection[tuple[str, str]]) -> int:
    return sum((judge, case) not in away for judge in judges)
