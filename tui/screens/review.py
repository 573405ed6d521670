"""The overview before submitting: hints first, then the judge's own order; F9 submits."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content

from scoring.cells import State
from scoring.rules import Criterion
from tui.ink import rule, safe, safe_lines, spread
from tui.overview import Overview, Row
from tui.panels import spread_lines
from tui.screens.base import SPACE_KEYS, BaseScreen, digit_keys
from tui.sitting import Sitting, wording
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from tui.wrap import wrap
from words import language, say
from words.text import cut, pad

NARROW_COLUMNS = 4  # criteria shown beside the title at 80 cells; all of them from 110 on


class ReviewScreen(BaseScreen):
    help_topic = "review"
    BINDINGS = [
        Binding("enter", "edit", show=False, id="edit"),
        Binding(SPACE_KEYS, "dismiss_hint", show=False, id="dismiss"),
        Binding(digit_keys(1), "show('all')", show=False, id="show.all"),
        Binding(digit_keys(2), "show('hints')", show=False, id="show.hints"),
        Binding("f2", "comment", show=False, id="review.comment"),
        Binding("f7", "hint(-1)", show=False, id="hint.back"),
        Binding("f8", "hint(1)", show=False, id="hint.next"),
        Binding("f9", "submit", show=False, id="review.submit"),
    ]

    def __init__(self, sitting: Sitting, *, submit: bool = False) -> None:
        super().__init__(sitting)
        self._submit_at_once = submit
        self.only_hints = False
        self.rows: list[Row | None] = []  # None: the line between hints and the others
        self.overview = Overview(sitting)

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self.titled(say("tui.review"), cells))
        yield Line(self._counts)
        yield Line(self._shows)
        yield Line(rule)
        with Horizontal(id="work"):
            with Vertical(id="cases"):
                yield Line(self._heads, classes="heads")
                yield Rows(id="list")
            yield Line(self._side, id="panel")
        yield Line(self._why, id="why")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill()
        self.query_one(Rows).focus()
        if self._submit_at_once and not self.why_not("submit"):
            self.call_after_refresh(self.action_submit)

    def on_screen_resume(self) -> None:
        if self.rows:
            self.refill()

    def refill(self) -> None:
        """Build the list anew, with the mark on the case it was on."""
        here = self.row.case if self.row else None
        self.overview = Overview(self.sitting)
        asked, rest = self.overview.rows
        self.rows = [*asked]
        if not self.only_hints:
            self.rows += [None, *rest] if asked and rest else rest
        places = {row.case: i for i, row in enumerate(self.rows) if row}
        skipped = frozenset(i for i, row in enumerate(self.rows) if row is None)
        self.query_one(Rows).fill(
            len(self.rows), self._draw_row, skipped=skipped, picked=places.get(here or "", 0)
        )
        self.again()

    @property
    def row(self) -> Row | None:
        place = self.query_one(Rows).picked if self.is_mounted else 0
        return self.rows[place] if place < len(self.rows) else None

    # --- drawing -----------------------------------------------------------------------

    def _counts(self, _cells: int) -> str:
        counted = {kind: self.overview.counted(kind) for kind in ("unfinished", "check", "tie", "doubt", "recused")}
        return f" {say('tui.review.counts', **counted)}"

    def _shows(self, cells: int) -> str:
        one, two = ("", "*") if self.only_hints else ("*", "")
        return f" {spread(say('tui.review.shows', one=one, two=two), say('tui.review.order'), cells - 2)}"

    def _criteria(self, cells: int) -> tuple[Criterion, ...]:
        fit = (cells - 46) // 6
        return self.sitting.criteria[: max(fit, min(NARROW_COLUMNS, fit, len(self.sitting.criteria)))]

    def _line(self, cells: int, rank: str, number: str, title: str, cell_texts: Sequence[str], total: str, hint: str) -> str:
        middle = "".join(pad(text, 6, ">") for text in cell_texts)
        room = cells - 29 - 6 * len(cell_texts)
        return f"{pad(rank, 4, '>')}  {pad(number, 4)} {pad(title, room)}{middle}{pad(total, 8, '>')}  {pad(hint, 8)}"

    def _heads(self, cells: int) -> Content:
        names = [cut(wording(c.name), 5 if language() == "en" else 4, mark="") for c in self._criteria(cells)]
        heads = (say("tui.col.rank"), say("tui.col.number"), say("tui.col.title"))
        line = self._line(cells - 3, *heads, names, say("tui.col.total"), say("tui.col.hint"))
        return Content.styled("   " + line, "bold")

    def _draw_row(self, place: int, cells: int) -> str:
        row = self.rows[place]
        if row is None:
            first, last = self.query_one(Rows).in_sight  # this very line is one of them
            return rule(cells, right=say("tui.lines", first=first, last=last - 1, total=len(self.rows) - 1))
        hint = say(f"tui.hint.{row.kind}.word") if row.kind else ""
        recused = row.kind == "recused"
        texts = ["" if recused else self._cell(row.case, c) for c in self._criteria(cells + 3)]
        total = "" if recused else self.sitting.total(row.case)
        rank = "-" if row.rank is None else str(row.rank)
        return self._line(cells, rank, safe(row.case), safe(self.sitting.case(row.case).title), texts, total, hint)

    def _cell(self, case: str, criterion: Criterion) -> str:
        cell = self.sitting.cell(case, criterion.key)
        if cell.state is State.SCORED:
            return self.sitting.figures.points(cell.points)
        return say("tui.cell.na.short") if cell.state is State.NOT_APPLICABLE else "--"

    def _why(self, cells: int) -> str:
        row = self.row
        if row is None:
            return rule(cells) + "\n\n"
        if self.size.width >= 110:
            spread_now = spread_lines(self.sitting, cells - 4)
            return "\n".join([rule(cells, f"{say('tui.panel.spread')} {say('tui.panel.yours')}"), *(f" {line}" for line in spread_now)])
        text = self._explained(row)
        lines = (wrap(text, cells - 2) + ["", ""])[:3]
        return "\n".join([rule(cells, f"{say('tui.review.look')} {safe(row.case)}"), *(f" {line}" for line in lines)])

    def _explained(self, row: Row) -> str:
        todo = "tui.review.todo.hint" if row.hint else "tui.review.todo"
        return f"{self.overview.explained(row)}\n{say(todo)}".strip()

    def _side(self, cells: int) -> str:
        row, room = self.row, max(cells - 2, 10)
        if row is None:
            return ""
        case = self.sitting.case(row.case)
        lines = [*wrap(f"{safe(row.case)} {safe(case.title)}", room), *wrap(safe(case.unit), room), ""]
        for criterion in self.sitting.criteria:
            mark = say("tui.review.here") if row.hint and criterion.key in row.hint.criteria else ""
            lines.append(f"{pad(wording(criterion.name), 10)} {pad(self._cell(row.case, criterion), 5, '>')}{mark}")
        lines += [f"{pad(say('tui.col.total'), 10)} {pad(self.sitting.total(row.case), 5, '>')}", ""]
        lines += wrap(self._explained(row), room)
        comment = safe_lines(self.sitting.answer(row.case).comment)
        lines += ["", say("tui.panel.comment.short"), *wrap(comment, room)[:4]] if comment else []
        return "\n".join(f" {line}" for line in lines)

    def status(self) -> str:
        why = self.submit_why()
        key = Key("F9", say("tui.do.submit"), why_not=why).text
        left = say("tui.review.ready") if not why else say("tui.resume.sealed" if self.sitting.sealed else "tui.review.notyet")
        return spread(left, key, self.size.width - 2)

    def keys(self) -> Sequence[Key]:
        wide = self.size.width >= 110
        return (
            Key("Enter", say("tui.do.edit"), "edit"),
            Key(say("tui.key.updown"), say("tui.do.pick")),
            Key(say("tui.key.space"), say("tui.do.dismiss"), "dismiss_hint"),
            *([Key("F2", say("tui.do.comment"), "comment")] if wide else []),
            Key("F8", say("tui.do.nexthint"), "hint(1)"),
            *([] if self.submit_why() else [Key("F9", say("tui.do.submit"), "submit")]),
            Key("Esc", say("tui.do.back"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if action == "submit":
            return self.submit_why()
        if action == "dismiss_hint":
            row = self.row
            return self.sealed_why() or ("" if row and row.hint else say("tui.why.no_hint"))
        return super().why_not(action)

    @on(Rows.Picked)
    def _moved(self) -> None:
        self.query_one("#why", Line).refresh(layout=True)
        self.query_one("#panel", Line).refresh(layout=True)

    @on(Rows.Opened)
    def action_edit(self) -> None:
        if self.row:
            from tui.screens.score import ScoreScreen  # noqa: PLC0415

            self.app.push_screen(ScoreScreen(self.sitting, self.row.case))

    def action_dismiss_hint(self) -> None:
        row = self.row
        if row and row.hint:
            hint = row.hint
            self.attempt(lambda: self.sitting.dismiss(row.case, hint.key, True))
            self.refill()

    def action_show(self, what: str) -> None:
        self.only_hints = what == "hints"
        self.refill()

    def action_hint(self, step: int) -> None:
        rows = self.query_one(Rows)
        place = rows.picked + step
        if 0 <= place < len(self.rows) and (row := self.rows[place]) and row.kind:
            rows.picked = place

    def action_comment(self) -> None:
        if self.row:
            from tui.screens.comment import CommentDialog  # noqa: PLC0415

            dialog = CommentDialog(self.sitting, self.row.case, self.sealed_why())
            self.app.push_screen(dialog, lambda _answer: self.again())

    def action_submit(self) -> None:
        from tui.screens.submit import SubmitDialog  # noqa: PLC0415

        dialog = SubmitDialog(self.sitting, self.judge_app.new_code())
        self.app.push_screen(dialog, self._submit)

    def _submit(self, answer: str | None) -> None:
        if answer == "yes" and self.attempt(self.sitting.desk.submit):
            self.judge_app.show_receipt()

    def changed(self, case: str) -> None:
        self.refill()
