"""A plain table for the terminal, aligned by cells so that Chinese and Latin text line up."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from words.text import clean_line, cut, pad, width


@dataclass(frozen=True)
class Column:
    """`share` columns give way when the terminal is narrow; the others keep their width."""

    title: str
    align: str = "<"
    share: bool = False


def lines(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[str]:
    """The table's lines: titles, a rule, rows. Cells are cleaned: no foreign control codes."""
    cells = [[clean_line(cell) for cell in row] for row in rows]
    widths = _fit(columns, _natural(columns, cells), terminal_width())
    titles = _line(columns, [column.title for column in columns], widths)
    rule = "  ".join("-" * size for size in widths)
    return [titles, rule, *(_line(columns, row, widths) for row in cells)]


def terminal_width() -> int:
    """Cells across; 120 where the output is no terminal."""
    return shutil.get_terminal_size((120, 40)).columns


def _natural(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[int]:
    return [
        max([width(column.title), *(width(row[i]) for row in rows)])
        for i, column in enumerate(columns)
    ]


def _fit(columns: Sequence[Column], widths: list[int], room: int) -> list[int]:
    """Shrink the sharing columns, widest first, until the line fits (never under 8 cells)."""
    widths = list(widths)
    while sum(widths) + 2 * (len(widths) - 1) > room:
        wide = [i for i, column in enumerate(columns) if column.share and widths[i] > 8]
        if not wide:
            break
        widths[max(wide, key=widths.__getitem__)] -= 1
    return widths


def _line(columns: Sequence[Column], row: Sequence[str], widths: Sequence[int]) -> str:
    parts = [
        pad(cut(cell, size) if column.share else cell, max(size, width(cell) * (not column.share)),
            column.align)
        for column, cell, size in zip(columns, row, widths, strict=True)
    ]  # fmt: skip
    return "  ".join(parts).rstrip()
