"""Numbered results, and the committee's decisions on ties. Neither ever changes."""

from __future__ import annotations

from typing import cast

from db.connection import AwardDatabase
from db.records import ResultKind, StoredResult
from files import canonical
from scoring.result import Decision
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


def insert_decision(
    db: AwardDatabase, log: int, decision: Decision, reason: str, by: str, at: str
) -> None:
    cases = canonical.dumps(list(decision.cases)).decode()
    db.execute(
        "INSERT INTO decision (number, kind, cases, reason, actor, at, log)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (decision.number, decision.kind, cases, reason, by, at, log),
    )


def read_decisions(db: AwardDatabase) -> tuple[Decision, ...]:
    """Every decision by number."""
    rows = db.execute("SELECT number, kind, cases FROM decision ORDER BY number")
    return tuple(
        Decision(tuple(cast(list[str], canonical.loads(cases.encode()))), kind, number)
        for number, kind, cases in rows
    )
