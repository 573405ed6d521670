"""Judges, in the natural order of their ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db import limits
from db.connection import AwardDatabase
from db.order import natural
from db.records import Judge
from words import Bad, Problem

_RESERVED = {"secretary", "chair", "system"}  # they act in the log, and are no judges


def problems_of(judge: Judge) -> Iterator[Problem]:
    where = judge.id[: limits.ID] or judge.name[: limits.ID]
    if not judge.id or judge.id != "".join(judge.id.split()) or judge.id.lower() in _RESERVED:
        yield Problem("E-JUDGEID", where, {"id": judge.id[: limits.ID]})
    if not judge.name.strip():
        yield Problem("E-NONAME", where)
    yield from limits.text_problem(where, "id", judge.id, limits.ID)
    yield from limits.text_problem(where, "name", judge.name, limits.TITLE)
    yield from limits.text_problem(where, "unit", judge.unit, limits.TITLE)


def require_room(total: int) -> None:
    """Raises E-OVERLIMIT."""
    limits.require_count("judges", total, limits.JUDGES)


def require_valid(rows: Sequence[Judge]) -> None:
    """Raises every problem of every row."""
    if problems := [problem for row in rows for problem in problems_of(row)]:
        raise Bad.of(problems)


def insert(db: AwardDatabase, log: int, rows: Sequence[Judge]) -> None:
    values = ((one.id, one.name, one.unit, log) for one in rows)
    db.conn.executemany("INSERT INTO judge (id, name, unit, log) VALUES (?, ?, ?, ?)", values)


def read_all(db: AwardDatabase) -> tuple[Judge, ...]:
    found = (Judge(*row) for row in db.execute("SELECT id, name, unit FROM judge"))
    return tuple(sorted(found, key=lambda one: natural(one.id)))


def read(db: AwardDatabase, judge: str) -> Judge:
    """One judge. Raises E-JUDGEUNKNOWN with those there are."""
    row = db.execute("SELECT id, name, unit FROM judge WHERE id = ?", (judge,)).fetchone()
    if row is None:
        known = ", ".join(one.id for one in read_all(db)[:20]) or "-"
        raise Bad("E-JUDGEUNKNOWN", name=judge, known=known)
    return Judge(*row)
