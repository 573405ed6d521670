"""What keys and clicks set going, written down instead of done: thousands of them in a second.

Private names of the pinned Textual are touched, and only here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from textual.app import App
from textual.binding import Binding
from textual.pilot import Pilot

from tui.widgets.buttons import PRESSED, Buttons
from tui.widgets.key_bar import Key, KeyBar
from words import say
from words.text import width

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TWINS = {
    "slash": ("fullwidth_solidus", "ideographic_comma"),
    "question_mark": ("fullwidth_question_mark",),
    "equals_sign": ("fullwidth_equals_sign",),
    "space": ("ideographic_space",),
} | {str(n): (f"fullwidth_digit_{name}",) for n, name in enumerate(DIGITS)}
"""What a Chinese input method sends in place of a key."""
PRINTED = PRESSED | {"/": "slash", "PgUp/PgDn": "pagedown", "Ctrl+Z": "ctrl+z"}
"""A key as the bottom line prints it, and as it is pressed."""


class Recorder:
    """Every action that was set going, and every sentence that said why one was not."""

    def __init__(self) -> None:
        self.done: list[object] = []

    def take(self) -> list[object]:
        """What was done since the last time."""
        done, self.done = self.done, []
        return done


@contextmanager
def recording() -> Iterator[Recorder]:
    """Actions are written down with their place, and not done."""
    from tui.screens.frame import Frame

    found = Recorder()

    async def dispatch(_app: App[Any], place: Any, name: str, given: Any) -> bool:
        if name.startswith("scroll_") and not place.allow_vertical_scroll:
            return False  # as the library: the key goes on to the next that wants it
        found.done.append((type(place).__name__, name, given))
        return True

    def tell(_screen: Frame, text: str, *, alarm: bool = False) -> None:
        found.done += [text] if text else []

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "_dispatch_action", dispatch)
        patch.setattr(Frame, "tell", tell)
        yield found


def ours(app: App[Any]) -> dict[str, list[Binding]]:
    """What can be pressed now, of our own bindings: by its id, each of its keys."""
    found: dict[str, list[Binding]] = {}
    for place, bindings in app.screen._modal_binding_chain:
        if type(place).__module__.startswith("tui."):
            for key, binding in bindings:
                if not binding.id or app._check_action_state(binding.action, place) is False:
                    continue
                name = f"{type(place).__name__} {binding.id}"
                found.setdefault(name, []).append(
                    Binding(key, binding.action, priority=binding.priority, id=binding.id)
                )
    return found


async def effect(pilot: Pilot[Any], found: Recorder, key: str) -> list[object]:
    """What a key does."""
    found.take()
    await pilot.press(key)
    await pilot.pause()
    return found.take()


async def every_twin(app: App[Any], pilot: Pilot[Any]) -> None:
    """Every key of a binding does what its first does, and what an input method sends as well."""
    with recording() as found:
        for name, bindings in ours(app).items():
            keys = [one.key for one in bindings]
            assert {twin for key in keys for twin in TWINS.get(key, ())} <= set(keys), name
            assert any(len(key) > 1 or not key.isalpha() for key in keys), name
            done = [await effect(pilot, found, key) for key in keys]
            assert all(one == done[0] for one in done), (name, keys, done)
            assert _sets_going(done[0], bindings[0]), (name, keys, done)


def _sets_going(done: list[object], binding: Binding) -> bool:
    """The action of the binding and no other; or one sentence, why it is off."""
    wanted = binding.action.partition("(")[0]
    return len(done) == 1 and (done[0][1] == wanted if isinstance(done[0], tuple) else True)


async def every_word(app: App[Any], pilot: Pilot[Any]) -> None:
    """A click on any word of the bottom lines does what its key does, or says why it is off."""
    explained = {say(f"tui.key.{name}") for name in ("updown", "digits", "changing", "marking")}
    explained.add(say("create.key.pick"))
    with recording() as found:
        for bar in app.screen.query(KeyBar):
            for line, keys in enumerate(bar._laid(bar.size.width)):
                for at, key in keys:
                    if not key.action:
                        assert key.name in explained or "-" in key.name, key
                        continue
                    await _word(pilot, found, bar, (at, line), key)


async def _word(
    pilot: Pilot[Any], found: Recorder, bar: KeyBar, place: tuple[int, int], key: Key
) -> None:
    """At its first and at its last cell."""
    spaces = {say("tui.key.space"): "space", say("pair.key.sides"): "right"}
    name = (PRINTED | spaces).get(key.name, key.name.lower())
    wanted = await effect(pilot, found, name)
    assert wanted, key
    at, line = place
    for cell in (at, at + width(key.text) - 1):
        found.take()
        await pilot.click(bar, offset=(cell, line))
        await pilot.pause()
        assert _named(found.take()) == _named(wanted), key


def _named(done: list[object]) -> list[object]:
    """What was done, wherever: pages are turned by the text itself or by its screen."""
    return [one[1] if isinstance(one, tuple) else one for one in done]


async def every_button(app: App[Any], pilot: Pilot[Any]) -> None:
    """A click on a word of a question or a filter presses its key."""
    pressed: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(App, "simulate_key", lambda _app, key: pressed.append(key))
        for line in app.screen.query(Buttons):
            rows = line._content(line.size.width).plain.split("\n")
            found = [(y, *one) for y, row in enumerate(rows) for one in line.places(row)]
            wanted = []
            for y, first, last, name in found:
                wanted += [PRESSED.get(name, name.lower())] * 2
                await pilot.click(line, offset=(first, y))
                await pilot.click(line, offset=(last - 1, y))
            await pilot.pause()
            assert pressed == wanted
            pressed.clear()


async def every_part(app: App[Any], pilot: Pilot[Any]) -> None:
    """A click into a list, a text or a field goes there."""
    for part in [one for one in app.screen.query("*") if one.focusable and one.is_on_screen]:
        await pilot.click(part, offset=(1, 0))
        await pilot.pause()
        assert part.has_focus, part
