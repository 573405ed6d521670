"""The selection of `examples/cases_two_rounds`, its ballots on their way as packets."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from award.closing import close
from award.collecting import Collected, collect
from award.examples import examples_folder
from award.folder import create, opened
from award.freezing import freeze
from award.importing import apply, read
from award.keys import opening_key, require_keys
from award.opening import open_ballots
from award.public_votes import import_votes
from award.rounds import judges_of, round_on
from db.records import Answer, Judge, Nomination
from db.sealing import seal
from exchange.crypto import Ed25519Signer
from exchange.packet import read_packet
from exchange.sealing import seal_ballot
from exchange.workspace import rules_of
from scoring.cells import Cell, State
from scoring.points import parse_points
from scoring.rules import Rules
from tests.exchange.circle import (
    CHAIR,
    OPEN_TABLE,
    SECRETARY,
    Handed,
    hand_out,
    issue_all,
    open_packet,
    with_keys,
)

CASES = examples_folder() / "cases_two_rounds"
GIVEN: dict[str, Any] = tomllib.loads((CASES / "given_and_expected.toml").read_text("utf-8"))
SCORES: dict[str, Any] = tomllib.loads((CASES / "scores.toml").read_text("utf-8"))
EXPECTED = GIVEN["expected"]
FIRST, SECOND = ("E1", "E2", "E3", "E4", "E5"), ("J1", "J2", "J3", "J4", "J5", "J6", "J7")


@dataclass
class Rounds:
    """The secretary's folder, and what the judges of the round that is on hold."""

    folder: Path
    handed: dict[str, Handed]

    def hand_out(self) -> dict[str, Handed]:
        """Packets for whom they are due, each in a folder of its own."""
        new = issue_all(self.folder)
        self.handed |= {j: hand_out(one, self.folder.parent / f"at-{j}") for j, one in new.items()}
        return {judge: self.handed[judge] for judge in new}

    def take(self, *paths: Path) -> Collected:
        with opened(self.folder) as award:
            return collect(award, list(paths))

    def close(self) -> None:
        with opened(self.folder) as award:
            close(award, SECRETARY, "secretary")

    def open(self) -> int:
        with opened(self.folder) as award:
            sealed = award.rules_file.exchange.mode == "sealed"
            return open_ballots(award, chair_key(self.folder) if sealed else None, "chair")

    def freeze(self) -> None:
        with opened(self.folder) as award:
            freeze(award)

    def ballots(self, *judges: str) -> list[Path]:
        """The ballot files that lie beside the packets, sealed now where they are not yet."""
        return [
            next(iter(one.packet.parent.glob("*.ballot")), None) or sealed(one)
            for judge, one in self.handed.items()
            if not judges or judge in judges
        ]

    def play(self, *, without: tuple[str, ...] = ()) -> None:
        """The round that is frozen, from the packets to the opened ballots."""
        with opened(self.folder, readonly=True) as award:
            judges = [one.id for one in judges_of(award, round_on(award))]
        if not set(judges) <= self.handed.keys():
            self.hand_out()
        self.take(*self.ballots(*(judge for judge in judges if judge not in without)))
        self.close()
        self.open()

    def copied(self, to: Path) -> Rounds:
        """The same award in another folder."""
        shutil.copytree(self.folder.parent, to)
        handed = {
            judge: replace(one, packet=to / one.packet.parent.name / one.packet.name)
            for judge, one in self.handed.items()
        }
        return Rounds(to / self.folder.name, handed)

    def votes(self) -> None:
        with opened(self.folder) as award:
            import_votes(award, CASES / "votes-net.csv", "net")


def chair_key(folder: Path) -> bytes:
    with opened(folder, readonly=True) as award:
        return opening_key(require_keys(award), CHAIR)


def begun(folder: Path, mode: str = "sealed", config: str = "") -> Rounds:
    """Cases, judges, keys, C09 rejected, the first round frozen; nothing issued."""
    from award.events import CaseEvent, record

    text = config or (CASES / "config.toml").read_text(encoding="utf-8")
    create(folder, text + (OPEN_TABLE if mode == "open" else ""))
    with opened(folder) as award:
        for kind in ("nominations", "judges", "recusals"):
            apply(award, read(award, kind, [CASES / f"{kind}.toml"]))  # type: ignore[arg-type]
        record(award, CaseEvent("reject", "C09", "缺章", "secretary"))
        if mode == "sealed":
            with_keys(award)
        freeze(award)
    return Rounds(folder, {})


def sealed(handed: Handed, shift: int = 0) -> Path:
    """The judge opens the packet, gives the marks of the example, and seals; revises if need be."""
    with open_packet(handed) as work:
        desk = work.desk()
        if desk.submitted is not None:
            work.revise(desk)
        for case in desk.cases:
            if not desk.answer(case.number).recused:
                points = parse_points(SCORES[handed.judge][case.number]["score"],
                                      desk.rules.stage.decimals)  # fmt: skip
                assert points is not None
                desk.set_cell(case.number, "score", Cell(State.SCORED, points + shift))
        return work.ballot_path(desk.submit())


FEW, FEW_CASES = ("E1", "E2", "J1", "J2"), ("C1", "C2", "C3", "C4")
_SMALLER = {
    '["E1", "E2", "E3", "E4", "E5"]': '["E1", "E2"]',
    '["J1", "J2", "J3", "J4", "J5", "J6", "J7"]': '["J1", "J2"]',
    "min_ballots = 3": "min_ballots = 1",
    "top = 6": "top = 2",
}


def few(folder: Path, change: Callable[[str], str] = str) -> Rounds:
    """Two judges in each round, four cases of which two go on; the first round frozen.

    `change` makes other rules of config.toml.
    """
    text = (CASES / "config.toml").read_text(encoding="utf-8")
    for was, now in _SMALLER.items():
        assert was in text
        text = text.replace(was, now)
    create(folder, change(text))
    with opened(folder) as award:
        award.store.add_nominations([Nomination(c, f"案例{c}", c, "法院") for c in FEW_CASES])
        award.store.add_judges([Judge(one, f"评委{one}") for one in FEW])
        with_keys(award)
        freeze(award)
    return Rounds(folder, {})


def quick(handed: Handed, seq: int, nonce: str) -> bytes:
    """A ballot as the judge's program would seal it, without the desk: for tests of many."""
    packet = read_packet(handed.packet.read_bytes()).opened(handed.code)
    rules, judge = rules_of(packet), handed.judge
    answers = [Answer(one.number, {"score": _mark(rules, judge, one.number, seq)})
               for one in packet.body.cases]  # fmt: skip
    ballot = seal(judge, seq, rules, answers, nonce, "")
    signer = Ed25519Signer(sha256(judge.encode()).digest())
    return seal_ballot(
        packet, ballot.payload, receipt=ballot.receipt, seq=seq, prev=None, signer=signer
    )


def _mark(rules: Rules, judge: str, case: str, seq: int) -> Cell:
    points = 70 + 3 * int(case[1:]) + int(judge[1:]) + seq
    return Cell(State.SCORED, points * 10**rules.stage.decimals)
