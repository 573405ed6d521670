"""A case is to change places with its neighbour: which mark would do it, and only if picked."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.entry import half_width
from tui.ink import safe
from tui.keys import COMPARE_KEYS
from tui.ordering import Order, Way
from tui.pairing import Pair, ranked
from tui.screens.base import Dialog
from tui.screens.dialogs import Box
from tui.sitting import wording
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from tui.widgets.score_row import typed_char
from words import say
from words.text import cut

MOST = 8  # lines in sight; more are scrolled to
COMPARE = "="


def describe(way: Way) -> str:
    """One mark that would do, in a line."""
    return say(
        "pair.order.way",
        case=safe(way.case),
        name=cut(wording(way.criterion.name), 16),
        before=way.before,
        after=way.after,
        total=way.total,
    )


class ReorderDialog(Dialog):
    """Gives back the place of a way in `ways`, `=` to compare first, or an empty text."""

    BINDINGS = [
        Binding("enter", "take", show=False, id="reorder.take"),
        Binding(COMPARE_KEYS, "compare", show=False, id="reorder.compare"),
    ]

    def __init__(self, order: Order, pair: Pair, ways: tuple[Way, ...]) -> None:
        super().__init__()
        self._order, self._pair, self._ways = order, pair, ways

    def compose(self) -> ComposeResult:
        with Box(say("pair.order.title")):
            yield Line(self._intro)
            yield Rows(id="ways")
            keys = ("Enter", COMPARE, "Esc")
            yield Buttons(lambda _cells: f"\n {say('pair.order.keys')}", keys)

    def on_mount(self) -> None:
        rows = self.query_one(Rows)
        rows.styles.height = min(len(self._ways), MOST)
        rows.fill(len(self._ways), lambda row, _cells: f"[{row + 1}] {describe(self._ways[row])}")
        rows.focus()

    def _intro(self, cells: int) -> Content:
        upper, lower = self._pair
        head = say("pair.order.intro", upper=safe(upper), lower=safe(lower))
        lines = [f" {cut(head, cells - 2)}", "", *(self._line(one, cells) for one in self._pair)]
        ask = say("pair.order.ask") if self._ways else say("pair.order.none")
        return Content("\n".join([*lines, "", f" {ask}"]))

    def _line(self, case: str, cells: int) -> str:
        sitting = self._order.sitting
        title = cut(safe(sitting.case(case).title), cells - 36)
        total, rank = sitting.total(case), ranked(self._order, case)
        return f"   {say('pair.order.line', case=safe(case), title=title, total=total, rank=rank)}"

    def on_key(self, event: events.Key) -> None:
        digit = half_width(typed_char(event) or " ")
        if digit in "123456789" and int(digit) <= len(self._ways):
            self.query_one(Rows).picked = int(digit) - 1
            event.stop()

    @on(Rows.Opened)
    def action_take(self) -> None:
        if self._ways:
            self.dismiss(str(self.query_one(Rows).picked))

    def action_compare(self) -> None:
        self.dismiss(COMPARE)
