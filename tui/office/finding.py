"""Finding on the secretary's screens: Esc first ends a search, then leaves the screen."""

from __future__ import annotations

from textual.binding import Binding

from tui.keys import FIND_KEYS
from tui.office.frame import OfficeScreen
from tui.screens.searching import Searching


class FindingScreen(Searching, OfficeScreen):
    """Subclasses fill their list in `refill`, from what `found` lets through."""

    BINDINGS = [
        Binding(FIND_KEYS, "find", show=False, id="find"),
        Binding("ctrl+f", "find", show=False, id="find.too"),
    ]
    search_hint = "secretary.find.hint"

    def found(self, *texts: str) -> bool:
        """Whether what is looked for is in one of the texts."""
        needle = self.search.casefold()
        return not needle or any(needle in text.casefold() for text in texts)

    def action_back(self) -> None:
        if not self.end_search():
            super().action_back()
