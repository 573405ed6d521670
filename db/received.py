"""The files that came back: every byte is kept, of those taken and of those refused.

What they come to is worked out from the bytes anew each time (`exchange.collecting`); `code` is
only what was said when a file came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from db.connection import AwardDatabase
from db.records import Received
from words import Bad

BROKEN = ("E-KIND", "E-FORMAT", "E-TRUNCATED", "E-CANON", "E-SIZE", "E-SIG")
"""Files refused for what they are; no later event can make ballots of them."""


def digest_of(data: bytes) -> str:
    """The plain SHA-256 of a file, which anyone can compare with their own copy."""
    return sha256(data).hexdigest()


def digests(db: AwardDatabase) -> frozenset[str]:
    return frozenset(row[0] for row in db.execute("SELECT digest FROM received"))


def insert(db: AwardDatabase, log: int, rows: Iterable[Received]) -> None:
    db.conn.executemany(
        "INSERT INTO received (digest, name, code, size, at, log, bytes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((one.digest, one.name, one.code, one.size, one.at, log, one.data) for one in rows),
    )


def read_all(db: AwardDatabase, *, whole: bool) -> Iterator[Received]:
    """Every file in the order of coming; those that are whole ballots only, where told.

    Raises E-ALTERED where the bytes are not those that came.
    """
    marks = ", ".join("?" * len(BROKEN))
    where = f" WHERE code NOT IN ({marks})" if whole else ""
    query = f"SELECT digest, name, code, size, at, bytes FROM received{where} ORDER BY log, digest"  # noqa: S608 - our own names
    for digest, name, code, size, at, data in db.execute(query, BROKEN if whole else ()):
        if digest_of(data) != digest:
            raise Bad("E-ALTERED", what=f"{name} {digest[:12]}")
        yield Received(digest, name, code, size, at, data)


def counts(db: AwardDatabase) -> dict[str, int]:
    """How many files came, by what was said of them; the empty code is taken."""
    rows = db.execute("SELECT code, count(*) FROM received GROUP BY code ORDER BY code")
    return dict(rows.fetchall())
