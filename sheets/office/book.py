"""A workbook that comes out byte for byte the same, and in which no text is ever a formula."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from sheets.office.libraries import library
from words import Bad
from words.text import clean, width

FIXED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""The date in the properties: a file says no more of its making than its contents do."""
LONGEST = 32_767
"""Characters a cell of a spreadsheet holds; more would be cut off in silence."""
FONTS = {"zh": "宋体", "en": "Arial"}
TITLE_FONTS = {"zh": "黑体", "en": "Arial"}
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class Book:
    """A workbook in the making; formats are made once for each look."""

    def __init__(self, lang: str, title: str) -> None:
        self._out = io.BytesIO()
        self.lang = lang
        self.file: Any = library("xlsxwriter", "secretary").Workbook(self._out, OPTIONS)
        self.file.set_properties({"title": clean(title), "author": "", "created": FIXED})
        self.file.set_calc_mode("auto")
        self._formats: dict[str, Any] = {}

    def look(self, **properties: object) -> Any:
        """The format with these properties on top of the common ones."""
        key = repr(sorted(properties.items()))
        if key not in self._formats:
            common = {"font_name": FONTS[self.lang], "font_size": 10, "valign": "vcenter"}
            self._formats[key] = self.file.add_format({**common, **properties})
        return self._formats[key]

    def sheet(self, name: str) -> Sheet:
        return Sheet(self, self.file.add_worksheet(name), name)

    def bytes(self) -> bytes:
        self.file.close()
        return self._out.getvalue()


class Sheet:
    """One worksheet; rows and columns count from 0."""

    def __init__(self, book: Book, raw: Any, name: str) -> None:
        self.book, self.raw, self.name = book, raw, name

    def text(self, row: int, column: int, text: str, look: Any = None) -> None:
        """Text as text, whatever it begins with. Raises E-CELLSIZE where it would be cut."""
        if len(text) > LONGEST:
            where = f"{self.name} {cell_name(row, column)}"
            raise Bad("E-CELLSIZE", where, size=len(text), limit=LONGEST)
        self.raw.write_string(row, column, clean(text), look)

    def number(self, row: int, column: int, value: Fraction | int, look: Any = None) -> None:
        self.raw.write_number(row, column, shown(value), look)

    def formula(
        self, row: int, column: int, formula: str, cached: Fraction | int | str, look: Any = None
    ) -> None:
        """A formula of ours with the value it has, for readers that do not count."""
        value = cached if isinstance(cached, str) else shown(cached)
        self.raw.write_formula(row, column, formula, look, value)

    def merged(
        self, row: int, left: int, right: int, text: str, look: Any, *, rows: int = 1
    ) -> None:
        """One text across columns `left` to `right` and so many rows."""
        if left < right or rows > 1:
            self.raw.merge_range(row, left, row + rows - 1, right, "", look)
        self.text(row, left, text, look)


def shown(value: Fraction | int) -> float | int:
    """A number as a spreadsheet keeps it; the exact one is in the other files."""
    return value if isinstance(value, int) else value.numerator / value.denominator


def cell_name(row: int, column: int, *, fixed: bool = False) -> str:
    """`B7`, or `$B$7`."""
    mark = "$" if fixed else ""
    return f"{mark}{column_name(column)}{mark}{row + 1}"


def column_name(column: int) -> str:
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def lines_of(text: str, cells: int) -> int:
    """How many lines a text takes in a column of so many half-width cells."""
    return sum(max(1, -(-width(line) // max(cells - 1, 1))) for line in text.split("\n"))


def places_of(values: list[Fraction], most: int = 4) -> int:
    """Decimals that show all these values in full, at most `most`."""
    for places in range(most):
        if all(10**places % value.denominator == 0 for value in values):
            return places
    return most


def number_form(places: int, mark: str = "") -> str:
    """A number format with so many places and perhaps a mark before the number."""
    digits = "0." + "0" * places if places else "0"
    return f'"{mark}"{digits}' if mark else digits


def footer_safe(text: str) -> str:
    """`&` begins a code in headers and footers."""
    return re.sub("&", "&&", text)


SIDES: Mapping[str, float] = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.7}
"""Margins of printed sheets, in inches."""
