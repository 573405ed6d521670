"""A line of our own words that begin with the name of a key: a click on one presses that key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from textual import events

from tui.widgets.line import Draw, Line
from words.text import width

PRESSED = {"Enter": "enter", "Esc": "escape", "=": "equals_sign"}
ANSWER = ("Enter", "Esc")
"""The keys of most questions."""


class Buttons(Line):
    """`names` are the keys as printed, in their order; each is looked for once on a line.

    A name stands at the start of a line, behind a full stop, or behind two blanks; what belongs
    to it ends at the next two blanks. Nothing else of the line can be clicked.
    """

    def __init__(self, draw: Draw, names: Sequence[str] = ANSWER, *, id: str | None = None) -> None:
        super().__init__(draw, id=id)
        self._names = tuple(names)

    def on_click(self, event: events.Click) -> None:
        rows = self._content(self.size.width).plain.split("\n")
        for first, last, name in self.places(rows[event.y] if event.y < len(rows) else ""):
            if first <= event.x < last:
                self.app.simulate_key(PRESSED.get(name, name.lower()))

    def places(self, row: str) -> Iterator[tuple[int, int, str]]:
        """First cell, the cell behind the last one, and the key, of each button."""
        start = 0
        for name in self._names:
            found = _named(name).search(row, start)
            if found:
                start = row.find("  ", found.end())
                start = len(row) if start < 0 else start
                head = found.end() - len(name)
                yield width(row[:head]), width(row[:start]), name


@cache
def _named(name: str) -> re.Pattern[str]:
    more = "[0-9]" if name.isdigit() else "[0-9A-Za-z]"
    return re.compile(rf"(?:^ *|  |[.。] *){re.escape(name)}(?!{more})")
