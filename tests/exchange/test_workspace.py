"""A judge's own computer: the draft, the sealed ballot, the accidents in between."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from award.folder import opened
from award.freezing import freeze
from award.keys import opening_key, require_keys
from db.desk import Desk
from exchange import crypto, places, slate_rules
from exchange.crypto import Ed25519Checker
from exchange.objects import check_body, check_enrolment
from exchange.packet import read_packet
from exchange.sealing import ClosedBallot, open_ballot, read_ballot
from exchange.workspace import KEY, open_workspace, rules_of
from files import writing
from scoring.cells import Cell, State
from tests.conftest import ROOT
from tests.exchange.circle import (
    CASES,
    CHAIR,
    Circle,
    Handed,
    hand_out,
    issue_all,
    nomination,
    open_packet,
    score_all,
    sealed_ballot,
)
from tests.exchange.helpers import SIGNER, refused
from words import Bad


def some(desk: Desk, given: int = 805) -> None:
    desk.set_cell("001", desk.rules.stage.criteria[0].key, Cell(State.SCORED, given))


def points(desk: Desk, case: str = "001") -> int | None:
    cell = desk.answer(case).cells.get(desk.rules.stage.criteria[0].key)
    return cell.points if cell else None


def opened_ballot(around: Circle, path: Path) -> tuple[ClosedBallot, object]:
    """A ballot as the award opens it, everything about it checked."""
    closed = read_ballot(path.read_bytes())
    with opened(around.folder) as award:
        key = opening_key(require_keys(award), CHAIR)
    body = open_ballot(closed, key)
    check_body(closed.header, body)
    return closed, body


def test_the_same_desk_runs_on_a_packet(around: Circle) -> None:
    with open_packet(around.handed["J02"]) as work:
        desk = work.desk()
        assert tuple(case.number for case in desk.cases) == CASES
        assert desk.judge.name == "李秀英"
        assert desk.answer("003").recused is not None
        with opened(around.folder) as award:
            assert replace(work.rules, announce=award.rules.announce) == award.rules


def test_a_sealed_ballot_opens_to_what_was_submitted(around: Circle) -> None:
    path = sealed_ballot(around.handed["J02"])
    closed, body = opened_ballot(around, path)
    context = closed.header.context
    assert path.name == f"prize-26-J02-1-{context.seq}.ballot"
    assert context.slate == around.frozen.hash
    closed.content.verified(Ed25519Checker(bytes.fromhex(context.key or "")))
    packet = read_packet(around.handed["J02"].packet.read_bytes()).opened(around.handed["J02"].code)
    check_enrolment(packet.body.enrol or "", closed.header)
    assert body.sheet.recusals == {"003": "家人在该单位工作"}  # type: ignore[attr-defined]


def test_the_award_key_cannot_be_replaced_p05(around: Circle) -> None:
    """P05: the right code, another award key; both fingerprints are told."""
    handed = around.handed["J01"]
    open_packet(handed).store.close()
    packet = read_packet(handed.packet.read_bytes()).opened(handed.code)
    from exchange.packet import write_packet

    header = replace(packet.header, key=SIGNER.public.hex(), issue=2)
    handed.packet.write_bytes(write_packet(header, packet.body, _plain(handed.code), SIGNER))
    with refused("E-AWARDKEY") as caught:
        open_packet(handed)
    params = caught.value.params
    assert params["known"] != params["found"] == crypto.fingerprint(SIGNER.public)


def _plain(code: str) -> str:
    return code.replace("-", "")


def second_slate(around: Circle, judge: str = "J01") -> Handed:
    """The next slate's packet, beside the first."""
    with opened(around.folder) as award:
        award.store.add_nominations([nomination("013")])
        freeze(award)
    issued = issue_all(around.folder, judge)[judge]
    return hand_out(issued, around.handed[judge].packet.parent)


def test_p06_an_old_packet_is_only_to_look_at_once_a_newer_one_was_opened(around: Circle) -> None:
    old = around.handed["J01"]
    with open_packet(old) as work:
        some(work.desk())
    new = second_slate(around)
    open_packet(new).store.close()
    with open_packet(old) as work:
        assert work.newer is not None
        assert work.newer.version == 2
        assert points(work.desk()) == 805
        with refused("E-READONLY"):
            some(work.desk(), 600)


def test_p06_an_old_packet_never_opened_here_is_refused_after_a_newer_one(around: Circle) -> None:
    open_packet(second_slate(around)).store.close()
    with refused("E-OLDPACKET"):
        open_packet(around.handed["J01"])


