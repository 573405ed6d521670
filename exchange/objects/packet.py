"""A packet: what takes the slate to one judge."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated

from exchange.crypto import Lock
from exchange.fields import LATER, at_most, require, require_ascending, text
from exchange.objects.slate import Case, Slate
from exchange.objects.terms import (
    MAX_CASES,
    PACKET_LIMIT,
    Count,
    Hex32,
    Id,
    Mode,
    Name,
    require_together,
)
from words import Bad


@dataclass(frozen=True)
class PacketHeader:
    """What anybody may read of a packet: for whom, which keys, how the code opens it.

    `version` is the slate's number, `issue` counts the packets of this judge. `key` is the
    award's Ed25519 key, `opening` the X25519 key ballots are sealed to. An open award has no
    keys and no lock.
    """

    award: Id
    judge: Id
    stage: Name
    slate: Hex32
    version: Count
    issue: Count
    mode: Mode
    key: Hex32 | None
    opening: Hex32 | None
    lock: Lock | None

    def __post_init__(self) -> None:
        require_together(self.mode, key=self.key, opening=self.opening, lock=self.lock)


@dataclass(frozen=True)
class Recused:
    """A case this judge is known beforehand not to score, and why."""

    case: Name
    reason: Annotated[str, text(1, 5000)]


@dataclass(frozen=True)
class PacketFile:
    """The bytes of an attachment, in base64: once, however many cases it lies beside."""

    digest: Hex32
    data: Annotated[str, text(0, PACKET_LIMIT)]

    def opened(self) -> bytes:
        """The bytes. Raises E-SLATE where they are not those the slate stands for."""
        try:
            found = b64decode(self.data, validate=True)
        except NotBase64:
            raise Bad("E-SLATE", self.digest[:12]) from None
        if sha256(found).hexdigest() != self.digest:
            raise Bad("E-SLATE", self.digest[:12])
        return found


@dataclass(frozen=True)
class PacketKeys:
    """The keys of one action on the judge's screens, as the committee's config.toml has them."""

    action: Name
    keys: Annotated[str, text(1, 400)]


@dataclass(frozen=True)
class PacketBody:
    """One judge's data and nobody else's: the slate, and the cases this judge scores.

    `enrol` is the secret that vouches for the judge's key; an open award has none. `log_head`
    is the award's log at the moment of freezing, the same in every packet. `files` are the
    attachments of the cases, all that there was room for. `keys` are for the screens and decide
    nothing: they are no part of the slate.
    """

    judge_name: Annotated[str, text(1, 500)]
    deadline: Annotated[str, text(0, 40)]
    slate: Slate
    cases: Annotated[tuple[Case, ...], at_most(MAX_CASES)]
    recused: Annotated[tuple[Recused, ...], at_most(MAX_CASES)]
    enrol: Hex32 | None
    log_head: Hex32
    files: Annotated[tuple[PacketFile, ...], at_most(100_000)] = field(default=(), metadata=LATER)
    keys: Annotated[tuple[PacketKeys, ...], at_most(100)] = field(default=(), metadata=LATER)

    def __post_init__(self) -> None:
        numbers = {case.number for case in self.cases}
        require(len(numbers) == len(self.cases), "cases", "a != b")
        recused = tuple(one.case for one in self.recused)
        require_ascending(recused, "recused")
        require(set(recused) <= numbers, "recused", "cases[].number")
        carried = tuple(one.digest for one in self.files)
        require_ascending(carried, "files")
        require_ascending(tuple(one.action for one in self.keys), "keys")
        known = {one.digest for case in self.cases for one in case.files}
        require(set(carried) <= known, "files", "cases[].files[].digest")


def check_packet(header: PacketHeader, body: PacketBody) -> None:
    """Raise E-SLATE unless rules and every nomination are those the header's hash stands for."""
    require_together(header.mode, enrol=body.enrol)
    slate = body.slate
    inside = (slate.digest, slate.award, slate.version, slate.mode, slate.stage)
    if inside != (header.slate, header.award, header.version, header.mode, header.stage):
        raise Bad("E-SLATE", "slate")
    listed = {case.number: case.digest for case in slate.cases}
    for case in body.cases:
        if listed.get(case.number) != case.digest:
            raise Bad("E-SLATE", case.number)
