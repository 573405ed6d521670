"""Two cases side by side, and changing places at the end: nothing changes but what is picked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.cells import Cell, State
from tests.tui.award import JUDGE, RULES, desk, finished, nominations
from tests.tui.fake_desk import FakeDesk
from tests.tui.screen import app_for, shown
from tests.tui.test_keys import after, points
from tui.screens.compare import CompareScreen
from tui.screens.home import HomeScreen
from tui.screens.picking import PickDialog
from tui.screens.reorder import ReorderDialog
from tui.screens.review import ReviewScreen
from tui.screens.score import ScoreScreen

ON_004 = ("f4", "down")  # of the finished desk: 004 is sixth, 011 before it, 013 beside it


def few(count: int) -> FakeDesk:
    """A desk with so many cases, nothing scored."""
    return FakeDesk(RULES, nominations(count), JUDGE)


OPENS = [
    (("equals_sign",), PickDialog),
    (("＝",), PickDialog),
    (("fullwidth_equals_sign",), PickDialog),
    (("enter", "equals_sign"), PickDialog),
    (("equals_sign", "escape"), HomeScreen),
    (("equals_sign", "enter"), CompareScreen),
    (("equals_sign", "enter", "escape"), HomeScreen),
    (("equals_sign", "enter", "enter"), ScoreScreen),
    (("equals_sign", "enter", "enter", "escape"), CompareScreen),
    (("equals_sign", "enter", "slash"), PickDialog),
    (("f4", "equals_sign"), PickDialog),  # 007 is not complete: no neighbour yet
    (("f4", "right"), ReviewScreen),
]


@pytest.mark.parametrize(("keys", "screen"), OPENS)
async def test_where_the_equals_sign_leads(keys, screen) -> None:
    assert type((await after(keys)).last_screen) is screen


PAIRS = [
    # keys on the finished desk, the two cases shown, which one the keys go to
    ((*ON_004, "equals_sign"), ("004", "011"), 0),
    ((*ON_004, "equals_sign", "right"), ("004", "011"), 1),
    ((*ON_004, "equals_sign", "left"), ("004", "011"), 1),
    ((*ON_004, "equals_sign", "tab", "shift+tab"), ("004", "011"), 0),
    ((*ON_004, "equals_sign", "２"), ("004", "011"), 1),
    ((*ON_004, "equals_sign", "2", "1"), ("004", "011"), 0),
    ((*ON_004, "equals_sign", "f7"), ("004", "010"), 0),
    ((*ON_004, "equals_sign", "f8"), ("004", "013"), 0),  # past itself
    ((*ON_004, "equals_sign", "equals_sign", *"018", "enter"), ("004", "018"), 0),
    ((*ON_004, "equals_sign", "equals_sign", "down", "enter"), ("004", "006"), 0),
    (("home", "equals_sign", *"０１２", "enter"), ("001", "012"), 0),
    (("home", "equals_sign", "pagedown", "enter"), ("001", "010"), 0),
]


@pytest.mark.parametrize(("keys", "pair", "here"), PAIRS)
async def test_which_two_cases_are_compared(keys, pair, here) -> None:
    screen = (await after(keys, finished())).last_screen
    assert (screen.pair, screen.here) == (pair, here)


async def test_the_marks_of_both_and_their_difference_are_shown() -> None:
    app = await after((*ON_004, "equals_sign"), finished())
    assert any(
        line.split() == ["创新性", "30%", "82", "87", "-5"] for line in app.last_text.splitlines()
    )
    assert "83.3  第 6 名" in app.last_text
    assert "83.6  第 5 名" in app.last_text


async def test_each_text_keeps_its_own_place() -> None:
    app = await after((*ON_004, "equals_sign", "pagedown", "right", "down", "left"), finished())
    assert "第 11-" in app.last_text
    app = await after((*ON_004, "equals_sign", "pagedown", "right", "down"), finished())
    assert "第 2-" in app.last_text


async def test_a_mark_changed_on_the_way_is_seen_when_one_comes_back() -> None:
    judge = finished()
    app = await after((*ON_004, "equals_sign", "enter", *"90", "enter", "escape"), judge)
    assert points(judge, "004", "innovation") == 900
    assert "第 4 名" in app.last_text.splitlines()[1]


async def test_f2_writes_a_comment_and_undo_works_there_too() -> None:
    judge = finished()
    app = await after((*ON_004, "equals_sign", "f2", "x", "escape"), judge)
    assert judge.answer("004").comment == "x"
    assert "评语 1：x" in app.last_text
    await after((*ON_004, "equals_sign", "ctrl+z"), judge)
    assert judge.answer("004").comment == ""


async def test_beyond_the_ends_it_says_so() -> None:
    app = await after((*ON_004, "equals_sign", *["f7"] * 12), finished())
    assert "没有更多案例" in app.last_text


async def test_the_only_case_has_none_to_be_compared_with() -> None:
    app = await after(("equals_sign",), few(1))
    assert type(app.last_screen) is HomeScreen
    assert "只有一个案例" in app.last_text


# --- changing places -------------------------------------------------------------------


async def test_right_shows_what_would_put_a_case_before_the_next_better_one() -> None:
    judge = finished()
    before = dict(judge.answers())
    app = await after((*ON_004, "right"), judge)
    assert type(app.last_screen) is ReorderDialog
    assert "让案例 004 排到案例 011 前面。程序不会自己改分。" in app.last_text
    assert "004 的创新性  82 改为 83.5  总分变为 83.8" in app.last_text
    assert dict(judge.answers()) == before


async def test_left_shows_what_would_put_the_next_one_before_it() -> None:
    app = await after((*ON_004, "left"), finished())
    assert "让案例 013 排到案例 004 前面" in app.last_text


CHOICES = [
    (("enter",), "004", "innovation", 835),
    (("down", "enter"), "004", "feasible", 875),
    (("２", "enter"), "004", "feasible", 875),
    (("5", "enter"), "011", "innovation", 855),
    (("9", "enter"), "004", "innovation", 835),  # there is no ninth line
]


@pytest.mark.parametrize(("keys", "case", "criterion", "value"), CHOICES)
async def test_the_line_that_is_picked_is_done_and_one_undo_takes_it_back(
    keys, case, criterion, value
) -> None:
    judge = finished()
    before = dict(judge.answers())
    app = await after((*ON_004, "right", *keys), judge)
    assert points(judge, case, criterion) == value
    assert "现在第" in app.last_text
    judge.undo()
    assert dict(judge.answers()) == before


@pytest.mark.parametrize("keys", [("escape",), ("2", "escape"), ("equals_sign", "escape")])
async def test_whatever_else_is_pressed_changes_no_mark(keys) -> None:
    judge = finished()
    before = dict(judge.answers())
    app = await after((*ON_004, "right", *keys), judge)
    assert dict(judge.answers()) == before
    assert type(app.last_screen) is ReviewScreen


async def test_the_ends_and_cases_without_a_place_say_why_they_do_not_move() -> None:
    app = await after(("f4", "right"))
    assert "还没有名次" in app.last_text
    app = await after(("f4", *["down"] * 7, "right"), finished())  # 003, the best
    assert "已经是第一名" in app.last_text
    app = await after(("f4", "left"), finished())  # 014, the last
    assert "已经是最后一名" in app.last_text


async def test_where_no_single_mark_is_enough_it_says_so() -> None:
    judge = few(2)
    for criterion in judge.rules.stage.criteria:
        judge.set_cell("001", criterion.key, Cell(State.SCORED, 1000))
        judge.set_cell("002", criterion.key, Cell(State.SCORED, 0))
    before = dict(judge.answers())
    app = await after(("f4", "left", "enter"), judge)
    assert "只改一项分数做不到" in app.last_text
    assert dict(judge.answers()) == before


# --- taking a recusal back -------------------------------------------------------------


async def test_f3_takes_an_own_recusal_back_on_the_list_and_on_the_case() -> None:
    for keys in (("5", "f3", "enter"), ("enter", "f7", "f7", "f3", "enter")):
        judge = desk()
        app = await after(keys, judge)
        assert judge.answer("005").recused is None
        assert "005 不再回避" in app.last_text


async def test_escape_leaves_the_recusal_as_it_is() -> None:
    judge = desk()
    app = await after(("5", "f3", "escape"), judge)
    assert judge.answer("005").recused
    assert "取消回避" in app.last_text


async def test_a_recusal_of_the_secretary_cannot_be_taken_back_and_says_why() -> None:
    judge = desk()
    answer = judge.answer("005")
    judge._answers["005"] = replace(answer, recused=replace(answer.recused, by="secretary"))
    app = await after(("enter", "f7", "f7", "f3"), judge)
    assert judge.answer("005").recused
    assert "秘书处登记的回避" in app.last_text


async def test_a_click_into_the_other_text_goes_there() -> None:
    app = app_for(finished())
    async with app.run_test(size=(120, 40)) as pilot:
        for key in (*ON_004, "equals_sign"):
            await pilot.press(key)
            await pilot.pause()
        await pilot.click("#text-right", offset=(5, 5))
        await pilot.pause()
        assert app.screen.here == 1
        assert ">" in shown(app).splitlines()[2][:3]
