"""Every screen of a judge, as text, at both sizes and in both languages.

The goldens are read like pictures. To renew them: RENEW_GOLDENS=1, then read the diff.
"""

from __future__ import annotations

import pytest

from tests.tui.award import desk, finished
from tests.tui.every_screen import PLACES, SIZES, TOO_SMALL, WITHOUT_ROOM, at
from tests.tui.screen import ambiguous, app_for, overfull, same_as_golden, shown


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PLACES)
async def test_the_screen_looks_as_it_should_in_a_small_and_in_a_large_window(
    name: str, lang: str
) -> None:
    async with at(name, lang) as (app, pilot):
        for size, cells in SIZES.items():
            await pilot.resize_terminal(*cells)
            await pilot.pause()
            text = shown(app)
            assert ambiguous(text) == set()
            assert overfull(app) == []
            same_as_golden(f"{name}-{size}-{lang}", text)


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_sentence_of_a_window_too_small_looks_as_it_should(lang: str) -> None:
    async with at("home", lang) as (app, pilot):
        for cells in (TOO_SMALL, (40, 10)):
            await pilot.resize_terminal(*cells)
            await pilot.pause()
            assert type(app.screen).__name__ == WITHOUT_ROOM
            same_as_golden(f"too-small-{cells[0]}-{lang}", shown(app))


async def test_the_key_that_dismisses_a_hint_is_named_only_where_there_is_one() -> None:
    app = app_for(finished())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        await pilot.pause()
        assert "空格 取消提示" in shown(app)
        assert "-- 核对 014" in shown(app)
        await pilot.press("end")
        await pilot.pause()
        assert "空格 取消提示" not in shown(app)
        assert "核对 0" not in shown(app)


async def test_the_ruler_is_shown_once_and_remembered() -> None:
    memory: dict[str, str] = {}
    app = app_for(desk(), memory=memory)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "一二三四五六七八九十|" in shown(app)
        await pilot.press("2")
        await pilot.pause()
        assert "案例名称" in shown(app)
    assert memory["ruler"] == "2"


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (40, 10), (20, 3)])
async def test_a_window_too_small_says_so_and_takes_no_key(size: tuple[int, int]) -> None:
    judge = desk()
    app = app_for(judge)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.resize_terminal(*size)
        await pilot.pause()
        await pilot.press("9", "9")
        assert "窗口太小" in shown(app).replace("\n", "")
        assert "effect" not in judge.answer("007").cells
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.press("9")
        await pilot.pause()
        assert judge.answer("007").cells["effect"].points == 90
