"""Killed, cut off, full, flipped: nothing acknowledged is lost, nothing half is kept."""

from __future__ import annotations

import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from db.connection import connect
from db.desk import Desk
from db.records import Judge
from tests.db import world
from tests.db.small_disk import small_disk
from tests.db.world import RULES
from words import Bad

IMPORT = """
import sys
from db.store import Store
from tests.db.world import nominations
print("go", flush=True)
with Store.open(sys.argv[1]) as store:
    store.add_nominations(nominations([str(i) for i in range(1000, 1600)]))
    print("done", flush=True)
"""

SCORE = """
import sys
from db.store import Store
from tests.db.world import CASES, KEYS, RULES, scored
with Store.open(sys.argv[1]) as store:
    desk = store.desk("J01", RULES)
    print("go", flush=True)
    for points in range(0, 1001, 5):
        for case in CASES:
            for key in KEYS:
                desk.set_cell(case, key, scored(points))
                print(case, key, points, flush=True)
"""

SUBMIT = """
import sys
from db.store import Store
from tests.db.world import RULES
with Store.open(sys.argv[1]) as store:
    desk = store.desk("J01", RULES)
    print("go", flush=True)
    print(desk.submit().receipt, flush=True)
"""


def killed(code: str, path: Path, seconds: float) -> str:
    """What a program said that was killed some seconds after it began."""
    process = world.child(code, path)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    return world.finished(process)[1]


def import_killed(path: Path, seconds: float) -> None:
    said = killed(IMPORT, path, seconds)
    world.check_world(path)
    with world.opened(path) as store:
        assert len(store.nominations()) in {12, 612}
        if said:
            assert len(store.nominations()) == 612
        store.add_nominations(world.nominations([str(i) for i in range(1000, 1600)]))
        assert [entry.action for entry in store.log()].count("add-nominations") == 2


def scoring_killed(path: Path, seconds: float) -> None:
    said = killed(SCORE, path, seconds).splitlines()
    world.check_world(path)
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        for line in said[-48:]:
            if len(line.split()) == 3:
                case, key, points = line.split()
                assert desk.answer(case).cells[key].points >= int(points)


def submit_killed(path: Path, seconds: float) -> None:
    said = killed(SUBMIT, path, seconds).strip()
    world.check_world(path)
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        if said:
            assert desk.submitted is not None
        if desk.submitted is None:
            desk.submit()
        assert len(store.all_ballots()) == 1


ACTS = {
    "import": (import_killed, 0.1),
    "score": (scoring_killed, 0.1),
    "submit": (submit_killed, 0.01),
}


@pytest.mark.parametrize("round_", range(2))
@pytest.mark.parametrize("act", ACTS)
def test_s01_s13_p08_a_killed_program_loses_nothing_it_said(
    filled: Path, act: str, round_: int
) -> None:
    run, longest = ACTS[act]
    run(filled, random.Random(round_).random() * longest)


@pytest.mark.soak
@pytest.mark.parametrize("round_", range(200))
@pytest.mark.parametrize("act", ACTS)
def test_s01_two_hundred_kills(filled: Path, act: str, round_: int) -> None:
    run, longest = ACTS[act]
    run(filled, random.Random(round_).random() * longest)


LIMITED = """
import resource, sys
from db.store import Store
from tests.db.world import nominations
from words import Bad
with Store.open(sys.argv[1]) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), -1))
    try:
        store.add_nominations(nominations([str(i) for i in range(1000, 1600)]))
        print("done")
    except Bad as bad:
        print(bad.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (-1, -1))
    print(len(store.add_nominations(nominations(["5000"])).new))
"""


@pytest.mark.parametrize("more", [0, 8_000, 60_000])
def test_s07_a_disk_that_fills_up_is_said_and_the_work_goes_on_after(path: Path, more: int) -> None:
    limit = path.stat().st_size + more
    code, out, err = world.finished(world.child(LIMITED, path, limit))
    assert (code, out.split(), err) == (0, ["E-FULL", "1"], "")
    world.check_world(path)
    with world.opened(path) as store:
        assert len(store.nominations()) == 13


def _room_to_submit(desk: Desk) -> bool:
    try:
        desk.submit()
    except Bad as bad:
        if bad.code != "E-FULL":
            raise
        return False
    return True


def test_s09_a_full_disk_at_every_size_undoes_the_whole_submission(filled: Path) -> None:
    with world.opened(filled) as store:
        desk = store.desk("J01", RULES)
        pages = store._db.conn.execute("PRAGMA page_count").fetchone()[0]
        for more in range(30):
            store._db.conn.execute(f"PRAGMA max_page_count = {pages + more}")
            if _room_to_submit(desk):
                break
            assert desk.submitted is None
            store.check()
        assert desk.submitted is not None
    world.check_world(filled)


