"""Reading and scoring one case: what the keys do. Typing is saving."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from textual import events, on

from scoring.cells import Cell, State
from tui.ink import safe
from tui.panels import row_help
from tui.screens.base import BaseScreen
from tui.screens.score_keys import BINDINGS
from tui.screens.score_view import ScoreView
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from tui.widgets.score_form import ScoreForm
from tui.widgets.score_row import ScoreRow
from words import say


class ScoreScreen(ScoreView):
    BINDINGS = BINDINGS

    # --- typing ------------------------------------------------------------------------

    _taken: events.Key | None = None  # the last key that the form has passed on

    async def on_key(self, event: events.Key) -> None:
        """A key typed while this screen was being made belongs to the form, as those after it."""
        early = event is not self._taken and self.form.has_focus
        if early and await self.take(event):
            event.stop()
            event.prevent_default()

    async def take(self, event: events.Key) -> bool:
        """A key in the form: typed into the row in work, or one of the bindings above."""
        self._taken = event
        if not self.is_current:  # a dialog has just been opened; it was typed too early for that
            return True
        row = self.row
        if row is not None and row.takes(event):
            self.tell("")
            self._typed(row)
            return True
        bound = self.active_bindings.get(event.key)
        if bound is None or bound.node is not self or not bound.enabled:
            return False
        self.tell("")
        await self.app.run_action(bound.binding.action, self)
        return True

    def on_paste(self, event: events.Paste) -> None:
        if self.row is not None and self.row.paste(event.text):
            self._typed(self.row)

    def _typed(self, row: ScoreRow) -> None:
        """Save what is typed; where it is no score, what was there before typing began."""
        saved = self.save(row, row.entry.wanted)
        if not saved:
            row.settle(self.sitting.cell(self.case, row.criterion.key))
        self.again()
        if saved and row.entry.reading.kind == "wrong":
            self.tell(f"{row.entry.text}: {row.complaint}", alarm=True)

    def save(self, row: ScoreRow, cell: Cell) -> bool:
        run = (self.case, row.criterion.key, self._burst)
        return self.attempt(lambda: self.sitting.set_cell(self.case, row.criterion.key, cell, run))

    def set_now(self, row: ScoreRow, cell: Cell) -> None:
        """Save a value that was not typed, and show it."""
        self._burst += 1
        if self.save(row, cell):
            row.settle(cell)
        self.again()

    def refusal(self, event: events.Key) -> str:
        """On a closed case also what would be typed is answered."""
        typing = self.row is not None and event.is_printable
        unbound = event.key not in self.active_bindings
        return self.closed_why() if typing and unbound else super().refusal(event)

    @on(ScoreForm.Chosen)
    def _confirm_others(self) -> None:
        """Another row: what was typed in the others and is saved counts as confirmed."""
        for row in self.rows:
            if row is not self.row and row.busy and not row.complaint:
                row.settle(self.sitting.cell(self.case, row.criterion.key))
        self._burst += 1
        self.again()

    def action_undo(self) -> None:
        """What was typed and is not saved goes first; then the saved steps."""
        if self.row is not None and self.row.busy and self.row.complaint:
            self.row.settle(self.sitting.cell(self.case, self.row.criterion.key))
            self.again()
            self.tell(say("tui.dropped"))
        else:
            super().action_undo()

    # --- actions -----------------------------------------------------------------------

    def action_row(self, step: int) -> None:
        self.form.step(step)
        self._confirm_others()

    def action_next(self) -> None:
        """Enter: the next criterion, after the last one the next case that wants an answer."""
        row = self.row
        if row is None:
            self.form.focus()
        elif row.busy and row.complaint:
            self.tell(row.complaint, alarm=True)
        elif not self.form.at_end:
            self.action_row(1)
        else:
            self._next_case()

    def _next_case(self) -> None:
        case = self.sitting.next_unfinished(self.case)
        if case is None:
            self.action_review()
        else:
            done = self.case
            self.show(case)
            if self.sitting.mark(done) == "done":
                self.tell(say("tui.went_on", done=safe(done), case=safe(case)))

    def action_nudge(self, direction: int) -> None:
        row = self.row
        if row is None or row.entry.reading.kind != "points":
            self.tell(say("tui.nudge.empty"))
            return
        points = self.sitting.figures.nudged(row.criterion, row.entry.reading.points, direction)
        self.set_now(row, Cell(State.SCORED, points))

    def action_clear(self) -> None:
        if self.row is not None:
            self.set_now(self.row, Cell(State.MISSING))

    def action_doubt(self) -> None:
        if self.row is not None and self.row.busy:
            self.tell(say("tui.doubt.busy"))
            return
        doubt = not self.sitting.answer(self.case).doubt
        self.attempt(lambda: self.sitting.set_doubt(self.case, doubt))
        self.again()

    def action_page(self, step: int) -> None:
        self.query_one(Reader).action_page(step)

    def action_ends(self, step: int) -> None:
        self.query_one(Reader).action_ends(step)

    def action_pane(self, step: int) -> None:
        """Tab: material and form in turn."""
        reader = self.query_one(Reader)
        (self.form if reader.has_focus else reader).focus()

    def on_reader_moved(self) -> None:
        self.query_one("#paper-rule", Line).refresh()

    def action_case(self, step: int) -> None:
        case = self.sitting.beside(self.case, step)
        if case is None:
            self.tell(say("tui.why.last" if step > 0 else "tui.why.first"))
        else:
            self.show(case)

    def action_comment(self) -> None:
        from tui.screens.comment import CommentDialog

        dialog = CommentDialog(self.sitting, self.case, self.closed_why())
        self.app.push_screen(dialog, lambda _answer: self.again())

    def action_recuse(self) -> None:
        from tui.screens.recuse import ask_recusal

        ask_recusal(self, self.case)

    def action_compare(self) -> None:
        from tui.screens.compare import compare_from

        compare_from(self, self.case)

    def action_papers(self) -> None:
        from tui.screens.papers import PapersScreen

        self.app.push_screen(PapersScreen(self.titled, self.case, self.papers))

    def action_review(self) -> None:
        from tui.screens.review import ReviewScreen

        self._leave(lambda: self.app.push_screen(ReviewScreen(self.sitting)))

    def action_back(self) -> None:
        self._leave(super().action_back)

    def _leave(self, go: Callable[[], object]) -> None:
        """To another screen, which says what was typed here and is no score."""
        unsaved = self.unsaved()
        go()
        if unsaved:
            cast(BaseScreen, self.app.screen).tell(unsaved, alarm=True)

    def action_find(self) -> None:
        self._leave(lambda: self.judge_app.go_home().action_find())

    def changed(self, case: str) -> None:
        if case != self.case and case in self.sitting.place:
            self.show(case)
        self.settle()
        self.again()

    def came_back(self) -> None:
        self.settle(keep_wrong=True)
        self.again()

    def help_text(self) -> str:
        row = self.row
        about = row_help(self.sitting, self.case, row, whole=True) if row else ""
        return f"{about}\n\n{super().help_text()}".strip()