def test_a_reissued_packet_goes_on_with_the_same_draft_and_makes_a_new_key(around: Circle) -> None:
    old = around.handed["J01"]
    first = read_ballot(sealed_ballot(old).read_bytes())
    new = hand_out(issue_all(around.folder, "J01")["J01"], old.packet.parent)
    with open_packet(new) as work:
        desk = work.desk()
        assert desk.submitted is not None
        again = read_ballot(work.ballot_path(desk.submitted).read_bytes())
    assert again.header.receipt == first.header.receipt
    assert again.header.context.issue == 2
    assert again.header.context.key != first.header.context.key


SESSION = """
import sys
from pathlib import Path
from types import SimpleNamespace
from tests.exchange.circle import Handed, open_packet
from scoring.cells import Cell, State
with open_packet(Handed("J01", Path(sys.argv[1]), sys.argv[2])) as work:
    desk = work.desk()
    key = desk.rules.stage.criteria[0].key
    for n in range(10_000):
        desk.set_cell("001", key, Cell(State.SCORED, 5 * (n % 200)))
        print(n, flush=True)
"""


def test_p08_a_killed_program_loses_nothing_it_has_acknowledged(around: Circle) -> None:
    handed = around.handed["J01"]
    for pause in (0.0, 0.01, 0.05):
        words = [sys.executable, "-c", SESSION, str(handed.packet), handed.code]
        with subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": "."},
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(pause)
            child.send_signal(signal.SIGKILL)
            acknowledged = [0, *(int(line) for line in child.stdout.read().split())]
        with open_packet(handed) as work:
            last = acknowledged[-1]
            assert points(work.desk()) in {5 * (last % 200), 5 * ((last + 1) % 200)}


