"""Finding on a screen with a list: `/`, type, Enter to the list, Esc ends it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from tui.ink import safe
from tui.keys import FIND_KEYS
from tui.office.frame import OfficeScreen
from tui.widgets.rows import Rows
from words import say


class FindingScreen(OfficeScreen):
    """Subclasses fill their list in `refill`, from what `found` lets through."""

    BINDINGS = [
        Binding(FIND_KEYS, "find", show=False, id="find"),
        Binding("ctrl+f", "find", show=False, id="find.too"),
    ]
    search = ""

    def finder(self) -> ComposeResult:
        search = Input(id="search", select_on_focus=False, compact=True)
        search.display = False
        yield search

    def found(self, *texts: str) -> bool:
        """Whether what is looked for is in one of the texts."""
        needle = self.search.casefold()
        return not needle or any(needle in text.casefold() for text in texts)

    def found_words(self, count: int) -> str:
        if self.search:
            return say("tui.found", text=safe(self.search), n=count)
        return say("tui.find")

    def refill(self) -> None:
        """Fill the list anew."""

    def action_find(self) -> None:
        search = self.query_one("#search", Input)
        search.placeholder = say("secretary.find.hint")
        search.display = True
        search.focus()

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        cleaned = safe(event.value)
        if cleaned != event.value.strip():  # pasted characters that could steer the terminal
            event.input.value = cleaned
        self.search = cleaned
        self.refill()

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.query_one("#search").display = False
        self.query_one(Rows).focus()
        self.again()

    def end_search(self) -> bool:
        """Leave a search; False where there is none."""
        search = self.query_one("#search", Input)
        if not (search.has_focus or self.search):
            return False
        search.value = self.search = ""
        self._search_done()
        self.refill()
        return True

    def action_back(self) -> None:
        if not self.end_search():
            super().action_back()
