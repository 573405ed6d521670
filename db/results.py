"""Numbered results. They never change."""

from __future__ import annotations

from typing import cast

from db.connection import AwardDatabase
from db.records import ResultKind, StoredResult
from files import canonical
from words import Bad


def next_number(db: AwardDatabase, table: str) -> int:
    return int(db.execute(f"SELECT coalesce(max(number), 0) + 1 FROM {table}").fetchone()[0])  # noqa: S608 - our own names


def insert(db: AwardDatabase, log: int, result: StoredResult, by: str) -> None:
    one = result
    db.execute(
        "INSERT INTO result (number, kind, reason, actor, at, digest, log, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (one.number, one.kind, one.reason, by, one.at, one.digest, log, one.payload),
    )


def digest_of(payload: bytes) -> str:
    return canonical.digest("result", payload)


def read_all(db: AwardDatabase) -> tuple[StoredResult, ...]:
    """Every result by number. Raises E-ALTERED."""
    rows = db.execute(
        "SELECT number, kind, payload, digest, reason, at FROM result ORDER BY number"
    )
    return tuple(map(_from_row, rows))


def _from_row(row: tuple[object, ...]) -> StoredResult:
    number, kind, payload, digest, reason, at = row
    if digest_of(cast(bytes, payload)) != digest:
        raise Bad("E-ALTERED", what=str(number))
    return StoredResult(
        cast(int, number), cast(ResultKind, kind), cast(bytes, payload),
        digest, cast(str, reason), cast(str, at),
    )  # fmt: skip
