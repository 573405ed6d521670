"""The log: who did what and when, each entry holding the digest of the one before.

The chain shows an entry that was edited, removed, inserted or moved. It cannot show that its
end was cut together with the rows it wrote, or that all of it was made anew: for that compare
the head with one that was printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from db import evidence
from db.connection import AwardDatabase
from db.records import LogEntry
from files import canonical
from words import Bad

START = "0" * 64  # what the first entry follows


def next_number(db: AwardDatabase) -> int:
    """The number the next entry will have; rows of evidence name it. Inside a transaction."""
    return int(db.execute("SELECT coalesce(max(n), 0) + 1 FROM log").fetchone()[0])


def append(
    db: AwardDatabase, at: str, actor: str, action: str, detail: Mapping[str, object]
) -> LogEntry:
    """Write the entry of the transaction that is open, after the rows it is about."""
    n, previous = next_number(db), head(db)
    rows = evidence.of_entry(db, n)
    full = {**detail, "evidence": rows} if rows else dict(detail)
    text = canonical.dumps(full).decode()
    entry = LogEntry(
        n, at, actor, action, full, previous, _digest(n, at, actor, action, text, previous)
    )
    db.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)",
        (n, at, actor, action, text, previous, entry.digest),
    )
    return entry


def _digest(n: int, at: str, actor: str, action: str, detail: str, previous: str) -> str:
    return canonical.digest("log", canonical.dumps([n, at, actor, action, detail, previous]))


def head(db: AwardDatabase) -> str:
    """The digest of the last entry: it stands for everything before it."""
    row = db.execute("SELECT digest FROM log ORDER BY n DESC LIMIT 1").fetchone()
    return str(row[0]) if row else START


def entries(db: AwardDatabase) -> tuple[LogEntry, ...]:
    """The whole log, oldest first."""
    rows = db.execute("SELECT n, at, actor, action, detail, previous, digest FROM log ORDER BY n")
    return tuple(
        LogEntry(n, at, actor, action, _detail(detail, n), previous, digest)
        for n, at, actor, action, detail, previous, digest in rows
    )


def last_detail(db: AwardDatabase, action: str) -> Mapping[str, object]:
    """The detail of the newest entry of an action; empty where there is none."""
    query = "SELECT detail, n FROM log WHERE action = ? ORDER BY n DESC LIMIT 1"
    row = db.execute(query, (action,)).fetchone()
    return _detail(*row) if row else {}


def _detail(text: str, n: int) -> Mapping[str, object]:
    try:
        value = canonical.loads(text.encode())
    except Bad:
        raise Bad("E-CHAIN", n=n) from None
    return cast(Mapping[str, object], value)


def verify(db: AwardDatabase) -> None:
    """Raises E-CHAIN with the number of the first entry that does not hold, or E-ROWS."""
    written = evidence.of_all(db)
    previous = START
    rows = db.execute("SELECT n, at, actor, action, detail, previous, digest FROM log ORDER BY n")
    for expected, (n, at, actor, action, detail, before, digest) in enumerate(rows.fetchall(), 1):
        if (
            n != expected
            or before != previous
            or digest != _digest(n, at, actor, action, detail, before)
        ):
            raise Bad("E-CHAIN", n=expected)
        if _detail(detail, n).get("evidence", "") != written.pop(n, ""):
            raise Bad("E-ROWS", n=n, at=at)
        previous = digest
    if written:
        raise Bad("E-ROWS", n=min(written), at="?")


def holds_head(db: AwardDatabase, printed: str) -> bool:
    """Whether a head that was printed earlier is an entry of this log."""
    return (
        db.execute("SELECT 1 FROM log WHERE digest = ?", (printed.lower(),)).fetchone() is not None
    )
