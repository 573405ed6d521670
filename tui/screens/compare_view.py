"""How two cases are shown side by side; in a narrow window one text at a time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from tui.ink import rule, safe
from tui.ordering import Order
from tui.pairing import Pair, names, table
from tui.paper import material
from tui.screens.base import WIDE, BaseScreen
from tui.sitting import Sitting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from words import say
from words.text import cut

SIDES = ("left", "right")


class CompareView(BaseScreen):
    """Everything of the comparison that draws; `CompareScreen` adds what the keys do."""

    def __init__(self, sitting: Sitting, pair: Pair) -> None:
        super().__init__(sitting)
        self.pair, self.here = pair, 0
        self.order = Order(sitting)

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self.titled(say("pair.title"), cells))
        yield Line(lambda cells: names(self.sitting, self.order, self.pair, cells, self.here))
        with VerticalScroll(id="marks", can_focus=False):
            yield Line(self._marks, id="marks-text")
        with Horizontal(id="work"):
            for place, name in enumerate(SIDES):
                with Vertical(id=name, classes="side"):
                    yield Line(partial(self._rule, place), id=f"rule-{name}")
                    yield Reader(id=f"text-{name}")
        yield from self.foot()

    def on_mount(self) -> None:
        for place in range(len(SIDES)):
            self._load(place)
        self.look_at(0)

    def _load(self, place: int) -> None:
        case, reader = self.pair[place], self.reader(place)
        reader.load(case, "")
        self.attempt(lambda: reader.load(case, material(self.sitting.whole(case))))

    def reader(self, place: int) -> Reader:
        return self.query_one(f"#text-{SIDES[place]}", Reader)

    def look_at(self, place: int) -> None:
        """The keys go to this case; a narrow window shows its text."""
        self.here = place
        for other, name in enumerate(SIDES):
            self.query_one(f"#{name}").set_class(other != place, "off")
        self.reader(place).focus()
        self.again()

    def change_second(self, case: str) -> None:
        """Put another case in the second place."""
        self.pair = (self.pair[0], case)
        self._load(1)
        self.renew()

    def renew(self) -> None:
        """Marks may have changed."""
        self.order = Order(self.sitting)  # costs little while nothing has changed
        self.query_one("#marks-text", Line).fit()
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def _marks(self, cells: int) -> str:
        return "\n".join(cut(line, cells) for line in table(self.sitting, self.pair))

    def _rule(self, place: int, cells: int) -> str:
        first, last, total = self.reader(place).position
        mark = ">" if place == self.here else ""
        said = say("tui.lines", first=first, last=last, total=total)
        return rule(cells, f"{place + 1} {safe(self.pair[place])}{mark}", said)

    def help_text(self) -> str:
        return f"{say('pair.help')}\n\n{say('tui.help.everywhere')}"

    def status(self) -> str:
        return say("pair.status")

    def keys(self) -> Sequence[Key]:
        switch = "pair.do.focus" if self.size.width >= WIDE else "pair.do.switch"
        return (
            Key(say("pair.key.sides"), say(switch), "side"),
            Key("PgUp/PgDn", say("tui.do.paper"), "page(1)"),
            Key("Enter", say("pair.do.edit"), "edit"),
            Key("F2", say("tui.do.comment"), "comment"),
            Key("F7", say("pair.do.back"), "step(-1)"),
            Key("F8", say("pair.do.next"), "step(1)"),
            Key("=", say("pair.do.other"), "choose"),
            Key("Esc", say("tui.do.back"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )
