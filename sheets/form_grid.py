"""A table that is a form: which cell is a label, and which cell is its value.

The value stands to the right of its label, or below it where nothing stands to the right, or
in the same cell after a colon. A label merged downwards gets the cells beside it, one below
the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from sheets.docx_blocks import Cell, Grid
from sheets.labels import Labels, Pair, Record
from sheets.tables import Line


class FormGrid:
    """The pairs of one table in reading order; `rest` is text that belongs to no label."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.pairs: Record = []
        self.rest: list[str] = []
        self._waiting: dict[int, Pair] = {}  # by column: labels whose value stands below
        self._beside: dict[int, Pair] = {}  # by column: labels that may be merged downwards

    def read(self, grid: Grid) -> FormGrid:
        for number, row in enumerate(grid.rows, 1):
            self._row(row, number)
        return self

    def _row(self, row: Sequence[Cell], number: int) -> None:
        waiting, self._waiting = self._waiting, {}
        at = 0
        while at < len(row):
            cell = row[at]
            after = row[at + 1] if at + 1 < len(row) else None
            if cell.below:
                at += self._merged(cell, after)
            elif self._is_label(cell, after, waiting):
                at += self._label(cell, after, number)
            else:
                self._content(cell, waiting.pop(cell.column, None), number)
                at += 1

    def _merged(self, cell: Cell, after: Cell | None) -> int:
        """A label merged with the one above: what stands beside it goes on."""
        pair = self._beside.get(cell.column)
        if pair is None or after is None or after.below or self.labels.knows(after.text):
            return 1
        if value := self._value(after):
            pair.more(value)
        return 2

    def _is_label(self, cell: Cell, after: Cell | None, waiting: dict[int, Pair]) -> bool:
        if self.labels.knows(cell.text):
            return True
        beside = after is not None and not after.below and not self.labels.knows(after.text)
        return beside and cell.column not in waiting and self.labels.could_be(cell.text)

    def _label(self, cell: Cell, after: Cell | None, number: int) -> int:
        pair = self._add(cell.text, "", number)
        if after is None or after.below or self.labels.knows(after.text):
            self._waiting[cell.column] = pair
            return 1
        pair.value = self._value(after)
        self._beside[cell.column] = pair
        return 2

    def _content(self, cell: Cell, above: Pair | None, number: int) -> None:
        """The value of a label above, or a cell with label and value, or neither."""
        first, *following = cell.text.split("\n")
        pairs = self.labels.split(first)
        if above and not pairs:
            above.more(self._value(cell))
            return
        for pair in pairs:
            self.pairs.append(pair)
            pair.line = number
        if not pairs:
            self._loose(cell)
            return
        for line in following:
            more = self.labels.split(line)
            self.pairs.extend(more)
            if not more:
                self.pairs[-1].more(line)

    def _loose(self, cell: Cell) -> None:
        if any(self._is_form(grid) for grid in cell.nested):
            for grid in cell.nested:
                self.read(grid)
        text = cell.text if any(map(self._is_form, cell.nested)) else self._value(cell)
        if text.strip() and self.pairs:  # what stands above the first label is a title
            self.rest.append(text.strip())

    def _value(self, cell: Cell) -> str:
        """The text of a cell, tables in it line by line."""
        inner = [_as_text(grid) for grid in cell.nested]
        return "\n".join(filter(None, (cell.text, *inner)))

    def _is_form(self, grid: Grid) -> bool:
        return sum(self.labels.knows(cell.text) for row in grid.rows for cell in row) > 1

    def _add(self, label: str, value: str, number: int) -> Pair:
        pair = Pair("".join(label.split()), self.labels.field(label) or "", value, number)
        self.pairs.append(pair)
        return pair


def _as_text(grid: Grid) -> str:
    return "\n".join("\t".join(cell.text for cell in row if cell.text) for row in grid.rows)


def grid_of_lines(lines: Sequence[Line], labels: Labels) -> Grid:
    """The cells of a worksheet as a form has them: those that are empty only space others out.

    Between two labels one empty cell is kept: it is the value of the first.
    """
    rows = []
    for line in lines:
        row: list[Cell] = []
        gap = False
        for column, text in enumerate(line.cells):
            if text.strip():
                if gap and row and labels.knows(row[-1].text) and labels.knows(text):
                    row.append(Cell(column - 1, ""))
                row.append(Cell(column, text))
            gap = not text.strip()
        rows.append(row)
    return Grid(rows)
