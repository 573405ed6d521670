"""XLSX to a table: which sheet, and what a person cannot see in it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import openpyxl

from files.archives import check_zip
from sheets.findings import Findings
from sheets.tables import Line, Table, column_letters
from sheets.watching import Watch
from sheets.xlsx_plain import FROM, fast_lines, may_be_read_fast
from sheets.xlsx_sheet import Merged, SheetLines
from words import Bad

HEAD_ROWS = 60  # rows looked through for headings, when a workbook has several sheets

MOST_FILLED = 2_000_000  # rows of merged cells, against blocks that lie over one another

HasHeadings = Callable[[Iterable[Line]], bool]


@dataclass(frozen=True)
class _Workbook:
    name: str
    book: Any
    data: bytes

    def visible(self) -> list[Any]:
        return [sheet for sheet in self.sheets() if sheet.sheet_state == "visible"]

    def sheets(self) -> list[Any]:
        return list(self.book.worksheets)

    @contextmanager
    def lines(self, sheet: Any) -> Iterator[SheetLines]:
        with sheet._get_source() as source:
            yield SheetLines(self.book, source, sheet._shared_strings, f"{self.name} {sheet.title}")

    def size(self, sheet: Any) -> int:
        """The bytes of a sheet's part."""
        return int(self.book._archive.getinfo(sheet._worksheet_path).file_size)

    def part(self, name: str) -> bytes:
        """A part of the archive; nothing where there is none of this name."""
        archive = self.book._archive
        return bytes(archive.read(name)) if name in archive.namelist() else b""


def read_xlsx(
    data: bytes,
    name: str,
    sheet: str | None,
    has_headings: HasHeadings,
    findings: Findings,
    watch: Watch,
) -> Table:
    """The table of one sheet: the one named, or the only one with usable headings.

    Raises E-ZIP..., E-XLSX, E-SHEETS (several usable), E-SHEET (no such sheet).
    """
    check_zip(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions, which we do not read
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            return _read(_Workbook(name, book, data), sheet, has_headings, findings, watch)
    except Bad:
        raise
    except Exception as error:  # openpyxl meets broken files with a dozen kinds of exception
        raise Bad("E-XLSX", name, why=type(error).__name__) from None


def _read(
    workbook: _Workbook,
    wanted: str | None,
    has_headings: HasHeadings,
    findings: Findings,
    watch: Watch,
) -> Table:
    sheet = _named(workbook, wanted) if wanted else _only(workbook, has_headings)
    for other in workbook.sheets():
        if other is not sheet and not wanted:
            code = "W-SHEETUNREAD" if other.sheet_state == "visible" else "W-SHEETHIDDEN"
            findings.warn(code, workbook.name, sheet=other.title)
    if workbook.size(sheet) >= FROM:
        part = workbook.part(sheet._worksheet_path)
        rows = part.count(b"<row")
        fast = may_be_read_fast(part, workbook.part("xl/styles.xml"))
        del part  # some sixty megabytes
        if fast:
            place = f"{workbook.name} {sheet.title}"
            lines = fast_lines(workbook.data, sheet.title, place, watch, rows)
            return Table(workbook.name, "xlsx", lines, sheet=sheet.title, extent=rows)
        return _whole(workbook, sheet, findings, watch, rows)
    return _whole(workbook, sheet, findings, watch, 0)


def _whole(workbook: _Workbook, sheet: Any, findings: Findings, watch: Watch, rows: int) -> Table:
    """A sheet with everything that is to be said about it; `rows` are for the watch."""
    with workbook.lines(sheet) as reader:
        lines = filled_down(list(watch.over(reader, rows, 0)), reader.merged)
    table = Table(workbook.name, "xlsx", lines, sheet=sheet.title, extent=len(lines),
                  hidden_columns=frozenset(reader.hidden_columns))  # fmt: skip
    _tell(reader, table, findings)
    return table


def _named(workbook: _Workbook, wanted: str) -> Any:
    for sheet in workbook.sheets():
        if sheet.title.strip() == wanted.strip():
            return sheet
    raise Bad("E-SHEET", workbook.name, sheet=wanted, known=_titles(workbook.sheets()))


def _only(workbook: _Workbook, has_headings: HasHeadings) -> Any:
    visible = workbook.visible()
    if not visible:
        raise Bad("E-NOSHEET", workbook.name)
    usable = [sheet for sheet in visible if _usable(workbook, sheet, has_headings)]
    if len(usable) > 1:
        raise Bad("E-SHEETS", workbook.name, sheets=_titles(usable))
    return (usable or visible)[0]


def _usable(workbook: _Workbook, sheet: Any, has_headings: HasHeadings) -> bool:
    with workbook.lines(sheet) as lines:
        return has_headings(islice(lines, HEAD_ROWS))


def _titles(sheets: list[Any]) -> str:
    return "、".join(sheet.title for sheet in sheets[:20])


def filled_down(lines: list[Line], merged: list[Merged]) -> list[Line]:
    """Cells merged downwards give their value to each of their rows, as a reader sees them.

    Rows that hold nothing else stay blank; cells merged sideways stay in their first column.
    """
    by_number = {line.number: line for line in lines}
    last = lines[-1].number if lines else 0
    left = MOST_FILLED
    for block in merged:
        top = by_number.get(block.top)
        text = top.cells[block.left] if top and block.left < len(top.cells) else ""
        below = range(block.top + 1, min(block.bottom, last) + 1) if text else range(0)
        left -= len(below)
        if left < 0:
            raise Bad("E-MERGED", str(block), limit=MOST_FILLED)
        for number in below:
            line = by_number.get(number)
            if line and not line.blank():
                by_number[number] = line._replace(cells=_put(line.cells, block.left, text))
    return list(by_number.values())


def _put(cells: tuple[str, ...], column: int, text: str) -> tuple[str, ...]:
    padded = [*cells, *[""] * (column + 1 - len(cells))]
    padded[column] = padded[column] or text
    return tuple(padded)


def _tell(reader: SheetLines, table: Table, findings: Findings) -> None:
    """What is merged or hidden is read, and said."""
    place = f"{table.file} {table.sheet}"
    for block in filter(Merged.downwards, reader.merged):
        findings.warn("W-MERGED", place, cells=str(block))
    if reader.hidden_rows:
        rows = "、".join(map(str, reader.hidden_rows[:20]))
        findings.warn("W-HIDDENROWS", place, count=len(reader.hidden_rows), rows=rows)
    if reader.hidden_columns:
        columns = "、".join(column_letters(c) for c in sorted(reader.hidden_columns)[:20])
        findings.warn("W-HIDDENCOLUMNS", place, columns=columns)
