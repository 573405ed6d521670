"""A judge's own award: the packet's cases in a local database, the same desk, sealed ballots.

The database has one judge and the cases of one packet. The judge's signing key is made here
and kept locked under the code; a ballot is sealed once and its bytes kept, so that handing the
same revision in twice gives the same file.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from db.clock import Clock, local_time
from db.desk import Desk
from db.records import Ballot, Document, Judge, Recusal
from db.rules_digest import digest_of
from db.store import Store
from exchange import crypto
from exchange.carrying import KIND as CARRIED
from exchange.carrying import Carried
from exchange.crypto import Ed25519Signer, fingerprint
from exchange.earlier import SLATE, Earlier, carry, earlier_of
from exchange.fields import matching, pack, unpack
from exchange.objects import PacketHeader
from exchange.objects.terms import Count, Hex32
from exchange.packet import OpenPacket
from exchange.places import Places, ballot_name
from exchange.sealing import read_ballot, seal_ballot
from exchange.slate_rules import known_rules_of_slate, rules_of_slate
from files.writing import sweep, write_atomic
from scoring.config_mistakes import RuleErrors
from scoring.rules import Rules
from words import Bad

PACKET, KEY, SEALED = "packet", "judge-key", "sealed"
SECRETARY = "secretary"
FILES = "files"
"""The folder beside the drafts in which attachments are unpacked."""


@dataclass(frozen=True)
class JudgeKey:
    """The key this computer signs with, locked under the code of packet `issue`."""

    issue: Count
    public: Hex32
    box: Annotated[str, matching("[0-9a-f]{144}", "hex 144")]


class Workspace:
    """An open packet with its draft. Use as a context manager.

    `newer` is the packet that has replaced this one here, if any: then nothing can be changed.
    """

    def __init__(
        self,
        packet: OpenPacket,
        places: Places,
        store: Store,
        newer: PacketHeader | None,
        rules: Rules,
    ) -> None:
        self.packet, self.places, self.store, self.newer = packet, places, store, newer
        self.rules = rules
        self.fresh: Carried | None = None  # what was taken over at this very opening

    def __enter__(self) -> Workspace:
        return self

    def __exit__(self, *_: object) -> None:
        self.store.close()

    @property
    def header(self) -> PacketHeader:
        return self.packet.header

    @property
    def first(self) -> bool:
        """Nothing was scored yet, or something has just been taken over."""
        if self.fresh is not None:
            return True
        return not self.store.desk(self.header.judge, self.rules).last_saved

    @property
    def lonely(self) -> bool:
        """Nothing was taken over here, and nothing was scored here yet."""
        return self.store.document(CARRIED) is None and self.first

    def desk(self) -> Desk:
        """The judge's desk: submitting seals; a ballot that was not sealed yet is sealed now."""
        desk = self.store.desk(self.header.judge, self.rules)
        if self.newer is None:
            desk.after_submit = self.seal
            if desk.submitted is not None:
                self.seal(desk.submitted)
        return desk

    def earlier(self, desk: Desk) -> Earlier | None:
        """What came from the draft of an earlier slate; None where nothing did."""
        return earlier_of(self.store, desk) if self.newer is None else None

    def revise(self, desk: Desk) -> None:
        """Go on working after sealing: the next ballot is a new revision."""
        if desk.submitted is not None:
            self.seal(desk.submitted)
        desk.revise("-")

    def seal(self, ballot: Ballot) -> Path:
        """Write the ballot file of a submitted ballot, sealed once; again gives the same bytes.

        Raises E-NOCRYPTO, E-FULL, E-CANNOTWRITE; the ballot stays submitted, try again.
        """
        sealed = self._sealed(ballot.revision) or self._seal(ballot)
        path = self.ballot_path(ballot)
        if not _is(path, sealed.payload):
            write_atomic(path, sealed.payload, overwrite=True)
        return path

    def ballot_path(self, ballot: Ballot) -> Path:
        """Where the ballot file of a revision is."""
        return self.places.ballots / ballot_name(self.header, ballot.revision)

    def copy(self, ballot: Ballot, folder: Path) -> Path:
        """Write the ballot file into one more folder, and read it back.

        Raises E-COPYPLACE, E-COPYDIFFERS, E-FULL or E-CANNOTWRITE.
        """
        data = self.seal(ballot).read_bytes()
        if not folder.is_dir():
            raise Bad("E-COPYPLACE", path=folder)
        path = folder / ballot_name(self.header, ballot.revision)
        write_atomic(path, data, overwrite=True)
        if path.read_bytes() != data:
            raise Bad("E-COPYDIFFERS", path=path)
        return path

    def _sealed(self, revision: int) -> Document | None:
        return self.store.document(SEALED, f"{self.header.issue}-{revision}")

    def _seal(self, ballot: Ballot) -> Document:
        before = self._sealed(ballot.revision - 1)
        data = seal_ballot(
            self.packet,
            ballot.payload,
            receipt=ballot.receipt,
            seq=ballot.revision,
            prev=read_ballot(before.payload).file if before else None,
            signer=self._signer(),
        )
        subject = f"{self.header.issue}-{ballot.revision}"
        detail = {"receipt": ballot.receipt}
        return self.store.add_document(SEALED, subject, data, number=1, detail=detail)

    def _signer(self) -> Ed25519Signer | None:
        if self.header.mode == "open":
            return None
        kept = self.store.document(KEY)
        key = unpack(JudgeKey, kept.payload) if kept else None
        lock = self.packet.key_for(KEY)
        if key is None or key.issue != self.header.issue:
            signer = Ed25519Signer(secrets.token_bytes(32))
            made = JudgeKey(
                self.header.issue, signer.public.hex(), crypto.box(lock, signer.seed).hex()
            )
            self.store.add_document(KEY, "", pack(made))
            return signer
        return Ed25519Signer(crypto.unbox(lock, bytes.fromhex(key.box)))


