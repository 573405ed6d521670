"""Which case to compare with: a part of its name, the arrows, Enter."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.ink import safe
from tui.screens.base import Dialog
from tui.screens.dialogs import Box
from tui.sitting import Sitting
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say
from words.text import cut, pad

MOVES = {"up": ("pick", -1), "down": ("pick", 1), "pageup": ("page", -1), "pagedown": ("page", 1)}


class PickDialog(Dialog):
    """Gives back the number of the other case, or an empty text."""

    def __init__(self, sitting: Sitting, case: str) -> None:
        super().__init__()
        self._sitting, self._case = sitting, case
        self._shown: list[str] = []

    def compose(self) -> ComposeResult:
        with Box(say("pair.pick.title")):
            yield Line(self._first)
            yield Input(id="pick", compact=True, max_length=60)
            rows = Rows(id="picks")
            rows.can_focus = False  # Enter and the letters stay with the box, also after a click
            yield rows
            yield Buttons(lambda _cells: f"\n {say('pair.pick.keys')}")

    def on_mount(self) -> None:
        search = self.query_one(Input)
        search.placeholder = say("pair.pick.hint")
        self._fill("")
        search.focus()

    def _first(self, cells: int) -> str:
        case = self._sitting.case(self._case)
        title = cut(safe(case.title), cells - 40)
        return f" {say('pair.pick.first', case=safe(self._case), title=title)}\n"

    def _fill(self, search: str) -> None:
        found = self._sitting.chosen("all", search)
        self._shown = [case for case in found if case != self._case]
        near = self._sitting.beside(self._case, 1)
        picked = self._shown.index(near) if near in self._shown else 0
        self.query_one(Rows).fill(len(self._shown), self._row, picked=picked)

    def _row(self, row: int, cells: int) -> str:
        case = self._sitting.case(self._shown[row])
        number = pad(safe(case.number), self._sitting.number_width)
        total = pad(self._sitting.total(case.number), 7, ">")
        return f"{pad(f'{number} {safe(case.title)}', cells - 9)} {total}"

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        cleaned = safe(event.value)
        if cleaned != event.value.strip():  # pasted characters that could steer the terminal
            event.input.value = cleaned
        self._fill(cleaned)

    def on_key(self, event: events.Key) -> None:
        """The arrows move in the list while the words are typed above it."""
        if event.key in MOVES:
            event.stop()
            name, step = MOVES[event.key]
            getattr(self.query_one(Rows), f"action_{name}")(step)

    @on(Input.Submitted)
    @on(Rows.Opened)
    def _chosen(self) -> None:
        place = self.query_one(Rows).picked
        if place < len(self._shown):
            self.dismiss(self._shown[place])
