"""How a screen is drawn: in both themes, and as NO_COLOR shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import Monochrome
from textual.pilot import Pilot
from textual.strip import Strip

from tests.tui.screen import drawn
from tests.tui.test_themes import contrast
from tui.screens.frame import Frame
from tui.themes import THEMES
from tui.widgets.key_bar import KeyBar
from tui.widgets.line import Line
from tui.widgets.rows import Rows

LEAST = 7.0
"""The contrast of everything that must be read."""


async def in_every_colour(app: App[Any], pilot: Pilot[Any]) -> Iterator[tuple[str, list[Strip]]]:
    """The screen in each theme, and without colour."""
    seen = []
    for name in THEMES:
        app.theme = name
        await pilot.pause()
        seen.append((name, drawn(app)))
    ground = Color.parse(app.current_theme.background or "")
    seen.append(("", [strip.apply_filter(Monochrome(), ground) for strip in drawn(app)]))
    return iter(seen)


async def rows_stand_out(app: App[Any], pilot: Pilot[Any]) -> int:
    """The picked row has a `>` that no other has, and another ground where there are colours."""
    lists = [one for one in app.screen.query(Rows) if one.count > 1]
    for rows in lists:
        top, left, right = rows.region.y, rows.region.x, rows.region.right
        at = rows.picked - int(rows.scroll_offset.y)
        other = next(n for n in range(rows.size.height) if n != at and n not in rows.skipped)
        for theme, strips in await in_every_colour(app, pilot):
            here, there = (strips[top + n].crop(left, right) for n in (at, other))
            assert here.text.startswith(" > ")
            assert not there.text.startswith(" > ")
            assert _styles(here) != _styles(there), theme
            assert not theme or min(map(contrast_of, here)) >= LEAST, theme
    return len(lists)


async def errors_stand_out(app: App[Any], pilot: Pilot[Any]) -> None:
    """What is refused is said in bold and in its own colour, with enough contrast."""
    screen = app.screen
    if not isinstance(screen, Frame):
        return
    screen.tell("KO", alarm=True)
    await pilot.pause()
    line = screen.query_one("#status", Line)
    for theme, strips in await in_every_colour(app, pilot):
        said = next(one for one in strips[line.region.y] if "KO" in one.text)
        assert said.style is not None
        assert said.style.bold
        assert not theme or contrast_of(said) >= LEAST, theme
        assert not theme or _shade(said.style) == _of(app, theme), theme


def _of(app: App[Any], theme: str) -> str:
    return str(app.available_themes[theme].variables["alarm"])


def _shade(style: Style) -> str:
    assert style.color is not None
    return Color.from_rich_color(style.color).hex


def contrast_of(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    ground, text = (Color.from_rich_color(one).hex for one in (style.bgcolor, style.color))
    return contrast(ground, text)


def _styles(strip: Strip) -> tuple[object, ...]:
    style = next(iter(strip)).style
    assert style is not None
    return style.color, style.bgcolor, style.bold


async def an_off_key_stands_out(app: App[Any], pilot: Pilot[Any], key: str) -> None:
    """The keys that can be pressed are bold; one that is off is not, and says why in words."""
    bar = app.screen.query_one(KeyBar)
    for theme, strips in await in_every_colour(app, pilot):
        shown = [one for strip in strips[bar.region.y : bar.region.bottom] for one in strip]
        off = next(one for one in shown if one.text.startswith(key))
        on = next(one for one in shown if one.text == "F1")
        assert "不可用：" in off.text
        assert off.style
        assert on.style
        assert on.style.bold
        assert not off.style.bold
        assert not theme or (contrast_of(off) >= LEAST and off.style.color != on.style.color)
