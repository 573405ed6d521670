"""Append-only tables: nothing is updated, deleted, or replaced by an insert."""

from __future__ import annotations

from db.lean import Database

_REFUSE = "SELECT RAISE(ABORT, 'append-only')"


def guard(db: Database, table: str, *keys: str) -> None:
    """Make `table` append-only. Each of `keys` is a unique key: a column, or columns by comma.

    INSERT OR REPLACE walks past a delete trigger while recursive triggers are off, so an
    insert that would meet an existing key is refused before it begins.
    """
    _trigger(db, table, "update", "UPDATE", "")
    _trigger(db, table, "delete", "DELETE", "")
    for key in keys:
        columns = key.split(",")
        same = " AND ".join(f"{column} = NEW.{column}" for column in columns)
        when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"  # noqa: S608 - our own names
        _trigger(db, table, f"again_{'_'.join(columns)}", "INSERT", when)


def _trigger(db: Database, table: str, name: str, event: str, when: str) -> None:
    head = f"CREATE TRIGGER {table}_no_{name} BEFORE {event} ON {table}"
    db.execute(f"{head} {when} BEGIN {_REFUSE}; END")


def evidence(db: Database, table: str, *keys: str) -> None:
    """Make `table` append-only and its rows quick to find by the log entry that wrote them."""
    db.execute(f"CREATE INDEX {table}_of_log ON {table} (log)")
    guard(db, table, *keys)
