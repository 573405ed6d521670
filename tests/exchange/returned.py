"""Ballots as they come back, and all that can go wrong with them on the way."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from award.closing import Closed, close
from award.collecting import collect, known_of, state_of
from award.folder import opened
from award.keys import opening_key, require_keys
from award.opening import open_ballots
from exchange import crypto, envelope
from exchange.admitting import Known
from exchange.collecting import State
from exchange.crypto import Ed25519Signer
from exchange.envelope import Signer
from exchange.fields import plain
from exchange.objects import BallotBody, BallotHeader, Context, enrolment, pack_body
from exchange.packet import OpenPacket, read_packet
from exchange.sealing import open_ballot, read_ballot
from tests.exchange.circle import CHAIR, SECRETARY, Circle, Handed, circle, quick_ballot

Change = Callable[[Context], Context]


def copied(source: Circle, target: Path) -> Circle:
    """A circle of its own: the folders copied."""
    shutil.copytree(source.folder.parent, target, dirs_exist_ok=True)
    handed = {
        judge: Handed(judge, target / f"at-{judge}" / one.packet.name, one.code)
        for judge, one in source.handed.items()
    }
    return Circle(target / source.folder.name, source.frozen, handed)


def built(folder: Path, mode: str = "sealed") -> Circle:
    return circle(folder, mode=mode)


def packet_of(handed: Handed) -> OpenPacket:
    return read_packet(handed.packet.read_bytes()).opened(handed.code)


def signer_of(judge: str) -> Ed25519Signer:
    """The key `quick_ballot` signs with."""
    return Ed25519Signer(sha256(judge.encode()).digest())


def known(ring: Circle) -> Known:
    with opened(ring.folder, readonly=True) as award:
        return known_of(award)


def state(ring: Circle) -> State:
    with opened(ring.folder, readonly=True) as award:
        return state_of(award)


def take(ring: Circle, *ballots: bytes) -> State:
    """Collect these files from a fresh folder."""
    drop = ring.folder.parent / "drop"
    shutil.rmtree(drop, ignore_errors=True)
    drop.mkdir()
    for i, data in enumerate(ballots):
        (drop / f"{i}.ballot").write_bytes(data)
    with opened(ring.folder) as award:
        return collect(award, [drop]).state


def closed(ring: Circle) -> Closed:
    with opened(ring.folder) as award:
        return close(award, SECRETARY, "secretary")


def open_all(ring: Circle) -> int:
    with opened(ring.folder) as award:
        key = None
        if ring.frozen.slate.mode == "sealed":
            key = opening_key(require_keys(award), CHAIR)
        return open_ballots(award, key, "chair")


def rewritten(data: bytes, signer: Signer, header: Callable[[BallotHeader], BallotHeader]) -> bytes:
    """The same sealed content under another header, signed by somebody."""
    content = envelope.read(data, kind="ballot", limit=1 << 24)
    new = header(read_ballot(data).header)
    return envelope.write("ballot", plain(new), content.content.payload, signer)


def resealed(
    ring: Circle, handed: Handed, change: Callable[[BallotBody], bytes], receipt: str = ""
) -> bytes:
    """A ballot of the right judge whose inside was made by other means than our program."""
    data = quick_ballot(handed)
    closed_one = read_ballot(data)
    with opened(ring.folder, readonly=True) as award:
        key = opening_key(require_keys(award), CHAIR)
        public = bytes.fromhex(require_keys(award).keys.opening)
    body = open_ballot(closed_one, key)
    inside = change(body)
    header = replace(closed_one.header, receipt=receipt or closed_one.header.receipt)
    sealed = crypto.seal(public, inside)
    return envelope.write("ballot", plain(header), sealed, signer_of(handed.judge))


def with_payload(payload: bytes) -> Callable[[BallotBody], bytes]:
    return lambda body: pack_body(replace(body, payload=payload))


def enrolled(handed: Handed, context: Context) -> str:
    secret = packet_of(handed).body.enrol
    assert secret is not None
    return enrolment(secret, context)
