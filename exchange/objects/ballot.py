"""A ballot: a clear header; inside the seal the ballot as the database keeps it, and the context.

The inside is one shape wherever a ballot comes from: `db.payload` says how its anonymous and
its private part look. A receipt is of the anonymous part.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from db.payload import Sheet, pack, receipt, unpack
from exchange import fields
from exchange.fields import refuse, require
from exchange.objects.terms import Count, Hex32, Id, Mode, Name, Receipt, require_together
from files.canonical import Json, dumps, loads
from words import Bad


@dataclass(frozen=True)
class Context:
    """What a ballot is a ballot of. It stands in the clear header and inside the seal.

    `slate` identifies the rules and nominations, `issue` the packet, `seq` the revision
    (1, 2, ..), `prev` the digest of the ballot file before it where that is known, `key` the
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
class BallotBody:
    """What is inside the seal: the payload of `db.payload`, byte for byte, and the context."""

    payload: bytes
    context: Context

    @property
    def sheet(self) -> Sheet:
        """The scores. Raises E-BALLOT."""
        return unpack(self.payload)


def pack_body(body: BallotBody) -> bytes:
    """``{"ballot": {...}, "context": {...}}`` as canonical bytes."""
    return dumps({"ballot": loads(body.payload), "context": fields.plain(body.context)})


def unpack_body(data: bytes) -> BallotBody:
    """The reverse of `pack_body`. Raises E-CANON, E-FORMAT, or E-BALLOT for the inside."""
    value = loads(data)
    if type(value) is not dict or value.keys() != {"ballot", "context"}:
        refuse("{ballot, context}")
    body = BallotBody(dumps(value["ballot"]), fields.read(Context, value["context"]))
    _require_exact(value["ballot"], body.sheet)
    return body


def _require_exact(value: Json, sheet: Sheet) -> None:
    """Nothing stands in a ballot beside what is read from it."""
    if dumps(value) != pack(sheet):
        raise Bad("E-BALLOT")


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
    context, sheet = header.context, body.sheet
    if (body.context, sheet.judge, sheet.revision) != (context, context.judge, context.seq):
        raise Bad("E-COPY", judge=context.judge)
    if receipt(body.payload) != header.receipt:
        raise Bad("E-RECEIPT", judge=context.judge, receipt=header.receipt)
