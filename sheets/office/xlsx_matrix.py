"""打分明细: every mark, a line per case, the judges side by side under each criterion."""

from __future__ import annotations

from fractions import Fraction

from sheets.office.book import Book, Sheet, cell_name, lines_of, number_form
from sheets.office.view import BallotCell, View, is_state, state_words
from sheets.office.xlsx_columns import (
    DROPPED,
    MARKS,
    TICKED,
    Column,
    criterion_head,
    judge_heads,
)
from sheets.office.xlsx_summary import BODY_ROW, HEAD_ROW, set_up_page, write_heads, write_title

LEFT = 2
"""Columns before the first mark: number and title."""


def mark_cell(view: View, line: int, criterion: int, judge: int) -> str:
    """Where a mark stands, as a formula of another sheet names it."""
    name = view.tab("matrix")
    column = LEFT + criterion * len(view.sheet.judges) + judge
    return f"'{name}'!{cell_name(BODY_ROW + line, column)}"


def marks_span(view: View, criterion: int, judge: int, line: int | None = None) -> str:
    """All marks of a judge for a criterion, or that of one line, for formulas of other sheets."""
    column = LEFT + criterion * len(view.sheet.judges) + judge
    first = BODY_ROW + (line or 0)
    last = first if line is not None else BODY_ROW + len(view.lines) - 1
    ends = dict.fromkeys((cell_name(first, column), cell_name(last, column)))
    return f"'{view.tab('matrix')}'!{':'.join(ends)}"


def write_matrix(book: Book, view: View) -> Sheet:
    """The sheet with every mark; marks that were dropped one by one are struck through."""
    sheet = book.sheet(view.tab("matrix"))
    columns = [Column(view.say("head.case"), 8), Column(view.say("head.title"), 34)]
    for criterion in view.criteria:
        head = criterion_head(view, criterion)
        columns += [Column(judge, 8, head) for judge in judge_heads(view)]
    for at, column in enumerate(columns):
        sheet.raw.set_column(at, at, column.cells)
    write_title(sheet, view, view.what("matrix"), len(columns) - 1)
    write_heads(sheet, columns, HEAD_ROW)
    _write_lines(sheet, view)
    set_up_page(sheet, view, HEAD_ROW + 1, wide=sum(column.cells for column in columns))
    sheet.raw.freeze_panes(BODY_ROW, LEFT)
    return sheet


def _write_lines(sheet: Sheet, view: View) -> None:
    words = sheet.book.look(border=1, text_wrap=True)
    keys = [criterion.key for criterion in view.sheet.criteria]
    for row, line in enumerate(view.lines, BODY_ROW):
        sheet.text(row, 0, line.case.number, sheet.book.look(border=1, align="center"))
        sheet.text(row, 1, line.case.title, words)
        sheet.raw.set_row(row, max(18, 14 * lines_of(line.case.title, 34) + 4))
        for at, key in enumerate(keys):
            for judge, ballot in enumerate(line.ballots):
                column = LEFT + at * len(line.ballots) + judge
                _mark(sheet, view, row, column, ballot, at, key)


def _mark(
    sheet: Sheet, view: View, row: int, column: int, ballot: BallotCell, at: int, key: str
) -> None:
    text, look = ballot.cells[at], {"border": 1, "align": "center"}
    if is_state(text):
        faint = sheet.book.look(font_color="#7F7F7F", italic=True, **look)
        sheet.text(row, column, state_words(view, text), faint)
        return
    drop = ballot.drop or ballot.drops.get(key, "")
    form = number_form(view.rules.stage.decimals, MARKS[drop] if key in ballot.drops else "")
    form = TICKED if view.ticks else form
    dropped = DROPPED if drop else {}
    look_of = sheet.book.look(num_format=form, **look, **dropped)
    sheet.number(row, column, Fraction(text), look_of)
