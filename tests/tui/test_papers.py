"""The files beside a case: seen on the case, read on the screen, opened outside."""

from __future__ import annotations

import pytest

from tests.tui.award import desk
from tests.tui.screen import app_for, shown
from tui.papers import Paper
from tui.screens.papers import PapersScreen
from tui.screens.score import ScoreScreen
from words import Bad


def papers(opened: list[str]):
    def gone() -> list[str]:
        raise Bad("E-NOTEXT", "图.png")

    return lambda case: [
        Paper(
            "统计表 [/].pdf", "12 KiB", lambda: ["第一页", "[b]甲[/b]"], lambda: opened.append("1")
        ),
        Paper("图.png", "1 MiB", gone, lambda: opened.append("2")),
    ]


async def after(*keys: str, size=(80, 24), **more):
    app = app_for(desk(), **more)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.05)
        app.last_text, app.last_screen = shown(app), app.screen
    return app


async def test_a_case_says_how_many_files_lie_beside_it():
    app = await after("enter", papers=papers([]))
    assert "附件 2 份" in app.last_text
    assert "F5" in app.last_text


@pytest.mark.parametrize("key", ["f5", "ctrl+o"])  # F5 belongs to the browser
async def test_f5_lists_them_and_enter_reads_one_as_it_is_written(key):
    app = await after("enter", key, "enter", papers=papers([]))
    assert isinstance(app.last_screen, PapersScreen)
    assert "统计表 [/].pdf   12 KiB" in app.last_text
    assert "[b]甲[/b]" in app.last_text


@pytest.mark.parametrize(("keys", "number"), [((), "1"), (("down",), "2")])
async def test_o_opens_the_chosen_one_with_the_program_of_the_system(keys, number):
    opened: list[str] = []
    app = await after("enter", "f5", *keys, "o", papers=papers(opened))
    assert opened == [number]
    assert "已用电脑上的程序打开" in app.last_text


async def test_what_cannot_be_read_is_a_sentence():
    app = await after("enter", "f5", "down", "enter", papers=papers([]))
    assert "E-NOTEXT" in app.last_text


async def test_escape_goes_back_to_the_case():
    app = await after("enter", "f5", "escape", papers=papers([]))
    assert isinstance(app.last_screen, ScoreScreen)


async def test_without_files_the_key_says_so_and_nothing_else_is_seen():
    app = await after("enter", "f5")
    assert isinstance(app.last_screen, ScoreScreen)
    assert "没有附件" in app.last_text
    assert "附件 0" not in app.last_text
