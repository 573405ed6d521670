"""One criterion to score. Keeps every printable key on the screen, in red where it is no score."""

from __future__ import annotations

import unicodedata

from textual import events
from textual.content import Content
from textual.geometry import Offset

from scoring.cells import Cell
from scoring.rules import Criterion
from tui.entry import LONGEST, Entry
from tui.row_text import WIDE, RowText
from tui.widgets.fitted import Fitted
from words.text import width as cells_of

NOT_TYPED = frozenset(" 　/／、?？=＝")  # bound everywhere, so never part of a score


def typed_char(event: events.Key) -> str:
    """The printable character of a key, also where only its name is known; empty if none."""
    if event.character:
        return event.character if event.is_printable else ""
    try:
        char = unicodedata.lookup(event.key.replace("_", " ").upper())
    except KeyError:
        return ""
    return char if char.isprintable() else ""  # Escape and Backspace have names as well


class ScoreRow(RowText, Fitted):
    DEFAULT_CSS = """
    ScoreRow { height: auto; width: 1fr; }
    ScoreRow.active { text-style: bold; }
    ScoreRow.wrong { color: $alarm; text-style: bold; }
    """

    def __init__(self, criterion: Criterion, decimals: int, weight: str) -> None:
        super().__init__()
        self.criterion, self.decimals, self.weight = criterion, decimals, weight
        self.entry = Entry(criterion, decimals)
        self.active = self.locked = False

    def settle(self, cell: Cell) -> None:
        """Show what is saved; typing is over."""
        self.entry.settle(cell)
        self.draw()

    def takes(self, event: events.Key) -> bool:
        """Whether a key is typed into the row; if so, the row shows it. Saving is not its work."""
        char = typed_char(event)
        if self.locked or not (event.key == "backspace" or (char and char not in NOT_TYPED)):
            return False
        if event.key == "backspace":
            self.entry.backspace()
        else:
            self.entry.add(char)
        self.draw()
        return True

    def paste(self, text: str) -> bool:
        """Take pasted text in as if typed; False where the row is closed."""
        for char in "" if self.locked else text.strip()[:LONGEST]:
            self.entry.add(char)
        self.draw()
        return not self.locked

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        """Draw the row anew, and put the terminal's own cursor at the caret."""
        self.set_class(self.active, "active")
        self.set_class(self.entry.reading.kind == "wrong", "wrong")
        self.fit()
        if self.active:
            head = self.head(self.size.width <= WIDE)
            caret = cells_of(head.rpartition("]")[0].rstrip(" _"))
            self.app.cursor_position = self.content_region.offset + Offset(caret, 0)

    def render(self) -> Content:
        return Content("\n".join(self.lines(self.size.width)))

    def lines_needed(self, cells: int) -> int:
        return len(self.lines(cells))
