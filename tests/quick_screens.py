"""Screens in tests start hundreds of times: what nobody looks at is not done.

Private names of the pinned Textual and of asyncio are touched, and only in tests:
- How a test waits. Textual watches the processor and takes a busy machine for an idle program;
  here a test goes on when the program has nothing left to do.
- Frames. A screen is laid out after every key, and drawn when a test looks at it.
- The style rules, which Textual parses at every start, are parsed once; a style that stays as it
  is is not set again.
- Messages that a class has no handler for are not looked up in all its bases each time.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from time import monotonic
from typing import Any

import pytest
from textual import app as textual_app
from textual import pilot
from textual._context import active_app
from textual.app import App
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

LOOK = 1 / 500  # seconds asleep before looking again while work in a thread goes on
LONGEST = 10.0  # seconds; a program that never comes to rest is looked at as it is


@contextmanager
def quick_screens() -> Iterator[None]:
    """Wait for rest and no longer, draw what is looked at, parse a style sheet once a theme."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pilot, "wait_for_idle", rest)
        patch.setattr(textual_app, "wait_for_idle", rest)
        patch.setattr(Pilot, "_wait_for_screen", _at_rest)
        patch.setattr(Screen, "_compositor_refresh", _undrawn(Screen._compositor_refresh))
        patch.setattr(Stylesheet, "_parse_rules", _parsed_once(Stylesheet._parse_rules))
        patch.setattr(Stylesheet, "replace_rules", _only_changes(Stylesheet.replace_rules))
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        patch.setattr(MessagePump, "_get_dispatch_methods", _where_any())
        yield


async def rest(least: float = 0, most: float = LONGEST) -> None:
    """Until no callback is ready, no thread works and nothing waits to be drawn."""
    end = monotonic() + most
    app = active_app.get(None)
    while monotonic() < end:
        await asyncio.sleep(0)
        if asyncio.get_running_loop()._ready:  # type: ignore[attr-defined]
            continue
        if await _working() or (app and (_resizing(app) or _drawing(app))):
            continue
        return


async def _at_rest(self: Pilot[Any], timeout: float = LONGEST) -> bool:
    await rest(most=timeout)
    return self.app._exception is None


def _undrawn(draw: Callable[[Screen[Any]], None]) -> Callable[[Screen[Any]], None]:
    def seen(self: Screen[Any]) -> None:
        if self is not self.app.screen or not self.app.is_headless:
            draw(self)
            return
        self._compositor._dirty_regions.clear()
        self._dirty_widgets.clear()
        self.app._update_mouse_over(self)

    return seen


async def _working() -> bool:
    """Whether a thread of this loop is at work; a worker that waits for a dialog is none."""
    threads = asyncio.get_running_loop()._default_executor  # type: ignore[attr-defined]
    if threads is None or threads._idle_semaphore._value >= len(threads._threads):
        return False
    await asyncio.sleep(LOOK)
    return True


def _resizing(app: App[Any]) -> bool:
    """Whether a new size waited for the next of many, as when a window is drawn larger."""
    waited = app._resize_event is not None
    if waited:
        app._check_resize()
    return waited


def _drawing(app: App[Any]) -> bool:
    """Whether a screen in sight had something to draw; it is drawn now, not at the next tick."""
    if app._exit or not app._screen_stacks.get(app.current_mode):
        return False
    below = [screen for screen in app._background_screens if _unplaced(screen)]
    due = [*below, *([app.screen] if _unplaced(app.screen) or _undone(app.screen) else [])]
    for screen in due:
        screen._on_timer_update()
    return bool(due)


def _unplaced(screen: Screen[Any]) -> bool:
    return bool(screen._layout_required or screen._recompose_required or screen._callbacks)


def _undone(screen: Screen[Any]) -> bool:
    return bool(screen._scroll_required or screen._repaint_required or screen._dirty_widgets)


def _parsed_once(parse: Any) -> Any:
    @cache
    def rules(variables: tuple[tuple[str, str], ...], *what: Any) -> Any:
        return parse(Stylesheet(variables=dict(variables)), *what)

    def kept(self: Stylesheet, css: str, read_from: Any, is_default_rules: bool = False,
             tie_breaker: int = 0, scope: str = "") -> Any:  # fmt: skip
        variables = tuple(sorted(self._variables.items()))
        return rules(variables, css, read_from, is_default_rules, tie_breaker, scope)

    return kept


def _only_changes(replace: Any) -> Any:
    def changed(node: Any, rules: Any, animate: bool = False) -> None:
        base = node.styles.base
        if animate:
            replace(node, rules, animate)
        elif type(node) is DOMNode and not base._rules:
            _fill(base, rules)
        else:
            for key in base._rules.keys() | rules.keys():
                value = rules.get(key)
                if base._rules.get(key) is not value:
                    setattr(base, key, value)
            node.notify_style_update()

    return staticmethod(changed)


def _fill(base: Any, rules: dict[str, Any], kept: dict[tuple[str, int], Any] = {}) -> None:  # noqa: B006
    """The styles of a part of a widget, which nothing else hears of: a value is checked once."""
    for key, value in rules.items():
        if (key, id(value)) not in kept:
            setattr(base, key, value)
            kept[key, id(value)] = (value, base._rules.get(key))  # held, so that its id is its own
        elif (stored := kept[key, id(value)][1]) is not None:
            base._rules[key] = stored
    base._updates += 1


def _where_any() -> Any:
    """Most messages have no handler; whether a class has one for a kind is looked up once."""
    methods = MessagePump._get_dispatch_methods

    @cache
    def any_for(receiver: type, name: str, kind: type) -> bool:
        spaces = [vars(one) for one in receiver.__mro__]
        decorated = {one for space in spaces for one in space.get("_decorated_handlers", ())}
        named = any(space.get(one) for space in spaces for one in (name, f"_{name}"))
        return named or not decorated.isdisjoint(kind.__mro__)

    def found(self: MessagePump, name: str, message: Any) -> Any:
        return methods(self, name, message) if any_for(type(self), name, type(message)) else ()

    return found
