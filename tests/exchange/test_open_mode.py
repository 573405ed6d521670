"""An award without locks: declared, printed everywhere, each ballot still its judge's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from award.folder import opened
from award.issuing import current_issue
from exchange.crypto import HmacKey
from exchange.objects import check_body
from exchange.packet import read_packet
from exchange.sealing import open_ballot, read_ballot
from tests.exchange.circle import Circle, circle, issue_all, quick_ballot, sealed_ballot
from tests.exchange.conftest import copied
from tests.exchange.helpers import refused


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    return circle(tmp_path_factory.mktemp("open") / "one", mode="open")


@pytest.fixture
def plain(made: Circle, tmp_path: Path) -> Circle:
    return copied(made, tmp_path / "copy")


def test_p03_the_code_of_another_judge_proves_nothing(made: Circle) -> None:
    closed = read_packet(made.handed["J01"].packet.read_bytes())
    with refused("E-WRONGCODE"):
        closed.opened(made.handed["J02"].code)


def test_p17_the_whole_job_needs_the_standard_library_only(
    plain: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "nacl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "nacl", None)
    again = issue_all(plain.folder, "J03")
    assert again["J03"].issue == 2
    ballot = read_ballot(sealed_ballot(plain.handed["J01"]).read_bytes())
    with opened(plain.folder) as award:
        issued = current_issue(award, "J01")
    assert issued is not None
    ballot.content.verified(HmacKey(bytes.fromhex(issued.mac or "")))
    check_body(ballot.header, open_ballot(ballot, None))


def test_a_ballot_signed_with_another_code_is_not_the_judges(made: Circle) -> None:
    ballot = read_ballot(quick_ballot(made.handed["J02"]))
    with opened(made.folder, readonly=True) as award:
        issued = current_issue(award, "J01")
    assert issued is not None
    with refused("E-SIG"):
        ballot.content.verified(HmacKey(bytes.fromhex(issued.mac or "")))


def test_the_mode_is_in_the_slate_the_packet_the_ballot_and_on_the_letter(made: Circle) -> None:
    handed = made.handed["J01"]
    packet = read_packet(handed.packet.read_bytes())
    assert made.frozen.slate.mode == packet.header.mode == "open"
    assert read_ballot(quick_ballot(handed)).header.mode == "open"
    letter = next((made.folder / "letters").glob("*J01-1.html")).read_text(encoding="utf-8")
    assert "没有加密" in letter or "not locked" in letter
