"""The whole circle by command: three judges apart, every accident, an archive that verifies."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cli.main import run
from db.receipts import format_receipt
from exchange import envelope
from exchange.fields import plain
from exchange.sealing import read_ballot
from tests.exchange.circle import CHAIR, SECRETARY, Circle, quick_ballot, sealed_ballot
from tests.exchange.returned import built, signer_of

BIDI = "\u202e"


class Desk:
    """The secretary's terminal."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.out = self.err = ""

    def __call__(self, *words: object, at: bool = True) -> int:
        given = [str(word) for word in words]
        code = run([*given, "-C", str(self.folder)] if at else given)
        said = self.capsys.readouterr()
        self.out, self.err = said.out, said.err
        assert "Traceback" not in self.out + self.err
        assert "\x1b" not in self.out + self.err
        return code


@pytest.fixture
def ring(tmp_path: Path) -> Circle:
    return built(tmp_path / "circle")


@pytest.fixture
def px(ring: Circle, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("PINGXUAN_PASSPHRASE", SECRETARY)
    monkeypatch.setenv("PINGXUAN_CHAIR_PASSPHRASE", CHAIR)
    return Desk(ring.folder, capsys)


def copy_into_other_envelope(mine: bytes, theirs: bytes, judge: str) -> bytes:
    """The sealed content of one ballot in the envelope of another judge."""
    head, content = read_ballot(theirs).header, read_ballot(mine).content.content.payload
    return envelope.write("ballot", plain(head), content, signer_of(judge))


def test_three_judges_one_revises_one_sends_twice_one_is_damaged_one_is_late(
    ring: Circle, px: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert px("rank") == 1
    assert "E-NOTCLOSED" in px.err
    one, two, three = (ring.handed[judge] for judge in ("J01", "J02", "J03"))
    shutil.copy(sealed_ballot(one), stick)
    shutil.copy(sealed_ballot(one, shift=5), stick)  # revises
    first = sealed_ballot(two)
    shutil.copy(first, stick / "a.ballot")
    shutil.copy(first, stick / "a (1).ballot")  # sends twice
    (stick / "damaged.ballot").write_bytes(first.read_bytes()[:900])
    (stick / "photo.jpg").write_bytes(b"\xff\xd8\xff" + bytes(100))
    assert px("collect", stick) == 1
    assert "E-TRUNCATED" in px.out
    assert "2 taken, 1 there already, 1 older, 0 in conflict, 0 late, 1 refused; 1 other" in px.err
    assert "J03" in px.err
    assert px("status", "--json") == 0
    data = json.loads(px.out)
    assert [row["state"] for row in data["judges"]] == ["returned", "returned", "waiting"]
    assert [row["revision"] for row in data["judges"]] == [2, 1, 0]
    assert {row["returned"] for row in data["cases"]} == {1, 2}
    assert px("status") == 0
    assert "at most" in px.err
    assert px("close") == 0
    assert px("close") == 0
    late = sealed_ballot(three)
    assert px("collect", late) == 0
    assert "E-LATE" in px.out
    assert px("rank") == 1  # two ballots a case, three are needed
    assert "2 ballot(s) were opened" in px.err
    assert px("accept-late", "J03", "--reason", "snow, minuted") == 0
    assert px("finalise", "--despite-missing", "--reason", "one recusal") == 0
    assert px("archive") == 0
    public, restricted = (Path(line) for line in px.out.splitlines()[:2])
    for bundle in (public, restricted):
        assert px("verify", bundle, at=False) == 0, px.out
        assert "FAILED" not in px.out
    receipt = read_ballot(late.read_bytes()).header.receipt
    assert px("verify", public, "--receipt", receipt, at=False) == 1  # it was not on the sheet
    assert "was counted" in px.out
    assert px("verify", ring.folder, at=False) == 0
    (public / "result.json").write_bytes(
        (public / "result.json").read_bytes().replace(b"80.", b"90.", 1)
    )
    assert px("verify", public, at=False) == 1
    assert "result.json" in px.out


def test_a_ballot_in_another_judges_envelope_stops_the_opening(
    ring: Circle, px: Desk, tmp_path: Path
) -> None:
    mine, theirs = (quick_ballot(ring.handed[judge]) for judge in ("J01", "J02"))
    for name, data in (("a", mine), ("b", copy_into_other_envelope(mine, theirs, "J02"))):
        (tmp_path / f"{name}.ballot").write_bytes(data)
    assert px("collect", tmp_path / "a.ballot", tmp_path / "b.ballot") == 0
    assert px("close") == 0
    assert px("rank") == 1
    assert "E-COPY" in px.err
    assert "J02" in px.err


def test_l10_a_wrong_passphrase_opens_nothing_and_the_right_one_then_does(
    ring: Circle, px: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.ballot").write_bytes(quick_ballot(ring.handed["J01"]))
    px("collect", tmp_path / "a.ballot")
    px("close")
    monkeypatch.setenv("PINGXUAN_CHAIR_PASSPHRASE", "wrong wrong wrong")
    for _ in range(3):
        assert px("rank") == 1
        assert "E-PASSPHRASE" in px.err
    monkeypatch.setenv("PINGXUAN_CHAIR_PASSPHRASE", CHAIR)
    px("rank")
    assert "1 ballot(s) were opened" in px.err


def test_b14_a_conflict_is_shown_and_resolved_by_command(
    ring: Circle, px: Desk, tmp_path: Path
) -> None:
    files = [quick_ballot(ring.handed["J02"], nonce=n * 16) for n in ("6a", "6b")]
    for i, data in enumerate(files):
        (tmp_path / f"{i}.ballot").write_bytes(data)
    assert px("collect", tmp_path / "0.ballot", tmp_path / "1.ballot") == 1
    assert "E-CONFLICT-CONTENT" in px.err
    receipts = [read_ballot(data).header.receipt for data in files]
    assert all(format_receipt(receipt) in px.err for receipt in receipts)
    assert px("status") == 0
    assert "conflict" in px.out
    assert px("close") == 1
    assert px("resolve", "J02", receipts[1]) == 1  # no reason
    shown = format_receipt(receipts[1])
    assert px("resolve", "J02", shown, "--reason", "asked by telephone") == 0
    assert px("collect", tmp_path / "0.ballot") == 0


def test_b28_a_stick_of_junk_gives_a_summary_and_no_flood(
    ring: Circle, px: Desk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    for i in range(300):
        (stick / f"{i}.ballot").write_bytes(b"junk %d" % i)
    assert px("collect", stick) == 1
    assert len(px.out.splitlines()) < 20
    assert "300 refused" in px.err


def test_b32_a_name_with_control_characters_is_cleaned(
    ring: Circle, px: Desk, tmp_path: Path
) -> None:
    (tmp_path / f"x\x1b[2J{BIDI}.ballot").write_bytes(b"junk")
    assert px("collect", tmp_path / f"x\x1b[2J{BIDI}.ballot") == 1
    assert BIDI not in px.out


def test_a_judge_leaves_after_the_effect_was_shown(ring: Circle, px: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.ballot").write_bytes(quick_ballot(ring.handed["J01"]))
    px("collect", tmp_path / "a.ballot")
    assert px("withdraw-judge", "J01", "--scores", "drop") == 0
    assert "ballots 3 -> 2" in px.err
    assert px("withdraw-judge", "J01", "--scores", "drop", "--yes", "--reason", "ill") == 0
    assert px("withdraw-judge", "J01", "--scores", "drop") == 1
    assert px("replace-judge", "J02", "J04", "--name", "新评委", "--scores", "drop") == 0
    assert "J04" in px.err
    done = ("--scores", "drop", "--yes", "--reason", "left")
    assert px("replace-judge", "J02", "J04", "--name", "新评委", *done) == 0
    assert px("issue") == 0
    assert "J04" in px.out
    assert px("close") == 0
    assert px("replace-judge", "J03", "J05", "--name", "新", *done) == 1
    assert "E-CLOSED" in px.err


def test_the_log_export_makes_the_award_again(ring: Circle, px: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.ballot").write_bytes(quick_ballot(ring.handed["J01"]))
    px("collect", tmp_path / "a.ballot")
    assert px("log", "--export", tmp_path / "log.jsonl") == 0
    again = tmp_path / "again"
    log = ("--log", tmp_path / "log.jsonl")
    assert px("rebuild", again, *log, at=False) == 1
    assert "E-LOSTFILES" in px.err
    assert px("rebuild", again, *log, tmp_path / "a.ballot", at=False) == 0
    assert px("verify", again, at=False) == 0
    assert px("rebuild", again, *log, at=False) == 1
