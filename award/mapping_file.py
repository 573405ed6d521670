"""The award folder's `mapping.toml`: headings the secretary has paired with fields."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from files.reading import read_bounded
from files.writing import write_atomic
from sheets.headings import RecordKind
from sheets.mapping import merged, parse, render

NAME = "mapping.toml"
MOST = 1 << 20  # bytes


def load(folder: Path) -> dict[RecordKind, dict[str, str]]:
    """What was saved, by kind; nothing where there is no file. Raises E-MAPFILE, E-MAPFIELD."""
    path = folder / NAME
    if not path.exists():
        return parse(b"", NAME)
    return parse(read_bounded(path, MOST), NAME)


def save(folder: Path, kind: RecordKind, typed: Mapping[str, str]) -> Path:
    """Add what was typed to what is saved; other kinds stay as they are."""
    saved = load(folder)
    saved[kind] = merged(saved[kind], typed)
    write_atomic(folder / NAME, render(saved), overwrite=True)
    return folder / NAME
