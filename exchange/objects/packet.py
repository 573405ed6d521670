"""A packet: what takes the slate to one judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from exchange.crypto import Lock
from exchange.fields import at_most, integer, pack, require, require_ascending, text, tree
from exchange.objects.terms import MAX_CASES, Count, Hex32, Id, Mode, Name, require_together
from files.canonical import Json, digest
from words import Bad


@dataclass(frozen=True)
class Attachment:
    """A file that belongs to a case; the packet carries only what identifies it."""

    name: Annotated[str, text(1, 200)]
    size: Annotated[int, integer(0, 2**40)]
    sha256: Hex32


@dataclass(frozen=True)
class Case:
    """A nomination as the judge sees it."""

    number: Name
    title: Annotated[str, text(1, 500)]
    unit: Annotated[str, text(0, 500)]
    field: Annotated[str, text(0, 200)]
    level: Annotated[str, text(0, 200)]
    region: Annotated[str, text(0, 200)]
    body: Annotated[tuple[Annotated[str, text(0, 20_000)], ...], at_most(2000)]
    attachments: Annotated[tuple[Attachment, ...], at_most(100)]

    @property
    def digest(self) -> str:
        """The content hash of the slate's list."""
        return digest("case", pack(self))


@dataclass(frozen=True)
class SlateCase:
    """A line of the slate's list of nominations."""

    number: Name
    digest: Hex32


@dataclass(frozen=True)
class Slate:
    """The frozen rules, and the content hash of every nomination."""

    rules: Annotated[dict[str, Json], tree]
    cases: Annotated[tuple[SlateCase, ...], at_most(MAX_CASES)]

    def __post_init__(self) -> None:
        require_ascending(tuple(case.number for case in self.cases), "cases")

    @property
    def digest(self) -> str:
        """What is printed on letters and compared everywhere."""
        return digest("slate", pack(self))


@dataclass(frozen=True)
class PacketHeader:
    """What anybody may read of a packet: for whom, which keys, how the code opens it.

    `key` is the award's Ed25519 key, `opening` the X25519 key ballots are sealed to. An open
    award has no keys and no lock.
    """

    award: Id
    judge: Id
    stage: Name
    slate: Hex32
    issue: Count
    mode: Mode
    key: Hex32 | None
    opening: Hex32 | None
    lock: Lock | None

    def __post_init__(self) -> None:
        require_together(self.mode, key=self.key, opening=self.opening, lock=self.lock)


@dataclass(frozen=True)
class PacketBody:
    """One judge's data and nobody else's: the slate, and the cases this judge scores.

    `recused` are the cases among them that are known beforehand not to be scored. `enrol` is
    the secret that vouches for the judge's key; an open award has none.
    """

    title: Annotated[str, text(1, 500)]
    judge_name: Annotated[str, text(1, 200)]
    slate: Slate
    cases: Annotated[tuple[Case, ...], at_most(MAX_CASES)]
    recused: Annotated[tuple[Name, ...], at_most(MAX_CASES)]
    enrol: Hex32 | None
    log_head: Hex32

    def __post_init__(self) -> None:
        numbers = [case.number for case in self.cases]
        require(len(set(numbers)) == len(numbers), "cases", "a != b")
        require_ascending(self.recused, "recused")
        require(set(self.recused) <= set(numbers), "recused", "cases[].number")


def check_packet(header: PacketHeader, body: PacketBody) -> None:
    """Raise E-SLATE unless rules and every nomination are those the header's hash stands for."""
    require_together(header.mode, enrol=body.enrol)
    listed = {case.number: case.digest for case in body.slate.cases}
    if body.slate.digest != header.slate:
        raise Bad("E-SLATE", "slate")
    for case in body.cases:
        if listed.get(case.number) != case.digest:
            raise Bad("E-SLATE", case.number)
