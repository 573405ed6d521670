"""Voting in secret: a judge's booth, and papers typed by two people; both fill the box."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from award.entering import cases_seen
from award.folder import Award
from award.secret import VOTED, closed, members, voted
from db import sealing
from db.booth import Booth, Seat
from db.booth_draft import draft_file
from db.box import Box
from db.payload import anonymous_part
from db.receipts import receipt_of
from db.records import Answer, Ballot, Recusal
from db.ticks import NO_TICK, TICK
from files import canonical
from scoring.chain_rules import Stage
from words import Bad


def booth_of(award: Award, stage: Stage, judge: str, cases: Sequence[str]) -> Booth:
    """The tick screen's desk. Raises E-VOTE-CLOSED, E-VOTE-MEMBER or E-LOCKED."""
    rules, there = award.rules.looking_at(stage.key), judge in voted(award, stage)
    if not there and closed(award, stage):
        raise Bad("E-VOTE-CLOSED", stage=stage.key)
    if judge not in members(award, stage):
        raise Bad("E-VOTE-MEMBER", judge=judge)
    recused = {one.case: one for one in award.store.recusals() if one.judge == judge}
    return award.store.booth(
        Seat(
            judge=award.store.judge(judge),
            rules=rules,
            cases=tuple(award.store.nomination(case) for case in cases),
            draft=draft_file(award.folder, judge, stage.key),
            put=lambda ballot: _cast(award, stage, judge, ballot),
            clock=award.store.now,
            nonce=sealing.random_nonce,
            whole=award.store.nomination,
            recused=recused,
            given=_known(judge) if there else None,
            recuse=lambda case, reason: _recuse(award, judge, case, reason),
            secret=True,
        )
    )


def _known(judge: str) -> Ballot:
    """All that is known later: that there is a ballot."""
    return Ballot(judge, 1, (), b"", "", "", "")


def _recuse(award: Award, judge: str, case: str, reason: str) -> Recusal:
    award.store.add_recusals([Recusal(judge, case, reason, judge, "")])
    return next(r for r in award.store.recusals() if (r.judge, r.case) == (judge, case))


def _cast(award: Award, stage: Stage, judge: str, ballot: Ballot) -> None:
    """Into the box, and that the judge has voted: one transaction; again it changes nothing."""
    if judge in voted(award, stage):
        return
    if closed(award, stage):
        raise Bad("E-VOTE-CLOSED", stage=stage.key)
    part = anonymous_part(ballot.payload)
    put = lambda: Box(award.folder, stage.key).add([part])  # noqa: E731
    _sign_in(award, stage, [judge], put, {"judge": judge}, judge)


def _sign_in(
    award: Award,
    stage: Stage,
    judges: Sequence[str],
    put: Callable[[], None],
    detail: Mapping[str, object],
    by: str,
) -> None:
    """As many ballots come into the box as judges vote. Raises E-ELSEWHERE."""
    payload = canonical.dumps({"stage": stage.key})
    award.store.add_documents(VOTED, judges, payload, detail, by, first=put)


# -- paper ------------------------------------------------------------------------------------


def enter_papers(
    award: Award,
    stage: Stage,
    voters: Sequence[str],
    papers: Sequence[Mapping[str, Sequence[str]] | None],
    by: str,
    checked: str,
) -> tuple[str, ...]:
    """Put anonymous papers into the box; their receipts. None is a paper that is void.

    `voters` are those who put one in, as many as there are papers. Raises E-VOTE-CLOSED,
    E-VOTE-MEMBER, E-VOTE-TWICE, E-VOTE-PAPERS, E-CASEUNKNOWN, E-NOCRITERION.
    """
    if closed(award, stage):
        raise Bad("E-VOTE-CLOSED", stage=stage.key)
    for judge in voters:
        award.store.judge(judge)
        if judge not in members(award, stage):
            raise Bad("E-VOTE-MEMBER", judge=judge)
        if judge in voted(award, stage):
            raise Bad("E-VOTE-TWICE", judge=judge)
    if len(set(voters)) != len(papers):
        raise Bad("E-VOTE-PAPERS", papers=len(papers), voters=len(set(voters)))
    parts = [_part(award, stage, paper or {}) for paper in papers]
    void = [receipt_of(p) for p, paper in zip(parts, papers, strict=True) if paper is None]
    detail = {"judges": sorted(set(voters)), "checked_by": checked}
    put = lambda: Box(award.folder, stage.key).add(parts, void)  # noqa: E731
    _sign_in(award, stage, sorted(set(voters)), put, detail, by)
    return tuple(sorted(map(receipt_of, parts)))


def _part(award: Award, stage: Stage, paper: Mapping[str, Sequence[str]]) -> bytes:
    """The anonymous part of a paper: what is ticked on each question, also too much of it."""
    rules = award.rules.looking_at(stage.key)
    known, keys = cases_seen(award, stage.key), [one.key for one in rules.stage.criteria]
    for key, ticks in paper.items():
        if key not in keys:
            raise Bad("E-NOCRITERION", key, criterion=key)
        if odd := [case for case in ticks if case not in known]:
            raise Bad("E-CASEUNKNOWN", odd[0], case=odd[0])
    answers = [
        Answer(case, {key: TICK if case in paper.get(key, ()) else NO_TICK for key in keys})
        for case in known
    ]
    nonce = sealing.random_nonce()
    return anonymous_part(sealing.seal("-", 1, rules, answers, nonce, "").payload)
