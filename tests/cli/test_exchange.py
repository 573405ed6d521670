"""From freezing to a sealed ballot on the command line, as secretary, chair and judge do it."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from exchange import crypto
from exchange.sealing import read_ballot
from tests.cli.conftest import Pingxuan
from tests.exchange.circle import CHAIR, SECRETARY, code_of, hand_out, issue_all, make_award
from tests.exchange.helpers import CHEAP


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crypto, "PASSPHRASE_COST", CHEAP)
    monkeypatch.setattr(crypto, "CODE_COST", CHEAP)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PINGXUAN_PASSPHRASE", SECRETARY)
    monkeypatch.setenv("PINGXUAN_CHAIR_PASSPHRASE", CHAIR)
    return make_award(tmp_path / "award")


@pytest.fixture
def issued(folder: Path, pingxuan: Pingxuan, tmp_path: Path) -> Path:
    """The award with keys, drill and packets, all by commands."""
    assert pingxuan("keys", "make", "-C", folder).code == 0
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(pingxuan("keys", "recovery", "-C", folder).out, encoding="utf-8")
    assert pingxuan("keys", "drill", "--sheet-file", sheet, "-C", folder).code == 0
    assert pingxuan("freeze", "-C", folder).code == 0
    assert pingxuan("issue", "-C", folder).code == 0
    return folder


def letter(folder: Path, judge: str) -> str:
    return (folder / "letters" / f"prize-26-{judge}-1.html").read_text(encoding="utf-8")


def code(folder: Path, judge: str) -> str:
    found = re.search(r'class="code">([0-9A-Z-]+)<', letter(folder, judge))
    assert found is not None
    return found[1]


def test_every_judge_gets_a_packet_and_a_letter_and_only_once(
    issued: Path, pingxuan: Pingxuan
) -> None:
    assert (
        len(list((issued / "packets").iterdir())) == len(list((issued / "letters").iterdir())) == 3
    )
    again = pingxuan("issue", "-C", issued)
    assert (again.code, "[E-ISSUED]" in again.err) == (1, True)
    one = pingxuan("issue", "--judge", "J01", "-C", issued)
    assert one.code == 0
    assert len(one.out.splitlines()) == 2
    assert len(list((issued / "packets").iterdir())) == 4


def test_a_letter_has_the_code_the_slate_number_and_the_steps(
    issued: Path, pingxuan: Pingxuan
) -> None:
    page = letter(issued, "J01")
    hash_ = pingxuan("freeze", "-C", issued).err
    number = re.search(r"[0-9a-f]{4}( [0-9a-f]{4}){4}", hash_)
    assert number is not None
    assert page.count(number[0]) == 2  # among the facts, and where the screen is compared
    assert page.count("<li>") == 5
    assert "prize-26-J01-1.packet" in page
    assert "J02" not in page


def test_l12_issuing_before_the_drill_is_refused(folder: Path, pingxuan: Pingxuan) -> None:
    pingxuan("freeze", "-C", folder)
    assert "[E-NOKEYSYET]" in pingxuan("issue", "-C", folder).err
    pingxuan("keys", "make", "-C", folder)
    assert "[E-NODRILL]" in pingxuan("issue", "-C", folder).err
    assert pingxuan("keys", "-C", folder).code == 1


def test_l13_no_secret_is_ever_printed(issued: Path, pingxuan: Pingxuan) -> None:
    said = [pingxuan(*words, "-C", issued) for words in (["keys"], ["status"], ["log"], ["check"])]
    text = "".join(one.out + one.err for one in said)
    assert not [s for s in (SECRETARY, CHAIR, code(issued, "J01")) if s in text]


def judge(
    pingxuan: Pingxuan, monkeypatch: pytest.MonkeyPatch, packet: Path, typed: str, lines: list[str]
) -> object:
    monkeypatch.setenv("PINGXUAN_CODE", typed)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return pingxuan("judge", packet, "--plain")


def test_a_judge_with_nothing_but_the_packet_and_the_code_sees_the_cases(
    issued: Path, pingxuan: Pingxuan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packet = tmp_path / "stick" / "prize-26-J01-1.packet"
    packet.parent.mkdir()
    packet.write_bytes((issued / "packets" / packet.name).read_bytes())
    typed = code(issued, "J01").lower().replace("-", "")
    said = judge(pingxuan, monkeypatch, packet, typed, ["2", "0"])
    assert said.code == 0  # type: ignore[attr-defined]
    assert said.out.count("案例0") == 12  # type: ignore[attr-defined]


@pytest.mark.parametrize(("typed", "refusal"), [("1234", "E-CODE-LENGTH"), (None, "E-WRONGCODE")])
def test_p02_p03_a_wrong_code_leaves_nothing_behind(
    issued: Path, pingxuan: Pingxuan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    typed: str | None, refusal: str,
) -> None:  # fmt: skip
    packet = tmp_path / "stick" / "prize-26-J01-1.packet"
    packet.parent.mkdir()
    packet.write_bytes((issued / "packets" / packet.name).read_bytes())
    said = judge(pingxuan, monkeypatch, packet, typed or code(issued, "J02"), [])
    assert (said.code, f"[{refusal}]" in said.err) == (1, True)  # type: ignore[attr-defined]
    assert [path.name for path in packet.parent.iterdir()] == [packet.name]


def test_submitting_line_by_line_seals_and_says_where(
    folder: Path, pingxuan: Pingxuan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from award.folder import opened
    from award.freezing import freeze
    from tests.exchange.circle import open_packet, score_all, with_keys
    from tui import plain

    with opened(folder) as award:
        with_keys(award)
        freeze(award)
    issued = issue_all(folder)["J01"]
    handed = hand_out(issued, tmp_path / "stick")
    with open_packet(handed) as work:
        score_all(work.desk())
    monkeypatch.setattr(plain, "random_code", lambda: "3719")
    monkeypatch.setattr(
        plain.run, "__kwdefaults__", {**plain.run.__kwdefaults__, "new_code": lambda: "3719"}
    )
    said = judge(
        pingxuan, monkeypatch, handed.packet, code_of(issued), ["8", "3719", "", "8", "", "1", "0"]
    )
    file = handed.packet.with_name("prize-26-J01-1-1.ballot")
    receipt = read_ballot(file.read_bytes()).header.receipt
    out = said.out  # type: ignore[attr-defined]
    assert str(file) in out
    assert " ".join(re.findall("....", receipt)) in out
    assert file.with_name("prize-26-J01-1-1-receipt.html").exists()
    with open_packet(handed) as work:
        assert work.desk().revision == 2  # the second visit took it back to revise


def test_an_open_award_says_so_when_freezing_and_on_the_letter(
    tmp_path: Path, pingxuan: Pingxuan
) -> None:
    folder = make_award(tmp_path / "open", mode="open")
    assert "open: scores are not locked" in pingxuan("freeze", "-C", folder).err
    assert pingxuan("issue", "-C", folder).code == 0
    assert "not locked" in letter(folder, "J01")
    assert "[E-OPENMODE]" in pingxuan("keys", "make", "-C", folder).err
    assert "files are open: scores are not locked" in pingxuan("check", "-C", folder).out


def test_a_secret_that_nobody_can_be_asked_for_is_a_sentence(
    folder: Path, pingxuan: Pingxuan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PINGXUAN_PASSPHRASE")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert "[E-NOSECRET]" in pingxuan("keys", "make", "-C", folder).err