def test_p08_a_program_killed_while_sealing_seals_at_the_next_start(
    around: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = around.handed["J01"]
    with open_packet(handed) as work:
        desk = work.desk()
        score_all(desk)
        desk.after_submit = None  # as if the program had ended here
        ballot = desk.submit()
        assert not work.ballot_path(ballot).exists()
    with open_packet(handed) as work:
        work.desk()
        path = work.ballot_path(ballot)
        data = path.read_bytes()
        path.unlink()
    with open_packet(handed) as work:
        work.desk()
    assert path.read_bytes() == data


def test_p10_a_copied_draft_opens_with_the_code_and_signs_with_the_same_key(around: Circle) -> None:
    here = around.handed["J01"]
    first = read_ballot(sealed_ballot(here).read_bytes())
    there = replace(here, packet=here.packet.parent.with_name("other") / here.packet.name)
    shutil.copytree(here.packet.parent, there.packet.parent)
    second = read_ballot(sealed_ballot(there).read_bytes())
    assert second.header.context.key == first.header.context.key
    assert (second.header.context.seq, second.header.context.prev) == (2, first.file)


def test_p11_a_draft_changed_from_outside_is_refused(around: Circle) -> None:
    handed = around.handed["J01"]
    with open_packet(handed) as work:
        some(work.desk())
        draft = work.store.path
    data = bytearray(draft.read_bytes())
    place = data.rindex("案例001".encode())
    data[place] ^= 1
    draft.write_bytes(data)
    with pytest.raises(Bad) as caught, open_packet(handed) as work:
        work.desk()
    assert caught.value.code in {"E-ALTERED", "E-DAMAGED", "E-CHAIN", "E-ROWS"}


@pytest.mark.parametrize("what", ["full", "read-only"])
def test_p12_beside_a_stick_without_room_the_draft_goes_to_the_own_folder(
    around: Circle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    handed, home = around.handed["J01"], tmp_path / "home"
    stick = handed.packet.parent
    real = places.is_writable
    if what == "full":
        usage = SimpleNamespace(free=places.ROOM - 1)
        monkeypatch.setattr(writing.shutil, "disk_usage", lambda _: usage)
    else:
        monkeypatch.setattr(places, "is_writable", lambda f, room=0: f != stick and real(f, room))
    with open_packet(handed, home) as work:
        assert work.places.moved
        assert work.store.path.is_relative_to(home)
        desk = work.desk()
        score_all(desk)
        assert work.ballot_path(desk.submit()).is_relative_to(home)
    assert sorted(path.name for path in stick.iterdir()) == [handed.packet.name]
    monkeypatch.undo()
    with open_packet(handed, home) as work:
        assert work.places.moved  # the draft that is there decides
        assert work.desk().submitted is not None


def test_p13_nothing_is_sealed_while_an_answer_is_missing(around: Circle) -> None:
    with open_packet(around.handed["J01"]) as work:
        desk = work.desk()
        some(desk)
        with refused("E-GAPS"):
            desk.submit()
    assert not list(around.handed["J01"].packet.parent.glob("*.ballot"))


def test_p14_a_second_sealing_is_revision_two_and_names_the_first(around: Circle) -> None:
    first = read_ballot(sealed_ballot(around.handed["J01"]).read_bytes())
    second, body = opened_ballot(around, sealed_ballot(around.handed["J01"], shift=10))
    context = second.header.context
    assert (context.seq, context.prev) == (2, first.file)
    assert context.key == first.header.context.key
    assert second.header.receipt != first.header.receipt
    assert body.sheet.revision == 2  # type: ignore[attr-defined]


def test_a_ballot_sealed_once_has_the_same_bytes_for_ever(around: Circle) -> None:
    path = sealed_ballot(around.handed["J01"])
    data = path.read_bytes()
    path.write_bytes(data[:100])
    with open_packet(around.handed["J01"]) as work:
        work.desk()
    assert path.read_bytes() == data


def test_an_open_revision_leaves_the_sealed_file_as_it_was(around: Circle) -> None:
    path = sealed_ballot(around.handed["J01"])
    data = path.read_bytes()
    with open_packet(around.handed["J01"]) as work:
        desk = work.desk()
        work.revise(desk)
        some(desk)
        assert desk.submitted is None
    assert path.read_bytes() == data


def test_p17_without_pynacl_nothing_is_written(
    around: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = around.handed["J01"]
    for name in [name for name in sys.modules if name.partition(".")[0] == "nacl"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "nacl", None)
    with refused("E-NOCRYPTO"):
        open_packet(handed)
    assert [path.name for path in handed.packet.parent.iterdir()] == [handed.packet.name]


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00+00:00", "2099-12-31T23:59:59+08:00"])
def test_p18_sealing_works_whatever_the_clock_says(around: Circle, at: str) -> None:
    handed = around.handed["J03"]
    with open_packet(handed, clock=lambda: "2026-06-01T08:00:00+08:00") as work:
        score_all(work.desk())
    with open_packet(handed, clock=lambda: at) as work:
        ballot = work.desk().submit()
        assert ballot.at == at
        opened_ballot(around, work.ballot_path(ballot))


RULES = """
import sys
from pathlib import Path
from types import SimpleNamespace
from exchange.packet import read_packet
from exchange.workspace import rules_of
packet = read_packet(Path(sys.argv[1]).read_bytes()).opened(sys.argv[2])
print(packet.file, packet.body.slate.digest, rules_of(packet).award)
"""


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"])
def test_p19_a_packet_reads_the_same_in_every_locale(around: Circle, locale: str) -> None:
    handed = around.handed["J01"]
    here = read_packet(handed.packet.read_bytes()).opened(handed.code)
    environment = {**os.environ, "LC_ALL": locale, "PYTHONPATH": ".", "PYTHONUTF8": "0"}
    words = [sys.executable, "-c", RULES, str(handed.packet), handed.code]
    said = subprocess.run(
        words, capture_output=True, text=True, cwd=ROOT, env=environment, check=True
    ).stdout.split()
    assert said == [here.file, here.body.slate.digest, rules_of(here).award]


def test_the_judges_key_is_stored_locked(around: Circle) -> None:
    with open_packet(around.handed["J01"]) as work:
        signer = work._signer()
        assert signer is not None
        assert work.store.document(KEY) is not None
        path = work.store.path
    data = path.read_bytes()
    assert signer.seed not in data
    assert signer.seed.hex().encode() not in data


def test_making_a_workspace_cut_off_at_any_step_is_finished_at_the_next_opening(
    around: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.store import Store

    handed = around.handed["J01"]
    steps: list[tuple[type, str]] = [(Store, "furnish"), (Store, "add_document")]
    for owner, name in steps:
        with monkeypatch.context() as patch:
            patch.setattr(owner, name, _dies)
            with pytest.raises(KeyboardInterrupt):
                open_packet(handed)
    with open_packet(handed) as work:
        assert len(work.desk().cases) == len(CASES)


def _dies(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_an_empty_file_left_by_a_killed_start_is_no_obstacle(around: Circle) -> None:
    handed = around.handed["J01"]
    packet = read_packet(handed.packet.read_bytes()).opened(handed.code)
    chosen = places.places(handed.packet, packet.header, handed.packet.parent / "home")
    chosen.draft(1).touch()
    with open_workspace(packet, chosen) as work:
        assert work.desk().submitted is None


def test_a_judges_files_are_named_from_ids_only(around: Circle) -> None:
    sealed_ballot(around.handed["J01"])
    names = {path.name for path in around.handed["J01"].packet.parent.iterdir()}
    assert names == {"prize-26-J01-1.packet", "prize-26-J01-1-1.ballot", "prize-26-J01-data"}


def test_rules_checked_at_the_first_opening_are_not_checked_again(
    around: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = around.handed["J02"]
    with open_packet(handed) as work:
        first = work.rules
    monkeypatch.setattr(slate_rules, "rules_of_slate", None)
    monkeypatch.setattr("exchange.workspace.rules_of_slate", None)
    with open_packet(handed) as work:
        assert work.rules == first
