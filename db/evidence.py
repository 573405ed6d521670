"""Every row of evidence is tied to the log entry that wrote it.

The entry holds one digest over all its rows, so that a row edited, added or removed with an
outside tool is found although it is in another table. Long values (texts, payloads, bytes)
are covered by their own digest, which is among the columns here.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from db.connection import AwardDatabase
from files import canonical

# Table: the columns that are covered, in the order of its key.
TABLES = {
    "file": "digest, name, size",
    "nomination": "number, digest",
    "judge": "id, name, unit",
    "recusal": "n, judge, number, reason, actor, at, withdrawn",
    "ballot": "judge, revision, receipt, at, digest",
    "reopening": "judge, revision, reason, actor, at",
    "decision": "number, kind, cases, reason, actor, at",
    "document": "kind, subject, number, at, digest",
    "attachment": "n, number, digest, name, size, at, withdrawn",
    "result": "number, kind, reason, actor, at, digest",
    "received": "digest, name, code, size, at",
}


BATCH = 5000  # rows that are spelled together


def of_entry(db: AwardDatabase, n: int) -> str:
    """The digest over the rows that log entry `n` wrote; empty where it wrote none."""
    return _digests(_rows(db, f"WHERE log = {int(n)}")).get(n, "")


def of_all(db: AwardDatabase) -> dict[int, str]:
    """The digest of every log entry that wrote rows, from the rows as they are now."""
    return _digests(_rows(db, ""))


def _rows(db: AwardDatabase, where: str) -> Iterator[tuple[int, bytes]]:
    for table, columns in TABLES.items():
        key = columns.partition(",")[0]
        query = f"SELECT log, {columns} FROM {table} {where} ORDER BY {key}, {columns}"  # noqa: S608 - our own names
        cursor = db.execute(query)
        while rows := cursor.fetchmany(BATCH):
            lines = canonical.table(table, [row[1:] for row in rows])
            yield from ((row[0], line) for row, line in zip(rows, lines, strict=True))


def _digests(rows: Iterator[tuple[int, bytes]]) -> dict[int, str]:
    sums: dict[int, Any] = {}
    for log, row in rows:
        if log not in sums:
            sums[log] = sha256(b"pingxuan:evidence\0")
        sums[log].update(row + b"\n")
    return {log: done.hexdigest() for log, done in sums.items()}
