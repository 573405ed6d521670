"""Workbooks that are no .xlsx: .xls, .et of WPS, .ods, .xlsb. Read in a process of its own.

The reader gives values only, so what it cannot see is said with each file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from files.confined import confined
from sheets.findings import Findings
from sheets.tables import Line, Table
from sheets.xlsx_plain import as_line
from sheets.xlsx_sheet import MOST_MERGED, Merged
from sheets.xlsx_table import filled_down
from words import Bad


@dataclass
class _Sheet:
    """One sheet as the child has described it, and those of its rows that were sent."""

    name: str
    visible: bool
    rows: int
    whole: bool
    merged: list[Merged]
    lines: list[Line] = field(default_factory=list)


def read_book(
    data: bytes,
    name: str,
    wanted: str | None,
    usable: Callable[[Iterable[Line]], bool],
    findings: Findings,
) -> Table:
    """The table of the sheet that is named, or of the only one with usable headings.

    Raises E-SHEETS, E-SHEET, E-NOSHEET, E-NEEDS or E-CONFINED...
    """
    sheets = _sheets(data, name, None)
    chosen = _named(sheets, wanted, name) if wanted else _only(sheets, usable, name)
    if not chosen.whole:
        chosen = _sheets(data, name, chosen.name)[0]
    for other in sheets:
        if other.name != chosen.name and not wanted:
            findings.warn("W-SHEETUNREAD" if other.visible else "W-SHEETHIDDEN", name,
                          sheet=other.name)  # fmt: skip
    place = f"{name} {chosen.name}"
    findings.warn("W-NOTSEEN", place)
    for block in filter(Merged.downwards, chosen.merged):
        findings.warn("W-MERGED", place, cells=str(block))
    lines = filled_down(chosen.lines, chosen.merged)
    return Table(name, "book", lines, sheet=chosen.name, extent=len(lines))


def _sheets(data: bytes, name: str, only: str | None) -> list[_Sheet]:
    sheets: list[_Sheet] = []
    with confined("workbook", data, [only]) as answers:
        for answer in answers:
            if isinstance(answer, dict):
                sheets.append(_sheet(answer, name))
            elif isinstance(answer, list):
                last = sheets[-1]
                last.lines.append(as_line(answer, f"{name} {last.name}"))
    return sheets


def _sheet(said: dict[str, object], name: str) -> _Sheet:
    merged, rows = said["merged"], said["rows"]
    assert isinstance(merged, list)
    assert isinstance(rows, int)
    if len(merged) > MOST_MERGED:
        raise Bad("E-MERGED", name, limit=MOST_MERGED)
    blocks = [Merged(*block) for block in merged]
    return _Sheet(str(said["sheet"]), said["visible"] is True, rows, said["whole"] is True, blocks)


def _named(sheets: list[_Sheet], wanted: str, name: str) -> _Sheet:
    for sheet in sheets:
        if sheet.name.strip() == wanted.strip():
            return sheet
    raise Bad("E-SHEET", name, sheet=wanted, known=_titles(sheets))


def _only(sheets: list[_Sheet], usable: Callable[[Iterable[Line]], bool], name: str) -> _Sheet:
    visible = [sheet for sheet in sheets if sheet.visible]
    if not visible:
        raise Bad("E-NOSHEET", name)
    found = [sheet for sheet in visible if usable(sheet.lines)]
    if len(found) > 1:
        raise Bad("E-SHEETS", name, sheets=_titles(found))
    return (found or visible)[0]


def _titles(sheets: list[_Sheet]) -> str:
    return "、".join(sheet.name for sheet in sheets[:20])
