"""Screens in tests start hundreds of times: what nobody looks at is not done.

Private names of the pinned Textual and of asyncio are touched, and only in tests:
- How a test waits. Textual watches the processor and takes a busy machine for an idle program;
  here a test goes on when the program has nothing left to do.
- Frames. A screen is laid out after every key, and drawn when a test looks at it. It is not laid
  out again for a message that says the size it has.
- The style rules, which Textual parses at every start, are parsed once (`quick_styles`: and
  matched once).
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
from textual import message_pump, pilot
from textual._context import active_app
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from tests.quick_styles import quick_styles

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
        patch.setattr(Screen, "_screen_resized", _resized(Screen._screen_resized))
        patch.setattr(Stylesheet, "_parse_rules", _parsed_once(Stylesheet._parse_rules))
        quick_styles(patch)
        patch.setattr(MessagePump, "_get_dispatch_methods", _where_any())
        patch.setattr(message_pump, "log", Silent())
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


def _resized(lay_out: Callable[[Screen[Any], Any], None]) -> Callable[[Screen[Any], Any], None]:
    """A screen hears of the size it is laid out for; what is new on it is placed at rest."""

    def resized(self: Screen[Any], size: Any) -> None:
        if self._compositor.root is not self or self._compositor.size != size:
            lay_out(self, size)

    return resized


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


class Silent:
    """The log of events, which only a console of Textual's shows."""

    def __getattr__(self, _name: str) -> Silent:
        return self

    def __call__(self, *_: object) -> Silent:
        return self


def _where_any() -> Any:
    """Most messages have no handler; which classes have one for a kind is looked up once."""
    methods = MessagePump._get_dispatch_methods

    @cache
    def named(receiver: type, name: str, kind: type) -> list[tuple[type, str]] | None:
        """The classes and the names there; none where decorators decide for each message."""
        spaces = [(one, vars(one)) for one in receiver.__mro__]
        decorated = {one for _, space in spaces for one in space.get("_decorated_handlers", ())}
        if not decorated.isdisjoint(kind.__mro__):
            return None
        names = [(one, space, (f"_{name}", name)) for one, space in spaces]
        found = [(one, next((n for n in both if space.get(n)), "")) for one, space, both in names]
        return [(one, n) for one, n in found if n and not hasattr(vars(one)[n], "_textual_on")]

    def found(self: MessagePump, name: str, message: Any) -> Any:
        known = named(type(self), name, type(message))
        return methods(self, name, message) if known is None else _bound(self, message, known)

    return found


def _bound(receiver: MessagePump, message: Any, known: list[tuple[type, str]]) -> Iterator[Any]:
    for one, name in known:
        if message._no_default_action:
            return
        yield one, vars(one)[name].__get__(receiver, one)
