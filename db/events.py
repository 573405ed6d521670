"""A judge's draft events in the database, each row marked with the one before."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import cast

from db.connection import AwardDatabase
from db.draft import Event, Slot, Step, Value, What
from words import Bad

FIRST_MARK = "0" * 16


def mark_of(previous: str, judge: str, event: Event) -> str:
    """16 hex digits over the event and the mark before: a row changed by accident is found."""
    fields = [
        previous,
        judge,
        event.n,
        event.revision,
        event.step,
        *event.slot,
        *event.value,
        event.at,
    ]
    # JSON in ASCII: what `repr` prints depends on the Unicode tables of the Python at hand.
    return sha256(json.dumps(fields).encode("ascii")).hexdigest()[:16]


def insert(db: AwardDatabase, judge: str, event: Event, mark: str) -> None:
    """Add the next event. Raises E-ELSEWHERE where another window has added one."""
    slot, value = event.slot, event.value
    try:
        db.conn.execute(
            "INSERT INTO draft (judge, n, revision, step, what, number, key, state, points, text,"
            " at, mark) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (judge, event.n, event.revision, event.step, slot.what, slot.case, slot.key,
             value.state, value.points, value.text, event.at, mark),
        )  # fmt: skip
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
            raise Bad("E-ELSEWHERE", judge=judge) from None
        raise


def last_number(db: AwardDatabase, judge: str) -> int:
    query = "SELECT coalesce(max(n), 0) FROM draft WHERE judge = ?"
    return int(db.conn.execute(query, (judge,)).fetchone()[0])


def read(db: AwardDatabase, judge: str) -> Iterator[tuple[Event, str]]:
    """Every event with its mark, oldest first. Raises E-DRAFT where one does not hold."""
    rows = db.conn.execute(
        "SELECT n, revision, step, what, number, key, state, points, text, at, mark"
        " FROM draft WHERE judge = ? ORDER BY n",
        (judge,),
    )
    mark = FIRST_MARK
    for expected, row in enumerate(rows, 1):
        event = _from_row(row)
        mark = mark_of(mark, judge, event)
        if event.n != expected or row[10] != mark:
            raise Bad("E-DRAFT", judge=judge, n=expected)
        yield event, mark


def _from_row(row: tuple[object, ...]) -> Event:
    n, revision, step, what, case, key, state, points, text, at, _ = row
    slot = Slot(cast(What, what), cast(str, case), cast(str, key))
    value = Value(cast(int, state), cast(int, points), cast(str, text))
    return Event(cast(int, n), cast(int, revision), cast(Step, step), slot, value, cast(str, at))
