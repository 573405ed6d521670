"""Voting in a runoff: a judge's booth, a ballot under the name or into the box, one on paper."""

from __future__ import annotations

from collections.abc import Sequence

from award.folder import Award
from award.paper import person, same_person
from award.runoffs import BALLOT, VOTED, Held, find, rules_for, vote_key, voter
from db import sealing
from db.booth import Booth, Seat
from db.booth_draft import ballot_of, draft_file
from db.box import Box
from db.payload import anonymous_part, unpack
from db.records import Answer, Ballot
from db.ticks import NO_TICK, TICK
from files import canonical
from scoring.chain_rules import APPROVE
from words import Bad


def booth_of(award: Award, one: Held, judge: str) -> Booth:
    """The tick screen's desk for a judge in a runoff. Raises E-LOCKED."""
    kept = award.store.documents(BALLOT, str(one.number))
    mine = [ballot_of(document.payload, document.at) for document in kept]
    seat = Seat(
        judge=award.store.judge(judge),
        rules=rules_for(award.rules, one),
        cases=tuple(award.store.nomination(case) for case in one.cases),
        draft=draft_file(award.folder, judge, vote_key(one.number)),
        put=lambda ballot: (_drop if one.secret else _keep)(award, one.number, ballot, judge),
        clock=award.store.now,
        nonce=sealing.random_nonce,
        whole=award.store.nomination,
        given=next((ballot for ballot in mine if ballot.judge == judge), None)
        or (Ballot(judge, 1, (), b"", "", "", "") if judge in one.voted else None),
        secret=one.secret,
    )
    return award.store.booth(seat)


def _keep(award: Award, number: int, ballot: Ballot, by: str, **people: str) -> None:
    """Store a judge's ballot; the same one again adds nothing. Raises what `_require` does."""
    kept = find(award, number).ballots.get(ballot.judge)
    if kept is not None and kept.nonce == _nonce(ballot):
        return
    _require_asked(award, number, ballot.judge)
    detail = {"judge": ballot.judge, "receipt": ballot.receipt, **people}
    award.store.add_document(BALLOT, str(number), ballot.payload, detail=detail, actor=by)


def _drop(award: Award, number: int, ballot: Ballot, judge: str) -> None:
    """Into the box, and that the judge has voted; again it changes nothing."""
    if judge in find(award, number).voted:
        return
    _require_asked(award, number, judge)
    part = anonymous_part(ballot.payload)
    award.store.add_documents(
        VOTED,
        [voter(number, judge)],
        canonical.dumps({"runoff": number}),
        {"judge": judge, "runoff": number},
        judge,
        first=lambda: Box(award.folder, vote_key(number)).add([part]),
    )


def _nonce(ballot: Ballot) -> str:
    return unpack(ballot.payload).nonce


def _require_asked(award: Award, number: int, judge: str) -> Held:
    """Raises E-RUNOFF-NUMBER, E-RUNOFF-CLOSED, E-RUNOFF-AWAY or E-RUNOFF-VOTED."""
    award.store.judge(judge)
    one = find(award, number)
    if not one.open:
        raise Bad("E-RUNOFF-CLOSED", number=number)
    away = {row.case for row in award.store.recusals() if row.judge == judge} & set(one.cases)
    if judge not in one.judges or away:
        raise Bad("E-RUNOFF-AWAY", judge=judge, voters=", ".join(one.judges))
    if judge in one.voted:
        raise Bad("E-RUNOFF-VOTED", judge=judge)
    return one


def enter_ballot(
    award: Award, number: int, judge: str, ticks: Sequence[str], by: str, checked: str
) -> Ballot:
    """Keep a ballot that was cast on paper, as it stands there, also with too many ticks.

    `by` has entered it and `checked` has compared it with the paper. Raises E-PAPER-NAME,
    E-PAPER-SAME, E-RUNOFF-CASE, E-RUNOFF-SECRET, and what a ballot on the screen would raise.
    """
    by, checked = person(by), person(checked)
    if same_person(by, checked):
        raise Bad("E-PAPER-SAME", name=by)
    one = _require_asked(award, number, judge)
    if one.secret:
        raise Bad("E-RUNOFF-SECRET", judge=judge)
    if odd := [case for case in ticks if case not in one.cases]:
        raise Bad("E-RUNOFF-CASE", odd[0], case=odd[0], cases=", ".join(one.cases))
    answers = [Answer(c, {APPROVE: TICK if c in ticks else NO_TICK}) for c in one.cases]
    rules, at, nonce = rules_for(award.rules, one), award.store.now(), sealing.random_nonce()
    ballot = sealing.seal(judge, 1, rules, answers, nonce, at)
    _keep(award, number, ballot, by, checked_by=checked)
    return ballot
