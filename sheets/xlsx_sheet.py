"""One worksheet of a workbook as lines of text, with what is odd about it.

openpyxl's own sheet classes are passed by: its read-only sheet believes the `<dimension>` tag and
drops rows where that is wrong, its normal sheet builds every cell of a merged `A1:XFD1048576`.
Its cell parser is used, on the rows that are really in the file; for this it is held below 3.2.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet._reader import (
    COL_TAG,
    FORMULA_TAG,
    ROW_TAG,
    SHEET_MAIN_NS,
    WorkSheetParser,
    iterparse,
)

from sheets.tables import NO_MARKS, Line, Mark
from words import Bad

MOST_COLUMNS = 500
MOST_MERGED = 10_000
MERGED_TAG = f"{{{SHEET_MAIN_NS}}}mergeCell"
ESCAPED = re.compile(r"_x000([9ADad])_")
ZEROS = re.compile(r"0{2,20}")


class Merged(NamedTuple):
    """A block of merged cells: columns from 0, rows as shown, ends included."""

    left: int
    top: int
    right: int
    bottom: int

    def downwards(self) -> bool:
        """Whether its rows share what it holds; sideways it is a title, or one row's own."""
        return self.bottom > self.top

    def __str__(self) -> str:
        left, right = get_column_letter(self.left + 1), get_column_letter(self.right + 1)
        return f"{left}{self.top}:{right}{self.bottom}"


class SheetLines(WorkSheetParser):  # type: ignore[misc]  # openpyxl is not typed
    """The rows of one sheet in file order, once. Read to the end, it also knows what is merged
    and hidden: `merged`, `hidden_rows` (as shown) and `hidden_columns` (from 0)."""

    def __init__(self, book: Any, source: Any, strings: list[str], place: str) -> None:
        super().__init__(
            source,
            strings,
            data_only=True,  # the stored value of a formula, never the formula
            epoch=book.epoch,
            date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )
        self.book, self.place = book, place
        self.merged: list[Merged] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: set[int] = set()

    def __iter__(self) -> Iterator[Line]:
        last = 0
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                line = self._line(element)
                if line.number <= last:
                    raise Bad("E-XLSXROWS", self.place, row=line.number)
                last = line.number
                yield line
                element.clear()
            elif element.tag == COL_TAG and _is_true(element.get("hidden")):
                first, end = int(element.get("min")), int(element.get("max"))
                self.hidden_columns.update(range(first - 1, min(end, MOST_COLUMNS)))
            elif element.tag == MERGED_TAG:
                self._merge(element.get("ref"))

    def _merge(self, reference: str) -> None:
        left, top, right, bottom = range_boundaries(reference)
        if len(self.merged) >= MOST_MERGED:
            raise Bad("E-MERGED", self.place, limit=MOST_MERGED)
        self.merged.append(Merged(left - 1, top, right - 1, bottom))

    def _line(self, element: Any) -> Line:
        number, cells = self.parse_row(element)
        texts: dict[int, str] = {}
        marks: dict[int, Mark] = {}
        for cell, node in zip(cells, element, strict=True):
            column = cell["column"] - 1
            texts[column] = self._text(cell)
            if mark := _mark(cell, formula=node.find(FORMULA_TAG) is not None):
                marks[column] = mark
        filled = [column for column, text in texts.items() if text or column in marks]
        end = max(filled, default=-1) + 1
        if end > MOST_COLUMNS:
            raise Bad("E-COLUMNS", f"{self.place} {get_column_letter(end)}{number}",
                      limit=MOST_COLUMNS)  # fmt: skip
        if _is_true(element.get("hidden")) and filled:
            self.hidden_rows.append(number)
        return Line(number, tuple(texts.get(c, "") for c in range(end)), marks or NO_MARKS)

    def _text(self, cell: Mapping[str, Any]) -> str:
        value = cell["value"]
        if value is None:
            return ""
        if isinstance(value, bool):
            return "TRUE" if value else "FALSE"
        if isinstance(value, (int, float)):
            return self._number(value, cell["style_id"])
        if isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
            return _date(value)
        return ESCAPED.sub(lambda found: chr(int(found[1], 16)), str(value))

    def _number(self, value: int | float, style: int) -> str:
        """As it is shown where the format is only zeros: 7 under `000` is 007."""
        if isinstance(value, float):
            if not value.is_integer() or abs(value) >= 1e15:
                return repr(value)
            value = int(value)
        text = str(value) if abs(value) < 10**40 else "1E40"
        shown = self._format(style)
        return text.zfill(len(shown)) if value >= 0 and ZEROS.fullmatch(shown) else text

    def _format(self, style: int) -> str:
        number = self.book._cell_styles[style].numFmtId
        custom = self.book._number_formats
        return str(custom[number - 164] if number >= 164 else BUILTIN_FORMATS.get(number, ""))


def _mark(cell: Mapping[str, Any], *, formula: bool) -> Mark | None:
    if cell["data_type"] == "e":
        return "error"
    if formula:
        return "formula" if cell["value"] is None else "computed"
    return "date" if cell["data_type"] == "d" else None


def _date(value: Any) -> str:
    """2021-09-17, or with the time of day where there is one."""
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return str(value)


def _is_true(flag: str | None) -> bool:
    return flag in {"1", "true"}
