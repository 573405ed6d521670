"""An award on its way out and back: three judges, twelve cases, keys with cheap locks."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from award.folder import Award, create, opened
from award.freezing import Frozen, freeze
from award.issuing import Issued, issue
from award.keys import drill, make_keys, opening_key, recovery_of, require_keys
from award.rules_file import default_config_text
from db.desk import Desk
from db.records import Answer, Judge, Nomination, Recusal
from db.sealing import seal
from exchange.crypto import Ed25519Signer
from exchange.packet import read_packet
from exchange.places import places
from exchange.sealing import seal_ballot
from exchange.workspace import Workspace, open_workspace, rules_of
from scoring.cells import Cell, State
from scoring.rules import Rules
from tests.exchange.helpers import CHEAP

SECRETARY, CHAIR = "秘书的口令 one two three", "主任的口令 four five six"
JUDGES = ("J01", "J02", "J03")
NAMES = {"J01": "王建国", "J02": "李秀英", "J03": "张志强"}
CASES = tuple(f"{i:03}" for i in range(1, 13))
OPEN_TABLE = '\n[exchange]\nmode = "open"\n'
RECUSED = ("J02", "003", "家人在该单位工作")


@dataclass(frozen=True)
class Handed:
    """What one judge holds: the packet file in a folder of its own, and the code."""

    judge: str
    packet: Path
    code: str


def nomination(number: str, title: str = "") -> Nomination:
    return Nomination(
        number, title or f"案例{number}", f"单位{number}", "法院", body=("第一段。", "第二段。")
    )


def make_award(folder: Path, *, mode: str = "sealed") -> Path:
    """An award with cases, judges and one recusal; nothing is frozen yet."""
    config = default_config_text().replace('id = "award-1"', 'id = "prize-26"')
    create(folder, config + (OPEN_TABLE if mode == "open" else ""))
    with opened(folder) as award:
        award.store.add_nominations([nomination(number) for number in CASES])
        award.store.add_judges([Judge(one, NAMES[one], f"{one} 的单位") for one in JUDGES])
        award.store.add_recusals([Recusal(*RECUSED, "secretary", "")])
    return folder


def with_keys(award: Award) -> None:
    """Keys made, tried out both ways."""
    make_keys(award, SECRETARY, CHAIR, cost=CHEAP)
    held = require_keys(award)
    drill(award, opening_key(held, CHAIR), " ".join(recovery_of(held, CHAIR)))


def frozen_award(folder: Path, *, mode: str = "sealed") -> Frozen:
    """An award ready to issue, in `folder`."""
    with opened(make_award(folder, mode=mode)) as award:
        if mode == "sealed":
            with_keys(award)
        return freeze(award)


def issue_all(folder: Path, *judges: str) -> dict[str, Issued]:
    """Packets for the judges, or for all without one."""
    with opened(folder) as award:
        return {one.judge.id: one for one in issue(award, SECRETARY, judges, cost=CHEAP)}


def code_of(issued: Issued) -> str:
    """The code as a judge reads it from the letter."""
    found = re.search(r'class="code">([0-9A-Z-]+)<', issued.letter.read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def hand_out(issued: Issued, folder: Path) -> Handed:
    """The packet alone, copied to the judge's own folder."""
    folder.mkdir(parents=True, exist_ok=True)
    packet = folder / issued.packet.name
    packet.write_bytes(issued.packet.read_bytes())
    return Handed(issued.judge.id, packet, code_of(issued))


def open_packet(handed: Handed, home: Path | None = None, **settings: object) -> Workspace:
    """The judge's workspace, as `judge PACKET` opens it."""
    packet = read_packet(handed.packet.read_bytes()).opened(handed.code)
    chosen = places(handed.packet, packet.header, home or handed.packet.parent / "home")
    return open_workspace(packet, chosen, **settings)  # type: ignore[arg-type]


def points_of(judge: str, case: str, criterion: int) -> int:
    """Points that differ between judges, cases and criteria; on the scale's step."""
    return 700 + 5 * ((JUDGES.index(judge) * 7 + int(case) * 3 + criterion * 11) % 40)


def score_all(desk: Desk, shift: int = 0) -> None:
    """An answer to every criterion of every case that is not recused."""
    for case in desk.cases:
        if not desk.answer(case.number).recused:
            for key, cell in _cells(desk.rules, desk.judge.id, case.number, shift).items():
                desk.set_cell(case.number, key, cell)


def sealed_ballot(handed: Handed, shift: int = 0) -> Path:
    """Score everything and seal; the ballot file. Revises where one is sealed already."""
    with open_packet(handed) as work:
        desk = work.desk()
        if desk.submitted is not None:
            work.revise(desk)
        score_all(desk, shift)
        return work.ballot_path(desk.submit())


def quick_ballot(
    handed: Handed,
    *,
    seq: int = 1,
    prev: str | None = None,
    shift: int = 0,
    nonce: str = "5e" * 16,
    signer: Ed25519Signer | None = None,
) -> bytes:
    """A ballot as the judge's program would seal it, without the desk: for tests of many."""
    packet = read_packet(handed.packet.read_bytes()).opened(handed.code)
    rules, recused = rules_of(packet), {one.case: one.reason for one in packet.body.recused}
    answers = [
        Answer(
            case.number, recused=Recusal(handed.judge, case.number, recused[case.number], "", "")
        )
        if case.number in recused
        else Answer(case.number, _cells(rules, handed.judge, case.number, shift))
        for case in packet.body.cases
    ]
    ballot = seal(handed.judge, seq, rules, answers, nonce, "")
    if packet.header.mode == "sealed":
        signer = signer or Ed25519Signer(sha256(handed.judge.encode()).digest())
    return seal_ballot(
        packet, ballot.payload, receipt=ballot.receipt, seq=seq, prev=prev, signer=signer
    )


def _recusal(judge: str, case: str, reasons: dict[str, str]) -> Recusal:
    return Recusal(judge, case, reasons[case], "", "")


def _cells(rules: Rules, judge: str, case: str, shift: int) -> dict[str, Cell]:
    return {
        criterion.key: Cell(State.SCORED, points_of(judge, case, i) + shift)
        for i, criterion in enumerate(rules.stage.criteria)
    }


@dataclass
class Circle:
    """The award's folder and what each judge holds."""

    folder: Path
    frozen: Frozen
    handed: dict[str, Handed]

    def award(self, stack: ExitStack) -> Award:
        return stack.enter_context(opened(self.folder))

    def ballots(self, shift: Callable[[str], int] = lambda _: 0) -> dict[str, Path]:
        """Every judge scores and seals."""
        return {judge: sealed_ballot(one, shift(judge)) for judge, one in self.handed.items()}


def circle(folder: Path, *, mode: str = "sealed") -> Circle:
    """An award with packets in the hands of three judges, each in a folder of its own."""
    home = folder / "secretary"
    frozen = frozen_award(home, mode=mode)
    handed = {
        judge: hand_out(one, folder / f"at-{judge}") for judge, one in issue_all(home).items()
    }
    return Circle(home, frozen, handed)