def test_s08_an_import_on_a_disk_of_400_kb_is_refused_and_nothing_of_it_is_kept(
    path: Path, tmp_path: Path
) -> None:
    many = world.nominations([str(i) for i in range(1000, 3000)])
    with small_disk(tmp_path / "disk", kilobytes=400) as disk:
        award = Path(shutil.copy(path, disk))
        with world.opened(award) as store:
            before = store.nominations()
            with pytest.raises(Bad, match="E-FULL"):
                store.add_nominations(many)
            assert store.nominations() == before
        world.check_world(award)


def _write_comments(desk: Desk) -> None:
    for i in range(200):
        desk.set_comment("001", f"{i}" * 200)


def test_a_full_disk_while_scoring_keeps_memory_and_disk_the_same(path: Path) -> None:
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        pages = store._db.conn.execute("PRAGMA page_count").fetchone()[0]
        store._db.conn.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(Bad, match="E-FULL"):
            _write_comments(desk)
        shown = dict(desk.answers())
        store._db.conn.execute("PRAGMA max_page_count = 1000000")
        desk.set_doubt("002", True)
        desk.undo()
    with world.opened(path) as store:
        assert store.desk("J01", RULES).answers() == shown
    world.check_world(path)


def test_a_backup_that_does_not_fit_stops_the_import(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    from db import backup

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(backup, "_sync", full)
    with world.opened(path) as store:
        with pytest.raises(Bad, match="E-FULL"):
            store.add_judges([Judge("J09", "九")])
        assert len(store.judges()) == 3
    assert not list((path.parent / "backups").iterdir())


COUNT = """
import sys
from db.connection import connect, writing
from pathlib import Path
db = connect(Path(sys.argv[1]))
for _ in range(25):
    with writing(db):
        n = db.execute("SELECT done FROM desk WHERE judge = 'J01'").fetchone()[0]
        db.execute("UPDATE desk SET done = ? WHERE judge = 'J01'", (n + 1,))
"""


def test_s11_four_programs_counting_at_once_lose_no_step(path: Path) -> None:
    db = connect(path)
    db.execute("INSERT INTO desk VALUES ('J01', 0, 0, '', '')")
    four = [world.child(COUNT, path) for _ in range(4)]
    assert [world.finished(one)[0] for one in four] == [0] * 4
    assert db.execute("SELECT done FROM desk").fetchone()[0] == 100
    db.close()


def test_s10_two_programs_importing_the_same_make_one_import(path: Path) -> None:
    two = [world.child(IMPORT, path) for _ in range(2)]
    for code, out, err in map(world.finished, two):
        assert (code, out, err) == (0, "go\ndone\n", "")
    world.check_world(path)
    with world.opened(path) as store:
        assert len(store.nominations()) == 612
        assert [entry.action for entry in store.log()].count("add-nominations") == 2


def outcome(path: Path) -> object:
    """Everything that decides: the matrix, the names, the decisions. A Bad where it refuses."""
    try:
        with world.opened(path, readonly=True) as store:
            store.check()
            matrix = store.matrix(RULES.stage)
            return (
                matrix,
                store.nominations(),
                store.judges(),
                store.recusals(),
                store.decisions(),
            )
    except Bad as bad:
        return bad.code


def flips(path: Path, seed: int, count: int) -> set[str]:
    """Flip one bit in each of `count` places, one at a time; what was refused, by code."""
    data, right = path.read_bytes(), outcome(path)
    rng, refused = random.Random(seed), set()
    for _ in range(count):
        place = rng.randrange(len(data))
        flipped = bytes([data[place] ^ 1 << rng.randrange(8)])
        path.write_bytes(data[:place] + flipped + data[place + 1 :])
        found = outcome(path)
        if isinstance(found, str):
            refused.add(found)
        else:
            assert found == right, place
    return refused


def test_s17_one_flipped_bit_is_refused_or_changes_nothing(full: Path) -> None:
    assert flips(full, 1, 150) <= {
        "E-DAMAGEDALONE", "E-NOTAWARD", "E-NEWER", "E-STRUCTURE", "E-TRIGGERS", "E-CHAIN",
        "E-ROWS", "E-ALTERED", "E-BALLOT", "E-WAL",
    }  # fmt: skip


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(20))
def test_s17_many_flipped_bits(full: Path, seed: int) -> None:
    flips(full, seed, 1500)
