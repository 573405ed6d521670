"""Folders to files: which of them are read, which belong to a case, which are left out.

Files that programs leave behind (`~$` locks, Thumbs.db) are left out and said. A folder whose
name may be a case number is kept apart: it is only known after reading whether there is such a
case, whose attachments they then are.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from db.order import natural
from sheets.findings import Findings
from words import Bad
from words.text import clean_line

MOST_FILES = 10_000
MOST_DEPTH = 8
MOST_BYTES = 1 << 30  # of all files of one import
LEFT_BEHIND = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store"})
READ = frozenset({
    ".csv", ".tsv", ".txt", ".toml", ".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ett", ".ods",
    ".docx", ".docm",
})  # fmt: skip
NUMBER = re.compile(r"[A-Za-z]{0,10}-?\d{1,10}(-\d{1,10})?")
APART = frozenset({"附件", "附件材料", "attachments", "attachment"})


@dataclass
class Spread:
    """The files of an import: `forms` are read, `beside` lie next to those, by folder."""

    forms: list[Path] = field(default_factory=list)
    numbered: dict[Path, list[Path]] = field(default_factory=dict)  # by folder, all files in it
    beside: dict[Path, list[Path]] = field(default_factory=dict)  # by folder, those not read
    size: int = 0

    def every(self) -> list[Path]:
        """All files that may be read, wherever they are."""
        return [*self.forms, *(f for group in self.numbered.values() for f in group if is_read(f))]


def spread(paths: Iterable[Path], findings: Findings) -> Spread:
    """Every file named and every file in the folders named, in natural order.

    Raises E-MANYFILES or E-MUCH; what is left out is told.
    """
    found = Spread()
    skipped: dict[str, list[str]] = {}
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            before = len(found.forms) + len(found.numbered)
            for file in _walk(path, 0, skipped):
                _sort_in(found, path, file)
            if before == len(found.forms) + len(found.numbered):
                findings.wrong("E-NOFILES", clean_line(path.name))
        else:
            found.forms.append(path)
        _require_room(found)
    for reason, names in skipped.items():
        shown = "、".join(names[:5])
        findings.warn(f"W-SKIPPED-{reason}", "", count=len(names), names=shown)
    return found


def _walk(folder: Path, depth: int, skipped: dict[str, list[str]]) -> Iterator[Path]:
    """Regular files below a folder; links, pipes and devices are told, never opened."""
    try:
        with os.scandir(folder) as entries:
            sorted_ = sorted(entries, key=lambda entry: natural(entry.name))
    except OSError:
        _skip(skipped, "UNREADABLE", folder)
        return
    for number, entry in enumerate(sorted_):
        if number > MOST_FILES:
            raise Bad("E-MANYFILES", clean_line(folder.name), limit=MOST_FILES)
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if depth >= MOST_DEPTH:
                _skip(skipped, "DEEP", path)
            else:
                yield from _walk(path, depth + 1, skipped)
        elif is_left_behind(entry.name):
            _skip(skipped, "LEFT", path)
        elif not entry.is_file(follow_symlinks=False):
            _skip(skipped, "NOFILE", path)
        else:
            yield path


def _skip(skipped: dict[str, list[str]], reason: str, path: Path) -> None:
    skipped.setdefault(reason, []).append(clean_line(path.name)[:60])


def is_left_behind(name: str) -> bool:
    """Whether a program left it behind, and nobody handed it in."""
    return name.startswith(("~$", ".", "__MACOSX")) or name.lower() in LEFT_BEHIND


def _sort_in(found: Spread, root: Path, file: Path) -> None:
    inside = file.relative_to(root).parts[:-1]
    for depth, name in enumerate(inside):
        if NUMBER.fullmatch(number_of(name)):
            folder = root.joinpath(*inside[: depth + 1])
            found.numbered.setdefault(folder, []).append(file)
            return
    apart = next((i for i, name in enumerate(inside) if name.lower() in APART), None)
    if apart is not None:
        found.beside.setdefault(root.joinpath(*inside[:apart]), []).append(file)
    elif is_read(file):
        found.forms.append(file)
    else:
        found.beside.setdefault(file.parent, []).append(file)


def is_read(file: Path) -> bool:
    """Whether a file found in a folder may be a table or form; its content decides later."""
    return file.suffix.lower() in READ


def number_of(name: str) -> str:
    """The number at the beginning of a folder's name: `001`, `001 某某案例`, `001_某院`."""
    return re.split(r"[\s_、.．-]+", name.strip(), maxsplit=1)[0]


def _require_room(found: Spread) -> None:
    files = [*found.forms, *(f for group in found.numbered.values() for f in group)]
    if len(files) > MOST_FILES:
        raise Bad("E-MANYFILES", limit=MOST_FILES)
    found.size = sum(map(size_of, files))
    if found.size > MOST_BYTES:
        raise Bad("E-MUCH", size=f"{found.size >> 20} MiB", limit=f"{MOST_BYTES >> 20} MiB")


def size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # reading it will say why
