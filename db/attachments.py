"""What was handed in beside a case, as events: the newest of a case and file holds.

The bytes lie in the award folder under their digest; here is what they are called and to which
case they belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from db import limits
from db.connection import AwardDatabase
from db.order import natural
from db.records import Attachment
from words import Bad, Problem

Key = tuple[str, str]  # case number, digest
_DIGEST = re.compile(r"[0-9a-f]{64}")


def key(row: Attachment) -> Key:
    return row.case, row.digest


def problems_of(row: Attachment, cases: frozenset[str]) -> Iterator[Problem]:
    """A digest that is none is a fault of ours, said by the database."""
    where = f"{row.case[: limits.ID]} {row.name[:80]}"
    if row.case not in cases:
        yield Problem("E-CASEUNKNOWN", where, {"case": row.case[: limits.ID]})
    yield from limits.text_problem(where, "name", row.name, limits.TITLE)


def require_valid(db: AwardDatabase, rows: Sequence[Attachment]) -> None:
    """Raises every problem of every row."""
    cases = frozenset(row[0] for row in db.execute("SELECT number FROM nomination"))
    if problems := [problem for row in rows for problem in problems_of(row, cases)]:
        raise Bad.of(problems)
    if not all(_DIGEST.fullmatch(row.digest) for row in rows):
        raise ValueError("an attachment without a digest")


def insert(
    db: AwardDatabase, log: int, rows: Sequence[Attachment], at: str, *, withdrawn: bool = False
) -> None:
    """Add events that were checked, for log entry `log`."""
    n = db.execute("SELECT coalesce(max(n), 0) FROM attachment").fetchone()[0]
    db.conn.executemany(
        "INSERT INTO attachment (n, number, digest, name, size, at, withdrawn, log)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (i, row.case, row.digest, row.name, row.size, at, int(withdrawn), log)
            for i, row in enumerate(rows, n + 1)
        ),
    )


def in_force(db: AwardDatabase, case: str | None = None) -> dict[Key, Attachment]:
    """The attachments that hold, by case; within a case in the order they were added."""
    query = "SELECT number, name, digest, size, withdrawn FROM attachment"
    where, values = ("", ()) if case is None else (" WHERE number = ?", (case,))
    held: dict[Key, Attachment] = {}
    for *columns, withdrawn in db.execute(f"{query}{where} ORDER BY n", values):
        row = Attachment(*columns)
        held.pop(key(row), None)
        if not withdrawn:
            held[key(row)] = row
    return {each: held[each] for each in sorted(held, key=lambda k: natural(k[0]))}
