"""Every key of the judge's key map does what the map says, full-width twins included."""

from __future__ import annotations

import pytest

from scoring.cells import Cell, State
from tests.tui.award import desk, finished
from tests.tui.fake_desk import FakeDesk
from tests.tui.screen import app_for, shown
from tui.screens.comment import CommentDialog
from tui.screens.dialogs import LeaveDialog
from tui.screens.help import HelpScreen
from tui.screens.home import HomeScreen
from tui.screens.receipt import ReceiptScreen
from tui.screens.recuse import RecuseDialog
from tui.screens.review import ReviewScreen
from tui.screens.score import ScoreScreen
from tui.screens.submit import SubmitDialog
from tui.themes import DARK, LIGHT

SIZE = (80, 24)


async def after(keys, judge: FakeDesk | None = None, **more):
    """The app after some keys; it has ended, its screen and desk can still be asked."""
    app = app_for(judge or desk(), **more)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        app.last_text, app.last_screen = shown(app), app.screen
        row = getattr(app.screen, "row", None)
        app.last_row = getattr(row, "case", None) or (row and row.criterion.key)
        app.last_case = getattr(app.screen, "case", None)
    return app


def points(judge: FakeDesk, case: str, criterion: str) -> int | None:
    cell = judge.answer(case).cells.get(criterion)
    return None if cell is None or cell.state is not State.SCORED else cell.points


HOME = [
    (("down",), HomeScreen, "008"),
    (("up",), HomeScreen, "006"),
    (("j",), HomeScreen, "008"),
    (("k",), HomeScreen, "006"),
    (("home",), HomeScreen, "001"),
    (("g",), HomeScreen, "001"),
    (("end",), HomeScreen, "040"),
    (("G",), HomeScreen, "040"),
    (("pagedown",), HomeScreen, "021"),
    (("end", "pageup"), HomeScreen, "026"),
    (("home", "up"), HomeScreen, "001"),
    (("3",), HomeScreen, "001"),
    (("2", "down"), HomeScreen, "008"),
    (("５",), HomeScreen, "005"),
    (("4",), HomeScreen, "003"),
    (("4", "1"), HomeScreen, "003"),
    (("enter",), ScoreScreen, "007"),
    (("f4",), ReviewScreen, None),
    (("f1",), HelpScreen, None),
    (("question_mark",), HelpScreen, None),
    (("？",), HelpScreen, None),
    (("f1", "escape"), HomeScreen, "007"),
    (("escape",), LeaveDialog, None),
    (("ctrl+q",), LeaveDialog, None),
    (("escape", "escape"), HomeScreen, "007"),
    (("slash", *"012", "enter"), HomeScreen, "012"),
    (("／", *"012", "enter"), HomeScreen, "012"),
    (("、", *"012", "enter"), HomeScreen, "012"),
    (("slash", *"012", "enter", "escape"), HomeScreen, "012"),
    (("f9",), HomeScreen, "007"),
]


@pytest.mark.parametrize(("keys", "screen", "case"), HOME)
async def test_on_the_list(keys, screen, case) -> None:
    app = await after(keys)
    assert type(app.last_screen) is screen
    assert app.last_case == case


SCORING = [
    # keys after Enter on 007 (85, 78, -, -), the row and value they leave
    (("9", "1"), "effect", 910),
    (("９", "１"), "effect", 910),
    (("9", "1", "full_stop", "5"), "effect", 915),
    (("9", "1", "。", "5"), "effect", 915),
    (("9", "1", "enter", "8", "8"), "spread", 880),
    (("up", "right"), "feasible", 790),
    (("up", "left"), "feasible", 770),
    (("up", "9", "9", "right", "right", "right"), "feasible", 1000),
    (("right",), "effect", None),
    (("up", "delete"), "feasible", None),
    (("up", "backspace"), "feasible", 70),
    (("up", "7", "7", "backspace", "9"), "feasible", 790),
    (("up", "1", "e", "5"), "feasible", 780),
    (("up", "8", "comma", "5"), "feasible", 780),
    (("up", "9", "9", "9"), "feasible", 780),
    (("up", "9", "9", "9", "backspace"), "feasible", 990),
    (("up", "9", "1", "ctrl+z"), "feasible", 780),
    (("up", "9", "1", "ctrl+z", "ctrl+y"), "feasible", 910),
    (("up", "9", "1", "enter", "8", "2", "ctrl+z", "ctrl+z"), "feasible", 780),
    (("up", "9", "9", "9", "ctrl+z"), "feasible", 780),
    (("up", "9", "9", "9", "down", "6", "0"), "effect", 600),
    (("7", "enter"), "effect", 70),
    (("j",), "effect", None),
    (("9", "1", "tab", "tab"), "effect", 910),
]


