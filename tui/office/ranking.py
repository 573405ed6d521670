"""The ranking: every case with its number, how firm it is, and what decided the cut."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.binding import Binding

from tui.keys import digit_keys
from tui.office.flows import exporting, results
from tui.office.ranking_board import FILTERS, RankingBoard
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say


class RankingScreen(RankingBoard):
    BINDINGS = [
        Binding("enter", "explain", show=False, id="rank.explain"),
        Binding("left", "method(-1)", show=False, id="rank.left"),
        Binding("right", "method(1)", show=False, id="rank.right"),
        Binding("tab", "picture", show=False, id="rank.picture"),
        Binding("f2", "decide", show=False, id="rank.decide"),
        Binding("f4", "back", show=False, id="rank.overview"),
        Binding("f8", "export", show=False, id="rank.export"),
        Binding("f9", "finalise", show=False, id="rank.finalise"),
        *(
            Binding(digit_keys(n), f"filter('{name}')", show=False, id=f"rank.{name}")
            for n, name in enumerate(FILTERS, 1)
        ),
    ]

    def why_not(self, action: str) -> str:
        if action == "method" and len(self.view.methods) == 1:
            return say("secretary.why.comparing")
        if action == "decide" and not results.waiting(self.office):
            return say("secretary.why.no_tie")
        return ""

    def keys(self) -> Sequence[Key]:
        return (
            Key("Enter", say("secretary.do.whole"), "explain"),
            Key(say("secretary.key.sides"), say("secretary.do.method"), "method(1)",
                self.why_not("method")),
            Key("Tab", say("secretary.do.distribution"), "picture"),
            Key("F2", say("secretary.do.decide"), "decide", self.why_not("decide")),
            Key("F8", say("secretary.do.export"), "export"),
            Key("F9", say("secretary.do.final"), "finalise"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )  # fmt: skip

    @on(Rows.Picked)
    def _moved(self) -> None:
        self.query_one("#below", Line).fit()
        self.query_one("#same", Line).fit()
        self.query_one("#strips", Line).refresh()

    @on(Rows.Opened)
    def action_explain(self) -> None:
        if self.row:
            results.explain(self, self.row.case)

    def action_method(self, step: int) -> None:
        methods = self.view.methods
        at = (methods.index(self.view.method) + step) % len(methods)
        self.look(methods[at])

    def action_filter(self, name: str) -> None:
        self.filter = name
        self.refill()

    def action_picture(self) -> None:
        self.picture = not self.picture
        self.query_one("#below", Line).fit()

    def action_decide(self) -> None:
        results.decide(self)

    def action_export(self) -> None:
        exporting.export(self)

    def action_finalise(self) -> None:
        results.finalise(self)
