"""Ten million scores from the award's database into the matrix, and what the time is made of."""

from __future__ import annotations

import json
import random
import resource
import tempfile
from array import array
from pathlib import Path

from bench._award import default_rules
from bench._rows import Row, median
from db import ballots, bounds, log, matrix, nominations, payload
from db.connection import AwardDatabase, connect, writing
from db.payload import Sheet
from db.records import Ballot, Judge, Nomination
from db.rules_digest import digest_of
from db.store import Store
from scoring.rules import Rules

JUDGES, CASES = 100, 25_000
SEED = 1
AT = "2026-11-23T16:00:00+08:00"


def run() -> list[Row]:
    rules = default_rules()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "award.db"
        _make(path, rules)
        size = path.stat().st_size / (1 << 20)
        db = connect(path, readonly=True)
        try:
            return [Row("database on disk", megabytes=size), *_measure(db, rules, path)]
        finally:
            db.close()


def _measure(db: AwardDatabase, rules: Rules, path: Path) -> list[Row]:
    whole = median(lambda: matrix.load(db, rules.stage), 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rows = ballots.counting_rows(db)
    sheets = [payload.unpack(row[2]) for row in rows]
    parts = {
        "read the payloads": lambda: ballots.counting_rows(db),
        "digests and receipts": lambda: [
            (payload.digest_of(row[2]), payload.receipt(row[2])) for row in rows
        ],
        "parse JSON": lambda: [json.loads(row[2]) for row in rows],
        "parse and check types": lambda: [payload.unpack(row[2]) for row in rows],
        "every score on its scale": lambda: [
            bounds.require_sheet(sheet, rules.stage) for sheet in sheets
        ],
        "case numbers in order": lambda: nominations.numbers(db),
        "start: check everything": lambda: Store.open(path, readonly=True).close(),
    }
    count = JUDGES * CASES * len(rules.stage.criteria)
    first = Row(f"{count:,} scores to the matrix", whole, megabytes=peak)
    return [first, *(Row(f"  {what}", median(work, 3)) for what, work in parts.items())]


def _make(path: Path, rules: Rules) -> None:
    """Ballots written straight in: typing ten million scores is measured in `saving`."""
    with Store.create(path, "secretary") as store:
        rows = [Nomination(f"{i:05}", f"案例 {i}", "某单位", body=("段",)) for i in range(CASES)]
        store.add_nominations(rows)
        store.add_judges([Judge(f"J{i:03}", f"评委{i}") for i in range(JUDGES)])
    db = connect(path)
    with writing(db):
        for nth in range(JUDGES):
            ballots.insert(db, log.next_number(db), _ballot(nth, rules))
            log.append(db, AT, f"J{nth:03}", "submit", {})
    db.close()


def _ballot(nth: int, rules: Rules) -> Ballot:
    rng, keys = random.Random(SEED + nth), tuple(c.key for c in rules.stage.criteria)
    size = CASES * len(keys)
    sheet = Sheet(
        judge=f"J{nth:03}",
        revision=1,
        rules=digest_of(rules),
        nonce=f"{nth:032x}",
        criteria=keys,
        cases=tuple(f"{i:05}" for i in range(CASES)),
        states=b"\1" * size,
        points=array("q", [rng.randrange(201) * 5 for _ in range(size)]),
        comments={},
        recusals={},
    )
    data = payload.pack(sheet)
    return Ballot(sheet.judge, 1, (), data, payload.digest_of(data), payload.receipt(data), AT)
