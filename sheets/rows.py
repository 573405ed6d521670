"""Lines below the headings to fields: cleaned, bounded, nothing silently empty."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from sheets.cleaning import is_visible, tidy_body, tidy_line
from sheets.findings import Findings
from sheets.headings import FIELDS, Field, RecordKind
from sheets.opening import Opened
from sheets.tables import Line

NUMBERS = frozenset({"number", "id", "case"})  # typed on a command line


@dataclass(frozen=True)
class Row:
    """One record to be: text by field, clean; a body has one paragraph per line."""

    values: dict[str, str]
    opened: Opened
    line: int
    sound: bool  # False: a problem has been told, so more about it would be noise

    def place(self, field: str = "") -> str:
        return self.opened.place(self.line, field)

    def __getitem__(self, field: str) -> str:
        return self.values.get(field, "")


def rows(opened: Opened, kind: RecordKind, findings: Findings) -> Iterator[Row]:
    """Every line that is not blank. May raise what reading the lines raises."""
    _tell_headings(opened, findings)
    columns = [(f, opened.match.columns[f.name]) for f in FIELDS[kind]
               if f.name in opened.match.columns]  # fmt: skip
    nameless = {c for c, heading in enumerate(opened.match.headings) if not heading.strip()}
    width = len(opened.match.headings)
    for line in opened.lines:
        if line.blank():
            continue
        row = Row({}, opened, line.number, True)
        nameless -= _tell_nameless(row, line, nameless, findings)
        sound = _fits(row, line, width, findings)
        for field, column in columns:
            # Spreadsheets leave trailing empty cells away: a short row is no mistake.
            cell = line.cells[column] if column < len(line.cells) else ""
            sound &= not line.marks or _take_mark(row, line, field, column, findings)
            sound &= _fill(row, field, cell, findings, blank_told=column in line.marks)
        yield row if sound else Row(row.values, opened, line.number, False)


def _tell_nameless(row: Row, line: Line, columns: set[int], findings: Findings) -> set[int]:
    """Columns without a heading that are not empty: told at their first cell."""
    found = {c for c in columns if c < len(line.cells) and line.cells[c].strip()}
    for column in sorted(found):
        findings.warn("W-NAMELESS", row.opened.table.place(line.number, column),
                      value=line.cells[column][:20])  # fmt: skip
    return found


def _narrow(text: str, place: str, findings: Findings) -> str:
    """A number in full-width digits as people type it, and told."""
    narrow = unicodedata.normalize("NFKC", text)
    if narrow == text or not narrow.isascii():
        return text
    findings.warn("W-FULLWIDTH", place, number=text, narrow=narrow)
    return narrow


def _fill(row: Row, field: Field, cell: str, findings: Findings, *, blank_told: bool) -> bool:
    """Put the cell in the row. False where it cannot be taken as it is."""
    if len(cell) > 2 * field.limit + 1000:  # not even worth cleaning
        return _too_long(row, field, len(cell), findings)
    if field.name == "body":
        paragraphs, changed = tidy_body(cell)
        text = "\n".join(paragraphs)
    else:
        text, changed = tidy_line(cell)
    if field.name in NUMBERS and not text.isascii():
        text = _narrow(text, row.place(field.name), findings)
    row.values[field.name] = text
    if changed:
        findings.warn("W-CLEANED", row.place(field.name))
    if len(text) > field.limit:
        return _too_long(row, field, len(text), findings)
    if text and not is_visible(text):
        row.values[field.name] = text = ""
    if field.required and not text and not blank_told:
        findings.wrong("E-BLANK", row.place(field.name), heading=field.headings[0])
        return False
    return True


def _too_long(row: Row, field: Field, length: int, findings: Findings) -> bool:
    findings.wrong("E-LONG", row.place(field.name), heading=field.headings[0],
                   length=length, limit=field.limit)  # fmt: skip
    return False


def _fits(row: Row, line: Line, width: int, findings: Findings) -> bool:
    """No cell stands to the right of the headings: that is an unquoted separator, or a slip."""
    extra = next((c for c in range(width, len(line.cells)) if line.cells[c].strip()), None)
    if extra is None:
        return True
    place = row.opened.table.place(line.number, extra)
    findings.wrong("E-RAGGED", place, cells=len(line.cells), headings=width)
    return False


def _take_mark(row: Row, line: Line, field: Field, column: int, findings: Findings) -> bool:
    """Tell what is odd about a cell of a workbook; False where it has no usable value."""
    mark = line.marks.get(column)
    if mark in {"formula", "error"}:
        code = "E-FORMULA" if mark == "formula" else "E-CELLERROR"
        findings.wrong(code, row.place(field.name), value=line.cells[column][:20])
        return False
    if mark in {"computed", "date"} and field.name != "number":
        code = "W-COMPUTED" if mark == "computed" else "W-DATE"
        findings.warn(code, row.place(field.name), value=line.cells[column][:40])
    return True


def _tell_headings(opened: Opened, findings: Findings) -> None:
    """Columns nobody asked for are named, so that a misspelt heading is seen.

    Forms all have such labels; these are told once for all of them.
    """
    if opened.table.kind == "form":
        return
    for column in opened.match.unknown:
        place = opened.table.place(opened.header_row, column)
        heading = tidy_line(opened.match.headings[column])[0][:40]
        findings.warn("W-HEADING", place, heading=heading)
