"""The judge's home: the list of cases. Enter on the marked row goes on with the work."""

from __future__ import annotations

from textual import on
from textual.binding import Binding

from tui.keys import COMPARE_KEYS, FIND_KEYS, digit_keys
from tui.screens.home_view import HomeView
from tui.sitting import FILTERS, Filter
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say


class HomeScreen(HomeView):
    BINDINGS = [
        Binding("enter", "open", show=False, id="open"),
        Binding(FIND_KEYS, "find", show=False, id="find"),
        Binding(COMPARE_KEYS, "compare", show=False, id="compare"),
        Binding("f3", "recuse", show=False, id="recuse"),
        Binding("f4", "review", show=False, id="review"),
        Binding("f7", "confirm", show=False, id="confirm"),
        Binding("f9", "submit", show=False, id="submit"),
        Binding("ctrl+f", "find", show=False, id="find.too"),
        *(
            Binding(digit_keys(n), f"filter('{name}')", show=False, id=f"filter.{name}")
            for n, name in enumerate(FILTERS, 1)
        ),
    ]

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if action == "submit" and not self.sitting.sealed:
            return self.not_yet("list")
        if action == "confirm" and not self.pending:
            return say("slate.why_not")
        if action == "compare":
            return self.compare_why()
        if action == "recuse":
            return self.recuse_why(self.case if self.is_mounted else None)
        return super().why_not(action)

    @on(Rows.Picked)
    @on(Rows.InSight)
    def _moved(self) -> None:
        self.query_one("#below", Line).refresh()

    @on(Rows.Opened)
    def action_open(self) -> None:
        if self.case:
            from tui.screens.score import ScoreScreen

            self.app.push_screen(ScoreScreen(self.sitting, self.case))

    def action_filter(self, name: Filter) -> None:
        self.filter = name
        self.refill()

    def action_recuse(self) -> None:
        if self.case:
            from tui.screens.recuse import ask_recusal

            ask_recusal(self, self.case)

    def action_compare(self) -> None:
        if self.case:
            from tui.screens.compare import compare_from

            compare_from(self, self.case)

    def action_confirm(self) -> None:
        self.judge_app.show_changes()

    def action_review(self) -> None:
        from tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.sitting))

    def action_submit(self) -> None:
        if self.sitting.sealed:
            self.judge_app.show_receipt()
            return
        from tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen(self.sitting, submit=True))

    def changed(self, case: str) -> None:
        self.refill(case)

    def action_back(self) -> None:
        """Esc: first out of a search, then the question whether to leave."""
        if not self.end_search():
            self.judge_app.action_leave()
