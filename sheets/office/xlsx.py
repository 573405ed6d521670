"""The result as one workbook: the table to sign, the check by formulas, every mark, charts."""

from __future__ import annotations

from sheets.office.book import Book
from sheets.office.formulas import covers
from sheets.office.view import View
from sheets.office.xlsx_charts import write_charts
from sheets.office.xlsx_check import Check
from sheets.office.xlsx_matrix import write_matrix
from sheets.office.xlsx_stages import write_checks
from sheets.office.xlsx_summary import write_summary


def write_xlsx(view: View) -> bytes:
    """The workbook; of an award in several stages with a sheet for the check and the marks of each.

    Raises E-NOLIBRARY where xlsxwriter is not installed, E-CELLSIZE for a text that no cell
    can hold.
    """
    book = Book(view.lang, view.say("title", award=view.award, what=view.say("sheet.summary")))
    write_summary(book, view)
    if view.parts:
        write_checks(book, view)
    elif view.recounted and covers(view.rules, hidden=view.hidden):
        Check(book, view).write()
    for judged in view.judged:
        write_matrix(book, judged)
    write_charts(book, view)
    return book.bytes()
