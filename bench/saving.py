"""One judge's desk with ten thousand cases: opening, saving one score, reading, submitting.

Every saving is a transaction synced to the disk (EXTRA): the time is the disk's, not ours. The
last line says what the same disk takes for one bare synced write.
"""

from __future__ import annotations

import os
import random
import resource
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path

from bench._award import default_rules, timed
from bench._rows import Row
from db.records import Judge, Nomination
from db.store import Store
from scoring.cells import Cell, State

CASES = 10_000
SAVINGS = 4_000
SEED = 1


def run() -> list[Row]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "award.db"
        _make(path)
        rows = [*_work(path), *_again(path), _bare(Path(folder))]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("memory of all this", megabytes=peak)]


def _make(path: Path) -> None:
    body = ("这是一段申报材料。" * 40,)
    rows = [Nomination(f"{i:05}", f"案例 {i}", "某单位", body=body) for i in range(CASES)]
    with Store.create(path, "secretary") as store:
        store.add_nominations(rows)
        store.add_judges([Judge("J01", "评委")])


def _work(path: Path) -> list[Row]:
    rules, rng = default_rules(), random.Random(SEED)
    with Store.open(path) as store:
        start = time.perf_counter()
        desk = store.desk("J01", rules)
        opened = time.perf_counter() - start
        cells = [(case.number, c.key) for case in desk.cases for c in rules.stage.criteria]
        taken = []
        for case, key in cells[:SAVINGS]:
            taken.append(timed(partial(desk.set_cell, case, key, _cell(rng))))
        undone = statistics.median(timed(desk.undo) for _ in range(100))
        read = timed(lambda: [desk.answer(case.number) for case in desk.cases])
        counted = timed(lambda: store.progress(rules))
    taken.sort()
    return [
        Row(f"open a desk, {CASES} cases", opened),
        Row("save one score, median", taken[len(taken) // 2]),
        Row("save one score, 99 of 100", taken[len(taken) * 99 // 100]),
        Row("undo one score", undone),
        Row(f"read {CASES} answers", read),
        Row("progress of the judge", counted),
    ]


def _again(path: Path) -> list[Row]:
    """After a restart, with the draft to play back."""
    rules = default_rules()
    start = time.perf_counter()
    with Store.open(path) as store:
        opened = time.perf_counter() - start
        desk = timed(lambda: store.desk("J01", rules))
    return [Row("start: check everything", opened), Row(f"open again, {SAVINGS} steps", desk)]


def _bare(folder: Path) -> Row:
    """A write of one page and a sync, the least any program can do."""
    handle = os.open(folder / "bare", os.O_CREAT | os.O_WRONLY)
    taken = [
        timed(lambda: (os.pwrite(handle, b"x" * 4096, 0), os.fsync(handle))) for _ in range(200)
    ]
    os.close(handle)
    return Row("one bare synced write", statistics.median(taken))


def _cell(rng: random.Random) -> Cell:
    return Cell(State.SCORED, rng.randrange(201) * 5)
