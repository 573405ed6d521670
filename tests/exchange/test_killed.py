"""S01, S02, X05, S07: killed at any step, or out of room, a command is wholly done or not begun;
run again it ends as if nothing had happened, and leaves nothing unfinished behind.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from award.archiving import archive
from award.close_pages import write_sheet
from award.closed import close_record
from award.closing import close
from award.collecting import collect, state_of
from award.exporting import export
from award.finalising import finalise
from award.folder import opened
from award.freezing import freeze, frozen
from award.issuing import current_issue, issue
from award.keys import opening_key, require_keys, signer_of
from award.opening import open_ballots
from award.ranking import rank
from award.rounds import slates
from award.verifying_bundle import FAILED
from award.verifying_folder import verify_folder
from exchange.bundle import read_bundle
from exchange.collecting import digest_of_state
from exchange.packet import read_packet
from sheets.result_sheet import from_payload
from tests.db.small_disk import small_disk
from tests.exchange.circle import (
    CHAIR,
    JUDGES,
    SECRETARY,
    hand_out,
    issue_all,
    make_award,
    quick_ballot,
    with_keys,
)
from tests.exchange.helpers import CHEAP
from tests.exchange.killing import BROKEN, DONE, REFUSED, begun, ended, in_child
from words import Bad

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a fork is needed")
Act = Callable[[Path], object]
SHORT = 3  # kills of each command in the suite; `make soak` has two hundred
SHORT_OF_COLLECT = 6
DONE_BEFORE = {"E-FROZEN", "E-ISSUED"}


def do_freeze(folder: Path) -> None:
    with opened(folder) as award:
        freeze(award)


def do_issue(folder: Path) -> None:
    with opened(folder) as award:
        list(issue(award, SECRETARY, cost=CHEAP))


def do_collect(folder: Path) -> None:
    with opened(folder) as award:
        collect(award, [folder.parent / "drop"])


def do_close(folder: Path) -> None:
    with opened(folder) as award:
        write_sheet(award, close(award, SECRETARY, "secretary").record.signed)


def do_open(folder: Path) -> None:
    with opened(folder) as award:
        open_ballots(award, opening_key(require_keys(award), CHAIR), "chair")
        rank(award)


def do_finalise(folder: Path) -> None:
    with opened(folder) as award:
        finalise(award, "case 003", "secretary")


def do_export(folder: Path) -> None:
    with opened(folder) as award:
        export(award, folder / "results", None, "en")


def do_archive(folder: Path) -> None:
    with opened(folder) as award:
        archive(award, None, signer_of(require_keys(award), SECRETARY), None)


# -- what must be the same as in an undisturbed run -------------------------------------------


def is_frozen(folder: Path) -> object:
    with opened(folder, readonly=True) as award:
        found = frozen(award)
        assert found is not None
        return len(slates(award)), found.hash


def is_issued(folder: Path) -> object:
    """One packet each, which the record stands for; letters hold the codes, which are new."""
    with opened(folder, readonly=True) as award:
        held = [current_issue(award, judge) for judge in JUDGES]
    packets = sorted((folder / "packets").glob("*.packet"))
    files = [read_packet(path.read_bytes()).file for path in packets]
    assert files == [one.file for one in held if one]
    return [path.name for path in packets], len(list((folder / "letters").iterdir()))


def is_collected(folder: Path) -> object:
    with opened(folder, readonly=True) as award:
        kept = sorted(one.digest for one in award.store.received())
        return digest_of_state(state_of(award)), kept


def is_closed(folder: Path) -> object:
    with opened(folder, readonly=True) as award:
        record = close_record(award)
        assert record is not None
        signed = record.signed
        return signed.sheet.receipts, sorted(path.name for path in (folder / "close").iterdir())


def is_opened(folder: Path) -> object:
    with opened(folder, readonly=True) as award:
        return rank(award).outcome, len(award.store.all_ballots())


def is_final(folder: Path) -> object:
    with opened(folder, readonly=True) as award:
        results = award.store.results()
        return len(results), from_payload(results[-1].payload).ranking


def is_exported(folder: Path) -> object:
    return {path.name: path.read_bytes() for path in (folder / "results").iterdir()}


def is_archived(folder: Path) -> object:
    return [read_bundle(one) for one in sorted((folder / "archive").iterdir()) if one.is_dir()]


@dataclass(frozen=True)
class Act_:
    act: Act
    facts: Act


ACTS = {
    "freeze": Act_(do_freeze, is_frozen),
    "issue": Act_(do_issue, is_issued),
    "collect": Act_(do_collect, is_collected),
    "close": Act_(do_close, is_closed),
    "open": Act_(do_open, is_opened),
    "finalise": Act_(do_finalise, is_final),
    "export": Act_(do_export, is_exported),
    "archive": Act_(do_archive, is_archived),
}


@dataclass(frozen=True)
class Stage:
    """The folder before one command, the facts after it, and how many steps it takes."""

    folder: Path
    facts: object
    steps: int


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Stage]:
    top = tmp_path_factory.mktemp("killed")
    folder, found = make_award(top / "now" / "award"), {}
    with opened(folder) as award:
        with_keys(award)
    for name, one in ACTS.items():
        before = Path(shutil.copytree(folder.parent, top / name)) / "award"
        if name == "issue":  # the codes are needed to go on
            handed = [hand_out(i, top / i.judge.id) for i in issue_all(folder).values()]
            (folder.parent / "drop").mkdir()
            for h in handed:
                for seq in (1, 2):
                    path = folder.parent / "drop" / f"{h.judge}-{seq}.ballot"
                    path.write_bytes(quick_ballot(h, seq=seq, nonce=f"{seq}e" * 16))
        else:
            one.act(folder)
        count = _copy(before, top / f"{name}-count")  # now that nothing more has to be imported
        found[name] = Stage(before, one.facts(folder), in_child(lambda c=count, o=one: o.act(c))[1])
    return found


def _copy(folder: Path, to: Path) -> Path:
    shutil.copytree(folder.parent, to)
    return to / folder.name


def again(act: Act, folder: Path) -> None:
    """What a person does after a crash: the same command once more."""
    try:
        act(folder)
    except Bad as bad:
        if bad.code not in DONE_BEFORE:
            raise


def check(one: Act_, stage: Stage, folder: Path) -> None:
    again(one.act, folder)
    assert one.facts(folder) == stage.facts
    with opened(folder, readonly=True) as award:
        wrong = [line for line in verify_folder(award) if line.verdict == FAILED]
    assert [line for line in wrong if line.params.get("part") != "state"] == []  # may be sealed
    left = [path for path in folder.parent.rglob("*") if path.name.startswith(".tmp-")]
    assert left == []


def kill(name: str, stages: dict[str, Stage], folder: Path, moment: int) -> None:
    one, stage = ACTS[name], stages[name]
    status, _ = in_child(lambda: one.act(folder), last=moment)
    assert status == -signal.SIGKILL
    check(one, stage, folder)


def kills(name: str) -> int:
    return SHORT_OF_COLLECT if name == "collect" else SHORT


def moments(name: str, steps: int, count: int) -> Iterator[int]:
    yield from sorted(random.Random(name).sample(range(1, steps + 1), min(count, steps)))


@pytest.mark.parametrize(("name", "at"), [(name, i) for name in ACTS for i in range(kills(name))])
def test_s01_s02_x05_killed_and_run_again_it_ends_as_undisturbed(
    stages: dict[str, Stage], tmp_path: Path, name: str, at: int
) -> None:
    moment = list(moments(name, stages[name].steps, kills(name)))[at]
    kill(name, stages, _copy(stages[name].folder, tmp_path / "copy"), moment)


@pytest.mark.parametrize("name", ["collect", "open", "export"])
def test_s10_two_at_once_come_to_what_one_comes_to(
    stages: dict[str, Stage], tmp_path: Path, name: str
) -> None:
    folder = _copy(stages[name].folder, tmp_path / "copy")
    both = [begun(lambda: ACTS[name].act(folder)) for _ in range(2)]
    assert [ended(one)[0] for one in both] == [DONE, DONE]
    check(ACTS[name], stages[name], folder)


@pytest.mark.soak
@pytest.mark.parametrize("name", ACTS)
def test_s01_s02_killed_at_two_hundred_steps(
    stages: dict[str, Stage], tmp_path: Path, name: str
) -> None:
    for moment in moments(name, stages[name].steps, 200):
        kill(name, stages, _copy(stages[name].folder, tmp_path / f"{name}-{moment}"), moment)


@pytest.mark.parametrize("spare", [4_096, 8_192])
@pytest.mark.parametrize("name", ["collect", "export"])
def test_s08_on_a_disk_nearly_full_it_is_refused_and_with_room_run_again(
    stages: dict[str, Stage], tmp_path: Path, name: str, spare: int
) -> None:
    with small_disk(tmp_path / "disk", kilobytes=8_000) as disk:
        folder = _copy(stages[name].folder, disk / "copy")
        there = os.statvfs(disk)
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(there.f_bavail * there.f_frsize - spare))
        assert in_child(lambda: ACTS[name].act(folder))[0] == REFUSED
        ballast.unlink()
        check(ACTS[name], stages[name], folder)


@pytest.mark.parametrize("room", [1_000, 20_000])
@pytest.mark.parametrize("name", ["issue", "collect", "close", "export", "archive"])
def test_s07_out_of_room_it_is_refused_and_later_run_again(
    stages: dict[str, Stage], tmp_path: Path, name: str, room: int
) -> None:
    folder = _copy(stages[name].folder, tmp_path / "copy")
    status, _ = in_child(lambda: ACTS[name].act(folder), room=room)
    assert status in {DONE, REFUSED}
    assert status != BROKEN
    check(ACTS[name], stages[name], folder)
