"""Voting by ticks: what every key does, what is refused at the key, and how it looks."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from db.desk import Desk
from db.ticks import ABSTAINED, TICK
from scoring.cells import Cell, State
from tests.tui.screen import ambiguous, same_as_golden, shown
from tests.tui.test_goldens import SIZES
from tests.tui.votes import TIERS, app_of, desk_of, rules_of
from tui.plain import run
from tui.screens.dialogs import LeaveDialog
from tui.screens.help import HelpScreen
from tui.screens.receipt import ReceiptScreen
from tui.screens.recuse import RecuseDialog
from tui.screens.submit import SubmitDialog
from tui.screens.ticks import TicksScreen
from tui.screens.ticks_read import TickReadScreen
from tui.screens.ticks_review import TickReviewScreen
from words import Bad


async def pressed(desk: Desk, keys, size=(80, 24), **more):
    """The app after some keys; it has ended, its last text, screen and case can be asked."""
    app = app_of(desk, **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        app.last_text, app.last_screen = shown(app), app.screen
        app.last_case = getattr(app.screen, "case", None)
    return app


def ticked(desk: Desk, question: str = "approve") -> list[str]:
    return [case for case, one in desk.answers().items() if one.cells.get(question) == TICK]


KEYS = [
    # keys, screen at the end, case under the mark, what is ticked
    (("space",), TicksScreen, "001", ["001"]),
    (("ideographic_space",), TicksScreen, "001", ["001"]),
    (("space", "space"), TicksScreen, "001", []),
    (("down", "space"), TicksScreen, "002", ["002"]),
    (("end", "space"), TicksScreen, "018", ["018"]),
    (("space", "ctrl+z"), TicksScreen, "001", []),
    (("space", "ctrl+z", "ctrl+y"), TicksScreen, "001", ["001"]),
    (("enter",), TickReadScreen, "001", []),
    (("enter", "space"), TickReadScreen, "001", ["001"]),
    (("enter", "f8", "space", "f8", "f7"), TickReadScreen, "002", ["002"]),
    (("enter", "f8", "escape"), TicksScreen, "002", []),
    (("enter", "f8", "enter"), TicksScreen, "002", []),
    (("enter", "f3"), RecuseDialog, None, []),
    (("f3",), RecuseDialog, None, []),
    (("space", "f3", "1", "enter"), TicksScreen, "001", []),
    (("f4",), TickReviewScreen, None, []),
    (("down", "space", "f4", "enter"), TicksScreen, "002", ["002"]),
    (("f9",), SubmitDialog, None, []),
    (("f9", "escape", "escape"), TicksScreen, "001", []),
    (("space", "f9", *"3719"), ReceiptScreen, None, ["001"]),
    (("space", "f9", *"3719", "2", "space"), TicksScreen, "001", ["001"]),
    (("f1",), HelpScreen, None, []),
    (("escape",), LeaveDialog, None, []),
    (("slash", *"012", "enter", "space"), TicksScreen, "012", ["012"]),
    (("slash", *"012", "enter", "space", "escape"), TicksScreen, "012", ["012"]),
    (("9", "space"), TicksScreen, "001", ["001"]),
]  # fmt: skip


@pytest.mark.parametrize(("keys", "screen", "case", "ticks"), KEYS)
async def test_every_key_of_a_vote_does_what_the_map_says(
    tmp_path: Path, keys, screen, case, ticks
) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        app = await pressed(desk, keys)
        assert type(app.last_screen) is screen
        assert case in {None, app.last_case}
        assert ticked(desk) == ticks


@pytest.mark.parametrize("zero", ["0", "０"])
async def test_zero_abstains_and_takes_it_back(tmp_path: Path, zero: str) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        await pressed(desk, ("space", zero))
        assert desk.answer("001").cells == {"approve": ABSTAINED}
        await pressed(desk, (zero,))
        assert desk.answer("001").cells == {}


@pytest.mark.parametrize("key", ["2", "２", "right"])
async def test_a_digit_or_right_chooses_the_tier_that_is_ticked(tmp_path: Path, key: str) -> None:
    with desk_of(tmp_path, rules_of(TIERS)) as desk:
        app = await pressed(desk, ("space", key, "down", "space"))
        assert (ticked(desk, "classic"), ticked(desk, "good")) == (["001"], ["002"])
        assert "优秀案例*" in app.last_text
        assert "经典案例 已选 1 / 2" in app.last_text
        await pressed(desk, (key, "left", "space"))
        assert ticked(desk, "classic") == ["001", "002"]


async def test_a_tick_too_many_is_refused_at_the_key_with_a_sentence(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        keys = ("space", "down", "space", "down", "space", "down", "space")
        app = await pressed(desk, keys)
        assert ticked(desk) == ["001", "002", "003"]
        assert "最多勾选 3 个" in app.last_text
        assert "已选 3 / 3" in app.last_text
        with pytest.raises(Bad, match="E-TICKS-MANY"):
            desk.set_cell("009", "approve", TICK)


async def test_too_few_ticks_cannot_be_submitted_where_the_rules_want_all(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of(fewer=False)) as desk:
        app = await pressed(desk, ("space", "f9"))
        assert type(app.last_screen) is TicksScreen
        assert "还要勾选 2 个" in app.last_text
        with pytest.raises(Bad, match="E-TICKS-FEW"):
            desk.submit()
        app = await pressed(desk, ("down", "space", "down", "space", "f9", *"3719"))
        assert type(app.last_screen) is ReceiptScreen


def test_what_is_not_ticked_is_handed_in_as_no_tick(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        desk.set_cell("002", "approve", TICK)
        desk.set_cell("003", "approve", ABSTAINED)
        desk.recuse("004", "同事")
        cells = {one.case: one.cells.get("approve") for one in desk.submit().entries}
    assert cells["001"] == Cell(State.SCORED, 0)
    assert (cells["002"], cells["003"], cells["004"]) == (TICK, ABSTAINED, None)


async def test_nothing_is_ticked_after_submitting(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        desk.submit()
        app = await pressed(desk, ("2", "space"))
        assert "已提交封存" in app.last_text
        assert ticked(desk) == []


async def test_a_click_on_the_mark_ticks_and_a_double_click_beside_it_opens(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of(TIERS)) as desk:
        app = app_of(desk)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.click("#list", offset=(13, 2))
            await pilot.pause()
            assert ticked(desk, "good") == ["003"]
            await pilot.click("#list", offset=(4, 1))
            await pilot.click("#list", offset=(4, 1))
            await pilot.pause()
            assert ticked(desk, "classic") == []
            await pilot.click("#list", offset=(40, 4), times=2)
            await pilot.pause()
            assert isinstance(app.screen, TickReadScreen)
            assert app.screen.case == "005"


@pytest.mark.parametrize(("size", "lang"), [(s, lang) for s in SIZES for lang in ("zh", "en")])
async def test_a_full_ballot_looks_as_it_should(tmp_path: Path, size: str, lang: str) -> None:
    keys = ("space", "down", "space", "down", "space", "down", "space")
    with desk_of(tmp_path, rules_of()) as desk:
        app = await pressed(desk, keys, SIZES[size], lang=lang)
    assert ambiguous(app.last_text) == set()
    same_as_golden(f"ticks-full-{size}-{lang}", app.last_text)


def plainly(desk: Desk, answers: str) -> str:
    out = io.StringIO()
    run(desk, desk.rules, stdin=io.StringIO(answers), stdout=out, lang="zh", new_code=lambda: "37")
    return out.getvalue()


def test_line_by_line_a_judge_votes_from_the_first_tick_to_the_receipt(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of()) as desk:
        answers = ["2", "001 ００2 999 003 004", "3", "005", "4", "006", "5", "007", "1",
                   "7", "8", "9", "6", "食堂", "10", "37", "0"]  # fmt: skip
        said = plainly(desk, "\n".join(answers) + "\n")
        assert desk.submitted is not None
        assert ticked(desk) == ["001", "002", "003"]
        assert desk.answer("007").recused is not None
    assert "[E-TICKS-MANY]" in said
    assert "999" in said
    assert "[x]  001" in said
    assert "一、项目背景" in said
    assert "回执" in said


def test_line_by_line_a_tier_is_asked_for_and_gaps_are_told(tmp_path: Path) -> None:
    with desk_of(tmp_path, rules_of(TIERS, fewer=False)) as desk:
        said = plainly(desk, "2\n2\n001\n2\n0\n10\n0\n")
        assert (ticked(desk, "classic"), ticked(desk, "good")) == ([], ["001"])
        assert desk.submitted is None
    assert "经典案例还要勾选 2 个" in said
    assert "优秀案例还要勾选 2 个" in said
