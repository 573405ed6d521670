"""Whole copies of the database, made before anything that cannot be taken back.

They are never deleted by the program: they are small, and the one that is needed is the old one.
"""

from __future__ import annotations

import os
from pathlib import Path

from db import log
from db.connection import AwardDatabase, connect
from db.errors import speaking
from db.names import backups_of
from files.names import slug, stamp
from files.writing import cannot_write, put_in_place, sweep, unfinished_name
from words import Bad

_MOST_TRIES = 1000


def back_up(db: AwardDatabase, reason: str, at: str) -> Path:
    """A copy under `backups/`, named by time and reason, opened again and checked.

    Raises E-FULL, E-CANNOTWRITE or E-BACKUP; the database itself is only read.
    """
    folder = backups_of(db.path)
    target = folder / f"{db.path.stem}-{stamp(at)}-{slug(reason)}.db"
    try:
        folder.mkdir(exist_ok=True)
        sweep(folder)
        return _copy(db, target)
    except OSError as error:
        raise cannot_write(target, error) from None


def _copy(db: AwardDatabase, target: Path) -> Path:
    unfinished, before = unfinished_name(target), log.head(db)
    try:
        with speaking(db.path):
            db.conn.execute("VACUUM INTO ?", (str(unfinished),))
        _sync(unfinished)
        _require_same(db, unfinished, before)
        return _place(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _require_same(db: AwardDatabase, copy: Path, before: str) -> None:
    """A backup that was never opened is a hope: open it, check its pages and its chain.

    Another program may write while the copy is made: the copy then ends at any entry of this
    log that is not older than `before`, which was the last one when the copying began.
    """
    opened = connect(copy, readonly=True)
    try:
        with speaking(copy):
            sound = opened.conn.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
            log.verify(opened)
            if not (sound and _reaches(opened, before) and _reaches(db, log.head(opened))):
                raise Bad("E-BACKUP", path=copy.parent)
    finally:
        opened.close()


def _reaches(db: AwardDatabase, head: str) -> bool:
    return head == log.START or log.holds_head(db, head)


def _place(unfinished: Path, target: Path) -> Path:
    """Give the copy its name, or the next free one where there is one of the same second."""
    for i in range(2, _MOST_TRIES):
        try:
            put_in_place(unfinished, target, overwrite=False)
            return target
        except Bad as bad:
            if bad.code != "E-EXISTS":
                raise
            first = target.stem.removesuffix(f"-{i - 1}") if i > 2 else target.stem
            target = target.with_stem(f"{first}-{i}")
    raise Bad("E-EXISTS", path=target)
