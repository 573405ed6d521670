"""What is done about a runoff: find the tie, open, vote, enter what is on paper, close."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from award.folder import Award
from award.paper import person, same_person
from award.ranking import Ranking, rank
from award.rounds import counted_judges
from award.runoffs import (
    BALLOT,
    KIND,
    VOTED,
    Held,
    find,
    held,
    rules_for,
    vote_key,
    voter,
)
from db import sealing
from db.booth import Booth, Seat, ballot_of, draft_file
from db.box import Box
from db.payload import anonymous_part, unpack
from db.records import Answer, Ballot
from db.ticks import NO_TICK, TICK
from files import canonical
from files.writing import erase
from scoring.chain_rules import APPROVE, Stage
from scoring.result import OpenCut, Outcome, TieUse
from words import Bad
from words.text import clean_line


@dataclass(frozen=True)
class Wanted:
    """A tie the rules want a runoff for. `away` are recused from one of the cases.

    `before`: how many runoffs between exactly these cases have parted nobody.
    """

    cases: tuple[str, ...]
    places: int
    where: str
    judges: tuple[str, ...]
    away: tuple[str, ...]
    before: int = 0


# -- which ------------------------------------------------------------------------------------


def wanted(award: Award, ranking: Ranking) -> tuple[Wanted, ...]:
    """The ties at an open cut for which the rules name a runoff."""
    found = (wanted_at(award, ranking, cut) for cut in ranking.outcome.open_cuts)
    return tuple(one for one in found if one)


def wanted_at(award: Award, ranking: Ranking, cut: OpenCut) -> Wanted | None:
    """The runoff for the tie at one open cut; None where the rules name none."""
    group = _group(ranking.outcome, cut)
    return _wanted(award, cut, group) if group else None


def _group(outcome: Outcome, cut: OpenCut) -> tuple[str, ...]:
    """The whole tie around an open cut, as the step `runoff` met it; empty: there is no such
    step.
    """
    tied = [
        use.cases
        for use in _uses(outcome, cut)
        if use.step.kind == "runoff" and not use.split and set(cut.cases) <= set(use.cases)
    ]
    return min(tied, key=len, default=())


def _uses(outcome: Outcome, cut: OpenCut) -> list[TieUse]:
    staged = [use for one in outcome.stages if one.key == cut.tier for use in one.ties]
    return staged + [use for one in outcome.standings if one.case in cut.cases for use in one.ties]


def _wanted(award: Award, cut: OpenCut, cases: tuple[str, ...]) -> Wanted:
    there = _members(award, cut.tier)
    recused = {one.judge for one in award.store.recusals() if one.case in cases}
    before = [one for one in held(award) if set(one.cases) == set(cases) and one.closed]
    return Wanted(
        cases,
        cut.places,
        cut.tier,
        tuple(judge for judge in there if judge not in recused),
        tuple(judge for judge in there if judge in recused),
        len([one for one in before if not one.withdrawn]),
    )


def _judged(award: Award, where: str) -> Stage:
    """The stage that is cut, or the last one that is judged."""
    judged = [stage for stage in award.rules.passes() if stage.form]
    return next((one for one in judged if one.key == where), judged[-1])


def is_secret(award: Award, where: str) -> bool:
    """A tie of a secret vote is voted on in secret too."""
    approval = _judged(award, where).approval
    return approval is not None and approval.secret


def _members(award: Award, where: str) -> list[str]:
    stage = _judged(award, where)
    gone = award.store.withdrawals().keys() | set(award.rules_file.sides.shadow)
    named = counted_judges(award, stage)
    everybody = [one.id for one in award.store.judges() if one.id not in gone]
    return [judge for judge in everybody if not named or judge in named]


# -- opening and closing ----------------------------------------------------------------------


def open_runoff(award: Award, cases: Collection[str], by: str) -> tuple[Held, bool]:
    """Open the runoff between these cases, or of the first tie that wants one; whether it is new.

    One that is open already is found again. Raises E-RUNOFF-NONE where no tie wants one,
    E-RUNOFF-TIE where it is not these cases that are tied, E-RUNOFF-NOBODY.
    """
    for case in cases:
        award.store.nomination(case)
    running = [one for one in held(award) if one.open]
    same = [one for one in running if not cases or set(one.cases) == set(cases)]
    if same:
        return same[0], False
    asked = wanted(award, rank(award))
    if not asked:
        raise Bad("E-RUNOFF-NONE")
    fitting = [one for one in asked if not cases or set(one.cases) == set(cases)]
    if not fitting:
        raise Bad("E-RUNOFF-TIE", tied="; ".join(", ".join(one.cases) for one in asked))
    return _open(award, fitting[0], by), True


def _open(award: Award, one: Wanted, by: str) -> Held:
    if not one.judges:
        raise Bad("E-RUNOFF-NOBODY", cases=", ".join(one.cases))
    value = {
        "kind": "open", "cases": list(one.cases), "places": one.places, "where": one.where,
        "judges": list(one.judges), "by": by,
        **({"secret": True} if is_secret(award, one.where) else {}),
    }  # fmt: skip
    number = len(held(award)) + 1
    detail = {"act": "open", "runoff": number, "cases": list(one.cases), "places": one.places}
    _write(award, number, value, detail, by)
    return find(award, number)


def _write(
    award: Award, number: int, value: dict[str, object], detail: dict[str, object], by: str
) -> None:
    """Raises E-ELSEWHERE where another window was quicker."""
    award.store.backup(KIND)
    step = len(award.store.documents(KIND, str(number))) + 1
    payload = canonical.dumps(value)
    award.store.add_document(KIND, str(number), payload, number=step, detail=detail, actor=by)


def close_runoff(award: Award, number: int, by: str) -> tuple[Held, bool]:
    """End the voting; whether that is new.

    Raises E-RUNOFF-NUMBER, E-RUNOFF-GONE or E-RUNOFF-EMPTY.
    """
    one = find(award, number)
    if one.withdrawn:
        raise Bad("E-RUNOFF-GONE", number=number, reason=one.withdrawn)
    if one.closed:
        return one, False
    if not one.voted:
        raise Bad("E-RUNOFF-EMPTY", number=number)
    _end(award, one, {"kind": "close", **_from_box(award, one)}, by)
    return find(award, number), True


def _from_box(award: Award, one: Held) -> dict[str, object]:
    """The ballots of a secret runoff, all at once and by receipt. Raises E-BOX-COUNT."""
    if not one.secret:
        return {}
    parts = Box(award.folder, vote_key(one.number)).read().ballots
    if len(parts) != len(one.voted):
        raise Bad("E-BOX-COUNT", ballots=len(parts), voters=len(one.voted))
    return {"ballots": [part.decode("ascii") for part in parts]}


def withdraw_runoff(award: Award, number: int, reason: str, by: str) -> None:
    """Take a runoff back: it does not count. Raises E-RUNOFF-NUMBER, E-RUNOFF-GONE, E-REASON."""
    one, reason = find(award, number), clean_line(reason)
    if one.withdrawn:
        raise Bad("E-RUNOFF-GONE", number=number, reason=one.withdrawn)
    if not reason:
        raise Bad("E-REASON", str(number))
    _end(award, one, {"kind": "withdraw", "reason": reason}, by)


def _end(award: Award, one: Held, value: dict[str, object], by: str) -> None:
    reason = {"reason": value["reason"]} if "reason" in value else {}
    detail = {"act": value["kind"], "runoff": one.number, **reason}
    _write(award, one.number, {**value, "by": by}, detail, by)
    for judge in one.judges:
        erase(draft_file(award.folder, judge, vote_key(one.number)))
    Box(award.folder, vote_key(one.number)).empty()


# -- ballots ----------------------------------------------------------------------------------


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
