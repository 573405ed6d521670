"""Reading and scoring: the material and the criteria of one case, side by side or one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from db.records import Nomination
from scoring.cells import Cell, State
from tui.ink import rule, safe, spread
from tui.panels import case_panel, material, row_help, total_line
from tui.screens.base import FIND_KEYS, SPACE_KEYS, BaseScreen
from tui.sitting import Sitting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from tui.widgets.score_row import ScoreRow
from words import say


class ScoreScreen(BaseScreen):
    help_topic = "score"
    BINDINGS = [
        Binding("up", "row(-1)", show=False, id="row.up"),
        Binding("down", "row(1)", show=False, id="row.down"),
        Binding("left", "nudge(-1)", show=False, id="score.less"),
        Binding("right", "nudge(1)", show=False, id="score.more"),
        Binding("enter", "next", show=False, id="next"),
        Binding("delete", "clear", show=False, id="clear"),
        Binding(SPACE_KEYS, "doubt", show=False, id="doubt"),
        Binding("pageup", "page(-1)", show=False, id="page.up"),
        Binding("pagedown", "page(1)", show=False, id="page.down"),
        Binding("home", "ends(-1)", show=False, id="top"),
        Binding("end", "ends(1)", show=False, id="end"),
        Binding("tab", "pane(1)", show=False, id="pane.next"),
        Binding("shift+tab", "pane(-1)", show=False, id="pane.back"),
        Binding("f2", "comment", show=False, id="comment"),
        Binding("f3", "recuse", show=False, id="recuse"),
        Binding("f4", "review", show=False, id="review"),
        Binding("f7", "case(-1)", show=False, id="case.back"),
        Binding("f8", "case(1)", show=False, id="case.next"),
        Binding(FIND_KEYS, "find", show=False, id="find"),
    ]

    def __init__(self, sitting: Sitting, case: str) -> None:
        super().__init__(sitting)
        self.case = case
        self._burst = 0  # every burst of typing has its own number: one step of undo

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self._title)
        yield Line(self._about)
        with Horizontal(id="work"):
            with Vertical(id="paper"):
                yield Line(self._paper_rule, id="paper-rule")
                yield Reader(id="reader")
            with Vertical(id="form"):
                yield Line(self._form_rule, id="form-rule")
                with VerticalScroll(id="rows", can_focus=False):
                    for criterion in self.sitting.criteria:
                        weight = self.sitting.figures.weight(criterion)
                        yield ScoreRow(criterion, self.sitting.stage.decimals, weight)
                yield Line(lambda cells: total_line(self.sitting, self.case, cells), id="total")
                yield Line(lambda cells: case_panel(self.sitting, self.case, cells), id="panel")
        yield from self.foot()

    def on_mount(self) -> None:
        self.show(self.case)

    @property
    def rows(self) -> list[ScoreRow]:
        return list(self.query(ScoreRow))

    @property
    def row(self) -> ScoreRow | None:
        """The criterion in work."""
        return self.focused if isinstance(self.focused, ScoreRow) else None

    @property
    def nomination(self) -> Nomination:
        return self.sitting.case(self.case)

    def show(self, case: str) -> None:
        """Go to a case, to its first criterion that wants an answer."""
        unsaved = [row for row in self.rows if row.busy and row.complaint]
        left = say("tui.left_unsaved", case=safe(self.case), text=unsaved[0].entry.text) if unsaved else ""
        self.case = case
        self.attempt(lambda: self.sitting.desk.remember(case))
        self.query_one(Reader).load(case, material(self.nomination))
        self.settle()
        missing = self.sitting.missing(case)
        rows = self.rows
        first = next((row for row in rows if missing and row.criterion == missing[0]), rows[0])
        first.focus()
        self.again()
        if left:
            self.tell(left, alarm=True)

    def settle(self) -> None:
        """Show in every row what is saved."""
        locked = bool(self.closed_why())
        for row in self.rows:
            row.locked = locked
            row.settle(self.sitting.cell(self.case, row.criterion.key))
        self._burst += 1

    # --- drawing -----------------------------------------------------------------------

    def _title(self, cells: int) -> Content:
        number, total = safe(self.case), len(self.sitting.cases)
        left = f"{say('tui.case')} {number} / {total}   {safe(self.nomination.title)}"
        state = f"{self.sitting.mark_word(self.case)} {self.sitting.progress(self.case)}".strip()
        if cells >= 110:
            state += f"   {say('tui.judge')} {safe(self.sitting.desk.judge.name)}"
        return Content.styled(f" {spread(left, state, cells - 2)}", "bold")

    def _about(self, cells: int) -> str:
        case = self.nomination
        facts = (("field", case.field), ("level", case.level), ("region", case.region))
        said = [f"{say(f'tui.fact.{name}')} {safe(text)}" for name, text in facts if text]
        if cells >= 110:
            for key, step in (("tui.prev", -1), ("tui.next", 1)):
                other = self.sitting.beside(self.case, step)
                said += [f"{say(key)} {safe(other)} {self.sitting.mark_word(other)}"] if other else []
        return f" {spread('    '.join([safe(case.unit), *said]), '', cells - 2)}"

    def _paper_rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        here = ">" if self.query_one(Reader).has_focus else ""
        return rule(cells, say("tui.paper") + here, say("tui.lines", first=first, last=last, total=total))

    def _form_rule(self, cells: int) -> str:
        return rule(cells, say("tui.form"), self._saved_word())

    def _saved_word(self) -> str:
        row = self.row
        if row is not None and row.busy and row.entry.reading.cell is None:
            return say("tui.saved.not")
        time = self.sitting.saved_time()
        return say("tui.saved", time=time) if time else ""

    def status(self) -> str:
        return row_help(self.sitting, self.row) if self.is_mounted else ""

    def keys(self) -> Sequence[Key]:
        closed = self.closed_why()
        return (
            Key(say("tui.key.digits"), say("tui.do.score"), why_not=closed),
            Key(say("tui.key.updown"), say("tui.do.row")),
            Key("Enter", say("tui.do.next"), "next"),
            Key("PgUp/PgDn", say("tui.do.paper"), "page(1)"),
            Key("Ctrl+Z", say("tui.do.undo"), "undo"),
            Key("F2", say("tui.do.comment"), "comment"),
            Key("F3", say("tui.do.recuse"), "recuse"),
            Key(say("tui.key.space"), say("tui.do.doubt"), "doubt"),
            Key("F7", say("tui.do.prev"), "case(-1)"),
            Key("F8", say("tui.do.nextcase"), "case(1)"),
            Key("Esc", say("tui.do.list"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    # --- why a key is off --------------------------------------------------------------

    def closed_why(self) -> str:
        """Why nothing can be scored on this case; empty where it can."""
        recused = self.sitting.mark(self.case) == "recused"
        return self.sealed_why() or (say("tui.why.recused") if recused else "")

    def why_not(self, action: str) -> str:
        if action in ("nudge", "clear", "doubt", "recuse"):
            return self.closed_why()
        return super().why_not(action)

    # --- typing ------------------------------------------------------------------------

    @on(ScoreRow.Typed)
    def _typed(self, message: ScoreRow.Typed) -> None:
        """Save what is typed; where it is no score, what was there before typing began."""
        row = message.row
        saved = self.save(row, row.entry.wanted)
        if not saved:
            row.settle(self.sitting.cell(self.case, row.criterion.key))
        self._shown_again()
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
        self._shown_again()

    def _shown_again(self) -> None:
        self.again()

    def on_key(self, event: events.Key) -> None:
        super().on_key(event)
        locked_typing = event.is_printable and event.key not in SPACE_KEYS.split(",")
        if self.closed_why() and self.row and locked_typing and event.key not in self.active_bindings:
            self.tell(self.closed_why(), alarm=True)

    @on(ScoreRow.Chosen)
    def _row_chosen(self) -> None:
        """Another row: what was typed in the others and is saved counts as confirmed."""
        for row in self.rows:
            if row is not self.row and row.busy and not row.complaint:
                row.settle(self.sitting.cell(self.case, row.criterion.key))
        self._burst += 1
        self._shown_again()

    # --- actions -----------------------------------------------------------------------

    def action_row(self, step: int) -> None:
        rows, row = self.rows, self.row
        place = rows.index(row) + step if row else 0
        rows[max(min(place, len(rows) - 1), 0)].focus()

    def action_next(self) -> None:
        """Enter: the next criterion, after the last one the next case that wants an answer."""
        row, rows = self.row, self.rows
        if row is None:
            rows[0].focus()
        elif row.busy and row.complaint:
            self.tell(row.complaint, alarm=True)
        elif row is not rows[-1]:
            row.settle(self.sitting.cell(self.case, row.criterion.key))
            self.action_row(1)
        else:
            self._next_case()

    def _next_case(self) -> None:
        case = self.sitting.next_unfinished(self.case)
        if case is None:
            self.action_review()
        else:
            self.show(case)

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
        (self.rows[0] if reader.has_focus else reader).focus()
        self.call_after_refresh(self.again)

    def on_reader_moved(self) -> None:
        self.query_one("#paper-rule", Line).refresh()

    def action_case(self, step: int) -> None:
        case = self.sitting.beside(self.case, step)
        if case is None:
            self.tell(say("tui.why.last" if step > 0 else "tui.why.first"))
        else:
            self.show(case)

    def action_comment(self) -> None:
        from tui.screens.comment import CommentDialog  # noqa: PLC0415

        dialog = CommentDialog(self.sitting, self.case, self.closed_why())
        self.app.push_screen(dialog, lambda _answer: self.again())

    def action_recuse(self) -> None:
        from tui.screens.recuse import ask_recusal  # noqa: PLC0415

        ask_recusal(self, self.case)

    def action_review(self) -> None:
        from tui.screens.review import ReviewScreen  # noqa: PLC0415

        self.app.push_screen(ReviewScreen(self.sitting))

    def action_find(self) -> None:
        self.judge_app.home().action_find_from(self)

    def changed(self, case: str) -> None:
        if case != self.case and case in self.sitting.place:
            self.show(case)
        self.settle()
        self.again()

    def on_screen_resume(self) -> None:
        self.settle()
        self.again()

    def help_text(self) -> str:
        row = self.row
        about = row_help(self.sitting, row, whole=True) if row else ""
        return f"{about}\n\n{super().help_text()}".strip()
