"""The files beside the cases on their way to a judge: in the slate by their digests, in the
packet by their bytes as far as there is room, read and opened on the judge's computer.

`[exchange] attachments = false` leaves them out of both.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from award.folder import Award
from db.records import Attachment
from exchange.fields import pack
from exchange.objects import PACKET_LIMIT, Case, CaseFile, PacketBody, PacketFile
from exchange.packet import OpenPacket
from exchange.workspace import FILES
from files.reading import in_units
from words import Bad, say
from words.text import clean_line

LINE, HELD = 77, 57  # bytes of a packet's line with its end, and what the line holds
AROUND = 120  # bytes around the data of one file


def case_files(award: Award) -> dict[str, tuple[CaseFile, ...]]:
    """What the slate says of the files beside each case; nothing where packets carry none."""
    if not award.rules_file.exchange.attachments:
        return {}
    found: dict[str, tuple[CaseFile, ...]] = {}
    for one in award.store.attachments():
        file = CaseFile(one.name, one.digest, one.size)
        found[one.case] = (*found.get(one.case, ()), file)
    return found


# -- into the packet --------------------------------------------------------------------------


@dataclass(frozen=True)
class Load:
    """What one packet carries, and the files there was no room for: (case, file)."""

    files: tuple[PacketFile, ...]
    left_out: tuple[tuple[str, CaseFile], ...]


def load_of(award: Award, body: PacketBody) -> Load:
    """The files of a packet's cases, in the order of the cases, each that still fits.

    Raises E-ATTACHGONE where the copy of one is missing or was changed.
    """
    room = PACKET_LIMIT // LINE * HELD - len(pack(body))
    taken: dict[str, PacketFile] = {}
    left: list[tuple[str, CaseFile]] = []
    for case, file in _files(body.cases):
        needed = (file.size + 2) // 3 * 4 + AROUND
        if file.digest in taken:
            continue
        if needed > room:
            left.append((case, file))
            continue
        data = _kept(award, Attachment(case, file.name, file.digest, file.size))
        taken[file.digest] = PacketFile(file.digest, b64encode(data).decode("ascii"))
        room -= needed
    return Load(tuple(taken[digest] for digest in sorted(taken)), tuple(left))


def left_out_lines(judge: str, left_out: Iterable[tuple[str, CaseFile]]) -> list[str]:
    """What the secretary is told of the files that one judge's packet has no room for."""
    return [
        say("cli.issue.left_out", judge=judge, case=case, name=file.name, size=in_units(file.size))
        for case, file in left_out
    ]


def _kept(award: Award, one: Attachment) -> bytes:
    from award import attachments  # what reads and shows them is loaded where it is needed

    return attachments.read(award, one)


def _files(cases: Iterable[Case]) -> Iterator[tuple[str, CaseFile]]:
    return ((case.number, file) for case in cases for file in case.files)


# -- on the judge's computer ------------------------------------------------------------------


def beside(packet: OpenPacket, case: str) -> list[CaseFile]:
    """The files of a case, with their names safe to show."""
    found = next((one.files for one in packet.body.cases if one.number == case), ())
    return [CaseFile(clean_line(one.name) or "-", one.digest, one.size) for one in found]


def missing_from(packet: OpenPacket) -> list[tuple[str, CaseFile]]:
    """The files of its cases that the packet had no room for."""
    carried = {one.digest for one in packet.body.files}
    return [(case, file) for case, file in _files(packet.body.cases) if file.digest not in carried]


def read(packet: OpenPacket, case: str, file: CaseFile) -> bytes:
    """The bytes. Raises E-ATTACHLEFT where the packet had no room, E-SLATE where they differ."""
    for one in packet.body.files:
        if one.digest == file.digest:
            return one.opened()
    raise Bad("E-ATTACHLEFT", case, name=file.name)


def text(packet: OpenPacket, case: str, file: CaseFile) -> tuple[str, ...]:
    """Its paragraphs, for the reader. Raises E-NOTEXT, and what `read` raises."""
    from sheets.attachment_text import text_of

    return text_of(file.name, read(packet, case, file))


def open_outside(packet: OpenPacket, data_folder: Path, case: str, file: CaseFile) -> None:
    """Unpack it under its digest beside the draft, and open it with the system's own program.

    The ending is one of ours that fits the content, never what a name says. Raises
    E-ATTACHKIND, E-CANNOTWRITE, E-FULL, E-CANNOTOPEN, and what `read` raises.
    """
    from award import attachments

    data = read(packet, case, file)
    name = f"{file.digest}{attachments.ending(file.name, data)}"
    path = attachments.copy_into(data_folder / FILES, name, data)
    attachments.show(path, case, file.name)
