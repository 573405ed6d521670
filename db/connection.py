"""The one module that opens databases, always with the same settings.

Measured: with a rollback journal (TRUNCATE) and EXTRA nothing acknowledged is lost in a power
cut; DEFERRED transactions fail at once when two windows write; the rest keeps a foreign file
from running anything. Source: the safety notes, 1.1.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db.errors import damaged, speaking
from files.reasons import reason
from words import Bad

if TYPE_CHECKING:
    from db.lean import Database

WAIT = 10.0  # seconds to wait for another window to finish writing
LONGEST = 64 << 20  # bytes of one value or statement
_MAGIC = b"SQLite format 3\0"
_WAL = 2  # at byte 18 of the file: written with a write-ahead log
_PRAGMAS = (
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
)


class AwardDatabase:
    """A connection that knows its file, so that it notices when the file is swapped.

    `tools` is sqlite-utils on the same connection: for making tables and for a transaction inside
    another one. Reading and writing rows goes without, and a judge's program does not load it.
    """

    def __init__(self, conn: sqlite3.Connection, path: Path, *, readonly: bool) -> None:
        self.conn = conn
        self.path = path
        self.readonly = readonly
        self._file = _identity(path)

    @cached_property
    def tools(self) -> Database:
        return _tools(self.conn)

    def execute(self, query: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        return self.conn.execute(query, values)

    def close(self) -> None:
        self.conn.close()

    def require_same_file(self) -> None:
        """Raises E-REPLACED where another file now has the name."""
        if _identity(self.path) != self._file:
            raise Bad("E-REPLACED", path=self.path)


def connect(path: Path, *, readonly: bool = False) -> AwardDatabase:
    """Open an existing database. Raises E-NOFILE, E-READONLY, E-DAMAGED, E-WAL, E-LOCKED."""
    with speaking(path):
        header = _header(path)
        if readonly and header[18:19] == bytes([_WAL]):
            raise Bad("E-WAL", path=path)
        if not readonly:
            require_writable(path)
        conn = sqlite3.connect(_uri(path, readonly), uri=True, isolation_level=None, timeout=WAIT)
        try:
            _settle(conn, path, readonly)
            return AwardDatabase(conn, path, readonly=readonly)
        except BaseException:
            conn.close()
            raise


@contextmanager
def in_memory() -> Iterator[Database]:
    """An empty database that is gone afterwards, for asking what our own tables look like."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        yield _tools(conn)
    finally:
        conn.close()


def _tools(conn: sqlite3.Connection) -> Database:
    from db.lean import Database

    return Database(conn, execute_plugins=False, strict=True)


def _uri(path: Path, readonly: bool) -> str:
    if not readonly:
        return f"{path.absolute().as_uri()}?mode=rw"
    # SQLite cannot take its read lock on a medium that nobody can write to: promise it no change.
    fixed = "" if os.access(path.parent, os.W_OK) else "&immutable=1"
    return f"{path.absolute().as_uri()}?mode=ro{fixed}"


def _settle(conn: sqlite3.Connection, path: Path, readonly: bool) -> None:
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    for pragma in _PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    if defend := getattr(conn, "setconfig", None):  # Python 3.12
        defend(getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE"), True)  # noqa: B009
    if not readonly:
        mode = conn.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0]
        if mode != "truncate":  # a write-ahead log that somebody else has open
            raise Bad("E-WAL", path=path)


def _header(path: Path) -> bytes:
    """The first bytes of the file: an SQLite file, or one that is still empty."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        raise Bad("E-NOFILE", path=path) from None
    except OSError as error:
        raise Bad("E-CANNOTREAD", path=path, why=reason(error)) from None
    if header and not header.startswith(_MAGIC):
        raise damaged(path, "header")
    return header


def require_writable(path: Path) -> None:
    """Raises E-READONLY before anybody types anything: the folder is tried, not asked."""
    probe = path.with_name(f".tmp-{os.getpid()}-probe")
    try:
        os.close(os.open(path, os.O_RDWR))
        os.close(os.open(probe, os.O_CREAT | os.O_WRONLY, 0o600))
    except OSError:
        raise Bad("E-READONLY", path=path.parent) from None
    finally:
        probe.unlink(missing_ok=True)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


@contextmanager
def writing(db: AwardDatabase) -> Iterator[AwardDatabase]:
    """One transaction: all of it or nothing. Inside another one it is a part of that one."""
    if db.conn.in_transaction:
        with db.tools.atomic():
            yield db
        return
    with speaking(db.path):
        _begin(db)
        try:
            yield db
            db.conn.execute("COMMIT")
        except BaseException:
            _undo(db.conn)
            raise


def _undo(conn: sqlite3.Connection) -> None:
    if conn.in_transaction:  # SQLite has already undone it where the disk was full
        conn.execute("ROLLBACK")


def _begin(db: AwardDatabase) -> None:
    if db.readonly:
        raise Bad("E-READONLY", path=db.path.parent)
    db.require_same_file()
    db.conn.execute("BEGIN IMMEDIATE")
