"""Packets carry the files beside the judge's cases; they are read and opened as on one computer."""

from __future__ import annotations

import shutil
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from award import carried_files, opening_outside
from award.attachments import attach, detach
from award.carried_files import beside, missing_from
from award.folder import opened
from award.freezing import changes_between, freeze, require_frozen, slate_of
from db.assignments import KIND
from db.assignments import pack as pack_shares
from db.records import Assignment
from exchange.fields import pack
from exchange.objects import Case, CaseFile, PacketFile
from exchange.packet import OpenPacket, read_packet
from tests.exchange.circle import (
    Handed,
    frozen_award,
    hand_out,
    issue_all,
    make_award,
    open_packet,
    score_all,
    with_keys,
)
from tests.exchange.helpers import refused

REPORT, TABLE = "年度总结。\n第二段。\n", b"a,b\n1,2\n"


def folder_at(top: Path) -> Path:
    """The judge's data folder, as it is beside a draft."""
    (top / "data").mkdir(exist_ok=True)
    return top / "data"


def files_in(folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "总结 [b].txt").write_text(REPORT, encoding="utf-8")
    (folder / "表.csv").write_bytes(TABLE)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An award with two files beside case 001, one of them also beside 002; frozen."""
    top = tmp_path_factory.mktemp("files")
    folder = make_award(top / "secretary")
    report, table = files_in(top / "from-units")
    with opened(folder) as award:
        attach(award, "001", [report, table])
        attach(award, "002", [report])
        with_keys(award)
        freeze(award)
    return folder


@pytest.fixture(scope="module")
def handed(made: Path) -> Handed:
    return hand_out(issue_all(made, "J01")["J01"], made.parent / "at-J01")


@pytest.fixture
def packet(handed: Handed) -> OpenPacket:
    return read_packet(handed.packet.read_bytes()).opened(handed.code)


def test_a_judge_has_the_files_beside_the_cases(packet: OpenPacket) -> None:
    names = {
        case: sorted(one.name for one in beside(packet, case)) for case in ("001", "002", "003")
    }
    assert names == {"001": ["总结 [b].txt", "表.csv"], "002": ["总结 [b].txt"], "003": []}
    report = beside(packet, "002")[0]
    assert carried_files.text(packet, "002", report) == ("年度总结。", "第二段。")
    assert len(packet.body.files) == 2  # the same bytes once
    assert missing_from(packet) == []


def test_a_file_is_opened_under_its_digest_beside_the_draft(
    packet: OpenPacket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(opening_outside, "_open", shown.append)
    report = next(one for one in beside(packet, "001") if one.name.endswith("txt"))
    for _ in range(2):
        carried_files.open_outside(packet, folder_at(tmp_path), "001", report)
    assert [path.relative_to(tmp_path).as_posix() for path in shown] == [
        f"data/files/{report.digest}.txt"
    ] * 2
    shown[0].chmod(0o644)
    shown[0].write_text("changed by the program that opened it", encoding="utf-8")
    carried_files.open_outside(packet, folder_at(tmp_path), "001", report)
    assert shown[0].read_text(encoding="utf-8") == REPORT


def test_p15_a_judge_gets_the_files_of_the_own_cases_only(tmp_path: Path) -> None:
    folder = make_award(tmp_path / "secretary", mode="open")
    report, table = files_in(tmp_path / "from-units")
    with opened(folder) as award:
        attach(award, "001", [report])
        attach(award, "002", [table])
        cases = [one.number for one in award.store.nominations()]
        shares = {"J01": frozenset(cases) - {"002"}, "J02": frozenset(cases) - {"001"},
                  "J03": frozenset(cases)}  # fmt: skip
        award.store.add_document(KIND, "", pack_shares(Assignment(2, 1, shares)))
        freeze(award)
    issued = issue_all(folder)
    held = {}
    for judge, one in issued.items():
        own = hand_out(one, tmp_path / judge)
        opened_one = read_packet(own.packet.read_bytes()).opened(own.code)
        held[judge] = {f.opened() for f in opened_one.body.files}
    assert held == {
        "J01": {REPORT.encode()}, "J02": {TABLE}, "J03": {REPORT.encode(), TABLE},
    }  # fmt: skip


def test_a_changed_attachment_is_a_change_of_the_slate(made: Path, tmp_path: Path) -> None:
    new = tmp_path / "新.txt"
    new.write_text("补充材料", encoding="utf-8")
    with opened(made) as award:
        before = require_frozen(award).slate
        attach(award, "003", [new])
        with refused("E-SLATECHANGED"):
            require_frozen(award)
        assert changes_between(before, slate_of(award, 2)).changed == ("003",)
        detach(award, "003", "新.txt", "误传")
        require_frozen(award)


def test_an_award_without_attachments_keeps_its_slate_hash(tmp_path: Path) -> None:
    """The bytes of a case say nothing of files where there are none."""
    found = frozen_award(tmp_path / "one")
    assert b'"files"' not in found.document.payload
    assert b"files" not in pack(Case("001", "t", "u", "f", "l", "r", ("b",)))


def test_a_judge_is_asked_about_a_case_whose_file_has_changed(made: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(made, tmp_path / "secretary"))
    at = tmp_path / "at-J02"
    one = hand_out(issue_all(folder, "J02")["J02"], at)
    with open_packet(one) as work:
        score_all(work.desk())
    new = tmp_path / "总结.txt"
    new.write_text("改过的总结", encoding="utf-8")
    with opened(folder) as award:
        attach(award, "001", [new])
        freeze(award)
    again = hand_out(issue_all(folder, "J02")["J02"], at)
    with open_packet(again) as work:
        earlier = work.earlier(work.desk())
        assert earlier is not None
        assert [(a.case, [w.what for w in a.why]) for a in earlier.pending()] == [
            ("001", ["files"])
        ]


def test_what_there_is_no_room_for_is_said_at_both_ends(
    made: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(carried_files, "PACKET_LIMIT", 0)
    issued = issue_all(made, "J03")["J03"]
    assert {file.name for _, file in issued.left_out} == {"总结 [b].txt", "表.csv"}
    told = carried_files.left_out_lines("J03", issued.left_out)
    assert len(told) == 3  # one beside two cases is told of both
    assert "总结 [b].txt" in told[0]
    own = hand_out(issued, tmp_path)
    packet = read_packet(own.packet.read_bytes()).opened(own.code)
    assert len(missing_from(packet)) == 3
    with refused("E-ATTACHLEFT", "002"):
        carried_files.text(packet, "002", beside(packet, "002")[0])


def test_a_packet_leaves_them_out_where_the_rules_say_so(tmp_path: Path) -> None:
    folder = make_award(tmp_path / "secretary", mode="open")
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8")
    more = text.replace('mode = "open"', 'mode = "open"\nattachments = false')
    config.write_text(more, encoding="utf-8")
    with opened(folder) as award:
        attach(award, "001", files_in(tmp_path / "from-units"))
        assert b'"files"' not in freeze(award).document.payload
    own = hand_out(issue_all(folder, "J01")["J01"], tmp_path / "at-J01")
    packet = read_packet(own.packet.read_bytes()).opened(own.code)
    assert beside(packet, "001") == []


def hostile(packet: OpenPacket, name: str, data: bytes) -> tuple[OpenPacket, CaseFile]:
    """A packet whose award key is in the wrong hands: any name, any bytes under a right digest."""
    file = CaseFile(name, sha256(data).hexdigest(), len(data))
    cases = tuple(replace(one, files=(file,)) for one in packet.body.cases)
    carried = PacketFile(file.digest, b64encode(data).decode("ascii"))
    return replace(packet, body=replace(packet.body, cases=cases, files=(carried,))), file


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/x.txt",
        "C:\\evil.txt",
        "a\x1b[2J\u202e.txt",
        "a\u200b.txt",
        "CON.txt",
        "x" * 490 + ".txt",
    ],
)  # fmt: skip
def test_x06_a_hostile_name_becomes_no_path_and_no_escape(
    packet: OpenPacket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(opening_outside, "_open", lambda _path: None)
    evil, file = hostile(packet, name, b"text")
    shown = beside(evil, "001")[0]
    assert shown.name.isprintable()
    carried_files.open_outside(evil, folder_at(tmp_path), "001", shown)
    inside = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.parent for path in inside] == [tmp_path / "data" / "files"]
    assert inside[0].stem == file.digest


def test_a_program_is_never_opened(packet: OpenPacket, tmp_path: Path) -> None:
    evil, file = hostile(packet, "报告.exe", b"MZ\x90\x00" * 100)
    with refused("E-ATTACHKIND"):
        carried_files.open_outside(evil, tmp_path, "001", file)
    assert list(tmp_path.rglob("*")) == []


def test_bytes_that_are_not_those_of_the_slate_are_refused(packet: OpenPacket) -> None:
    evil, file = hostile(packet, "a.txt", b"text")
    other = replace(evil.body, files=(replace(evil.body.files[0], data="b3RoZXI="),))
    for body in (other, replace(evil.body, files=(replace(evil.body.files[0], data="?"),))):
        with refused("E-SLATE"):
            carried_files.read(replace(evil, body=body), "001", file)


def test_i6_what_a_killed_program_left_is_gone_after_the_next_start(handed: Handed) -> None:
    left = handed.packet.parent / ".tmp-4194304-0123456789ab"  # no process has such a number
    left.write_bytes(b"half a ballot")
    with open_packet(handed):
        assert not left.exists()
