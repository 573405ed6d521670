"""What was handed in is never changed: refused from inside, found from outside."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import log
from db.connection import connect
from db.records import Recusal
from db.results import digest_of
from scoring.result import Decision
from tests.db import world
from tests.db.test_opening import refused
from tests.drawn import many
from words import Bad

TABLES = (
    "log", "file", "file_part", "nomination", "judge", "recusal", "draft", "ballot", "reopening",
    "decision", "result", "document",
)  # fmt: skip
COLUMN = {"log": "actor", "file": "name", "file_part": "bytes", "nomination": "title",
          "judge": "name", "recusal": "reason", "draft": "text", "ballot": "at",
          "reopening": "reason", "decision": "reason", "result": "reason",
          "document": "at", "attachment": "name"}  # fmt: skip


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An award with a row in every table."""
    from db.records import Attachment, Source

    path = world.award(tmp_path_factory.mktemp("rich"))
    with world.opened(path) as store:
        rows = [Recusal("J03", "002", "同单位", "", "")]
        store.add_recusals(rows, [(Source("recusals.csv", "", 4), b"data")])
    world.submitted(path)
    with world.opened(path) as store:
        store.reopen("J01", "弄错了", "secretary")
        store.decide(Decision(("001", "002"), "chair"), "主任决定", "chair")
        store.save_result("provisional", b"{}")
        store.add_document("slate", "", b"{}")
        store.add_attachments([Attachment("001", "统计表.pdf", "0" * 64, 4)])
    return path.read_bytes()


