"""Numbered documents of an award: slates, keys, issued packets and whatever else is decided once.

A document is bytes under a kind, a subject (a judge, or nobody) and a number that counts from
1; it is never changed. The newest of a kind and subject holds.
"""

from __future__ import annotations

from db.connection import AwardDatabase
from db.records import Document
from files import canonical
from words import Bad

_QUERY = "SELECT kind, subject, number, at, digest, payload FROM document"


def insert(db: AwardDatabase, log: int, one: Document) -> None:
    db.execute(
        "INSERT INTO document (kind, subject, number, at, digest, log, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one.kind, one.subject, one.number, one.at, one.digest, log, one.payload),
    )


def next_number(db: AwardDatabase, kind: str, subject: str) -> int:
    query = "SELECT coalesce(max(number), 0) + 1 FROM document WHERE kind = ? AND subject = ?"
    return int(db.execute(query, (kind, subject)).fetchone()[0])


def read_all(db: AwardDatabase, kind: str, subject: str | None = None) -> tuple[Document, ...]:
    """Every document of a kind, by subject and number. Raises E-ALTERED."""
    where, values = ("", ()) if subject is None else (" AND subject = ?", (subject,))
    query = f"{_QUERY} WHERE kind = ?{where} ORDER BY subject, number"
    return tuple(map(_from_row, db.execute(query, (kind, *values)).fetchall()))


def read_latest(db: AwardDatabase, kind: str, subject: str) -> Document | None:
    """The document that holds, or none. Raises E-ALTERED."""
    query = f"{_QUERY} WHERE kind = ? AND subject = ? ORDER BY number DESC LIMIT 1"
    row = db.execute(query, (kind, subject)).fetchone()
    return _from_row(row) if row else None


def _from_row(row: tuple[str, str, int, str, str, bytes]) -> Document:
    kind, subject, number, at, digest, payload = row
    if canonical.digest(kind, payload) != digest:
        raise Bad("E-ALTERED", what=" ".join(filter(None, (kind, subject, f"#{number}"))))
    return Document(kind, subject, number, payload, digest, at)
