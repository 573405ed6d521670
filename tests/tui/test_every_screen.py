"""No screen of a judge's and no key of one is untried; nor are the mouse and the window."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.every_screen import PLACES, SIZES, TOO_SMALL, WITHOUT_ROOM, at, one_of_each, screens
from tests.tui.keyboard import every_button, every_part, every_twin, every_word, ours
from tests.tui.screen import shown
from tui.widgets.rows import Rows

OTHER_WORDS = ("score-recused", "sealed", "receipt-own", "changed-case", "ticks-tiers")
"""Places whose bottom line or filters are others than those of the first place of their screen."""
EVERYWHERE = {"leave", "help", "theme", "dialog.theme", "undo", "redo"}
"""Keys that do the same on every screen; that they are not taken by another is tried above."""
BEFORE = {  # what must be pressed first for a key to have something to do
    "row.up": "down", "page.up": "pagedown", "top": "end", "hint.back": "f8",
    "score.less": "9", "score.more": "9", "clear": "9", "tick.left": "right", "pair.first": "2",
}  # fmt: skip


def test_every_screen_there_is_has_its_goldens_and_is_tried() -> None:
    """A new screen needs a place in `every_screen`."""
    assert set(screens()) == {one.screen for one in PLACES.values()} | {WITHOUT_ROOM}


@pytest.mark.parametrize("name", [*one_of_each(), *OTHER_WORDS])
async def test_every_key_its_twins_and_every_word_do_the_same(name: str) -> None:
    async with at(name) as (app, pilot):
        await every_twin(app, pilot)
        await every_word(app, pilot)
        await every_button(app, pilot)
        await _resized(app, pilot)
        await every_part(app, pilot)


async def _resized(app: App[Any], pilot: Pilot[Any]) -> None:
    """Too small and back: the same is seen as before, and no key did anything."""
    before = shown(app)  # type: ignore[arg-type]
    await pilot.resize_terminal(*TOO_SMALL)
    await pilot.pause()
    assert type(app.screen).__name__ == WITHOUT_ROOM
    await pilot.press("enter", "1", "escape")
    await pilot.resize_terminal(*SIZES["80"])
    await pilot.pause()
    assert shown(app) == before  # type: ignore[arg-type]


@pytest.mark.parametrize("name", one_of_each())
async def test_every_key_does_something_that_is_seen_or_says_why_not(name: str) -> None:
    async with at(name) as (app, _):
        left = {
            binding: keys[0].key
            for binding, keys in ours(app).items()
            if binding.split()[0] == PLACES[name].screen and binding.split()[1] not in EVERYWHERE
        }
    while left:
        async with at(name) as (app, pilot):
            await _press_on(app, pilot, left)


async def _press_on(app: App[Any], pilot: Pilot[Any], left: dict[str, str]) -> None:
    """One key after the other, until one leads away for good."""
    place = app.screen
    while left and app.screen is place and app.is_running:
        name, key = next(iter(left.items()))
        del left[name]
        binding = name.split()[1]
        if binding in BEFORE:
            await pilot.press(BEFORE[binding])
            await pilot.pause()
        before = _state(app)
        await pilot.press(key)
        await pilot.pause()
        assert _state(app) != before or _may_do_nothing(place, binding), name
        await _back(app, pilot, place)


def _state(app: App[Any]) -> object:
    """What is seen and where the keys go."""
    if not app.is_running:
        return None
    return app.screen, app.focused, shown(app), app.theme  # type: ignore[arg-type]


def _may_do_nothing(place: Screen[Any], binding: str) -> bool:
    """What is chosen already, and the one question of a vote."""
    chosen = binding in (f"filter.{getattr(place, 'filter', '')}", "show.all")
    return chosen or binding.startswith(("tick.tier-", "tick.left", "tick.right"))


async def _back(app: App[Any], pilot: Pilot[Any], place: object) -> None:
    for _ in range(4):
        searching = app.is_running and getattr(app.focused, "id", "") == "search"
        if not searching and (app.screen is place or place not in app.screen_stack):
            return
        await pilot.press("escape")
        await pilot.pause()


WITH_LISTS = ("home", "papers", "review", "pick", "reorder", "ticks", "ticks-review")


@pytest.mark.parametrize("name", WITH_LISTS)
async def test_a_click_picks_a_line_and_a_double_click_does_what_enter_does(name: str) -> None:
    seen = []
    for opened in (("enter",), ()):
        async with at(name) as (app, pilot):
            rows = app.screen.query_one(Rows)
            line = next(n for n in range(rows.count) if n not in rows.skipped | {rows.picked})
            cell = (30, line - int(rows.scroll_offset.y))
            await pilot.click(rows, offset=cell, times=1 if opened else 2)
            await pilot.pause()
            assert rows.picked == line
            await pilot.press(*opened)
            await pilot.pause()
            seen.append((type(app.screen), shown(app)))  # type: ignore[arg-type]
    assert seen[0] == seen[1]


def test_every_screen_with_a_list_is_clicked() -> None:
    source = {name for name, one in screens().items() if _has_rows(one)}
    assert source == {PLACES[name].screen for name in WITH_LISTS}


def _has_rows(screen: type) -> bool:
    return any("Rows(" in inspect.getsource(one) for one in screen.__mro__[:-1]
               if one.__module__.startswith("tui.screens."))  # fmt: skip
