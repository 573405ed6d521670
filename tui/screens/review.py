"""The overview before submitting: hints first, then the judge's own order; F9 submits."""

from __future__ import annotations

from textual import on
from textual.binding import Binding

from tui.ink import safe
from tui.keys import COMPARE_KEYS, SPACE_KEYS, digit_keys
from tui.ordering import Way
from tui.overview import HINTED
from tui.pairing import ranked
from tui.screens.review_view import ReviewView
from tui.sitting import wording
from tui.widgets.key_bar import KeyBar
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say


class ReviewScreen(ReviewView):
    BINDINGS = [
        Binding("enter", "edit", show=False, id="edit"),
        Binding(SPACE_KEYS, "dismiss_hint", show=False, id="dismiss"),
        Binding(digit_keys(1), "show('all')", show=False, id="show.all"),
        Binding(digit_keys(2), "show('hints')", show=False, id="show.hints"),
        Binding("f2", "comment", show=False, id="comment"),
        Binding("f7", "hint(-1)", show=False, id="hint.back"),
        Binding("f8", "hint(1)", show=False, id="hint.next"),
        Binding("f9", "submit", show=False, id="submit"),
        Binding("right", "place(-1)", show=False, id="place.up"),
        Binding("left", "place(1)", show=False, id="place.down"),
        Binding(COMPARE_KEYS, "compare", show=False, id="compare"),
    ]

    def on_mount(self) -> None:  # the view's own runs as well
        if self._submit_at_once and not self.why_not("submit"):
            self.call_after_refresh(self.action_submit)

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if action == "submit":
            return self.not_yet("review")
        if action == "dismiss_hint":
            row = self.row
            return self.sealed_why() or ("" if row and row.hint else say("tui.why.no_hint"))
        if action == "place":
            return self.sealed_why() or self.place_why(0)
        if action == "compare":
            return self.compare_why()
        return super().why_not(action)

    def place_why(self, step: int) -> str:
        """Why the case cannot change places that way; with 0 whether it has a place at all."""
        case = self.row.case if self.row else ""
        if case not in self.overview.ranks:
            return say("pair.order.why.none")
        if step and self.overview.order.beside(case, step) is None:
            return say("pair.order.why.first" if step < 0 else "pair.order.why.last")
        return ""

    @on(Rows.Picked)
    @on(Rows.InSight)
    def _moved(self) -> None:
        self.query_one("#why", Line).fit()
        self.query_one("#panel", Line).fit()
        self.query_one("#keys", KeyBar).fit()

    @on(Rows.Opened)
    def action_edit(self) -> None:
        if self.row:
            from tui.screens.score import ScoreScreen

            self.app.push_screen(ScoreScreen(self.sitting, self.row.case))

    def action_dismiss_hint(self) -> None:
        row = self.row
        if row and row.hint:
            hint = row.hint
            self.attempt(lambda: self.sitting.dismiss(row.case, hint.key, True))
            self.refill()

    def action_show(self, what: str) -> None:
        self.only_hints = what == "hints"
        self.show_rows(self.overview)

    def action_hint(self, step: int) -> None:
        rows = self.query_one(Rows)
        place = rows.picked + step
        if 0 <= place < len(self.rows) and (row := self.rows[place]) and row.kind:
            rows.picked = place

    def action_comment(self) -> None:
        if self.row:
            from tui.screens.comment import CommentDialog

            dialog = CommentDialog(self.sitting, self.row.case, self.sealed_why())
            self.app.push_screen(dialog, lambda _answer: self.again())

    def action_compare(self) -> None:
        """With the neighbour in the own order; a case without a place asks with which."""
        from tui.screens.compare import compare, compare_from

        if self.row:
            case, order = self.row.case, self.overview.order
            other = order.beside(case, -1) or order.beside(case, 1)
            compare(self, (case, other)) if other else compare_from(self, case)

    def action_place(self, step: int) -> None:
        """Right and Left: up and down in the own order, by a mark that the judge picks."""
        if why := self.place_why(step):
            self.tell(why, alarm=True)
            return
        from tui.screens.reorder import COMPARE, ReorderDialog

        order = self.overview.order
        pair = order.pair(self.row.case, step) if self.row else None
        assert pair is not None  # place_why has looked
        ways = order.ways(*pair)

        def answered(answer: str | None) -> None:
            if answer == COMPARE:
                self.action_compare()
            elif answer:
                self._change(ways[int(answer)])

        self.app.push_screen(ReorderDialog(order, pair, ways), answered)

    def _change(self, way: Way) -> None:
        sitting = self.sitting
        if self.attempt(lambda: sitting.set_cell(way.case, way.criterion.key, way.cell)):
            self.refill(lambda: self._tell_change_of_place(way))

    def _tell_change_of_place(self, way: Way) -> None:
        name, rank = wording(way.criterion.name), ranked(self.overview.order, way.case)
        changed = {"name": name, "before": way.before, "after": way.after, "rank": rank}
        self.tell(say("pair.order.done", case=safe(way.case), **changed))

    def action_submit(self) -> None:
        from tui.screens.submit import SubmitDialog

        app = self.judge_app
        asked = sum(row.kind in HINTED for row in self.overview.rows[0])
        own = app.revise is not None
        dialog = SubmitDialog(self.sitting, app.new_code(), own=own, asked=asked)
        self.app.push_screen(dialog, self._submit)

    def _submit(self, answer: str | None) -> None:
        if answer == "yes" and self.attempt(self.sitting.desk.submit):
            self.judge_app.show_receipt()

    def changed(self, case: str) -> None:
        self.refill()
