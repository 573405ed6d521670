"""Where somebody who sees the screens for the first time stopped, and what they say there now."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from db.limits import REMARK, require_text
from tests.tui.award import desk
from tests.tui.screen import app_for, shown
from tests.tui.test_keys import after
from tui.screens.comment import CommentDialog
from tui.screens.home import HomeScreen
from tui.screens.review import ReviewScreen


async def test_the_number_of_a_case_cannot_be_read_as_its_place_among_the_cases() -> None:
    app = await after(("enter",))
    assert "案例 007（第 7 个，共 40 个）" in app.last_text


@pytest.mark.parametrize(("key", "screen"), [("escape", HomeScreen), ("f4", ReviewScreen)])
async def test_what_was_wrong_and_not_saved_is_said_wherever_one_goes(key, screen) -> None:
    app = await after(("enter", *"999", key))
    assert type(app.last_screen) is screen
    assert "案例 007 里输入的 999 不是有效分数，没有保存" in app.last_text


@pytest.mark.parametrize("typed", ["80.25", "８０。２５"])
async def test_a_score_with_too_many_decimals_is_told_the_steps(typed) -> None:
    app = await after(("enter", *typed))
    assert "应按 0.5 分一档，没有保存" in app.last_text


async def test_a_score_that_is_no_number_is_still_told_so() -> None:
    app = await after(("enter", *"8a.25"))
    assert "不是分数，没有保存" in app.last_text


async def test_an_empty_list_says_why_and_how_to_see_all_again() -> None:
    app = await after(("slash", *"zzz"))
    assert "没有找到“zzz”。按 Esc 取消查找，看全部。" in app.last_text


async def test_a_filter_that_lets_nothing_through_says_which_key_shows_all() -> None:
    from tests.tui.award import finished

    app = await after(("2",), finished())
    assert "这一类现在没有案例。按 1 看全部。" in app.last_text
    assert "第 0-0 行" not in app.last_text


async def test_while_searching_the_screen_goes_on_saying_how() -> None:
    app = await after(("slash", *"青山"))
    assert "Enter 到列表，Esc 取消查找" in app.last_text
    app = await after(("slash", *"青山", "enter"))
    assert "Enter 到列表，Esc 取消查找" not in app.last_text


async def test_a_comment_that_is_too_long_stays_open_and_says_how_to_get_rid_of_it() -> None:
    judge = desk()
    write = judge.set_comment

    def limited(case: str, text: str) -> object:
        require_text(case, "comment", text, REMARK)
        return write(case, text)

    judge.set_comment = limited  # type: ignore[method-assign]
    app = app_for(judge)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f2")
        await pilot.pause()
        app.screen.query_one(TextArea).text = "案" * 5001
        await pilot.press("escape")
        await pilot.pause()
        assert type(app.screen) is CommentDialog
        assert "太长：5001 字，最多 5000 字，没有保存" in shown(app)
        assert "不能关闭，免得丢失文字" in shown(app)
        app.screen.query_one(TextArea).text = "案"
        await pilot.press("escape")
        await pilot.pause()
        assert type(app.screen) is not CommentDialog


async def test_the_first_picture_names_the_case_to_go_on_with_and_not_the_search() -> None:
    app = app_for(desk())
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "接着上次：007" in shown(app)
        assert "Esc 取消查找" not in shown(app)


@pytest.mark.parametrize(
    ("keys", "way"), [(("f9",), "按 F4 看是哪些"), (("f4", "f9"), "按 Enter 去评")]
)
async def test_f9_on_an_unfinished_ballot_says_that_and_how_to_go_on(
    keys: tuple[str, ...], way: str
) -> None:
    app = await after(keys)
    assert "现在还不能提交：还有 34 个没评完" in app.last_text.replace("\n ", "")
    assert way in app.last_text.replace("\n ", "")


async def test_f1_in_a_box_explains_boxes_and_comes_back_to_it() -> None:
    app = app_for(desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter", "f3")
        await pilot.pause()
        box = app.screen
        await pilot.press("f1")
        await pilot.pause()
        assert "Esc 关掉框，什么都不改" in shown(app).replace("\n ", "")
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is box
