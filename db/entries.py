"""What a ballot says, case by case, from its bytes unpacked; needs no database."""

from __future__ import annotations

from db.payload import Sheet
from db.records import Entry
from scoring.cells import Cell, State


def entries_of(sheet: Sheet) -> tuple[Entry, ...]:
    """The content of a ballot, case by case; no cells where the judge is recused."""
    width = len(sheet.criteria)
    known: dict[tuple[int, int], Cell] = {}
    entries = []
    for row, case in enumerate(sheet.cases):
        part = slice(row * width, (row + 1) * width)
        pairs = zip(sheet.criteria, sheet.states[part], sheet.points[part], strict=True)
        cells = {}
        for key, state, points in pairs:
            # Few different cells exist: making each once keeps large awards small.
            cell = known.get((state, points)) or Cell(State(state), points)
            known[state, points] = cells[key] = cell
        recusal = sheet.recusals.get(case, "")
        entries.append(Entry(case, {} if recusal else cells, sheet.comments.get(case, ""), recusal))
    return tuple(entries)
