"""Seal a ballot for its journey, and read one back."""

from __future__ import annotations

from dataclasses import dataclass

from exchange import crypto, envelope
from exchange.crypto import Ed25519Signer
from exchange.envelope import Unverified
from exchange.fields import plain, read
from exchange.objects import (
    BALLOT_LIMIT,
    BallotBody,
    BallotHeader,
    Context,
    enrolment,
    pack_body,
    unpack_body,
)
from exchange.packet import OpenPacket

KIND = "ballot"


@dataclass(frozen=True)
class ClosedBallot:
    """A ballot file that is well formed; nothing in it is believed yet."""

    header: BallotHeader
    file: str
    content: Unverified


def seal_ballot(
    packet: OpenPacket,
    payload: bytes,
    *,
    receipt: str,
    seq: int,
    prev: str | None,
    signer: Ed25519Signer | None,
) -> bytes:
    """The ballot file of a submitted ballot; `signer` has the judge's key, none in an open award.

    Raises E-NOCRYPTO, and E-SIZE where the remarks are too long to be taken back.
    """
    head = packet.header
    context = Context(
        head.award,
        head.judge,
        head.stage,
        head.slate,
        head.issue,
        seq,
        prev,
        signer.public.hex() if signer else None,
    )
    enrol = enrolment(packet.body.enrol, context) if packet.body.enrol else None
    header = plain(BallotHeader(context, head.mode, enrol, receipt))
    data = pack_body(BallotBody(payload, context))
    if signer is not None and head.opening is not None:
        sealed = crypto.seal(bytes.fromhex(head.opening), data)
        file = envelope.write(KIND, header, sealed, signer)
    else:
        assert packet.mac is not None  # an open award's packet was checked with the code
        file = envelope.write(KIND, header, data, packet.mac)
    read_ballot(file)  # nothing leaves that would be refused on arrival
    return file


def read_ballot(data: bytes) -> ClosedBallot:
    """A ballot file before anything in it is believed.

    Raises E-SIZE, E-KIND, E-TRUNCATED, E-CANON or E-FORMAT.
    """
    content = envelope.read(data, kind=KIND, limit=BALLOT_LIMIT)
    return ClosedBallot(read(BallotHeader, content.header), content.content.digest, content)


def open_ballot(ballot: ClosedBallot, opening: bytes | None) -> BallotBody:
    """The inside, unlocked with the opening key's private half; none in an open award.

    Raises E-OPEN, E-CANON, E-FORMAT or E-BALLOT. What must agree with what is `check_body`.
    """
    payload = ballot.content.content.payload
    return unpack_body(payload if opening is None else crypto.unseal(opening, payload))
