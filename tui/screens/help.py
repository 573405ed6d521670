"""F1: what this spot is and which keys do what, in a page to read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.ink import rule
from tui.keys import HELP_KEYS
from tui.screens.frame import Frame
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from words import say


class HelpScreen(Frame):
    """`head` draws the first line as the screen below does it: (title, cells)."""

    BINDINGS = [Binding(HELP_KEYS, "back", show=False, id="help.close")]

    def __init__(self, head: Callable[[str, int], Content], text: str) -> None:
        super().__init__()
        self._head, self._text = head, text

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self._head(say("tui.help.title"), cells))
        yield Line(self._rule, id="rule")
        yield Reader(id="help")
        yield from self.foot()

    def on_mount(self) -> None:
        reader = self.query_one(Reader)
        reader.load("help", self._text)
        reader.focus()

    def _rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        return rule(cells, right=say("tui.lines", first=first, last=last, total=total))

    def on_reader_moved(self) -> None:
        self.query_one("#rule", Line).refresh()

    def keys(self) -> Sequence[Key]:
        return (
            Key(say("tui.key.updown"), say("tui.do.scroll")),
            Key("PgUp/PgDn", say("tui.do.page"), "page"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    def action_page(self) -> None:
        self.query_one(Reader).action_page(1)
