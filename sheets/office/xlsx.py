"""The result as one workbook: the table to sign, the check by formulas, every mark, charts."""

from __future__ import annotations

from sheets.office.book import Book
from sheets.office.formulas import covers
from sheets.office.view import View
from sheets.office.xlsx_charts import write_charts
from sheets.office.xlsx_check import Check
from sheets.office.xlsx_matrix import write_matrix
from sheets.office.xlsx_summary import write_summary


def write_xlsx(view: View) -> bytes:
    """The workbook; of an award in several stages without the check by formulas.

    Raises E-NOLIBRARY where xlsxwriter is not installed, E-CELLSIZE for a text that no cell
    can hold.
    """
    book = Book(view.lang, view.say("title", award=view.award, what=view.say("sheet.summary")))
    write_summary(book, view)
    if covers(view.rules):
        Check(book, view).write()
    write_matrix(book, view)
    write_charts(book, view)
    return book.bytes()
