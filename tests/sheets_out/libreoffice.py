"""LibreOffice counts a workbook again, without the values we put in."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.libreoffice import converted


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks by name as LibreOffice writes them, every value its own."""
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(without_values(data))
    files = [folder / f"{name}.xlsx" for name in books]
    made = converted(files, "xlsx", folder / "out")
    return {name: path.read_bytes() for name, path in zip(books, made, strict=True)}


def without_values(data: bytes) -> bytes:
    """A workbook whose formulas carry no values, so that none is merely shown again."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as book, zipfile.ZipFile(out, "w") as bare:
        for entry in book.infolist():
            text = book.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                text = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", text)
            bare.writestr(entry, text)
    return out.getvalue()
