"""LibreOffice counts a workbook again, without the values we put in."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

needs_soffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def recalculated(books: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The workbooks by name as LibreOffice writes them, every value its own."""
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(without_values(data))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    convert = ["--convert-to", "xlsx", "--outdir", str(folder / "out")]
    files = [str(folder / f"{name}.xlsx") for name in books]
    subprocess.run([*command, *convert, *files], check=True, timeout=300, capture_output=True)
    return {name: (folder / "out" / f"{name}.xlsx").read_bytes() for name in books}


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
