"""Every score as CSV: a line per case and judge, a column per criterion, read back the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sheets.csv_facts import facts_of, named, read_sheet, rows, values
from sheets.csv_form import Figure, read_figure, refuse, write_form
from sheets.csv_words import code, read_exact, show_exact, word
from sheets.sheet_model import ResultSheet
from words import say

CRITERION = "criterion:"
"""What the code of a criterion's column begins with; its key follows."""
LEFT = ("case", "title", "judge", "judge_name")
RIGHT = ("total",)


@dataclass(frozen=True)
class MatrixLine:
    """One judge's cells of one case: points, or the name of a state."""

    case: str
    title: str
    judge: str
    judge_name: str
    cells: tuple[str, ...]
    total: str


@dataclass(frozen=True)
class MatrixCsv:
    """What a file of all scores holds; `criteria` are keys, in the order of the cells."""

    facts: Mapping[str, str]
    criteria: tuple[str, ...]
    lines: tuple[MatrixLine, ...]


def matrix_of(sheet: ResultSheet) -> MatrixCsv:
    """What the file of all scores of a sheet says."""
    titles = {case.number: case.title for case in sheet.cases}
    names = {judge.id: judge.name for judge in sheet.judges}
    lines = (
        MatrixLine(
            row.case, titles[row.case], row.judge, names.get(row.judge, ""), row.cells, row.total
        )
        for row in sheet.scores
    )
    keys = tuple(criterion.key for criterion in sheet.criteria)
    return MatrixCsv(values(facts_of(sheet, "matrix", "en")), keys, tuple(lines))


def write_matrix_csv(sheet: ResultSheet, lang: str) -> bytes:
    """Every score, a line per case and judge, a column per criterion."""
    columns = [
        *((name, say(f"sheet.column.{name}", lang)) for name in LEFT),
        *((CRITERION + each.key, named(each, lang)) for each in sheet.criteria),
        *((name, say(f"sheet.column.{name}", lang)) for name in RIGHT),
    ]
    lines = [_cells(line, lang) for line in matrix_of(sheet).lines]
    return write_form(facts_of(sheet, "matrix", lang), columns, lines, lang)


def read_matrix_csv(data: bytes) -> MatrixCsv:
    """What a file of all scores says. Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM."""
    form = read_sheet(data, "matrix", (*LEFT, *RIGHT))
    keys = tuple(name for name in form.columns if name.startswith(CRITERION))
    lines = (_read_line(row, keys, where) for row, where in rows(form))
    return MatrixCsv(form.facts, tuple(k.removeprefix(CRITERION) for k in keys), tuple(lines))


def _cells(line: MatrixLine, lang: str) -> list[str]:
    cells = (
        word("state", cell, lang) if cell[0].isalpha() else Figure(cell) for cell in line.cells
    )
    left = (line.case, line.title, line.judge, line.judge_name)
    return [*left, *cells, show_exact(line.total)]


def _read_line(row: dict[str, str], keys: Sequence[str], where: str) -> MatrixLine:
    cells = tuple(_read_cell(row[key], where) for key in keys)
    left = (row["case"], row["title"], row["judge"], row["judge_name"])
    return MatrixLine(*left, cells, read_exact(row["total"], where))


def _read_cell(text: str, where: str) -> str:
    if not text:
        refuse("points", where)
    return read_figure(text, where) if text[0] in "-0123456789" else code("state", text, where)
