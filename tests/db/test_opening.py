"""How a database is opened, and what is refused before anything in it is believed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from db import check, shape
from db.connection import connect, writing
from db.store import Store
from tests.db import world
from words import Bad, sentence

SETTINGS = {
    "journal_mode": "truncate",
    "synchronous": 3,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
}


def refused(path: Path, *, readonly: bool = False) -> Bad:
    with pytest.raises(Bad) as caught:
        world.opened(path, readonly=readonly).close()
    for lang in ("zh", "en"):
        assert sentence(caught.value.problems[0], lang)
    return caught.value


def outside(path: Path, *statements: str) -> None:
    """What another program does to the file."""
    conn = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        conn.execute(statement)
    conn.close()


@pytest.mark.parametrize(("pragma", "value"), SETTINGS.items())
def test_s05_every_connection_has_the_settings_that_survive_a_power_cut(
    path: Path, pragma: str, value: object
) -> None:
    db = connect(path)
    found = db.conn.execute(f"PRAGMA {pragma}").fetchone()
    db.close()
    # A build without memory mapping does not answer that pragma at all.
    assert found is None or found[0] == value


def test_s06_a_write_ahead_log_is_converted_when_opened_for_writing(path: Path) -> None:
    outside(path, "PRAGMA journal_mode=WAL", "CREATE TABLE x (y)", "DROP TABLE x")
    world.opened(path).close()
    assert path.read_bytes()[18] == 1


def test_s06_a_write_ahead_log_is_refused_when_opened_for_reading(path: Path) -> None:
    outside(path, "PRAGMA journal_mode=WAL")
    assert refused(path, readonly=True).code == "E-WAL"


def test_s06_a_write_ahead_log_in_use_by_another_program_is_refused(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode=WAL")
    other.execute("SELECT * FROM log").fetchone()
    assert refused(path).code in {"E-WAL", "E-LOCKED"}
    other.close()


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert refused(tmp_path / "award.db").code == "E-NOFILE"


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"hello", b"\0" * 5000])
def test_a_file_that_is_no_award_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "award.db"
    path.write_bytes(data)
    assert refused(path).code in {"E-NOTAWARD", "E-DAMAGEDALONE"}
    assert path.read_bytes() == data


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "award.db"
    outside(path, "CREATE TABLE nomination (number)")
    assert refused(path).code == "E-NOTAWARD"


def test_a_database_from_a_newer_program_is_refused_and_not_changed(path: Path) -> None:
    outside(path, "PRAGMA user_version = 999")
    before = path.read_bytes()
    assert refused(path).code == "E-NEWER"
    assert path.read_bytes() == before


HOSTILE = {
    "a table became a view": (
        "ALTER TABLE nomination RENAME TO hidden",
        "CREATE VIEW nomination AS SELECT * FROM hidden",
    ),
    "a table has one column more": ("ALTER TABLE judge ADD COLUMN x TEXT",),
    "a generated column lies": (
        "ALTER TABLE judge ADD COLUMN fake TEXT GENERATED ALWAYS AS ('x') VIRTUAL",
    ),
    "a foreign trigger waits": (
        "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM desk; END",
    ),
    "a foreign table": ("CREATE TABLE extra (x)",),
    "a guard is gone": ("DROP TRIGGER ballot_no_update",),
    "a guard does nothing": (
        "DROP TRIGGER ballot_no_delete",
        "CREATE TRIGGER ballot_no_delete BEFORE DELETE ON ballot BEGIN SELECT 1; END",
    ),
    "an index is gone": ("DROP INDEX recusal_of",),
    "an older version is claimed": ("PRAGMA user_version = 3",),
}


@pytest.mark.parametrize("statements", HOSTILE.values(), ids=HOSTILE)
def test_l03_tables_that_are_not_exactly_ours_are_refused(
    path: Path, statements: tuple[str, ...]
) -> None:
    outside(path, *statements)
    assert refused(path).code in {"E-STRUCTURE", "E-TRIGGERS"}
    assert refused(path, readonly=True).code in {"E-STRUCTURE", "E-TRIGGERS"}


def test_s21_a_table_rebuilt_by_a_tool_has_lost_its_guards_and_is_refused(path: Path) -> None:
    import sqlite_utils

    db = sqlite_utils.Database(path)
    db.table("decision").transform(rename={"reason": "why"})
    db.close()
    assert refused(path).code in {"E-TRIGGERS", "E-STRUCTURE"}


@pytest.mark.parametrize("version", shape.SHAPES)
def test_the_shape_of_every_version_is_what_its_migrations_make(version: int) -> None:
    assert shape.digest_of(check.expected(version)) == shape.SHAPES[version]


def test_every_migration_has_its_shape() -> None:
    from db.schema import migrations

    assert list(shape.SHAPES) == list(range(1, len(migrations._migrations) + 1))


def test_no_part_can_be_spelled_as_two() -> None:
    ours = {("trigger", "a", "x"), ("trigger", "b", "y")}
    merged = {("trigger", 'a", "x"], ["trigger", "b', "y"), ("trigger", "a\0x\ntrigger\0b", "y")}
    assert len({shape.digest_of({one}) for one in merged} | {shape.digest_of(ours)}) == 3


def test_a_database_written_the_same_in_other_words_is_compared_part_by_part(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(shape.SHAPES, shape.VERSION, "as a later library spells it")
    world.opened(path).close()


def test_a_judge_does_not_load_the_library_that_makes_tables(path: Path) -> None:
    code = (
        "import sys; from db.store import Store; from tests.db import world;"
        f"Store.open({str(path)!r}).close(); print('sqlite_utils' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"


def test_an_older_version_is_brought_up_to_date_after_a_backup(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db.schema import migrations

    def one_more(db: object) -> None:
        db.execute("CREATE TABLE later (x INTEGER) STRICT")  # type: ignore[attr-defined]

    added = migrations._Migration("one_more", one_more)
    monkeypatch.setattr(migrations, "_migrations", [*migrations._migrations, added])
    monkeypatch.setattr(check, "VERSION", shape.VERSION + 1)
    world.opened(path).close()
    assert len(list((path.parent / "backups").glob("*before-version*"))) == 1
    world.opened(path, readonly=True).close()
    conn = sqlite3.connect(path)
    assert conn.execute("SELECT count(*) FROM later").fetchone() == (0,)
    conn.close()


def test_the_file_says_what_it_is(path: Path) -> None:
    assert int.from_bytes(path.read_bytes()[68:72]) == shape.APPLICATION


def test_creating_over_an_award_is_refused(path: Path) -> None:
    with pytest.raises(Bad, match="E-EXISTS"):
        Store.create(path, "secretary")


def test_a_creation_that_was_cut_off_can_be_repeated(tmp_path: Path) -> None:
    path = tmp_path / "award.db"
    path.touch()
    Store.create(path, "secretary").close()
    world.check_world(path)


def test_s16_a_file_swapped_while_open_stops_the_next_write(path: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(path, tmp_path / "other.db"))
    with world.opened(path) as store:
        desk = store.desk("J01", world.RULES)
        Path(other).replace(path)
        with pytest.raises(Bad, match="E-REPLACED"):
            desk.set_cell("001", world.KEYS[0], world.scored(850))
        assert desk.answer("001").cells == {}
    world.check_world(path)


def test_s16_a_file_moved_away_while_open_stops_the_next_write(path: Path) -> None:
    with world.opened(path) as store:
        path.rename(path.with_name("moved.db"))
        with pytest.raises(Bad, match="E-REPLACED"):
            store.note("export", {})


AS_NOBODY = ("setpriv", "--reuid=65534", "--clear-groups")
OPEN = """
import sys
from db.store import Store
from words import Bad
try:
    with Store.open(sys.argv[1], readonly=sys.argv[2] == "r") as store:
        print(len(store.nominations()))