def rules_of(packet: OpenPacket, *, known: bool = False) -> Rules:
    """The packet's rules. Raises E-PROGRAM where this program understands them otherwise.

    `known`: they were checked whole when this very packet was first opened here. They need not
    be again, which spares loading what checks them.
    """
    slate = packet.body.slate
    rules = known_rules_of_slate(slate, deadline=packet.body.deadline) if known else None
    if rules is not None and digest_of(rules) == slate.rules_digest:
        return rules
    try:
        rules = rules_of_slate(slate, deadline=packet.body.deadline)
    except RuleErrors:
        raise Bad("E-PROGRAM") from None
    if digest_of(rules) != slate.rules_digest:
        raise Bad("E-PROGRAM")
    return rules


def open_workspace(packet: OpenPacket, places: Places, *, clock: Clock = local_time) -> Workspace:
    """The draft that belongs to a packet, made where there is none.

    Raises E-AWARDKEY where another award key was used here before, E-OLDPACKET where a newer
    packet was opened and there is no draft to look at, and what opening a database raises.
    """
    header = packet.header
    seen = [one for version in places.versions() for one in _packets(places.draft(version))]
    _require_same_key(header, seen)
    newest = max(seen, key=_age, default=header)
    if _age(newest) > _age(header):
        return _outdated(packet, places, newest, clock)
    rules = rules_of(packet, known=header in seen)
    path = places.draft(header.version)
    if not path.exists() or not path.stat().st_size:
        Store.create(path, SECRETARY, clock=clock).close()
    store = Store.open(path, clock=clock)
    for folder in (places.ballots, places.data / FILES):
        sweep(folder)  # what a program that was killed has left there
    work = Workspace(packet, places, store, None, rules)
    try:
        _furnish(store, packet)
        work.fresh = carry(store, packet, work.rules, places)
    except BaseException:
        store.close()
        raise
    return work


def _age(header: PacketHeader) -> tuple[int, int]:
    return header.version, header.issue


def _outdated(packet: OpenPacket, places: Places, newer: PacketHeader, clock: Clock) -> Workspace:
    path = places.draft(packet.header.version)
    if not path.exists():
        raise Bad("E-OLDPACKET", issue=newer.issue)
    store = Store.open(path, readonly=True, clock=clock)
    return Workspace(packet, places, store, newer, rules_of(packet))


def _packets(draft: Path) -> list[PacketHeader]:
    """The packets that were opened with a draft; none where its making was cut off."""
    if not draft.stat().st_size:
        return []
    with _openable(draft) as store:
        return [unpack(PacketHeader, one.payload) for one in store.documents(PACKET)]


def _openable(draft: Path) -> Store:
    """Open to write where that is possible: only then can what a crash left be put right."""
    try:
        return Store.open(draft)
    except Bad as bad:
        if bad.code != "E-READONLY":
            raise
    return Store.open(draft, readonly=True)


def _require_same_key(header: PacketHeader, seen: list[PacketHeader]) -> None:
    for one in seen:
        if one.key != header.key:
            raise Bad("E-AWARDKEY", known=_print_of(one), found=_print_of(header))


def _print_of(header: PacketHeader) -> str:
    return fingerprint(bytes.fromhex(header.key)) if header.key else "-"


def _furnish(store: Store, packet: OpenPacket) -> None:
    """Everything of the packet; each step does nothing where it was done before."""
    header, body = packet.header, packet.body
    payload = pack(header)
    if any(one.payload == payload for one in store.documents(PACKET)):
        return
    judge = header.judge
    recusals = [Recusal(judge, one.case, one.reason, SECRETARY, "") for one in body.recused]
    store.furnish(
        [case.nomination for case in body.cases], [Judge(judge, body.judge_name)], recusals
    )
    if store.document(SLATE) is None:
        store.add_document(SLATE, "", pack(body.slate), number=1)
    store.add_document(PACKET, "", payload, detail={"file": packet.file})


def _is(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
