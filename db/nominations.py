"""Nominations: stored once, read in their natural order and as they were amended since."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import cast

from db import amending, limits
from db.connection import AwardDatabase
from db.order import in_order
from db.records import Nomination
from files import canonical
from words import Bad, Problem

_COLUMNS = "number, title, unit, field, level, region, label, digest, body"
_LINES = ("unit", "field", "level", "region", "label")
READ_WHOLE = 1000


def digest_of(nomination: Nomination) -> str:
    """The digest over every field but itself."""
    one = nomination
    fields = [
        one.number,
        one.title,
        one.unit,
        one.field,
        one.level,
        one.region,
        list(one.body),
        one.label,
    ]
    return canonical.digest("nomination", canonical.dumps(fields))


def sealed(nomination: Nomination) -> Nomination:
    """The nomination with its digest."""
    return replace(nomination, digest=digest_of(nomination))


def problems_of(one: Nomination) -> Iterator[Problem]:
    """What is wrong with a nomination by itself."""
    where = one.number[: limits.ID] or one.title[: limits.ID]
    if not one.number.strip():
        yield Problem("E-NUMBEREMPTY", where)
    if not one.title.strip():
        yield Problem("E-NOTITLE", where)
    yield from limits.text_problem(where, "number", one.number, limits.ID)
    yield from limits.text_problem(where, "title", one.title, limits.TITLE)
    for name in _LINES:
        yield from limits.text_problem(where, name, getattr(one, name), limits.FIELD)
    yield from limits.text_problem(where, "body", "".join(one.body), limits.FIELD)


def require_room(total: int) -> None:
    """Raises E-OVERLIMIT."""
    limits.require_count("nominations", total, limits.NOMINATIONS)


def require_valid(rows: Sequence[Nomination]) -> None:
    """Raises every problem of every row."""
    if problems := [problem for row in rows for problem in problems_of(row)]:
        raise Bad.of(problems)


def insert(db: AwardDatabase, log: int, rows: Sequence[Nomination]) -> None:
    """Add rows that were checked, for log entry `log`."""
    db.conn.executemany(
        "INSERT INTO nomination"
        " (number, title, unit, field, level, region, label, digest, log, body)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                r.number,
                r.title,
                r.unit,
                r.field,
                r.level,
                r.region,
                r.label,
                r.digest,
                log,
                _body(r),
            )
            for r in rows
        ),
    )


def _body(nomination: Nomination) -> str:
    return canonical.dumps(list(nomination.body)).decode()


def read_all(db: AwardDatabase) -> tuple[Nomination, ...]:
    """Every nomination, by number. Raises E-ALTERED where a row is not what was stored."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM nomination")  # noqa: S608 - our own names
    imported = {one.number: one for one in map(_from_row, rows)}
    now = (imported | amending.in_force(db)).values()
    return tuple(in_order(filter(None, now), _number))


def read_listed(db: AwardDatabase) -> tuple[Nomination, ...]:
    """Every nomination for a list, where many without its text.

    Up to a thousand are read whole and compared with their digests, as by `read_all`; of more
    the texts stay where they are, and each is compared when it is read, with `read`.
    """
    if db.execute("SELECT count(*) FROM nomination").fetchone()[0] <= READ_WHOLE:
        return read_all(db)
    columns = _COLUMNS.removesuffix(", body")
    rows = db.execute(f"SELECT {columns} FROM nomination")  # noqa: S608 - our own names
    amended = amending.in_force(db)
    now = (*(_head(row) for row in rows if row[0] not in amended), *filter(None, amended.values()))
    return tuple(in_order(now, _number))


_number = attrgetter("number")


def _head(row: tuple[str, ...]) -> Nomination:
    number, title, unit, field, level, region, label, digest = row
    return Nomination(number, title, unit, field, level, region, (), label, digest)


def read(db: AwardDatabase, number: str) -> Nomination:
    """One nomination. Raises E-CASEUNKNOWN."""
    query = f"SELECT {_COLUMNS} FROM nomination WHERE number = ?"  # noqa: S608 - our own names
    row = db.execute(query, (number,)).fetchone()
    found = amending.in_force(db).get(number, _from_row(row)) if row else None
    if found is None:
        raise Bad("E-CASEUNKNOWN", case=number)
    return found


def numbers(db: AwardDatabase) -> tuple[str, ...]:
    """Every case number, in natural order, with its row proved by `digests` at the start."""
    return tuple(in_order(digests(db), str))


def digests(db: AwardDatabase) -> dict[str, str]:
    """Number: digest, of what is a case now, without reading the texts."""
    held = imported(db)
    for number, case in amending.in_force(db).items():
        if case is None:
            held.pop(number, None)
        else:
            held[number] = case.digest
    return held


def known(db: AwardDatabase) -> dict[str, str]:
    """As `digests`, with the numbers that were taken off: none of these can be imported anew."""
    return imported(db) | digests(db)


def imported(db: AwardDatabase) -> dict[str, str]:
    """Number: digest, as the rows were imported."""
    return dict(db.execute("SELECT number, digest FROM nomination").fetchall())


def _paragraphs(body: str) -> list[str]:
    # That it is canonical is proved with the row's digest, in half the time.
    try:
        return cast(list[str], json.loads(body))
    except ValueError:
        return []


def _from_row(row: tuple[str, ...]) -> Nomination:
    number, title, unit, field, level, region, label, digest, body = row
    paragraphs = tuple(_paragraphs(body))
    one = Nomination(number, title, unit, field, level, region, paragraphs, label, digest)
    if digest_of(one) != digest:
        raise Bad("E-ALTERED", what=number)
    return one
