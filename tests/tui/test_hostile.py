"""Whatever a nomination says is shown as it is written, and nothing of it ever runs."""

from __future__ import annotations

import io

import pytest

from scoring.cells import Cell, State
from scoring.rules import Text
from tests.tui.fake_desk import FakeDesk
from tests.tui.hostile import ESCAPES, FOREIGN, PAYLOADS, hostile_desk
from tests.tui.screen import drawn, shown
from tui.app import JudgeApp
from tui.ink import safe
from tui.plain import run

PLACES = {
    "home": (),
    "score": ("enter",),
    "comment": ("enter", "f2"),
    "recuse": ("enter", "f3", "1"),
    "review": ("f4",),
    "help": ("enter", "f1"),
    "pick": ("equals_sign",),
    "compare": ("equals_sign", "enter"),
    "reorder": ("f4", "right"),
    "unrecuse": ("f3", "1", "enter", "f3"),
    "submit": ("f9",),
    "receipt": ("f9", *"3719"),
    "find": ("slash", "left_square_bracket", "enter"),
}


SCORED = ("reorder", "submit", "receipt")  # places that want every case to be scored


def desk_for(place: str) -> FakeDesk:
    desk = hostile_desk()
    for n, case in enumerate(desk.cases if place in SCORED else ()):
        for criterion in desk.rules.stage.criteria:
            desk.set_cell(case.number, criterion.key, Cell(State.SCORED, 800 + 5 * n))
    return desk


def app_of(desk, **more) -> JudgeApp:
    return JudgeApp(
        desk, desk.rules, name=Text("[/]" + ESCAPES), deadline="[bold]", lang="zh",
        memory={"ruler": "1"}, **more,
    )  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_shows_it_literally_and_a_click_anywhere_runs_nothing(
    place, size
) -> None:
    app = app_of(desk_for(place), new_code=lambda: "3719")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in PLACES[place]:
            await pilot.press(key)
            await pilot.pause()
        text = shown(app)
        assert not set(FOREIGN) & set(text)
        if place == "home":
            for payload in PAYLOADS:
                assert payload[:8] in text, payload
        if place == "score":
            assert "[/]" in text
        height = size[1] - 3  # the last lines are our own buttons
        for strip in drawn(app):
            for segment in strip:
                assert not segment.style or not {"@click", "click"} & set(segment.style.meta)
                assert not segment.style or not segment.style.link
        for y in range(4, height, 5):
            await pilot.click(offset=(12, y))
        await pilot.pause()
        assert app.is_running
        assert app._exception is None


async def test_search_text_and_reasons_are_literal_too() -> None:
    app = app_of(hostile_desk())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "left_square_bracket", "slash", "right_square_bracket", "enter")
        await pilot.pause()
        assert "[/]" in shown(app).splitlines()[2]
        await pilot.press("f3", "3", *"[/x", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "已回避：[/x" in shown(app)


def test_line_by_line_nothing_foreign_reaches_the_terminal() -> None:
    desk = hostile_desk()
    answers = "2\n4\n[\n5\n2\n3\n001\n2\n3\n[/]\n1\n?\n90\n?\n?\n?\n0\n5\n1\n0\n6\n7\n8\n0\n"
    out = io.StringIO()
    run(desk, desk.rules, stdin=io.StringIO(answers), stdout=out, lang="zh")
    said = out.getvalue()
    assert not set(FOREIGN) & set(said)
    for payload in PAYLOADS:
        assert payload in said


def test_the_one_helper_that_makes_text_safe_keeps_what_is_only_strange() -> None:
    for payload in PAYLOADS:
        assert safe(payload) == payload
    assert safe("a\x1b[31mb\u202ec\u200b") == "a〓[31mbc"


async def test_a_hostile_award_can_be_scored_and_submitted() -> None:
    desk = hostile_desk()
    for case in desk.cases:
        for criterion in desk.rules.stage.criteria:
            desk.set_cell(case.number, criterion.key, Cell(State.SCORED, 800))
    app = app_of(desk, new_code=lambda: "1234")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f9")
        await pilot.pause()
        await pilot.press(*"1234")
        await pilot.pause()
        assert desk.submitted is not None
        assert not set(FOREIGN) & set(shown(app))
