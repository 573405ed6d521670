"""The log as a file, each entry with the rows it wrote: enough to make the database again.

One canonical JSON object a line. `rows` are `[table, covered, rest]`: `covered` the columns
that the entry's digest covers, in their order (`evidence.TABLES`), `rest` the others; bytes
are base64. The bytes of files that came in are left out: they are found again by their digest.
Draft scores are in no log entry and are not here.
"""

from __future__ import annotations

import json
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from db import check, evidence, log
from db.connection import AwardDatabase, connect, writing
from files import canonical
from words import Bad

_APART = {"received": ("bytes",)}  # found again by digest
_PART = 16 << 20  # bytes in one row of a kept file
_BLOBS = {"payload", "bytes"}

Find = Callable[[str], bytes | None]
"""The bytes of a file by its SHA-256, where somebody still has it."""


def lines(db: AwardDatabase, last: int | None = None) -> Iterator[bytes]:
    """Every log entry with its rows, oldest first, up to entry `last`."""
    query = "SELECT n, at, actor, action, detail, previous, digest FROM log ORDER BY n"
    names = ("n", "at", "actor", "action", "detail", "previous", "digest")
    for row in db.execute(query).fetchall():
        if last is not None and row[0] > last:
            return
        entry = dict(zip(names, row, strict=True))
        yield canonical.dumps({**entry, "rows": list(_rows(db, entry["n"]))})


def _rows(db: AwardDatabase, n: int) -> Iterator[list[Any]]:
    for table, columns in evidence.TABLES.items():
        covered = columns.split(", ")
        rest = [
            c for c in _columns(db, table) if c not in (*covered, "log", *_APART.get(table, ()))
        ]
        key = covered[0]
        names = ", ".join([*covered, *rest])
        query = f"SELECT {names} FROM {table} WHERE log = ? ORDER BY {key}, {columns}"  # noqa: S608 - our own names
        for row in db.execute(query, (n,)).fetchall():
            values = dict(zip(rest, map(_plain, row[len(covered) :]), strict=True))
            yield [table, list(row[: len(covered)]), values]


def _columns(db: AwardDatabase, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def _plain(value: Any) -> Any:
    return b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def rebuild(path: Path, data: Sequence[bytes], find: Find) -> list[str]:
    """Make a database again from a journal, in a file that is there and empty.

    Returns the imported files whose bytes are lost. Raises E-JOURNAL, E-LOSTFILES, or E-CHAIN
    and E-ROWS where the journal was altered; the file stays empty then.
    """
    db = connect(path)
    try:
        with writing(db):
            check.build(db)
            lost = replay(db, data, find)
            log.verify(db)
    finally:
        db.close()
    return lost


def replay(db: AwardDatabase, data: Sequence[bytes], find: Find) -> list[str]:
    """Write the entries and rows of a journal into an empty database, inside a transaction.

    Returns the names of imported files whose bytes are lost, which is no harm to the result.
    Raises E-JOURNAL for a line that cannot be read, E-LOSTFILES for ballots that are missing.
    """
    lost: list[str] = []
    missing: list[str] = []
    for number, line in enumerate(data, 1):
        try:
            entry = json.loads(line)
            for table, covered, rest in entry["rows"]:
                row = dict(zip(evidence.TABLES[table].split(", "), covered, strict=True))
                row |= {key: _value(key, value) for key, value in rest.items()}
                _write(db, table, {**row, "log": entry["n"]}, find, lost, missing)
            _write_entry(db, entry)
        except (ValueError, KeyError, TypeError, sqlite3.Error) as error:
            raise Bad("E-JOURNAL", line=number, why=type(error).__name__) from None
    if missing:
        raise Bad("E-LOSTFILES", count=len(missing), names=", ".join(missing[:10]))
    return lost


def _value(column: str, value: Any) -> Any:
    return b64decode(value, validate=True) if column in _BLOBS else value


def _write(
    db: AwardDatabase,
    table: str,
    row: dict[str, Any],
    find: Find,
    lost: list[str],
    missing: list[str],
) -> None:
    if table == "received":
        row["bytes"] = find(row["digest"])
        if row["bytes"] is None:
            missing.append(f"{row['name']} ({row['digest'][:12]})")
            return
    names = ", ".join(row)
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))  # noqa: S608 - our own names
    if table == "file":
        _write_parts(db, row, find, lost)


def _write_parts(db: AwardDatabase, row: dict[str, Any], find: Find, lost: list[str]) -> None:
    data = find(row["digest"])
    if data is None:
        lost.append(row["name"])
        return
    for part, start in enumerate(range(0, len(data), _PART)):
        db.execute(
            "INSERT INTO file_part (digest, part, bytes) VALUES (?, ?, ?)",
            (row["digest"], part, data[start : start + _PART]),
        )


def _write_entry(db: AwardDatabase, entry: dict[str, Any]) -> None:
    names = ("n", "at", "actor", "action", "detail", "previous", "digest")
    db.execute(
        "INSERT INTO log (n, at, actor, action, detail, previous, digest)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        tuple(entry[name] for name in names),
    )
