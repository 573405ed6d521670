"""What SQLite reports, as one sentence for the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.names import newest_backup
from words import Bad

# A file-size limit and some full disks are reported as a failed write, not as "full".
_FULL = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_FSYNC,
}
_READONLY = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into `Bad`; a mistake in our own SQL stays what it is."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite quotes what it found in a damaged file
        raise damaged(path, "text") from error
    except sqlite3.Error as error:
        bad = _spoken(error, path)
        if bad is None:
            raise
        raise bad from error


def _spoken(error: sqlite3.Error, path: Path) -> Bad | None:
    code = getattr(error, "sqlite_errorcode", 0)  # absent on errors of the Python module itself
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return Bad("E-EVIDENCE")
    if code in _FULL or code & 0xFF in _FULL:
        return Bad("E-FULL")
    if code & 0xFF in _READONLY:
        return Bad("E-READONLY", path=path.parent)
    if code & 0xFF in _BUSY:
        return Bad("E-LOCKED", owner=path.name)
    if code & 0xFF in _DAMAGED or "decode to UTF-8" in str(error):
        return damaged(path, str(error))
    if code & 0xFF == sqlite3.SQLITE_IOERR:
        return Bad("E-DISK", path=path)
    return None


def damaged(path: Path, why: str) -> Bad:
    """E-DAMAGED, naming the newest backup where there is one."""
    backup = newest_backup(path)
    if backup is None:
        return Bad("E-DAMAGEDALONE", path=path, why=why)
    return Bad("E-DAMAGED", path=path, why=why, backup=backup)
