"""A worksheet of one line per case with formulas, number and title at its left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sheets.office.book import Book, Sheet, cell_name, lines_of, number_form
from sheets.office.view import Line, View
from sheets.office.xlsx_columns import CENTRED, Column
from sheets.office.xlsx_summary import BODY_ROW, HEAD_ROW, set_up_page, write_heads, write_title

LEFT = 2
"""Columns before the first of the table's own: number and title."""


@dataclass(frozen=True)
class Where:
    """Where the numbers of a stage stand: the sheet, the row of each case, the columns of the
    exact and the published number.
    """

    tab: str
    rows: Mapping[str, int]
    exact: int
    score: int

    def cell(self, case: str, *, exact: bool) -> str:
        """The cell as a formula of another sheet names it; empty where the case was not there."""
        if case not in self.rows:
            return ""
        return f"'{self.tab}'!{cell_name(self.rows[case], self.exact if exact else self.score)}"


class Table:
    """A sheet of one line per case, number and title at its left."""

    def __init__(self, book: Book, view: View, tab: str, what: str) -> None:
        self.book, self.view, self.what = book, view, what
        self.sheet: Sheet = book.sheet(tab)

    def head(self, columns: list[Column]) -> None:
        say = self.view.say
        columns = [Column(say("head.case"), 8), Column(say("head.title"), 34), *columns]
        for at, column in enumerate(columns):
            self.sheet.raw.set_column(at, at, column.cells)
        write_title(self.sheet, self.view, self.what, len(columns) - 1)
        write_heads(self.sheet, columns, HEAD_ROW)
        set_up_page(self.sheet, self.view, HEAD_ROW + 1)
        self.sheet.raw.freeze_panes(BODY_ROW, LEFT)

    def case(self, row: int, line: Line) -> None:
        self.text(row, 0, line.case.number)
        look = self.book.look(border=1, text_wrap=True)
        self.sheet.text(row, 1, line.case.title, look)
        self.sheet.raw.set_row(row, max(18, 14 * lines_of(line.case.title, 34) + 4))

    def text(self, row: int, column: int, text: str) -> None:
        self.sheet.text(row, column, text, self.book.look(**CENTRED))

    def number(self, row: int, column: int, value: Fraction | int | None, places: int) -> None:
        if value is None:
            self.text(row, column, "")
            return
        look = self.book.look(border=1, align="center", bold=True, num_format=number_form(places))
        self.sheet.number(row, column, value, look)

    def formula(
        self, row: int, column: int, formula: str, cached: Fraction | int | str | None, places: int
    ) -> None:
        form = f"0.{'#' * places}" if places > 2 else number_form(places)
        look = self.book.look(border=1, align="center", num_format=form)
        self.sheet.formula(row, column, formula, "" if cached is None else cached, look)

    def notes(self, row: int, right: int, lines: list[str]) -> None:
        """What stands below the table, each across it."""
        look = self.book.look(font_size=9, text_wrap=True)
        for at, text in enumerate(lines, row):
            self.sheet.merged(at, 0, right, text, look)
            self.sheet.raw.set_row(at, 16)


def span(first: int, last: int, column: int) -> str:
    """A part of a column, as a formula of the same sheet names it."""
    return f"{cell_name(first, column, fixed=True)}:{cell_name(last, column, fixed=True)}"
