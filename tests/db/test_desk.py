"""One judge's desk: every answer saved, everything undone, the ballot sealed once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.desk import Desk
from db.payload import unpack
from db.receipts import format_receipt, receipt_of
from db.records import Recusal
from db.store import Store
from scoring.cells import Cell, State
from tests.db import world
from tests.db.world import CASES, KEYS, RULES, scored
from tests.drawn import many
from words import Bad

FIRST = KEYS[0]


def desk_of(store: Store, judge: str = "J01") -> Desk:
    return store.desk(judge, RULES)


def again(path: Path) -> dict[str, object]:
    """What a new start shows."""
    with world.opened(path) as store:
        desk = desk_of(store)
        return {"answers": dict(desk.answers()), "undo": desk.can_undo, "redo": desk.can_redo,
                "counts": (desk.done, desk.started, desk.recused)}  # fmt: skip


def test_an_answer_is_there_after_a_restart(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("003", FIRST, scored(855))
        desk.set_comment("003", "很好\r\n真的")
        desk.set_doubt("003", True)
        desk.dismiss("003", "low")
        desk.remember("003")
    with world.opened(path) as store:
        desk = desk_of(store)
        answer = desk.answer("003")
        assert (dict(answer.cells), answer.comment) == ({FIRST: scored(855)}, "很好\n真的")
        assert answer.doubt
        assert desk.dismissed("003") == {"low"}
        assert (desk.last_case, desk.last_saved) == ("003", world.AT)


def test_a_new_desk_is_empty(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        assert [case.number for case in desk.cases] == list(CASES)
        assert (desk.last_case, desk.last_saved, desk.can_undo, desk.submitted) == (
            None, "", False, None,
        )  # fmt: skip
        assert desk.gaps() == tuple((case, KEYS) for case in CASES)


def test_counts_follow_every_change(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("001", FIRST, scored(0))
        assert (desk.done, desk.started) == (0, 1)
        for key in KEYS[1:]:
            desk.set_cell("001", key, Cell(State.ABSTAINED))
        assert (desk.done, desk.started) == (1, 0)
        desk.recuse("001", "亲属")
        assert (desk.done, desk.started, desk.recused) == (0, 0, 1)
        desk.undo()
        assert (desk.done, desk.started, desk.recused) == (1, 0, 0)
        (line, *_) = store.progress(RULES)
        assert (line.done, line.started, line.recused, line.last_active) == (1, 0, 0, world.AT)


LOOKS_LIKE_A_NUMBER = [
    Cell(State.SCORED, points)  # type: ignore[arg-type]
    for points in (2**63, -(2**63) - 1, float("nan"), float("inf"), 85.0, "9", True, b"", None)
]
OFF = [scored(-5), scored(1005), scored(852), Cell(State.RECUSED), Cell(State.NOT_ASSIGNED),
       Cell(State.NOT_APPLICABLE), Cell(State.ABSTAINED, 5), Cell(1, 850)]  # type: ignore[arg-type] # fmt: skip


@pytest.mark.parametrize("cell", LOOKS_LIKE_A_NUMBER + OFF, ids=repr)
def test_s23_what_is_not_a_score_on_the_scale_is_refused(path: Path, cell: Cell) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        with pytest.raises(Bad, match="E-RANGE"):
            desk.set_cell("001", FIRST, cell)
        assert not desk.can_undo


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "nine", b"\0", None, 2.5])
def test_s23_the_score_column_refuses_what_gets_past(path: Path, value: object) -> None:
    import sqlite3

    from db.connection import connect

    db = connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        db.execute(
            "INSERT INTO draft VALUES ('J01',1,1,'do','cell','001','a',1,?,'','','')", (value,)
        )
    db.close()


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda desk: desk.set_cell("099", FIRST, scored(850)), "E-CASEUNKNOWN"),
        (lambda desk: desk.set_cell("001", "beauty", scored(850)), "E-NOCRITERION"),
        (lambda desk: desk.set_comment("001", "长" * 5001), "E-TOOLONG"),
        (lambda desk: desk.recuse("001", " \n "), "E-REASON"),
        (lambda desk: desk.answer("099"), "E-CASEUNKNOWN"),
        (lambda desk: desk.remember("099"), "E-CASEUNKNOWN"),
        (lambda desk: desk.submit(), "E-GAPS"),
    ],
)
def test_what_cannot_be_done_is_said_and_leaves_nothing(
    path: Path, act: Callable[[Desk], object], code: str
) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        with pytest.raises(Bad, match=code):
            act(desk)
    assert again(path)["undo"] is False


def test_a_recused_case_takes_no_score_until_undone(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("001", FIRST, scored(850))
        desk.recuse("001", "我参与过该项目")
        assert desk.answer("001").cells == {}
        with pytest.raises(Bad, match="E-RECUSED"):
            desk.set_cell("001", FIRST, scored(850))
        with pytest.raises(Bad, match="E-RECUSED"):
            desk.recuse("001", "again")
        assert [row.reason for row in store.recusals()] == ["我参与过该项目"]
        desk.undo()
        assert store.recusals() == ()
        assert desk.answer("001").cells == {FIRST: scored(850)}
        desk.redo()
    world.check_world(path)
    with world.opened(path) as store:
        assert [row.case for row in store.recusals()] == ["001"]


def test_an_own_recusal_can_be_taken_back_long_after_and_the_old_marks_stand_again(
    path: Path,
) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("001", FIRST, scored(850))
        desk.recuse("001", "我参与过该项目")
        desk.set_cell("002", FIRST, scored(900))
        desk.withdraw_recusal("001")
        assert store.recusals() == ()
        assert desk.answer("001").cells == {FIRST: scored(850)}
        desk.withdraw_recusal("002")  # there is none: nothing happens
        desk.undo()
        assert [row.case for row in store.recusals()] == ["001"]
        desk.redo()
    world.check_world(path)
    with world.opened(path) as store:
        assert desk_of(store).answer("001").recused is None


def test_a_recusal_of_the_secretary_is_not_taken_back_by_the_judge(path: Path) -> None:
    with world.opened(path) as store:
        store.add_recusals([Recusal("J01", "003", "同单位", "", "")])
        with pytest.raises(Bad, match="E-RECUSED-BY"):
            desk_of(store).withdraw_recusal("003")
        assert [row.case for row in store.recusals()] == ["003"]


def test_undo_says_where_and_what(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("001", FIRST, scored(850))
        desk.set_cell("001", FIRST, scored(900))
        change = desk.undo()
        assert change is not None
        assert (change.case, change.field, change.what) == ("001", "cell", FIRST)
        assert (change.before.points, change.after.points) == (900, 850)
        assert desk.answer("001").cells[FIRST] == scored(850)


def test_writing_what_is_there_already_is_no_step(path: Path) -> None:
    with world.opened(path) as store:
        desk = desk_of(store)
        desk.set_cell("001", FIRST, scored(850))
        desk.set_cell("001", FIRST, scored(850))
        desk.undo()
        assert desk.undo() is None


STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("cell"), st.sampled_from(CASES[:3]), st.sampled_from(KEYS), st.integers(0, 200)
        ),
        st.tuples(st.just("clear"), st.sampled_from(CASES[:3]), st.sampled_from(KEYS)),
        st.tuples(st.just("comment"), st.sampled_from(CASES[:3]), st.sampled_from(["", "a", "b"])),
        st.tuples(st.just("doubt"), st.sampled_from(CASES[:3]), st.booleans()),
        st.tuples(st.just("recuse"), st.sampled_from(CASES[:3])),
        st.just(("undo",)),
        st.just(("undo",)),
        st.just(("redo",)),
        st.just(("restart",)),
    ),
    max_size=30,
)


def _act(desk: Desk, name: str, *rest: object) -> None:
    match name, rest:
        case "cell", (str(case), str(key), int(points)):
            desk.set_cell(case, key, scored(points * 5))
        case "clear", (str(case), str(key)):
            desk.set_cell(case, key, Cell(State.MISSING))
        case "comment", (str(case), str(text)):
            desk.set_comment(case, text)
        case "doubt", (str(case), bool(doubt)):
            desk.set_doubt(case, doubt)
        case "recuse", (str(case),):
            desk.recuse(case, "亲属")


@settings(
    max_examples=many(40),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_undo_and_redo_walk_through_every_state_also_after_restarts(
    made: Path, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    path = tmp_path_factory.mktemp("undo") / "award.db"
    path.write_bytes(made.read_bytes())
    store = world.opened(path)
    desk = desk_of(store)
    past, future = [], []  # whole states, the plain way
    for name, *rest in steps:
        before = dict(desk.answers())
        if name == "restart":
            store.close()
            store = world.opened(path)
            desk = desk_of(store)
            assert desk.answers() == before
        elif name == "undo":
            assert (desk.undo() is None) == (not past)
            if past:
                future.append(before)
                assert desk.answers() == past.pop()
        elif name == "redo":
            assert (desk.redo() is None) == (not future)
            if future:
                past.append(before)
                # Stepping back from a case again is a new moment, so only compare the rest.
                assert list(desk.answers()) == list(future.pop())
        else:
            with suppress(Bad):  # a recused case takes nothing
                _act(desk, str(name), *rest)
            if desk.answers() != before:
                past.append(before)
                future.clear()
    counted = [desk.done, desk.started, desk.recused]
    store.close()
    assert list(again(path)["counts"]) == counted  # type: ignore[call-overload]
    world.check_world(path)


def test_a_ballot_holds_every_case_and_opens_again(filled: Path) -> None:
    with world.opened(filled) as store:
        store.add_recusals([Recusal("J01", "003", "同单位", "", "")])
        desk = desk_of(store)
        desk.set_comment("001", "好")
        ballot = desk.submit()
        assert desk.submitted == ballot
        assert store.ballots() == (ballot,)
    entries = {entry.case: entry for entry in ballot.entries}
    assert list(entries) == list(CASES)
    assert entries["001"].comment == "好"
    assert (dict(entries["003"].cells), entries["003"].recusal) == ({}, "同单位")
    sheet = unpack(ballot.payload)
    assert sheet.cells(0) == dict.fromkeys(KEYS, scored(850))
    assert sheet.cells(2) == dict.fromkeys(KEYS, Cell(State.RECUSED))


def test_a_receipt_is_of_the_part_that_can_be_published(filled: Path) -> None:
    import json

    from files import canonical

    with world.opened(filled) as store:
        desk = desk_of(store)
        desk.set_comment("001", ',"kind":"ballot/1","private":')
        ballot = desk.submit()
    published = canonical.dumps(json.loads(ballot.payload)["anonymous"])
    assert receipt_of(published) == ballot.receipt
    assert b"J01" not in published
    groups = format_receipt(ballot.receipt).split()
    assert [len(group) for group in groups] == [4] * 5
    assert all(group.isdecimal() for group in groups)


def test_nothing_changes_after_submission_until_it_is_sent_back(filled: Path) -> None:
    with world.opened(filled) as store:
        desk = desk_of(store)
        first = desk.submit()
        for act in (
            lambda: desk.set_cell("001", FIRST, scored(0)),
            lambda: desk.set_comment("001", "x"),
            lambda: desk.recuse("001", "x"),
            desk.undo,
            desk.redo,
            desk.submit,
        ):
            with pytest.raises(Bad, match="E-SUBMITTED"):
                act()
        assert (desk.can_undo, desk.can_redo) == (False, False)
        store.reopen("J01", "算错", "secretary")
    with world.opened(filled) as store:
        desk = desk_of(store)
        assert (desk.revision, desk.done, desk.can_undo) == (2, 12, False)
        desk.set_cell("001", FIRST, scored(0))
        store._nonce = lambda: "11" * 16
        second = desk.submit()
        assert (second.revision, first.revision) == (2, 1)
        assert store.ballots() == (second,)
        assert [ballot.revision for ballot in store.all_ballots()] == [1, 2]
    world.check_world(filled)


def test_gaps_are_listed_case_by_case(filled: Path) -> None:
    with world.opened(filled) as store:
        desk = desk_of(store)
        desk.set_cell("002", FIRST, Cell(State.MISSING))
        desk.set_cell("005", FIRST, Cell(State.MISSING))
        with pytest.raises(Bad) as caught:
            desk.submit()
        assert [(p.code, p.where) for p in caught.value.problems] == [
            ("E-GAPS", "002"), ("E-GAPS", "005"),
        ]  # fmt: skip
        assert store.ballots() == ()


def test_a_recusal_that_came_meanwhile_stops_the_submission(filled: Path) -> None:
    with world.opened(filled) as store:
        desk = desk_of(store)
        store.add_recusals([Recusal("J01", "003", "同单位", "", "")])
        with pytest.raises(Bad, match="E-ELSEWHERE"):
            desk.submit()
        desk_of(store).submit()


def test_two_desks_on_one_draft_collide_instead_of_mixing(path: Path) -> None:
    with world.opened(path) as store:
        one, two = desk_of(store), desk_of(store)
        one.set_cell("001", FIRST, scored(850))
        with pytest.raises(Bad, match="E-ELSEWHERE"):
            two.set_cell("001", FIRST, scored(0))
        assert two.answer("001").cells == {}
    world.check_world(path)


HOLD = """
import sys
from db.store import Store
from tests.db.world import RULES
store = Store.open(sys.argv[1])
store.desk("J01", RULES)
print("held", flush=True)
sys.stdin.readline()
"""


def test_s12_s13_a_second_window_is_told_who_has_the_desk_until_that_one_dies(path: Path) -> None:
    process = world.child(HOLD, path)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with world.opened(path) as store:
        with pytest.raises(Bad) as caught:
            desk_of(store)
        assert caught.value.code == "E-LOCKED"
        assert f"PID {process.pid}" in str(caught.value)
        desk_of(store, "J02").set_cell("001", FIRST, scored(850))
        process.kill()
        process.communicate()
        desk_of(store).set_cell("001", FIRST, scored(850))


def test_a_desk_reads_nothing_of_another_judge(full: Path) -> None:
    seen: list[str] = []
    with world.opened(full) as store:
        store._db.conn.set_trace_callback(seen.append)
        desk_of(store, "J02")
        store._db.conn.set_trace_callback(None)
    for statement in seen:
        if any(table in statement for table in ("draft", "ballot", "recusal", "desk")):
            assert "'J02'" in statement, statement