except Bad as bad:
    print(bad.code)
"""


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root")
@pytest.mark.parametrize(("mode", "said"), [("w", "E-READONLY"), ("r", "12")])
def test_s14_s15_a_folder_nobody_may_write_to_can_be_viewed_only(
    path: Path, mode: str, said: str
) -> None:
    for folder in (path.parent, *path.parent.parents[:3]):
        folder.chmod(0o755)
    path.chmod(0o644)
    probe = world.finished(world.child("import db.store; print(1)", setup=AS_NOBODY))
    if probe[1].strip() != "1":
        pytest.skip("another user may not read the folder the program lies in")
    process = world.child(OPEN, path, mode, setup=AS_NOBODY)
    assert world.finished(process)[1].strip() == said
    assert not list(path.parent.glob("*-journal"))


def test_s18_a_truncated_file_is_refused_with_the_newest_backup(full: Path) -> None:
    with world.opened(full) as store:
        backup = store.backup("test")
    data = full.read_bytes()
    for part in range(1, 50):
        full.write_bytes(data[: len(data) * part // 50])
        bad = refused(full)
        assert bad.code in {"E-DAMAGED", "E-NOTAWARD", "E-STRUCTURE", "E-TRIGGERS"}, part
        if bad.code == "E-DAMAGED":
            assert bad.params["backup"] == backup


def test_s20_an_inner_failure_undoes_the_inner_part_alone(path: Path) -> None:
    db = connect(path)
    with writing(db):
        db.execute("INSERT INTO desk VALUES ('J01', 1, 1, '', '')")
        with suppress(ZeroDivisionError), writing(db):
            db.execute("INSERT INTO desk VALUES ('J02', 1, 1, '', '')")
            1 / 0  # noqa: B018
    assert [row[0] for row in db.execute("SELECT judge FROM desk")] == ["J01"]
    db.close()


def test_an_outer_failure_undoes_everything(path: Path) -> None:
    db = connect(path)
    with suppress(ZeroDivisionError), writing(db):
        with writing(db):
            db.execute("INSERT INTO desk VALUES ('J01', 1, 1, '', '')")
        1 / 0  # noqa: B018
    assert not db.conn.in_transaction
    assert db.execute("SELECT count(*) FROM desk").fetchone()[0] == 0
    db.close()
