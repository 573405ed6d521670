"""A screen as text, with what must hold for every screen."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

from textual._context import visible_screen_stack
from textual.app import App
from textual.strip import Strip

from tests.tui.award import DEADLINE, NAME, RULES
from tests.tui.fake_desk import FakeDesk
from tui.app import JudgeApp
from tui.widgets.key_bar import KeyBar
from tui.widgets.line import Line
from words.text import width

GOLDENS = Path(__file__).parent / "goldens"
RENEW = "RENEW_GOLDENS"  # set this to write the goldens anew, then read the diff


def app_for(desk: FakeDesk, lang: str = "zh", **more: Any) -> JudgeApp:
    more.setdefault("memory", {"ruler": "1"})
    more.setdefault("new_code", lambda: "3719")
    return JudgeApp(desk, RULES, name=NAME, deadline=DEADLINE, lang=lang, **more)


def drawn(app: App[Any]) -> list[Strip]:
    """The screen, a dialog over what is below it. Nothing else draws."""
    visible_screen_stack.set(app._background_screens)
    return list(app.screen._compositor.render_strips())


def height(app: App[Any]) -> int:
    """For how many rows the screen is laid out."""
    return app.screen._compositor.size.height


def lines(app: App[Any]) -> list[str]:
    """The rendered lines."""
    return [strip.text for strip in drawn(app)]


def shown(app: JudgeApp) -> str:
    """What is visible, a dialog over its screen, one line per row, no blanks at the ends."""
    rows = lines(app)
    assert len(rows) == app.size.height
    for row in rows:
        assert width(row) <= app.size.width, row
    return "".join(f"{row.rstrip()}\n" for row in rows)


def overfull(app: App[Any]) -> list[str]:
    """Rows that are wider than their line: they would be broken anywhere, and the last one cut."""
    inside = [*app._background_screens, app.screen]
    found = [
        row
        for screen in inside
        for line in screen.query(Line)
        if line.display and (cells := line.size.width)
        for row in line._content(cells).plain.split("\n")
        if width(row.rstrip()) > cells
    ]
    for bar in (one for screen in inside for one in screen.query(KeyBar)):
        laid = [line[-1] for line in bar._laid(bar.size.width) if line]
        found += [key.text for at, key in laid if at + width(key.text) > bar.size.width]
    return found


def ambiguous(text: str) -> set[str]:
    """Characters some terminals draw one cell wide and some two."""
    return {char for char in text if unicodedata.east_asian_width(char) == "A"}


def same_as_golden(name: str, text: str) -> None:
    """Compare with tests/tui/goldens/NAME.txt, or write it where RENEW_GOLDENS is set."""
    path = GOLDENS / f"{name}.txt"
    if os.environ.get(RENEW):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
