"""Run by `confined` in a process of its own; imports nothing of ours.

Arguments: the task, seconds, bytes of memory, and the task's own, each as JSON. The file comes
through standard input; every answer is a line of JSON; the last is `{"ended": reason}`, with
an empty reason where all was read.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

HEAD_ROWS = 2000  # a sheet of so many rows is sent whole when the sheets are looked through
LOOKED = 60  # rows of longer sheets
MOST_COLUMNS = 501  # one more than is taken, so that the reader sees it is too much
MOST_PAGES = 2000
MOST_TEXT = 4_000_000  # characters of one document


def limit(seconds: int, memory: int) -> None:
    """What the system enforces. Windows has no such limits for a single process."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(kind, (most, most))


def workbook(data: bytes, sheet: str | None) -> Iterator[object]:
    """The sheets of a workbook with their first rows; or all of one sheet.

    A sheet is `{"sheet": ..., "visible": ..., "rows": ..., "whole": ..., "merged": ...}`, a row
    `[number, cells]` or `[number, cells, {column: "date"}]`; blank rows are left out.
    """
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for meta in book.sheets_metadata:
        shown = meta.visible == python_calamine.SheetVisibleEnum.Visible
        if meta.typ != python_calamine.SheetTypeEnum.WorkSheet or sheet not in {None, meta.name}:
            continue
        if sheet is None and not shown:
            yield {"sheet": meta.name, "visible": False, "rows": 0, "whole": False, "merged": []}
            continue
        yield from _sheet(book.get_sheet_by_name(meta.name), shown, whole=sheet is not None)


def _sheet(sheet: Any, shown: bool, *, whole: bool) -> Iterator[object]:
    rows = sheet.total_height
    whole = whole or rows <= HEAD_ROWS
    blocks = (sheet.merged_cell_ranges or [])[:10_001]
    merged = [[left, top + 1, right, bottom + 1] for (top, left), (bottom, right) in blocks]
    yield {"sheet": sheet.name, "visible": shown, "rows": rows, "whole": whole, "merged": merged}
    if sheet.start is None:
        return
    sent = 0
    for number, values in enumerate(sheet.iter_rows(), 1):
        cells = [_text(value) for value in values]
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        if not whole and sent >= LOOKED:
            return
        sent += 1
        pad = sheet.start[1]
        dates = {i + pad: "date" for i, v in enumerate(values) if isinstance(v, _DATES)}
        line = [number, [*[""] * pad, *cells][:MOST_COLUMNS]]
        yield [*line, dates] if dates else line


_DATES = (datetime.date, datetime.time, datetime.timedelta)


def _text(value: object) -> str:
    """As the other workbooks are read: 7 for 7.0, 2021-09-17 for a day."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "seconds")
    return repr(value) if isinstance(value, float) else str(value)


def pdf(data: bytes) -> Iterator[object]:
    """What the document says of itself, then the text of each page; empty for a scan."""
    import pypdf

    document = pypdf.PdfReader(io.BytesIO(data))
    if document.is_encrypted and not document.decrypt(""):
        raise _LockedError
    info: Any = document.metadata or {}
    yield {str(key)[:40]: str(value)[:500] for key, value in list(info.items())[:40]}
    left = MOST_TEXT
    for page in list(document.pages)[:MOST_PAGES]:
        text = page.extract_text()[:left]
        left -= len(text)
        yield text


class _LockedError(Exception):
    pass


def main(task: str, seconds: str, memory: str, *arguments: str) -> None:
    limit(json.loads(seconds), json.loads(memory))
    data = sys.stdin.buffer.read()
    out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", errors="replace", newline="\n")
    read: Any = {"workbook": workbook, "pdf": pdf}[task]
    said = read(data, *map(json.loads, arguments))
    ended = ""
    try:
        for answer in said:
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    except BaseException as error:  # Rust's panics are no Exception
        name = type(error).__name__
        ended = "locked" if name in {"PasswordError", "_LockedError"} else name
    out.write(json.dumps({"ended": ended}) + "\n")
    out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
