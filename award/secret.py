"""Secret votes (无记名投票): who has voted is recorded, whose ballot is whose is not.

Document `voted`, under the id of a judge: that the judge has voted, or put in a paper. The
ballots wait in the box (`db.box`); closing takes them all at once, in the order of their
receipts, into one document `secret-ballots` under the key of the stage.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from award.entering import cases_seen
from award.folder import Award
from award.published import sheet_of
from award.rounds import counted_judges, round_of, round_on
from db import sealing
from db.booth import Booth, Seat, draft_file
from db.box import Box, Content
from db.payload import Sheet, anonymous_part
from db.receipts import receipt_of
from db.records import Answer, Ballot, Recusal
from db.rules_digest import digest_of
from db.ticks import NO_TICK, TICK
from files import canonical
from scoring.cells import Matrix
from scoring.chain_rules import Stage
from scoring.inputs import Roll
from scoring.rules import Rules
from words import Bad

VOTED, CLOSED = "voted", "secret-ballots"


@dataclass(frozen=True)
class Closed:
    """What a box held: anonymous parts by receipt, and the receipts of papers found void."""

    ballots: Mapping[str, bytes]
    void: frozenset[str]

    @property
    def sheets(self) -> dict[str, Sheet]:
        """The ballots by receipt. Raises E-BALLOT."""
        return {code: sheet_of(part, code) for code, part in self.ballots.items()}


def secret_stages(rules: Rules) -> tuple[Stage, ...]:
    return tuple(one for one in rules.chain if one.approval and one.approval.secret)


def stage_of(award: Award, judge: str) -> Stage | None:
    """The secret stage a judge votes in; None where it is none."""
    key = round_of(award, judge)
    return next((one for one in secret_stages(award.rules) if one.key == key), None)


def members(award: Award, stage: Stage) -> tuple[str, ...]:
    """Who may vote: the judges of the stage that are not in the shadow and have not left."""
    gone = award.store.withdrawals()
    return tuple(judge for judge in _seats(award, stage) if judge not in gone)


def _seats(award: Award, stage: Stage) -> tuple[str, ...]:
    """The judges of the stage that count, in natural order; also who has left."""
    named, shadow = counted_judges(award, stage), award.rules_file.sides.shadow
    everybody = (one.id for one in award.store.judges() if one.id not in shadow)
    return tuple(judge for judge in everybody if not named or judge in named)


def voted(award: Award, stage: Stage) -> tuple[str, ...]:
    """Who has voted, in the order of the judges; a judge belongs to one stage."""
    there = {one.subject for one in award.store.documents(VOTED)}
    judges = (one.id for one in award.store.judges())
    return tuple(j for j in judges if j in there and round_of(award, j) == stage.key)


def closed(award: Award, stage: Stage) -> Closed | None:
    kept = award.store.document(CLOSED, stage.key)
    if kept is None:
        return None
    value = cast(dict[str, Any], canonical.loads(kept.payload))
    parts = [part.encode("ascii") for part in value["ballots"]]
    return Closed({receipt_of(part): part for part in parts}, frozenset(value["void"]))


def require_stage(award: Award, key: str = "") -> Stage:
    """The secret stage that is meant. Raises E-VOTE-STAGE."""
    known = [one for one in secret_stages(award.rules) if key in {"", one.key}]
    if len(known) != 1:
        names = ", ".join(one.key for one in secret_stages(award.rules)) or "-"
        raise Bad("E-VOTE-STAGE", stage=key or "-", known=names)
    return known[0]


def refuse_packets(award: Award) -> None:
    """Raises E-SECRET-PACKET where the round that is on is a secret vote."""
    on = [one for one in secret_stages(award.rules) if one.key == round_on(award)]
    if on:
        raise Bad("E-SECRET-PACKET", judges=", ".join(members(award, on[0])))


def refuse_dropping(award: Award, judge: str) -> None:
    """Raises E-VOTE-GONE for a judge who has voted in secret."""
    stage = stage_of(award, judge)
    if stage is not None and judge in voted(award, stage):
        raise Bad("E-VOTE-GONE", judge=judge)


# -- voting -----------------------------------------------------------------------------------


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


# -- closing ----------------------------------------------------------------------------------


def close_vote(award: Award, stage: Stage, by: str) -> tuple[int, bool]:
    """Take the ballots out of the box, all at once; how many, and whether it is new.

    Raises E-VOTE-EMPTY, E-BOX-COUNT where the box does not hold one ballot for each who voted,
    E-STALE for a ballot given under other rules.
    """
    if done := closed(award, stage):
        Box(award.folder, stage.key).empty()
        return len(done.ballots), False
    box, there = Box(award.folder, stage.key), voted(award, stage)
    held = box.read()
    if not there:
        raise Bad("E-VOTE-EMPTY", stage=stage.key)
    if len(held.ballots) != len(there):
        raise Bad("E-BOX-COUNT", ballots=len(held.ballots), voters=len(there))
    _refuse_stale(award, held)
    ballots = [part.decode("ascii") for part in held.ballots]
    payload = canonical.dumps({"ballots": ballots, "void": sorted(held.void)})
    award.store.backup(CLOSED)
    detail = {"ballots": len(ballots), "void": len(held.void)}
    award.store.add_document(CLOSED, stage.key, payload, number=1, detail=detail, actor=by)
    box.empty()
    return len(ballots), True


def _refuse_stale(award: Award, held: Content) -> None:
    now = digest_of(award.rules)
    for part in held.ballots:
        was = sheet_of(part, "-").rules
        if was != now:
            raise Bad("E-STALE", judges="-", was=was[:8], now=now[:8])


# -- counting ---------------------------------------------------------------------------------


def matrix_of(award: Award, stage: Stage) -> Matrix:
    """The ballots as the count is given them: a receipt is a judge; none before closing."""
    assert stage.form is not None  # a vote has a form
    done = closed(award, stage)
    sheets = done.sheets if done else {}
    cases = {one.number for one in award.store.headings()}
    cells = {
        (case, code, key): cell
        for code, sheet in sheets.items()
        for row, case in enumerate(sheet.cases)
        if case in cases
        for key, cell in sheet.cells(row).items()
    }
    keys = [one.key for one in stage.form.criteria]
    return Matrix.build([one.number for one in award.store.headings()], sorted(sheets), keys, cells)


def roll_of(award: Award, stage: Stage) -> Roll:
    """What is known beside the ballots: members, and how many of those who voted are recused."""
    there, done = set(voted(award, stage)), closed(award, stage)
    pairs = [(one.judge, one.case) for one in award.store.recusals() if one.judge in there]
    return Roll(
        len(_seats(award, stage)),
        dict(Counter(case for _, case in pairs)),
        max(Counter(judge for judge, _ in pairs).values(), default=0),
        done.void if done else frozenset(),
        done is not None,
    )
