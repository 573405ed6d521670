"""Voting by ticks: Space ticks the case under the mark; more than allowed is refused there."""

from __future__ import annotations

from textual import on
from textual.binding import Binding

from tui.keys import FIND_KEYS, SPACE_KEYS, digit_keys
from tui.screens.ticks_view import TicksView
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from tui.widgets.tick_rows import TickRows
from words import say


class TicksScreen(TicksView):
    BINDINGS = [
        Binding(SPACE_KEYS, "tick", show=False, id="tick"),
        Binding(digit_keys(0), "abstain", show=False, id="tick.abstain"),
        Binding("enter", "read", show=False, id="tick.read"),
        Binding("left", "beside(-1)", show=False, id="tick.left"),
        Binding("right", "beside(1)", show=False, id="tick.right"),
        Binding(f"{FIND_KEYS},ctrl+f", "find", show=False, id="tick.find"),
        Binding("f3", "recuse", show=False, id="tick.recuse"),
        Binding("f4", "review", show=False, id="tick.review"),
        Binding("f7", "confirm", show=False, id="tick.confirm"),
        Binding("f9", "submit", show=False, id="tick.submit"),
        *(
            Binding(digit_keys(n), f"ask({n})", show=False, id=f"tick.tier-{n}")
            for n in range(1, 10)
        ),
    ]

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if action in {"tick", "abstain"}:
            return self.sealed_why()
        if action == "submit" and not self.sitting.sealed:
            return self.submit_why()
        if action == "confirm":
            confirming = self.judge_app.confirming
            return "" if confirming and confirming.pending() else say("slate.why_not")
        if action == "recuse":
            return self.recuse_why(self.case if self.is_mounted else None)
        return super().why_not(action)

    @on(Rows.Picked)
    @on(Rows.InSight)
    def _moved(self) -> None:
        self.query_one("#below", Line).refresh()

    def action_tick(self) -> None:
        if self.case:
            self.tick(self.case, self.question)

    @on(TickRows.Ticked)
    def _clicked(self, event: TickRows.Ticked) -> None:
        self.question = self.voting.questions[event.column]
        if why := self.sealed_why():
            self.tell(why, alarm=True)
        else:
            self.action_tick()

    def action_abstain(self) -> None:
        if self.case:
            self.tick(self.case, self.question, abstain=True)

    def action_ask(self, number: int) -> None:
        """Another question; what is ticked from now on is ticked there."""
        if number <= len(self.voting.questions):
            self.question = self.voting.questions[number - 1]
            self.again()

    def action_beside(self, step: int) -> None:
        number = self.voting.questions.index(self.question) + 1 + step
        if number:
            self.action_ask(number)

    @on(Rows.Opened)
    def action_read(self) -> None:
        if self.case:
            from tui.screens.ticks_read import TickReadScreen

            self.app.push_screen(TickReadScreen(self.sitting, self.case, self.question))

    def action_recuse(self) -> None:
        if self.case:
            from tui.screens.recuse import ask_recusal

            ask_recusal(self, self.case)

    def action_review(self) -> None:
        from tui.screens.ticks_review import TickReviewScreen

        self.app.push_screen(TickReviewScreen(self.sitting))

    def action_confirm(self) -> None:
        self.judge_app.show_changes()

    def action_submit(self) -> None:
        if self.sitting.sealed:
            self.judge_app.show_receipt()
            return
        from tui.screens.ticks_review import TickReviewScreen

        self.app.push_screen(TickReviewScreen(self.sitting, submit=True))

    def changed(self, case: str) -> None:
        self.refill(case)

    def action_back(self) -> None:
        """Esc: first out of a search, then the question whether to leave."""
        if not self.end_search():
            self.judge_app.action_leave()
