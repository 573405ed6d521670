"""Submitted ballots and their reopenings."""

from __future__ import annotations

from db import withdrawals
from db.connection import AwardDatabase
from db.entries import entries_of
from db.order import natural
from db.payload import Sheet, digest_of, receipt, recused_in, unpack
from db.records import Ballot
from words import Bad

_QUERY = """SELECT b.judge, b.revision, b.payload, b.digest, b.receipt, b.at, coalesce(r.reason, '')
    FROM ballot b LEFT JOIN reopening r ON r.judge = b.judge AND r.revision = b.revision"""
Row = tuple[str, int, bytes, str, str, str, str]


def insert(db: AwardDatabase, log: int, ballot: Ballot) -> None:
    one = ballot
    db.execute(
        "INSERT INTO ballot (judge, revision, receipt, at, digest, log, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (one.judge, one.revision, one.receipt, one.at, one.digest, log, one.payload),
    )


def reopen(db: AwardDatabase, log: int, ballot: Ballot, reason: str, by: str, at: str) -> None:
    db.execute(
        "INSERT INTO reopening (judge, revision, reason, actor, at, log) VALUES (?, ?, ?, ?, ?, ?)",
        (ballot.judge, ballot.revision, reason, by, at, log),
    )


def read_all(db: AwardDatabase) -> tuple[Ballot, ...]:
    """Every ballot ever submitted, by judge and revision."""
    rows = db.execute(f"{_QUERY} ORDER BY b.judge, b.revision").fetchall()
    found = (from_row(row) for row in rows)
    return tuple(sorted(found, key=lambda one: (natural(one.judge), one.revision)))


def read_latest(db: AwardDatabase, judge: str) -> Ballot | None:
    """The last ballot of a judge, also where it was sent back."""
    query = f"{_QUERY} WHERE b.judge = ? ORDER BY b.revision DESC LIMIT 1"
    row = db.execute(query, (judge,)).fetchone()
    return from_row(row) if row else None


def read_counting(db: AwardDatabase) -> tuple[Ballot, ...]:
    """The ballots that count: the last of each judge, unless it was sent back."""
    return tuple(sorted(map(from_row, counting_rows(db)), key=lambda one: natural(one.judge)))


def counting_judges(db: AwardDatabase) -> tuple[str, ...]:
    """Whose ballots `read_counting` gives, in its order; no ballot is read."""
    newest = "b.revision = (SELECT max(revision) FROM ballot WHERE judge = b.judge)"
    query = (
        "SELECT b.judge FROM ballot b LEFT JOIN reopening r"  # noqa: S608 - our own words
        f" ON r.judge = b.judge AND r.revision = b.revision WHERE r.reason IS NULL AND {newest}"
    )
    found = {row[0] for row in db.execute(query).fetchall()} - withdrawals.dropped(db)
    return tuple(sorted(found, key=natural))


def counting_rows(db: AwardDatabase) -> list[Row]:
    """As `read_counting`, not unpacked; without judges who left and took their scores along."""
    newest = "b.revision = (SELECT max(revision) FROM ballot WHERE judge = b.judge)"
    query = f"{_QUERY} WHERE r.reason IS NULL AND {newest} ORDER BY b.judge"
    dropped = withdrawals.dropped(db)
    return [row for row in db.execute(query).fetchall() if row[0] not in dropped]


def recused(db: AwardDatabase) -> frozenset[tuple[str, str]]:
    """Judge and case, where a ballot that counts says that its judge is recused."""
    return frozenset((row[0], case) for row in counting_rows(db) for case in recused_in(row[2]))


def sheet_of(row: Row) -> Sheet:
    """A ballot's content, proved to be what was submitted. Raises E-ALTERED."""
    judge, revision, payload, digest, code = row[:5]
    if digest_of(payload) != digest:
        raise Bad("E-ALTERED", what=f"{judge} #{revision}")
    sheet = unpack(payload)
    if (sheet.judge, sheet.revision) != (judge, revision) or receipt(payload) != code:
        raise Bad("E-ALTERED", what=f"{judge} #{revision}")
    return sheet


def from_row(row: Row) -> Ballot:
    judge, revision, payload, digest, code, at, reopened = row
    sheet = sheet_of(row)
    entries = entries_of(sheet)
    return Ballot(judge, revision, entries, payload, digest, code, at, reopened, sheet.rules)
