"""One file that came back: is it a ballot of this award, and whose? Nothing is opened here.

Everything is decided by the bytes and by what the award has issued; the scores stay sealed.
Every refusal is a `Bad` whose sentence says what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exchange.crypto import Ed25519Checker, HmacKey
from exchange.envelope import Checker
from exchange.objects import BallotHeader, Context, Issue, check_enrolment
from exchange.sealing import KIND, ClosedBallot, read_ballot
from words import Bad


@dataclass(frozen=True)
class Ruling:
    """The secretary's word on a conflict: `keep` holds, `over` are set aside. All are digests."""

    judge: str
    keep: str
    over: tuple[str, ...]


@dataclass(frozen=True)
class Known:
    """What the award knows when files come back.

    `slate` and `keys` are those that hold now (no keys in an open award). `issues` are all
    packets ever made, by judge, in their order: only the last one of a judge is good, and only
    if it is of this slate and these keys. `closed` holds the digests of the ballots that were
    in when collecting ended (None before), `accepted` those of late ones that were let in by a
    minuted decision.
    """

    award: str
    stage: str
    slate: str
    keys: int | None
    issues: Mapping[str, tuple[Issue, ...]]
    rulings: tuple[Ruling, ...] = ()
    closed: frozenset[str] | None = None
    accepted: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Sealed:
    """A genuine ballot, still sealed. `digest` is the same whatever mail did to the line ends."""

    header: BallotHeader
    digest: str

    @property
    def context(self) -> Context:
        return self.header.context

    @property
    def judge(self) -> str:
        return self.header.context.judge

    @property
    def seq(self) -> int:
        return self.header.context.seq

    @property
    def receipt(self) -> str:
        return self.header.receipt


def admit(data: bytes, known: Known) -> Sealed:
    """The ballot in a file's bytes.

    Raises E-SIZE, E-KIND, E-TRUNCATED, E-CANON or E-FORMAT for what is no whole ballot;
    E-AWARD, E-JUDGE, E-UNISSUED, E-SIG or E-ENROLL for what is not from this award's judge;
    E-STALE-SLATE or E-STALE-PACKET for a ballot of a packet that was withdrawn.
    """
    ballot = read_ballot(data)
    return vouched(ballot, known)


def admit_to(data: bytes, rounds: Mapping[str, Known], now: Known) -> Sealed:
    """As `admit`, to the stage the ballot names; what names none of them is told of `now`."""
    ballot = read_ballot(data)
    return vouched(ballot, rounds.get(ballot.header.context.stage, now))


def vouched(ballot: ClosedBallot, known: Known) -> Sealed:
    """As `admit`, of a file that was read."""
    header = ballot.header
    issue = _issue_of(header.context, known)
    ballot.content.verified(_checker(header, issue))
    if issue.enrol is not None:
        check_enrolment(issue.enrol, header)
    _require_current(header.context, issue, known)
    return Sealed(header, ballot.file)


def _issue_of(context: Context, known: Known) -> Issue:
    """The packet the ballot says it is from. Raises E-AWARD, E-JUDGE or E-UNISSUED."""
    if (context.award, context.stage) != (known.award, known.stage):
        raise Bad("E-AWARD", found=f"{context.award}/{context.stage}", award=known.award)
    if context.judge not in known.issues:
        raise Bad("E-JUDGE", judge=context.judge)
    for issue in known.issues[context.judge]:
        if issue.issue == context.issue:
            return issue
    raise Bad("E-UNISSUED", judge=context.judge, issue=context.issue)


def _checker(header: BallotHeader, issue: Issue) -> Checker:
    """Whose signature it must bear: of the judge's key, or of the code in an open award."""
    if header.mode != issue.mode:
        raise Bad("E-SIG", kind=KIND)
    if issue.mac is not None:
        return HmacKey(bytes.fromhex(issue.mac))
    return Ed25519Checker(bytes.fromhex(header.context.key or ""))


def _require_current(context: Context, issue: Issue, known: Known) -> None:
    """Raises E-STALE-SLATE for other rules or cases, E-STALE-PACKET for a packet taken back."""
    judge, number, last = context.judge, context.issue, known.issues[issue.judge][-1]
    if not context.slate == issue.slate == known.slate:
        raise Bad("E-STALE-SLATE", judge=judge, issue=number, last=last.issue)
    if (number, issue.keys) != (last.issue, known.keys):
        raise Bad("E-STALE-PACKET", judge=judge, issue=number, last=last.issue)