@pytest.mark.parametrize(("keys", "criterion", "value"), SCORING)
async def test_typing_a_score(keys, criterion, value) -> None:
    judge = desk()
    await after(("enter", *keys), judge)
    assert points(judge, "007", criterion) == value


async def test_a_minus_means_not_applicable_and_delete_takes_it_away() -> None:
    for keys, cell in ((("minus",), State.NOT_APPLICABLE), (("minus", "delete"), None)):
        judge = desk()
        await after(("enter", "down", *keys), judge)
        found = judge.answer("007").cells.get("spread", Cell(State.MISSING))
        assert found.state is (cell or State.MISSING)


MOVES = [
    (("f8",), "008"),
    (("f7",), "006"),
    (("f7", "f7", "f7", "f7", "f7", "f7", "f7"), "001"),
    (("9", "enter", "9", "enter"), "008"),  # after the last criterion the next unfinished case
    (("up", "up", "enter", "enter", "enter", "enter"), "008"),
    (("9", "x", "enter", "enter", "enter"), "007"),  # wrong input is not walked over
]


@pytest.mark.parametrize(("keys", "case"), MOVES)
async def test_going_from_case_to_case(keys, case) -> None:
    assert (await after(("enter", *keys))).last_case == case


async def test_going_on_to_the_next_case_by_itself_is_said() -> None:
    app = await after(("enter", "9", "enter", "9", "enter"))
    assert "007 已评完并保存，现在是下一个没评完的案例 008" in app.last_text


async def test_after_the_very_last_score_enter_opens_the_overview() -> None:
    judge = finished()
    judge.set_cell("018", "spread", Cell(State.MISSING))
    app = await after(("end", "enter", "8", "0", "enter"), judge)
    assert type(app.last_screen) is ReviewScreen


async def test_what_was_wrong_and_not_saved_is_said_on_the_next_case() -> None:
    app = await after(("enter", *"999", "f8"))
    assert "999 不是有效分数，没有保存" in app.last_text


async def test_space_marks_a_doubt_but_not_in_the_middle_of_a_number() -> None:
    for keys, doubt in (
        (("space",), True),
        (("ideographic_space",), True),
        (("space", "space"), False),
        (("9", "space"), False),
        (("9", "enter", "space"), True),
    ):
        judge = desk()
        await after(("enter", *keys), judge)
        assert judge.answer("007").doubt is doubt, keys


async def test_the_material_scrolls_while_the_hands_stay_on_the_score() -> None:
    app = await after(("enter", "pagedown", "9"))
    assert "第 11-22 行" in app.last_text
    assert app.last_row == "effect"
    assert "第 1-12 行" in (await after(("enter", "end", "home"))).last_text
    assert "第 11-22 行" in (await after(("enter", "end", "f8", "f7"))).last_text


async def test_tab_goes_to_the_material_where_the_arrows_scroll() -> None:
    app = await after(("enter", "tab", "down", "down"))
    assert "材料>" in app.last_text
    assert "第 3-14 行" in app.last_text


DIALOGS = [
    (("enter", "f2"), CommentDialog),
    (("enter", "f3"), RecuseDialog),
    (("enter", "f4"), ReviewScreen),
    (("enter", "f1"), HelpScreen),
    (("enter", "escape"), HomeScreen),
    (("enter", "slash"), HomeScreen),
    (("f3",), RecuseDialog),
    (("f4", "enter"), ScoreScreen),
    (("f4", "f2"), CommentDialog),
    (("f4", "escape"), HomeScreen),
    (("f4", "f9"), ReviewScreen),
]


@pytest.mark.parametrize(("keys", "screen"), DIALOGS)
async def test_which_screen_a_key_opens(keys, screen) -> None:
    assert type((await after(keys)).last_screen) is screen


async def test_a_comment_is_kept_by_escape_and_by_f2_and_digits_in_it_are_text() -> None:
    for close in ("escape", "f2"):
        judge = desk()
        app = await after(("enter", "f2", "1", "space", "enter", "x", close), judge)
        assert type(app.last_screen) is ScoreScreen
        assert judge.answer("007").comment.endswith("测算。1 \nx")


async def test_a_comment_is_one_step_of_undo() -> None:
    judge = desk()
    await after(("enter", "f2", "1", "2", "escape", "ctrl+z"), judge)
    assert judge.answer("007").comment.endswith("测算。")


async def test_recusal_wants_a_reason_and_can_be_undone() -> None:
    judge = desk()
    app = await after(("enter", "f3", "enter"), judge)
    assert "请先按数字选择原因" in app.last_text
    await after(("enter", "f3", "２", "enter"), judge)
    assert judge.answer("007").recused.reason == "我参与过该项目"
    judge = desk()
    await after(("enter", "f3", "4", "a", "b", "enter"), judge)
    assert judge.answer("007").recused.reason == "ab"
    await after(("f3", "escape"), judge)
    judge = desk()
    await after(("enter", "f3", "1", "enter", "ctrl+z"), judge)
    assert judge.answer("007").recused is None


