"""A packet of sixty long cases: made once, opened with the code, the judge's draft laid out.

"First opening" is reading, the key derivation of a real code (Argon2id, 64 MiB), unlocking,
checking every case against the slate and writing the judge's database; "later opening" the
same with the database there. Sealing is from the submitted ballot to the file. Medians of 5.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from statistics import median

from award.folder import create, opened
from award.freezing import freeze
from award.issuing import Issued, issue
from award.keys import drill, make_keys, opening_key, recovery_of
from bench._award import timed
from bench._rows import Row
from db.records import Judge, Nomination
from exchange.crypto import Cost
from exchange.objects import PacketHeader
from exchange.packet import OpenPacket, read_packet
from exchange.places import Places, places
from exchange.workspace import open_workspace
from scoring.cells import Cell, State

CASES, RUNS = 60, 5
SECRETARY, CHAIR = "one two three four", "five six seven eight"
CHEAP = Cost(1, 8192)  # the passphrases are not what is measured
TARGET = "asked for: under 1.5 s"


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        issued = issued_packet(folder / "award")
        first, later, sealing = [], [], []
        for i in range(RUNS):
            here = folder / str(i)
            here.mkdir()
            packet = Path(shutil.copy(issued.packet, here))
            code = code_of(issued)
            first.append(timed(lambda: _open(packet, code)))  # noqa: B023
            later.append(timed(lambda: _open(packet, code)))  # noqa: B023
            sealing.append(_seal(packet, code))
        size = issued.packet.stat().st_size // 1024
    return [
        Row(f"first opening, {CASES} cases, {size} KiB", median(first), note=TARGET),
        Row(f"later opening, {CASES} cases", median(later), note=TARGET),
        Row("submit and seal", median(sealing)),
    ]


def issued_packet(folder: Path) -> Issued:
    create(folder)
    body = tuple("关于该项工作的主要做法和成效。" * 20 for _ in range(6))
    with opened(folder) as award:
        numbers = [f"{i:03}" for i in range(1, CASES + 1)]
        award.store.add_nominations([Nomination(n, f"案例{n}", "单位", body=body) for n in numbers])
        award.store.add_judges([Judge("J01", "王评委")])
        held = make_keys(award, SECRETARY, CHAIR, cost=CHEAP)
        drill(award, opening_key(held, CHAIR), " ".join(recovery_of(held, CHAIR)))
        freeze(award)
        return next(issue(award, SECRETARY))


def code_of(issued: Issued) -> str:
    page = issued.letter.read_text(encoding="utf-8")
    return page.partition('class="code">')[2].partition("<")[0]


def _packet(packet: Path, code: str) -> OpenPacket:
    return read_packet(packet.read_bytes()).opened(code)


def _places(packet: Path, header: PacketHeader) -> Places:
    return places(packet, header, packet.parent / "home")


def _open(packet: Path, code: str) -> None:
    content = _packet(packet, code)
    with open_workspace(content, _places(packet, content.header)) as work:
        assert len(work.desk().cases) == CASES


def _seal(packet: Path, code: str) -> float:
    content = _packet(packet, code)
    with open_workspace(content, _places(packet, content.header)) as work:
        desk = work.desk()
        for case in desk.cases:
            for criterion in work.rules.stage.criteria:
                desk.set_cell(case.number, criterion.key, Cell(State.SCORED, 800))
        return timed(desk.submit)
