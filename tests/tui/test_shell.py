"""What every program with screens does at its start."""

from __future__ import annotations

import asyncio

from textual.events import Key

from tests.tui.award import desk
from tests.tui.screen import app_for, shown
from tui.screens.home import HomeScreen
from tui.screens.score import ScoreScreen
from tui.themes import DARK


async def test_the_first_screen_is_ours_and_nothing_lies_below_it() -> None:
    app = app_for(desk())
    async with app.run_test(size=(80, 24)):
        assert [type(screen) for screen in app.screen_stack] == [HomeScreen]


async def test_whoever_waits_for_the_first_picture_is_called_once_it_is_there() -> None:
    seen: list[str] = []
    app = app_for(desk(), shown=lambda: seen.append(shown(app)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down")
    assert len(seen) == 1
    assert "案例名称" in seen[0]


async def test_the_style_is_read_for_the_theme_of_last_time_and_again_when_it_changes() -> None:
    app = app_for(desk(), memory={"ruler": "1", "theme": DARK.name})
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.styles.background.hex == DARK.background
        await pilot.press("f6")
        assert app.screen.styles.background.hex != DARK.background


async def test_digits_typed_while_the_case_is_still_opening_are_not_lost() -> None:
    judge = desk()
    app = app_for(judge)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
        app.post_message(Key("enter", None))
        while not isinstance(app.screen, ScoreScreen):
            await asyncio.sleep(0)
        assert not app.screen.is_mounted
        for digit in "75":
            app.post_message(Key(digit, digit))
        await pilot.pause()
    assert judge.answer("008").cells["innovation"].points == 750


async def test_a_screen_that_comes_back_shows_what_was_done_over_it() -> None:
    judge = desk()
    app = app_for(judge)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("home", "enter")
        judge.set_doubt("001", True)
        await pilot.press("escape")
        await pilot.pause()
        assert "存疑" in next(line for line in shown(app).splitlines() if " 001 " in line)
