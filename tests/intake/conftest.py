"""Files as people send them, made on the spot."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

import words
from words import Problem

DATA = Path(__file__).parents[2].parent / "shared" / "data"

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def english():
    words.use("en")


@pytest.fixture
def write(tmp_path) -> Write:
    """A file with these bytes (or this text as UTF-8); the default name says nothing."""

    def make(data: bytes | str, name: str = "file.dat") -> Path:
        path = tmp_path / name
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return path

    return make


@pytest.fixture
def real() -> Callable[[str], Path]:
    """A file of the published award."""

    def find(name: str) -> Path:
        if not (DATA / name).is_file():
            pytest.skip(f"the shared example data has no {name} next to this repository")
        return DATA / name

    return find


def workbook(*rows: tuple[object, ...], title: str = "表1") -> openpyxl.Workbook:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def patched(data: bytes, part: str, change: Callable[[bytes], bytes], add: bytes = b"") -> bytes:
    """A zip with one part changed; `add` is the content of a new part `xl/extra.xml`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info.filename, change(content) if info.filename == part else content)
        if add:
            new.writestr("xl/extra.xml", add)
    return out.getvalue()


def codes(found: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in found]


def told(found: tuple[Problem, ...], code: str) -> Problem:
    """The first problem of a code."""
    return next(problem for problem in found if problem.code == code)
