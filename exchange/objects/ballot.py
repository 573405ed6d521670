"""A ballot: a clear header, and inside the seal an anonymous part, a private part, the context."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import Annotated

from db.receipts import receipt_of
from exchange.fields import at_most, integer, one_of, pack, require, require_ascending, text
from exchange.objects.terms import (
    MAX_CASES,
    Count,
    Hex32,
    Id,
    Mode,
    Name,
    Receipt,
    require_together,
)
from files.canonical import dumps
from words import Bad


@dataclass(frozen=True)
class Context:
    """What a ballot is a ballot of. It stands in the clear header and inside the seal.

    `slate` identifies the rules and nominations, `issue` the packet, `seq` the revision
    (1, 2, ..), `prev` the digest of the revision before it where that is known, `key` the
    judge's Ed25519 key; an open award has none.
    """

    award: Id
    judge: Id
    stage: Name
    slate: Hex32
    issue: Count
    seq: Count
    prev: Hex32 | None
    key: Hex32 | None

    def __post_init__(self) -> None:
        require(self.seq > 1 or self.prev is None, "prev", "null")


@dataclass(frozen=True)
class BallotHeader:
    """What anybody may read of a ballot. `enrol` shows that the packet's reader chose the key."""

    context: Context
    mode: Mode
    enrol: Hex32 | None
    receipt: Receipt

    def __post_init__(self) -> None:
        require_together(self.mode, key=self.context.key, enrol=self.enrol)


@dataclass(frozen=True)
class Score:
    """A judge's answer to one criterion of one case; `points` in stage units if scored."""

    case: Name
    criterion: Name
    state: Annotated[str, one_of("scored", "not_applicable", "abstained")]
    points: Annotated[int, integer(-(10**9), 10**9)] | None

    def __post_init__(self) -> None:
        need = "-1000000000..1000000000" if self.state == "scored" else "null"
        require((self.points is None) == (self.state != "scored"), "points", need)


@dataclass(frozen=True)
class Anonymous:
    """The part that is published after opening. The nonce keeps the receipt from telling scores."""

    slate: Hex32
    stage: Name
    nonce: Hex32
    scores: Annotated[tuple[Score, ...], at_most(MAX_CASES)]
    recusals: Annotated[tuple[Name, ...], at_most(MAX_CASES)]

    def __post_init__(self) -> None:
        require_ascending(tuple((s.case, s.criterion) for s in self.scores), "scores")
        require_ascending(self.recusals, "recusals")
        scored = {score.case for score in self.scores}
        require(scored.isdisjoint(self.recusals), "recusals", "scores[].case != recusals[]")

    @property
    def receipt(self) -> str:
        """The 20 digits that identify exactly this part."""
        return receipt_of(pack(self))


@dataclass(frozen=True)
class Note:
    """A remark on a case, or the reason why the judge is recused from it."""

    case: Name
    text: Annotated[str, text(1, 5000)]


@dataclass(frozen=True)
class Private:
    """The part that stays with the secretary: who, and what could show who."""

    judge: Id
    remarks: Annotated[tuple[Note, ...], at_most(MAX_CASES)]
    reasons: Annotated[tuple[Note, ...], at_most(MAX_CASES)]

    def __post_init__(self) -> None:
        require_ascending(tuple(note.case for note in self.remarks), "remarks")
        require_ascending(tuple(note.case for note in self.reasons), "reasons")


@dataclass(frozen=True)
class BallotBody:
    """What is inside the seal."""

    anonymous: Anonymous
    private: Private
    context: Context

    def __post_init__(self) -> None:
        recused = set(self.anonymous.recusals)
        need = "reasons[].case = recusals[]"
        require(all(n.case in recused for n in self.private.reasons), "private.reasons", need)


def enrolment(secret: str, context: Context) -> str:
    """HMAC-SHA256 under the packet's secret of award, judge and the judge's key.

    Only who opened the packet can make it: a stranger's key is told from the judge's.
    """
    claim = dumps(["enrol", context.award, context.judge, context.key])
    return hmac.new(bytes.fromhex(secret), claim, "sha256").hexdigest()


def check_enrolment(secret: str, header: BallotHeader) -> None:
    """Raise E-ENROLL unless the judge's packet vouches for the ballot's key."""
    if not hmac.compare_digest(enrolment(secret, header.context), header.enrol or ""):
        raise Bad("E-ENROLL", judge=header.context.judge)


def check_body(header: BallotHeader, body: BallotBody) -> None:
    """Compare an opened ballot with its envelope.

    Raises E-COPY if the content was sealed for another envelope, E-RECEIPT if its receipt is
    another than the one announced.
    """
    context, anonymous = header.context, body.anonymous
    inside = (body.context, body.private.judge, anonymous.slate, anonymous.stage)
    if inside != (context, context.judge, context.slate, context.stage):
        raise Bad("E-COPY", judge=context.judge)
    if anonymous.receipt != header.receipt:
        raise Bad("E-RECEIPT", judge=context.judge, receipt=header.receipt)
