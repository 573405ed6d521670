"""Where a judge's work and ballots lie: beside the packet, or in the person's own folder."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from exchange.objects import PacketHeader
from files.writing import cannot_write, is_writable

ROOM = 16 * 2**20
"""Bytes that must be free beside the packet: a draft with its log and two backups is smaller."""

_DRAFT = re.compile(r"draft-(\d{1,4})\.db")


@dataclass(frozen=True)
class Places:
    """`data` holds the drafts, `ballots` what goes back to the secretary.

    `moved`: the packet's own folder is full or cannot be written to, which the judge is told.
    """

    data: Path
    ballots: Path
    moved: bool

    def draft(self, version: int) -> Path:
        """The draft of one version of the slate."""
        return self.data / f"draft-{version}.db"

    def versions(self) -> tuple[int, ...]:
        """The slate versions that were worked on here, oldest first."""
        names = (_DRAFT.fullmatch(path.name) for path in self.data.glob("draft-*.db"))
        return tuple(sorted(int(name[1]) for name in names if name))


def places(packet: Path, header: PacketHeader, home: Path) -> Places:
    """Where to work. A draft that is there decides; else the packet's folder, if it can be used.

    `home` is the person's own folder for this program. Raises E-CANNOTWRITE or E-FULL.
    """
    name = f"{header.award}-{header.judge}-data"
    beside, own = packet.absolute().parent, home / "packets"
    here, there = (Places(folder / name, folder, folder == own) for folder in (beside, own))
    usable = is_writable(beside, ROOM)
    if here.versions() or (usable and not there.versions()):
        return _ready(here)
    return _ready(Places(there.data, beside if usable else there.ballots, moved=True))


def _ready(chosen: Places) -> Places:
    try:
        chosen.data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(chosen.data, error) from None
    return chosen


def ballot_name(header: PacketHeader, seq: int) -> str:
    """The name of a ballot file, of ids and numbers only."""
    return f"{header.award}-{header.judge}-{header.issue}-{seq}.ballot"


def packet_name(header: PacketHeader) -> str:
    return f"{header.award}-{header.judge}-{header.issue}.packet"
