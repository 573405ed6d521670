"""Something to read, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding

from tui.ink import rule, safe
from tui.office.frame import OfficeScreen
from tui.office.office import Office
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from words import say

Act = Callable[[OfficeScreen], object]
MORE_KEYS = ("f2", "f3", "f4", "f7", "f8", "f9")


@dataclass(frozen=True)
class More:
    """Another thing that can be done about a page, on a key of its own."""

    key: str
    word: str
    act: Act
    why_not: str = ""


@dataclass(frozen=True)
class Page:
    """`act` is what Enter does, called `word`; without it Enter goes back. `why_not`: it is off.

    `act` is given the page's own screen.
    """

    title: str
    lines: Sequence[str]
    command: str
    word: str = ""
    act: Act | None = None
    why_not: str = ""
    more: Sequence[More] = ()


class PageScreen(OfficeScreen):
    BINDINGS = [
        Binding("enter", "act", show=False, id="page.act"),
        *(Binding(key, f"more('{key}')", show=False, id=f"page.{key}") for key in MORE_KEYS),
    ]
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
        more = [
            Key(one.key.upper(), one.word, f"more('{one.key}')", one.why_not)
            for one in self.page.more
        ]
        return (
            *act,
            *more,
            Key(say("tui.key.updown"), say("tui.do.scroll")),
            Key("PgUp/PgDn", say("tui.do.page"), "page"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    def why_not(self, action: str) -> str:
        return self.page.why_not if action == "act" else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "more":
            return super().check_action(action, parameters)
        found = self._more(str(parameters[0]))
        return bool(found) if not found or not found.why_not else None

    def refusal(self, event: events.Key) -> str:
        found = self._more(event.key)
        return found.why_not if found else super().refusal(event)

    def _more(self, key: str) -> More | None:
        return next((one for one in self.page.more if one.key == key), None)

    def action_page(self) -> None:
        self.query_one(Reader).action_page(1)

    def action_act(self) -> None:
        if self.page.act is None:
            self.action_back()
        else:
            self.page.act(self)

    def action_more(self, key: str) -> None:
        if found := self._more(key):
            found.act(self)
