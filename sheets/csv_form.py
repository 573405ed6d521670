"""The form of our CSV files: headings and lines first, as people expect; then what the sheet
says of itself.

    名次,案例编号,...                       the headings, so that filters and sorting work
    1,003,...                             the lines
    (an empty line)
    #kind,结果类别,final,正式结果          facts: code, label, value, a word for people
    ...
    #columns,说明,rank,case,...           the codes of the columns, the same in every language

UTF-8 with a BOM and CRLF, which Excel and WPS take as it is. No cell is ever a formula: text
that could become one has a `'` put before it, and so has text that begins with `'` or, as a
fact does, with `#`, so that taking one `'` away gives the text back. Numbers are written bare.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from words import Bad, say

LIMIT = 64 * 2**20
"""Bytes of the largest file that is read."""
MARK = "#"
COLUMNS = "columns"
"""The fact that names the columns."""
FORMULA = tuple("=+-@＝＋－＠")
CONTROL = ("\t", "\r", "\n", "'", MARK)
FIGURE = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


class Figure(str):
    """A cell that is a number and written bare: `-3.5` is no formula."""


@dataclass(frozen=True)
class Fact:
    """One line about the sheet; only `code` and `value` are read back."""

    code: str
    label: str
    value: str
    word: str = ""


@dataclass(frozen=True)
class Form:
    """A CSV file as read: facts by code, column codes, lines of text cells."""

    facts: Mapping[str, str]
    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


def guard(text: str) -> str:
    """The text with a `'` before it where a spreadsheet could take it for a formula."""
    begins = text.lstrip().startswith(FORMULA) or text.startswith(CONTROL)
    return f"'{text}" if begins else text


def unguard(text: str) -> str:
    return text.removeprefix("'")


def write_form(
    facts: Sequence[Fact],
    columns: Sequence[tuple[str, str]],
    lines: Iterable[Sequence[str]],
    lang: str,
) -> bytes:
    """The file's bytes; `columns` are (code, heading). The number of guarded cells is a fact."""
    body = [list(map(_written, line)) for line in (_headings(columns), *lines)]
    foot = list(map(_fact_cells, facts))
    guarded = sum(cell.startswith("'") for line in (*body, *foot) for cell in line)
    note = Fact("guarded", say("sheet.fact.guarded", lang), str(guarded))
    codes = [code for code, _ in columns]
    last = [f"{MARK}{COLUMNS}", say("sheet.fact.columns", lang), *codes]
    out = io.StringIO(newline="")
    written = csv.writer(out, lineterminator="\r\n")
    written.writerows([*body, [], *foot, _fact_cells(note), last])
    return out.getvalue().encode("utf-8-sig")


def _headings(columns: Sequence[tuple[str, str]]) -> list[str]:
    return [heading for _, heading in columns]


def _written(cell: str) -> str:
    """A figure as it is, everything else guarded. Raises ValueError for a figure that is none."""
    if not isinstance(cell, Figure):
        return guard(cell)
    if not FIGURE.fullmatch(cell):
        raise ValueError(f"not a figure: {cell!r}")
    return cell


def _fact_cells(fact: Fact) -> list[str]:
    """Its code bare: that is how the facts are found below the lines."""
    return [MARK + fact.code, *map(_written, (fact.label, fact.value, fact.word))]


def read_form(data: bytes, facts: Sequence[str]) -> Form:
    """The parts of a file that `write_form` wrote; all of `facts` must be there.

    Excel and WPS may have saved it again: lines filled up with empty cells are taken.
    Raises E-SHEETSIZE, E-SHEETTEXT or E-SHEETFORM.
    """
    rows = _rows(data)
    foot = next((at for at, row in enumerate(rows) if row and row[0].startswith(MARK)), 0)
    said = {row[0].removeprefix(MARK): row for row in rows[foot:] if len(row) > 2}
    if not foot or COLUMNS not in said:
        unreadable(say("sheet.why.codes"))
    for code in facts:
        if code not in said:
            refuse("fact", code, choices=MARK + code)
    columns = tuple(code for code in said[COLUMNS][2:] if code)
    body = rows[1 : foot - (not any(rows[foot - 1]))]  # without the empty line
    lines = (_line(row, len(columns), at) for at, row in enumerate(body, 1))
    values = {code: unguard(said[code][2]) for code in facts}
    return Form(values, columns, tuple(lines))


def _rows(data: bytes) -> list[list[str]]:
    if len(data) > LIMIT:
        raise Bad("E-SHEETSIZE", size=len(data), limit=LIMIT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        unreadable(say("sheet.why.utf8", place=error.start))
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error:
        unreadable(say("sheet.why.csv", line=reader.line_num))


def _line(row: Sequence[str], count: int, at: int) -> tuple[str, ...]:
    """Exactly `count` cells, guards taken off; cells beyond them must be empty."""
    if any(row[count:]):
        refuse("columns", f"{at}", count=count)
    return tuple(map(unguard, row[:count])) + ("",) * (count - len(row))


def read_figure(text: str, where: str) -> str:
    """A number as text. Raises E-SHEETFORM for anything else."""
    return text if FIGURE.fullmatch(text) else refuse("figure", where)


def read_whole(text: str, where: str) -> int:
    """A whole number. Raises E-SHEETFORM for anything else."""
    return int(text) if re.fullmatch(r"[0-9]{1,15}", text) else refuse("int", where)


def unreadable(why: str) -> NoReturn:
    raise Bad("E-SHEETTEXT", why=why)


def refuse(expected: str, where: str, **params: object) -> NoReturn:
    raise Bad("E-SHEETFORM", where, expected=say(f"sheet.expected.{expected}", **params))
