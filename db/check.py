"""What is looked at whenever a database is opened, before anything in it is believed."""

from __future__ import annotations

import sqlite3
from functools import cache

from db import log
from db.backup import back_up
from db.connection import AwardDatabase, in_memory, writing
from db.errors import damaged, speaking
from db.shape import APPLICATION, SHAPES, VERSION, Part, digest_of
from words import Bad


def build(db: AwardDatabase) -> None:
    """Bring a new or older database to this version, in one transaction."""
    from db.schema import migrations

    with writing(db):
        migrations.apply(db.tools)
        db.conn.execute(f"PRAGMA application_id = {APPLICATION}")
        db.conn.execute(f"PRAGMA user_version = {VERSION}")


def found_version(db: AwardDatabase) -> int:
    """The version a file says it has. Raises E-NOTAWARD or E-NEWER."""
    with speaking(db.path):
        mark = db.conn.execute("PRAGMA application_id").fetchone()[0]
        found = int(db.conn.execute("PRAGMA user_version").fetchone()[0])
    if mark != APPLICATION:
        raise Bad("E-NOTAWARD", path=db.path)
    if found > VERSION:
        raise Bad("E-NEWER", path=db.path, found=found, known=VERSION)
    return found


def structure(db: AwardDatabase, found: int) -> None:
    """The tables, indexes and triggers are exactly ours: nothing missing, nothing smuggled in.

    A view with the name of a table, a generated column or a foreign trigger is refused here,
    before any of them can run. Raises E-TRIGGERS or E-STRUCTURE.
    """
    with speaking(db.path):
        there = parts_of(db.conn)
    if digest_of(there) == SHAPES.get(found):
        return
    ours = expected(found)
    if missing := sorted(name for kind, name, _ in ours - there if kind == "trigger"):
        raise Bad("E-TRIGGERS", path=db.path, names=", ".join(missing[:5]))
    if other := sorted(name for _, name, _ in ours ^ there):
        raise Bad("E-STRUCTURE", path=db.path, names=", ".join(other[:5]))


def parts_of(conn: sqlite3.Connection) -> frozenset[Part]:
    """What the file is made of, as SQLite wrote it down."""
    rows = conn.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    # In a damaged file the text may be of another type: then it is not ours either.
    return frozenset((str(kind), str(name), " ".join(str(sql).split())) for kind, name, sql in rows)


@cache
def expected(found: int) -> frozenset[Part]:
    """What a database of version `found` is made of, from an empty one in memory."""
    from db.schema import migrations

    later = [one.name for one in migrations._migrations[found:]]
    with in_memory() as db:
        migrations.apply(db, stop_before=later or None)
        return parts_of(db.conn)


def pages(db: AwardDatabase) -> None:
    """Every page of the file is sound, and every index says what its table says.

    The quick check leaves the indexes out, and SQLite reads from them where they are shorter:
    one flipped bit there gave a wrong list of cases. Raises E-DAMAGED.
    """
    with speaking(db.path):
        found = db.conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise damaged(db.path, str(found).splitlines()[0])


def at_start(db: AwardDatabase, at: str) -> None:
    """Bring an older file up to date after a backup, then look at everything."""
    found = found_version(db)
    structure(db, found)
    if found < VERSION and not db.readonly:
        back_up(db, f"before-version-{VERSION}", at)
        build(db)
    everything(db)


def everything(db: AwardDatabase) -> None:
    """All of the above, and the log with the rows it stands for."""
    pages(db)
    structure(db, found_version(db))
    with speaking(db.path):
        log.verify(db)
