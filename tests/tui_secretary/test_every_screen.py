"""No screen of the secretary's and no key of one is untried; nor are the mouse and the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot

from tests.tui.keyboard import every_button, every_part, every_twin, every_word
from tests.tui.screen import lines
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.every_screen import IN_A_TEST_OF_ITS_OWN, PLACES, bound, screens
from tests.tui_secretary.screen import Running, running
from tui.office.create import CreateApp
from tui.office.mapping import MappingScreen
from tui.office.start import StartApp
from tui.screens.dialogs import TooSmall
from tui.widgets.rows import Rows

LAST = ("form.down", "form.up", "form.next", "form.cancel")  # one after the other: the last leaves


def test_every_screen_there_is_is_tried() -> None:
    """A new screen needs a place here, or a test of its own."""
    assert set(screens()) == {*PLACES, *IN_A_TEST_OF_ITS_OWN}
    with pytest.raises(KeyError):
        PLACES["NoSuchScreen"]


@pytest.mark.parametrize("name", PLACES)
async def test_every_key_the_mouse_and_the_window(name: str, copy: Copy) -> None:
    award, keys = PLACES[name]
    async with running(copy(award), keys=keys) as one:
        assert type(one.app.screen).__name__ == name
        bindings = sorted(bound(type(one.app.screen)), key=_late)
        await _resized(one)
        await _clicked(one)
        for binding in bindings:
            await _pressed(one, binding)


OTHER_WORDS = {  # bottom lines, filters and pages unlike those of the first place of their screen
    "a judge": ("finished", ("down", "enter")),
    "an explanation": ("finished", ("f4", "enter")),
    "a plan": ("working", ("work:assign", "enter", "enter")),
    "a form to read": ("finished", ("f4", "f9")),
    "decided": ("finished", ("work:event", "f2", "2", "enter")),
    "a heading": ("working", ("work:import", "enter", "file", "enter", "enter", "enter", "f2")),
}


@pytest.mark.parametrize("name", [*PLACES, *OTHER_WORDS])
async def test_every_key_its_twins_and_every_word_do_the_same(name: str, copy: Copy) -> None:
    award, keys = (PLACES | OTHER_WORDS)[name]
    folder = copy(award)
    (folder / "new.csv").write_text("编号,案例名称,哪家报的\n901,新案例,新单位\n", encoding="utf-8")
    async with running(folder) as one:
        for key in keys:
            await (one.type("new.csv") if key == "file" else one.press(key))
        assert name != "a heading" or isinstance(one.app.screen, MappingScreen)
        await _the_same(one.app, one.pilot)


@pytest.mark.parametrize("questions", [0, 5, 11])
async def test_it_is_so_before_there_is_an_award(questions: int, tmp_path: Path) -> None:
    """What one begins with; a typed question, one of a few, and the rules at the end."""
    made = CreateApp(tmp_path / "new", lang="zh", memory={"ruler": "1"})
    start = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    for app in (start, made) if not questions else (made,):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(*["enter"] * questions)
            await pilot.pause()
            await _the_same(app, pilot)


async def _the_same(app: App[Any], pilot: Pilot[Any]) -> None:
    await every_twin(app, pilot)
    await every_word(app, pilot)
    await every_button(app, pilot)
    await every_part(app, pilot)


def _late(binding: Binding) -> int:
    return LAST.index(binding.id) if binding.id in LAST else -1


async def _pressed(one: Running, binding: Binding) -> None:
    """A key does something that is seen, or says why it does nothing; Esc leads back."""
    place = one.app.screen
    if place.check_action(*_action(binding)) is False:  # bound for pages that have it
        return
    before = _state(one)
    await one.press(binding.key.split(",")[0])
    assert one.app.is_running
    assert _state(one) != before or _is_chosen(place, binding), binding.id
    await _home(one, place)


def _action(binding: Binding) -> tuple[str, tuple[object, ...]]:
    name, _, given = binding.action.partition("(")
    return name, tuple(part.strip("' ") for part in given.rstrip(")").split(",") if part)


def _state(one: Running) -> object:
    """What is seen and where the keys go."""
    return one.app.screen, one.app.focused, one.text


def _is_chosen(place: object, binding: Binding) -> bool:
    """A filter that is on already changes nothing."""
    name, given = _action(binding)
    return name == "filter" and getattr(place, "filter", None) == given[0]


async def _home(one: Running, place: object) -> None:
    for _ in range(6):
        if one.app.screen is place or place not in one.app.screen_stack:
            break
        await one.press("escape")
    if getattr(place, "search", "") or getattr(one.app.focused, "id", "") == "search":
        await one.press("escape")


async def _resized(one: Running) -> None:
    """Small, large, too small and back: the same is seen as before."""
    before = one.text
    await one.resize("120")
    assert max(map(len, lines(one.app))) <= 120
    await one.pilot.resize_terminal(79, 24)
    await one.pilot.pause()
    assert isinstance(one.app.screen, TooSmall)
    await one.resize("80")
    assert one.text == before


async def _clicked(one: Running) -> None:
    """A click on a line picks it."""
    place = one.app.screen
    lists = list(place.query(Rows))
    if lists and lists[0].count > 1:
        rows = lists[0]
        target = next(row for row in range(rows.count) if row not in rows.skipped | {rows.picked})
        if target < rows.size.height:
            await one.pilot.click(rows, offset=(12, target - int(rows.scroll_offset.y)))
            assert rows.picked == target
