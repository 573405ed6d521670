"""S03: the power fails at any write of two savings and a submission; what was said stays."""

from __future__ import annotations

import shutil
from itertools import islice
from pathlib import Path

import pytest

from db.connection import _PRAGMAS
from tests.db import world
from tests.db.world import KEYS, RULES, scored
from words import Bad

pytest.importorskip("apsw")
from tests.db import powercut


def transactions(path: Path) -> list[list[str]]:
    """The statements that our own code runs for two answers and a submission."""
    done: list[list[str]] = []
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        for act in (
            lambda: desk.set_cell("001", KEYS[0], scored(100)),
            lambda: desk.set_cell("002", KEYS[1], scored(105)),
            desk.submit,
        ):
            seen: list[str] = []
            store._db.conn.set_trace_callback(seen.append)
            act()
            store._db.conn.set_trace_callback(None)
            # A statement that wakes a trigger is traced once more for it.
            once = list(dict.fromkeys(seen))
            done.append([one for one in once if not one.startswith(("--", "SELECT"))])
    return done


def state(path: Path) -> int:
    """How many of the three acts the database holds."""
    with world.opened(path) as store:
        desk = store.desk("J01", RULES)
        first = desk.answer("001").cells[KEYS[0]] == scored(100)
        second = desk.answer("002").cells[KEYS[1]] == scored(105)
        return [first, second, desk.submitted is not None].count(True)


def cut_everywhere(path: Path, folder: Path, tries: int) -> tuple[int, int, int]:
    """Images tried, acknowledged acts lost, images that do not open or do not hold."""
    before = {path.name: path.read_bytes(), f"{path.name}-journal": b""}
    copy = Path(shutil.copy(path, folder / "copy.db"))
    statements = transactions(copy)
    for name, data in before.items():
        (folder / name).write_bytes(data)
    ops = powercut.record(folder / path.name, statements)
    tried = lost = corrupt = 0
    for said, image in powercut.cuts(before, ops, tries, seed=1):
        for name, data in image.items():
            (folder / name).write_bytes(data)
        tried += 1
        try:
            lost += state(folder / path.name) < said
        except Bad:
            corrupt += 1
    return tried, lost, corrupt


def test_s03_nothing_acknowledged_is_lost_and_nothing_breaks(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    tried, lost, corrupt = cut_everywhere(filled, folder, tries=3)
    assert tried > 150
    assert (lost, corrupt) == (0, 0)


@pytest.mark.soak
def test_s03_with_many_torn_images(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    tried, lost, corrupt = cut_everywhere(filled, folder, tries=25)
    assert (lost, corrupt) == (0, 0), tried


def test_s04_with_the_journal_gone_it_is_whole_or_refused_naming_the_backup(
    filled: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    ops = powercut.record(Path(shutil.copy(filled, folder)), transactions(_copy(filled, tmp_path)))
    backups = folder / "backups"
    backups.mkdir()
    saved = Path(shutil.copy(filled, backups / "award-20260101-first.db"))
    whole, refused = 0, list[Bad]()
    images = powercut.cuts({filled.name: filled.read_bytes()}, ops, tries=3, seed=4)
    for said, image in islice(images, 0, None, 4):
        (folder / filled.name).write_bytes(image[filled.name])
        try:
            assert state(folder / filled.name) >= said
            world.check_world(folder / filled.name)
            whole += 1
        except Bad as bad:
            refused.append(bad)
    damaged = [bad for bad in refused if bad.code == "E-DAMAGED"]
    assert whole > 10
    assert refused
    assert all(saved.name in str(bad.problems[0].params["backup"]) for bad in damaged)


def _copy(path: Path, folder: Path) -> Path:
    return Path(shutil.copy(path, folder / "copy.db"))


def test_the_probe_finds_what_a_weaker_setting_loses(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = tuple(p.replace("synchronous=EXTRA", "synchronous=OFF") for p in _PRAGMAS)
    monkeypatch.setattr(powercut, "_PRAGMAS", weak)
    folder = tmp_path / "disk"
    folder.mkdir()
    _, lost, corrupt = cut_everywhere(filled, folder, tries=2)
    assert lost + corrupt > 0
