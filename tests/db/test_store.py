"""The award's store: imports, results, decisions, reopening, and what each leaves in the log."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from db import ballots, limits
from db.records import Judge, Nomination, Recusal, Source, Withdrawal
from db.store import Store
from scoring.result import Decision
from tests.db import world
from words import Bad

MORE = world.nominations(["013", "014"])
FILE = Source("more.csv", "", 4)


def actions(store: Store) -> list[str]:
    return [entry.action for entry in store.log()]


def refused(store: Store, *rows: Nomination) -> list[tuple[str, str]]:
    before = store.head()
    with pytest.raises(Bad) as caught:
        store.add_nominations(rows, [(FILE, b"data")])
    assert store.head() == before
    assert store.sources() == ()
    assert len(store.nominations()) == len(world.CASES)
    return [(problem.code, problem.where) for problem in caught.value.problems]


def test_an_import_keeps_the_file_and_says_what_it_did(path: Path) -> None:
    with world.opened(path) as store:
        added = store.add_nominations([*MORE, world.nomination("001")], [(FILE, b"data")])
        assert (added.new, added.same) == (("013", "014"), ("001",))
        (source,) = store.sources()
        assert (source.name, store.source(source.digest)) == ("more.csv", b"data")
        assert dict(store.log()[-1].detail)["new"] == 2
    world.check_world(path)


def test_the_same_file_twice_adds_nothing_not_even_a_line_in_the_log(path: Path) -> None:
    with world.opened(path) as store:
        store.add_nominations(MORE, [(FILE, b"data")])
        before = store.path.read_bytes()
        assert store.add_nominations(MORE, [(FILE, b"data")]).same == ("013", "014")
        assert store.path.read_bytes() == before


def test_a_changed_case_under_the_same_number_is_refused_with_the_list(path: Path) -> None:
    with world.opened(path) as store:
        rows = [MORE[0], world.nomination("003", "另一个"), world.nomination("001", "另一个")]
        assert refused(store, *rows) == [("E-CHANGED", "003"), ("E-CHANGED", "001")]


def test_a_number_twice_in_one_import_is_refused(path: Path) -> None:
    with world.opened(path) as store:
        assert refused(store, MORE[0], MORE[0]) == [("E-TWICE", "013")]


def test_every_mistake_of_every_row_is_said_at_once(path: Path) -> None:
    rows = [
        Nomination("", "有标题", "单位"),
        Nomination("020", " ", "单位"),
        Nomination("021", "长" * (limits.TITLE + 1), "单位"),
        Nomination("022", "题", "单位", body=("长" * limits.FIELD, "长")),
    ]
    with world.opened(path) as store:
        codes = [code for code, _ in refused(store, *rows)]
    assert codes == ["E-NUMBEREMPTY", "E-NOTITLE", "E-TOOLONG", "E-TOOLONG"]


def test_s19_an_import_that_fails_half_way_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import nominations

    done: list[str] = []

    def body(row: Nomination) -> str:
        done.append(row.number)
        if len(done) == 550:
            raise OSError("the stick was pulled out")
        return "[]"

    monkeypatch.setattr(nominations, "_body", body)
    with world.opened(path) as store:
        before = store.log()
        with pytest.raises(OSError, match="stick"):
            store.add_nominations(world.nominations([str(i) for i in range(1000, 2000)]))
        assert len(store.nominations()) == len(world.CASES)
        assert store.log() == before
    world.check_world(path)


def test_cases_and_judges_come_in_the_order_people_count(path: Path) -> None:
    with world.opened(path) as store:
        store.add_nominations(world.nominations(["9", "10", "B2", "B10", "0100"]))
        store.add_judges([Judge("J9", "九"), Judge("J10", "十")])
        numbers = [one.number for one in store.nominations()]
        assert numbers == [
            *world.CASES[:9],
            "9",
            "010",
            "10",
            *world.CASES[10:],
            "0100",
            "B2",
            "B10",
        ]
        assert [one.id for one in store.judges()] == ["J01", "J02", "J03", "J9", "J10"]


@pytest.mark.parametrize("name", ["", "J 1", "secretary", "Chair", "J" * 41])
def test_a_judge_id_that_cannot_be_typed_is_refused(path: Path, name: str) -> None:
    with world.opened(path) as store, pytest.raises(Bad, match=r"E-(JUDGEID|TOOLONG)"):
        store.add_judges([Judge(name, "张三")])


def test_there_are_at_most_as_many_judges_as_the_limit(path: Path) -> None:
    with world.opened(path) as store, pytest.raises(Bad, match="E-OVERLIMIT"):
        store.add_judges([Judge(f"K{i}", "张三") for i in range(limits.JUDGES)])


def test_recusals_name_judges_and_cases_that_are_there(path: Path) -> None:
    rows = [Recusal("J09", "001", "同单位", "", ""), Recusal("J01", "099", "同单位", "", ""),
            Recusal("J01", "001", " ", "", "")]  # fmt: skip
    with world.opened(path) as store:
        with pytest.raises(Bad) as caught:
            store.add_recusals(rows)
        codes = [problem.code for problem in caught.value.problems]
        assert codes == ["E-JUDGEUNKNOWN", "E-CASEUNKNOWN", "E-REASON"]


def test_a_recusal_entered_again_is_the_same_one(path: Path) -> None:
    row = Recusal("J01", "001", "同单位", "", "")
    with world.opened(path) as store:
        assert store.add_recusals([row]).new == ("J01/001",)
        assert store.add_recusals([row]).same == ("J01/001",)
        (held,) = store.recusals()
        assert (held.by, held.at) == ("secretary", world.AT)


def test_an_import_into_a_filled_award_is_backed_up_first(path: Path) -> None:
    with world.opened(path) as store:
        store.add_nominations(MORE)
        (backup,) = (path.parent / "backups").iterdir()
    with world.opened(backup, readonly=True) as old:
        assert len(old.nominations()) == len(world.CASES)


def test_backups_of_one_second_get_different_names_and_none_is_deleted(path: Path) -> None:
    with world.opened(path) as store:
        made = [store.backup("again & again") for _ in range(12)]
    assert len(set(made)) == 12
    assert all(backup.exists() for backup in made)
    assert made[0].name == "award-20261123-160000-again-again.db"
    assert made[11].name == "award-20261123-160000-again-again-12.db"


def test_s22_a_backup_beside_an_open_transaction_is_whole(path: Path) -> None:
    from db.connection import connect, writing

    db = connect(path)
    with world.opened(path) as store, writing(db):
        db.execute("INSERT INTO desk VALUES ('J01', 9, 9, '', '')")
        backup = store.backup("busy")
    db.close()
    world.check_world(backup)


def test_s10_a_backup_is_whole_though_another_program_writes_after_it_was_copied(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import backup as backups

    with world.opened(path) as store, world.opened(path) as other:
        monkeypatch.setattr(backups, "_sync", lambda _: other.note("export", {}))
        backup = store.backup("busy")
        assert len(store.log()) == 1 + _entries(backup)


def test_s10_a_copy_that_ends_before_the_copying_began_is_refused(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from db import backup as backups

    older = Path(shutil.copy(path, tmp_path / "older.db"))
    with world.opened(path) as store:
        store.note("export", {})
        monkeypatch.setattr(backups, "_sync", lambda copy: shutil.copy(older, copy))
        with pytest.raises(Bad, match="E-BACKUP"):
            store.backup("old")


def _entries(path: Path) -> int:
    with world.opened(path, readonly=True) as store:
        return len(store.log())


def test_results_are_numbered_and_never_change(path: Path) -> None:
    with world.opened(path) as store:
        one = store.save_result("provisional", b"{}")
        two = store.save_result("final", b'{"a":1}', "一位评委未提交", "chair")
        assert store.results() == (one, two)
        assert [(r.number, r.kind) for r in store.results()] == [(1, "provisional"), (2, "final")]
        assert store.log()[-1].actor == "chair"
    assert len(list((path.parent / "backups").iterdir())) == 1


def test_a_decision_is_recorded_with_its_reason(path: Path) -> None:
    with world.opened(path) as store:
        decided = store.decide(Decision(("002", "001"), "chair"), "第三次会议", "chair")
        assert decided.number == 1
        assert store.decisions() == (decided,)
        assert dict(store.log()[-1].detail)["reason"] == "第三次会议"


@pytest.mark.parametrize(
    ("cases", "reason", "code"),
    [
        (("001",), "x", "E-DECISION"),
        (("001", "001"), "x", "E-DECISION"),
        (("001", "099"), "x", "E-CASEUNKNOWN"),
        (("001", "002"), " ", "E-REASON"),
    ],
)
def test_a_decision_needs_two_known_cases_and_a_reason(
    path: Path, cases: tuple[str, ...], reason: str, code: str
) -> None:
    with world.opened(path) as store, pytest.raises(Bad, match=code):
        store.decide(Decision(cases, "chair"), reason, "chair")


def test_a_ballot_sent_back_is_kept_and_no_longer_counts(full: Path) -> None:
    with world.opened(full) as store:
        store.reopen("J02", "漏看一页", "secretary")
        assert [ballot.judge for ballot in store.ballots()] == ["J01", "J03"]
        assert [ballot.reopened for ballot in store.all_ballots()] == ["", "漏看一页", ""]
        with pytest.raises(Bad, match="E-NOBALLOT"):
            store.reopen("J02", "again", "secretary")
        with pytest.raises(Bad, match="E-JUDGEUNKNOWN"):
            store.reopen("J99", "again", "secretary")
    world.check_world(full)


def test_who_has_handed_in_is_known_without_reading_a_ballot(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(full) as store:
        assert store.handed_in() == tuple(one.judge for one in store.ballots()) != ()
        store.reopen("J02", "漏看一页", "secretary")
        store.withdraw(Withdrawal("J01", "drop", "病了"), "secretary")
        counting = tuple(one.judge for one in store.ballots())
        monkeypatch.setattr(ballots, "from_row", None)
        assert store.handed_in() == counting
        assert not {"J01", "J02"} & set(counting)


def test_progress_is_counts_only(full: Path) -> None:
    with world.opened(full) as store:
        store.reopen("J02", "漏看一页", "secretary")
        first, second, _ = store.progress(world.RULES)
    assert (first.done, first.total, first.submitted, first.revision) == (12, 12, True, 1)
    assert (second.submitted, second.revision, second.receipt) == (False, 2, "")


def test_an_act_outside_is_noted_with_who_did_it(path: Path) -> None:
    with world.opened(path, actor="chair") as store:
        store.note("export", {"file": "result.csv"})
        store.note("export", {"file": "result.csv"}, "secretary")
        assert [entry.actor for entry in store.log()][-2:] == ["chair", "secretary"]


def test_a_store_open_for_reading_writes_nothing(full: Path) -> None:
    before = full.read_bytes()
    with world.opened(full, readonly=True) as store:
        with pytest.raises(Bad, match="E-READONLY"):
            store.note("export", {})
        assert store.desk("J01", world.RULES).submitted
        assert store.matrix(world.RULES.stage).cases == world.CASES
    assert full.read_bytes() == before
    assert sorted(path.name for path in full.parent.iterdir()) == ["award.db"]


def test_of_many_nominations_only_the_one_that_is_read_has_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.nominations.READ_WHOLE", 1)
    cases = [Nomination(f"{i:03}", f"案例{i}", "单位", body=("材料",)) for i in range(1, 4)]
    with Store.create(tmp_path / "many.db", "secretary") as store:
        store.add_nominations(cases)
        assert [one.body for one in store.headings()] == [()] * 3
        assert [one.number for one in store.headings()] == ["001", "002", "003"]
        assert store.nomination("002").body == ("材料",)
