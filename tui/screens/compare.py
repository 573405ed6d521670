"""Two cases side by side: what the keys do. Marks are changed on the case's own screen."""

from __future__ import annotations

from textual.binding import Binding

from tui.keys import COMPARE_KEYS, FIND_KEYS, digit_keys
from tui.pairing import Pair
from tui.screens.base import BaseScreen
from tui.screens.compare_view import CompareView
from tui.widgets.line import Line
from words import say


def compare_from(screen: BaseScreen, case: str) -> None:
    """Ask which case to compare with, then show both."""
    from tui.screens.picking import PickDialog

    def picked(other: str | None) -> None:
        if other:
            compare(screen, (case, other))

    screen.app.push_screen(PickDialog(screen.sitting, case), picked)


def compare(screen: BaseScreen, pair: Pair) -> None:
    screen.app.push_screen(CompareScreen(screen.sitting, pair))


class CompareScreen(CompareView):
    BINDINGS = [
        Binding("left,right,tab,shift+tab", "side", show=False, id="pair.side"),
        Binding(digit_keys(1), "look(0)", show=False, id="pair.first"),
        Binding(digit_keys(2), "look(1)", show=False, id="pair.second"),
        Binding("enter", "edit", show=False, id="pair.edit"),
        Binding("f2", "comment", show=False, id="comment"),
        Binding("f7", "step(-1)", show=False, id="pair.back"),
        Binding("f8", "step(1)", show=False, id="pair.next"),
        Binding(f"{COMPARE_KEYS},{FIND_KEYS}", "choose", show=False, id="pair.choose"),
    ]

    @property
    def case(self) -> str:
        """The case the keys go to."""
        return self.pair[self.here]

    def action_side(self) -> None:
        self.look_at(0 if self.here else 1)

    def action_look(self, place: int) -> None:
        self.look_at(place)

    def action_page(self, step: int) -> None:
        self.reader(self.here).action_page(step)

    def action_edit(self) -> None:
        from tui.screens.score import ScoreScreen

        self.app.push_screen(ScoreScreen(self.sitting, self.case))

    def action_comment(self) -> None:
        from tui.screens.comment import CommentDialog

        dialog = CommentDialog(self.sitting, self.case, self.sealed_why())
        self.app.push_screen(dialog, lambda _answer: self.renew())

    def action_step(self, step: int) -> None:
        """Another second case, along the judge's own order where it has a place there."""
        other: str | None = self.pair[1]
        while other is not None:
            along = self.order if other in self.order.ranks else self.sitting
            other = along.beside(other, step)
            if other and other != self.pair[0]:
                self.change_second(other)
                return
        self.tell(say("pair.why.ends"))

    def action_choose(self) -> None:
        from tui.screens.picking import PickDialog

        def picked(other: str | None) -> None:
            if other:
                self.change_second(other)

        self.app.push_screen(PickDialog(self.sitting, self.pair[0]), picked)

    def on_reader_moved(self) -> None:
        for name in ("#rule-left", "#rule-right"):
            self.query_one(name, Line).refresh()

    def on_descendant_focus(self) -> None:
        """A click into the other text."""
        place = next((n for n in (0, 1) if self.reader(n).has_focus), self.here)
        if place != self.here:
            self.look_at(place)

    def came_back(self) -> None:
        self.renew()

    def changed(self, case: str) -> None:
        self.renew()
