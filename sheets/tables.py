"""A table as it lies in a file: lines of cells that know their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from sheets.preview import FileKind

Mark = Literal["formula", "computed", "error", "date"]
NO_MARKS: Mapping[int, Mark] = MappingProxyType({})


class Line(NamedTuple):
    """One row. `number` is the row a spreadsheet shows, the entry of a TOML list (from 1),
    or the line of a text. `marks` says by column what is odd about a cell of a workbook:

    - `formula`: a formula without a stored value
    - `computed`: the stored value of a formula
    - `error`: such as #N/A
    - `date`: a date, written as 2021-09-17
    """

    number: int
    cells: tuple[str, ...]
    marks: Mapping[int, Mark] = NO_MARKS

    def blank(self) -> bool:
        return not self.marks and not any(cell.strip() for cell in self.cells)


@dataclass
class Table:
    """The lines of one file, headings among them, and how they were read."""

    file: str
    kind: FileKind
    lines: Iterable[Line]
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    entry: str = ""  # the name of the list in a TOML file
    extent: int = 0  # about how many lines there are, 0 where nobody knows
    hidden_columns: frozenset[int] = field(default_factory=frozenset)

    def place(self, line: int, column: int | None = None, heading: str = "") -> str:
        """Where to look: `a.xlsx 表1 B7`, `a.csv B7`, `a.toml [[judge]] 3 name`, `a.txt:12`."""
        if self.kind == "form":
            which = f"#{line}" if self.entry and line else ""
            return " ".join(filter(None, (self.file, which, heading)))
        if self.kind in {"announcement", "text"}:
            return f"{self.file}:{line}" if line else self.file
        if self.kind == "toml":
            return " ".join(filter(None, (self.file, f"[[{self.entry}]]", _counted(line), heading)))
        cell = str(line) if column is None else f"{column_letters(column)}{line}"
        return " ".join(filter(None, (self.file, self.sheet, cell)))


def _counted(entry: int) -> str:
    """The entries of a list from 1; nothing for its headings, which stand in no single one."""
    return str(entry) if entry else ""


def column_letters(column: int) -> str:
    """The name of a column counted from 0: 0 is A, 25 is Z, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
