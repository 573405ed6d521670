"""Long worksheets read fast, where nothing is lost by it.

The fast reader gives values only: not which cell is a formula, an error, merged or hidden, and
not the zeros of a number shown as 007. So a sheet is looked over first, and is read fast only
where none of that is in it; otherwise it takes the slow way, which sees everything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from files.confined import is_there, lines_said
from sheets.tables import NO_MARKS, Line
from sheets.watching import Watch
from words import Bad

FROM = 4 << 20  # bytes of a sheet from which it is worth a process of its own
MOST_COLUMNS = 500

# A formula; an error; a name with a prefix; a number of more digits than a float keeps.
_ODD = re.compile(rb"""<f[\s/>]|\st\s*=\s*["']e["']|<\w+:|<v>-?[\d.]{16}""")
_HIDDEN = re.compile(rb"""\bhidden\s*=\s*["'](?:1|true)""")
_ZEROS = re.compile(rb"""formatCode\s*=\s*["']0{2,}["']""")
_ROW = re.compile(rb"""<row\s[^>]*?\br="(\d+)\"""")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"\0")


def may_be_read_fast(sheet: bytes, styles: bytes) -> bool:
    """Whether the values of this sheet are all there is to it."""
    if not is_there("workbook") or sheet[:2].startswith(_UTF16) or b"<mergeCell" in sheet:
        return False
    if _ODD.search(sheet) or _HIDDEN.search(sheet) or _ZEROS.search(styles):
        return False
    last = 0
    for found in _ROW.finditer(sheet):
        number = int(found[1])
        if number <= last:
            return False
        last = number
    return True


def fast_lines(data: bytes, sheet: str, place: str, watch: Watch, rows: int) -> Iterator[Line]:
    """The rows that are not blank, as they come. May raise E-CONFINED... or E-COLUMNS.

    What the child says is kept as it came until the child has gone, so that its memory and
    that of the cases are not needed at the same time.
    """
    kept = list(watch.over(lines_said("workbook", data, [sheet]), rows, 0))
    kept.reverse()
    while kept:
        answer = json.loads(kept.pop())
        if isinstance(answer, list):
            yield as_line(answer, place)


def as_line(answer: list[object], place: str) -> Line:
    """One row as the child has sent it."""
    number, cells, *marks = answer
    assert isinstance(number, int)
    assert isinstance(cells, list)
    if len(cells) > MOST_COLUMNS:
        raise Bad("E-COLUMNS", f"{place} {number}", limit=MOST_COLUMNS)
    odd = {int(c): "date" for c in marks[0]} if marks and isinstance(marks[0], dict) else NO_MARKS
    return Line(number, tuple(cells), odd)  # type: ignore[arg-type]  # the child knows one mark