@pytest.fixture
def award(rich: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "award.db"
    path.write_bytes(rich)
    return path


@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("table", TABLES)
def test_l02_nothing_is_updated_deleted_or_replaced(
    award: Path, table: str, recursive: str
) -> None:
    db = connect(award)
    db.execute(f"PRAGMA recursive_triggers={recursive}")
    for statement in (
        f"UPDATE {table} SET {COLUMN[table]} = {COLUMN[table]}",
        f"DELETE FROM {table}",
        f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
        f"INSERT OR IGNORE INTO {table} SELECT * FROM {table}",
        f"UPDATE OR REPLACE {table} SET {COLUMN[table]} = {COLUMN[table]}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            db.execute(statement)
    db.close()
    world.check_world(award)


def test_l02_a_replaced_receipt_is_refused_too(award: Path) -> None:
    db = connect(award)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(
            "INSERT OR REPLACE INTO ballot SELECT 'J02', 9, receipt, at, digest, log, payload"
            " FROM ballot WHERE judge = 'J03'"
        )
    db.close()


CHANGES = {
    "title": ("nomination", "UPDATE nomination SET title = 'x' WHERE number = '001'"),
    "nomination digest": ("nomination", "UPDATE nomination SET digest = 'x' WHERE number = '001'"),
    "nomination gone": ("nomination", "DELETE FROM nomination WHERE number = '012'"),
    "nomination added": (
        "nomination",
        """INSERT INTO nomination SELECT '999', title, unit, field, level, region, label, digest,
        log, body FROM nomination WHERE number = '001'""",
    ),
    "judge": ("judge", "UPDATE judge SET name = 'x'"),
    "recusal gone": ("recusal", "DELETE FROM recusal"),
    "recusal withdrawn": ("recusal", "UPDATE recusal SET withdrawn = 1"),
    "ballot gone": ("ballot", "DELETE FROM ballot WHERE judge = 'J02'"),
    "payload": ("ballot", "UPDATE ballot SET payload = x'7b7d'"),
    "receipt": ("ballot", "UPDATE ballot SET receipt = 'x' WHERE judge = 'J02'"),
    "reopening gone": ("reopening", "DELETE FROM reopening"),
    "decision turned round": ("decision", """UPDATE decision SET cases = '["002","001"]'"""),
    "result": ("result", "UPDATE result SET payload = x'7b7d20'"),
    "file": ("file_part", "UPDATE file_part SET bytes = x'00'"),
    "file name": ("file", "UPDATE file SET name = 'x'"),
    "draft score": ("draft", "UPDATE draft SET points = points - 5 WHERE judge = 'J02' AND n = 3"),
    "draft step gone": ("draft", "DELETE FROM draft WHERE judge = 'J02' AND n = 3"),
    "log actor": ("log", "UPDATE log SET actor = 'x' WHERE n = 2"),
    "log entry gone": ("log", "DELETE FROM log WHERE n = 3"),
}


@pytest.mark.parametrize(("table", "statement"), CHANGES.values(), ids=CHANGES)
def test_l01_l02_a_change_by_an_outside_tool_is_found(
    award: Path, table: str, statement: str
) -> None:
    conn = sqlite3.connect(award, isolation_level=None)
    guards = conn.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in guards:
        conn.execute(f"DROP TRIGGER {name}")
    conn.execute(statement)
    for _, sql in guards:  # the tool puts the guards back, to leave no trace
        conn.execute(sql)
    conn.close()
    with pytest.raises(Bad) as caught:
        world.check_world(award)
    assert caught.value.code in {"E-CHAIN", "E-ROWS", "E-ALTERED", "E-DRAFT"}


def _tampered(path: Path, *statements: tuple[str, tuple[object, ...]]) -> Bad:
    conn = sqlite3.connect(path, isolation_level=None)
    sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'log'"
    guards = conn.execute(sql).fetchall()
    for name, _ in guards:
        conn.execute(f"DROP TRIGGER {name}")
    for statement, values in statements:
        conn.execute(statement, values)
    for _, guard in guards:
        conn.execute(guard)
    conn.close()
    return refused(path)


@settings(
    max_examples=many(25),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    n=st.integers(1, 9),
    column=st.sampled_from(["at", "actor", "action", "detail", "previous", "digest"]),
)
def test_l04_one_edited_entry_is_named(award: Path, rich: bytes, n: int, column: str) -> None:
    award.write_bytes(rich)
    bad = _tampered(award, (f"UPDATE log SET {column} = {column} || ' ' WHERE n = ?", (n,)))
    assert bad.code == "E-CHAIN"
    assert bad.params["n"] in {n, n + 1}


@pytest.mark.parametrize("n", range(1, 9))
def test_l04_one_removed_entry_is_named(award: Path, n: int) -> None:
    bad = _tampered(award, ("DELETE FROM log WHERE n = ?", (n,)))
    assert (bad.code, bad.params["n"]) == ("E-CHAIN", n)


@pytest.mark.parametrize("n", range(1, 8))
def test_l04_two_swapped_entries_are_named(award: Path, n: int) -> None:
    bad = _tampered(
        award,
        ("UPDATE log SET n = 1000 WHERE n = ?", (n,)),
        ("UPDATE log SET n = ? WHERE n = ?", (n, n + 1)),
        ("UPDATE log SET n = ? WHERE n = 1000", (n + 1,)),
    )
    assert (bad.code, bad.params["n"]) == ("E-CHAIN", n)


def test_l04_an_inserted_entry_is_named(award: Path) -> None:
    copied = "at, actor, action, detail, previous, digest"
    statement = f"INSERT INTO log SELECT 1000, {copied} FROM log WHERE n = 2"
    bad = _tampered(award, (statement, ()))
    assert bad.code == "E-CHAIN"


def test_l05_a_cut_end_is_found_by_the_rows_it_wrote(award: Path) -> None:
    bad = _tampered(award, ("DELETE FROM log WHERE n = (SELECT max(n) FROM log)", ()))
    assert bad.code == "E-ROWS"


def test_l05_a_printed_head_shows_that_the_end_was_cut(path: Path) -> None:
    with world.opened(path) as store:
        store.note("export", {"file": "a.csv"})
        printed = store.head()
        assert store.holds_head(printed.upper())
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("DROP TRIGGER log_no_delete")
    conn.execute("DELETE FROM log WHERE action = 'export'")
    conn.close()
    db = connect(path)
    log.verify(db)  # the chain itself cannot know
    assert not log.holds_head(db, printed)
    db.close()


def test_the_log_holds_no_score(tmp_path: Path) -> None:
    path = world.award(tmp_path)
    with world.opened(path) as store:
        desk = store.desk("J01", world.RULES)
        world.fill(desk, 735)
        desk.submit()
        said = " ".join(str(dict(entry.detail)) for entry in store.log())
    assert "735" not in said.replace(desk.submitted.receipt, "")  # type: ignore[union-attr]
    assert "points" not in said


def test_a_stored_result_is_bound_to_its_bytes() -> None:
    assert digest_of(b"{}") != digest_of(b"{} ")
