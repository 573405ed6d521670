"""Finding on a screen with a list: `/`, type, Enter to the list, Esc ends it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from tui.ink import safe
from tui.screens.frame import Frame
from tui.widgets.rows import Rows
from words import say


class Searching(Frame):
    """A screen with a list; subclasses bind `find` to keys and fill their list in `refill`.

    It is a screen itself, not a part of one: Textual sees `@on` in message pumps alone.
    """

    search = ""
    search_hint = "tui.find.hint"
    instead_of = ""
    """The line that makes room for the box, by its id; it has room of its own where empty."""

    def finder(self) -> ComposeResult:
        """The box; hidden until somebody searches."""
        box = Input(id="search", select_on_focus=False, compact=True)
        box.display = False
        yield box

    def found_words(self, count: int) -> str:
        """How to search, or what was looked for and how many there are."""
        if self.search:
            return say("tui.found", text=safe(self.search), n=count)
        return say("tui.find")

    def nothing_shown(self, shown: bool) -> str:
        """While the box is open how to use it, and why a list is empty; empty otherwise."""
        if not shown:
            key = "tui.empty.search" if self.search else "tui.empty.filter"
            return say(key, text=safe(self.search))
        open_now = (
            self._box.display and self._box.has_focus
        )  # hidden, it has it for a moment at first
        return say("tui.find.keys") if open_now else ""

    def refill(self) -> None:
        """Fill the list anew, with what the search lets through."""

    @property
    def _box(self) -> Input:
        return self.query_one("#search", Input)

    def _show_box(self, shown: bool) -> None:
        self._box.display = shown
        if self.instead_of:
            self.query_one(self.instead_of).display = not shown

    def action_find(self) -> None:
        self._box.placeholder = say(self.search_hint)
        self._show_box(True)
        self._box.focus()
        self.call_after_refresh(self.again)

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        cleaned = safe(event.value)
        if cleaned != event.value.strip():  # pasted characters that could steer the terminal
            event.input.value = cleaned
        self.search = cleaned
        self.refill()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self._show_box(False)
        self.query_one(Rows).focus()
        self.again()

    def end_search(self) -> bool:
        """Leave a search; False where there is none."""
        if not (self._box.has_focus or self.search):
            return False
        self._box.value = self.search = ""
        self._search_done()
        self.refill()
        return True
