"""Recusals, as events: the newest of a judge and case holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import amending, limits
from db.connection import AwardDatabase
from db.order import natural
from db.records import Recusal
from words import Bad, Problem

Pair = tuple[str, str]  # judge, case number


def problems_of(row: Recusal, judges: frozenset[str], cases: frozenset[str]) -> Iterator[Problem]:
    where = f"{row.judge[: limits.ID]} / {row.case[: limits.ID]}"
    if row.judge not in judges:
        known = ", ".join(sorted(judges, key=natural)[:20]) or "-"
        yield Problem("E-JUDGEUNKNOWN", where, {"name": row.judge[: limits.ID], "known": known})
    if row.case not in cases:
        yield Problem("E-CASEUNKNOWN", where, {"case": row.case[: limits.ID]})
    if not row.reason.strip():
        yield Problem("E-REASON", where)
    yield from limits.text_problem(where, "reason", row.reason, limits.REMARK)


def require_valid(db: AwardDatabase, rows: Sequence[Recusal]) -> None:
    """Raises every problem of every row."""
    judges = frozenset(row[0] for row in db.execute("SELECT id FROM judge"))
    cases = frozenset(row[0] for row in db.execute("SELECT number FROM nomination"))
    cases -= amending.removed(db)
    if problems := [problem for row in rows for problem in problems_of(row, judges, cases)]:
        raise Bad.of(problems)


def insert(
    db: AwardDatabase, log: int, rows: Sequence[Recusal], *, withdrawn: bool = False
) -> None:
    """Add events that were checked, for log entry `log`."""
    n = db.execute("SELECT coalesce(max(n), 0) FROM recusal").fetchone()[0]
    db.conn.executemany(
        "INSERT INTO recusal (n, judge, number, reason, actor, at, withdrawn, log)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (i, row.judge, row.case, row.reason, row.by, row.at, int(withdrawn), log)
            for i, row in enumerate(rows, n + 1)
        ),
    )


def in_force(db: AwardDatabase, judge: str | None = None) -> dict[Pair, Recusal]:
    """The recusals that hold, of one judge or of all, in the order of judges and cases.

    Those of a case that was taken off the list are left out.
    """
    query = "SELECT judge, number, reason, actor, at, withdrawn FROM recusal"
    where, values = ("", ()) if judge is None else (" WHERE judge = ?", (judge,))
    newest: dict[Pair, Recusal | None] = {}
    for *columns, withdrawn in db.execute(f"{query}{where} ORDER BY n", values):
        row = Recusal(*columns)
        newest[row.judge, row.case] = None if withdrawn else row
    gone = amending.removed(db)
    held = {pair: row for pair, row in newest.items() if row is not None and pair[1] not in gone}
    return {pair: held[pair] for pair in sorted(held, key=_order)}


def _order(pair: Pair) -> tuple[object, object]:
    return natural(pair[0]), natural(pair[1])
