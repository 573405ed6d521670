"""Ten million scores from the award's database into the matrix, and what the time is made of."""

from __future__ import annotations

import json
import resource
import tempfile
from pathlib import Path

from bench._award import default_rules, make_ballots
from bench._rows import Row, median
from db import ballots, bounds, matrix, nominations, payload
from db.connection import AwardDatabase, connect
from db.store import Store
from scoring.rules import Rules

JUDGES, CASES = 100, 25_000


def run() -> list[Row]:
    rules = default_rules()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "award.db"
        make_ballots(path, rules, JUDGES, CASES)
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
