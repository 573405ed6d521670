"""Something to read, with at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding

from tui.ink import rule, safe
from tui.office.frame import OfficeScreen
from tui.office.office import Office
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from words import say


@dataclass(frozen=True)
class Page:
    """`act` is what Enter does, called `word`; without it Enter goes back. `why_not`: it is off."""

    title: str
    lines: Sequence[str]
    command: str
    word: str = ""
    act: Callable[[], object] | None = None
    why_not: str = ""


class PageScreen(OfficeScreen):
    BINDINGS = [Binding("enter", "act", show=False, id="page.act")]
    help_topic = "page"

    def __init__(self, office: Office, page: Page) -> None:
        super().__init__(office)
        self.page = page

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield Line(self._rule, id="rule")
        yield Reader(id="page")
        yield from self.foot()

    def on_mount(self) -> None:
        reader = self.query_one(Reader)
        reader.load("page", "\n".join(self.page.lines))
        reader.focus()

    def heading(self) -> str:
        return safe(self.page.title)

    def command(self) -> str:
        return self.page.command

    def _rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        return rule(cells, right=say("tui.lines", first=first, last=last, total=total))

    def on_reader_moved(self) -> None:
        self.query_one("#rule", Line).refresh()

    def keys(self) -> Sequence[Key]:
        act = (Key("Enter", self.page.word, "act", self.page.why_not),) if self.page.word else ()
        return (
            *act,
            Key(say("tui.key.updown"), say("tui.do.scroll")),
            Key("PgUp/PgDn", say("tui.do.page"), "page"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    def why_not(self, action: str) -> str:
        return self.page.why_not if action == "act" else ""

    def action_page(self) -> None:
        self.query_one(Reader).action_page(1)

    def action_act(self) -> None:
        if self.page.act is None:
            self.action_back()
        else:
            self.attempt(self.page.act)