async def test_on_a_recused_case_digits_say_why_they_do_nothing() -> None:
    judge = desk()
    app = await after(("enter", "f7", "f7", "9"), judge)
    assert "本案例已回避" in app.last_text.splitlines()[-3]
    assert judge.answer("005").cells == {}


async def test_space_dismisses_a_hint_and_f8_goes_to_the_next() -> None:
    judge = finished()
    app = await after(("f4", "space"), judge)
    assert "需核对 0 个" in app.last_text
    assert len(judge.dismissed("014")) == 1
    app = await after(("f4", "f8", "f8", "f7"), finished())
    assert app.last_row == "004"


async def test_one_and_two_choose_what_the_overview_shows() -> None:
    assert "006" not in (await after(("f4", "2"), finished())).last_text
    assert "006" in (await after(("f4", "２", "１"), finished())).last_text


async def test_a_disabled_key_says_why() -> None:
    app = await after(("f9",))
    assert "还有 34 个没评完" in app.last_text.splitlines()[-2]
    app = await after(("f4", "f9"))
    assert app.last_screen.check_action("submit", ()) is None


@pytest.mark.parametrize(
    "digits",
    [
        ("3", "7", "1", "9"),
        ("３", "７", "１", "９"),
        ("1", "backspace", *"3719"),
        (*"0000", *"3719"),
    ],
)
async def test_four_digits_submit(digits) -> None:
    judge = finished()
    app = await after(("f9", *digits), judge)
    assert judge.submitted is not None
    assert type(app.last_screen) is ReceiptScreen


@pytest.mark.parametrize(
    "keys", [("enter", "enter"), tuple("3718"), ("3", "7", "1", "escape"), ("y",), ("space",)]
)
async def test_nothing_else_submits(keys) -> None:
    judge = finished()
    app = await after(("f9", *keys), judge)
    assert judge.submitted is None
    assert type(app.last_screen) in (SubmitDialog, ReviewScreen)


async def test_after_submitting_everything_can_be_seen_and_nothing_changed() -> None:
    judge = finished()
    before = judge.answer("007")
    app = await after(("f9", *"3719", "2", "enter", "9", "right", "delete", "space", "f3"), judge)
    assert judge.answer("007") == before
    assert "评分表已提交封存" in app.last_text
    app = await after(("escape", "escape"), judge)
    assert type(app.last_screen) is ReceiptScreen


async def test_the_receipt_is_printed_through_the_caller(tmp_path) -> None:
    path = tmp_path / "receipt.html"
    app = await after(("f9", *"3719", "1"), finished(), save_receipt=lambda _ballot: path)
    assert "receipt.html" in app.last_text.replace("\n", "").replace(" ", "")


async def test_f6_changes_the_theme_and_it_is_remembered() -> None:
    memory = {"ruler": "1"}
    app = await after(("f6",), memory=memory)
    assert memory["theme"] == app.theme == DARK.name
    await after(("enter", "f6"), memory=memory)
    assert memory["theme"] == LIGHT.name


async def test_keys_can_be_bound_anew() -> None:
    app = await after(("f12",), keymap={"review": "f12"})
    assert type(app.last_screen) is ReviewScreen


async def test_the_words_at_the_bottom_are_buttons_and_rows_can_be_clicked() -> None:
    app = app_for(desk())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.click("#list", offset=(5, 9))
        await pilot.pause()
        assert app.screen.case == "010"
        await pilot.click("#list", offset=(5, 9), times=2)
        await pilot.pause()
        assert type(app.screen) is ScoreScreen
        bar = app.screen.query_one("#keys")
        text = shown(app).splitlines()[bar.region.y + 1]
        await pilot.click("#keys", offset=(len(text[: text.index("F8")].encode("gbk")) + 1, 1))
        await pilot.pause()
        assert app.screen.case == "011"


async def test_a_judge_scores_a_case_with_arrows_digits_and_enter_only() -> None:
    judge = desk()
    await after(
        ("down", "enter", *"85", "enter", *"78", "down", *"90", "enter", *"88", "enter"), judge
    )
    assert [
        points(judge, "008", key) for key in ("innovation", "feasible", "effect", "spread")
    ] == [850, 780, 900, 880]


async def test_a_very_long_overview_is_made_beside_the_screen() -> None:
    judge = finished(600)
    app = app_for(judge)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f4")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "需核对" in shown(app)
        await pilot.press("right")
        await pilot.pause()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "现在第" in shown(app)
