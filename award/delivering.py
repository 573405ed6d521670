"""Put exported files in a folder: nothing overwritten unasked, nothing half written.

A file that is open in Excel or WPS cannot be replaced on some systems; then the new one gets
another name beside it, and that is said.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from files.reasons import reason
from files.writing import write_atomic
from words import Bad, Problem

MOST_NAMES = 9


def refuse_overwriting(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Raises E-EXISTS for the first file that is there with other bytes, unless `force`."""
    for name, data in files.items():
        path = folder / name
        if path.exists() and not force and not _same(path, data):
            raise Bad("E-EXISTS", path=path)


def deliver(folder: Path, files: Mapping[str, bytes]) -> tuple[dict[str, Path], list[Problem]]:
    """Write the files; where each came to lie, and a W-INUSE for each under another name.

    Raises E-CANNOTWRITE where the folder itself cannot be written, E-FULL or E-READONLY.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Bad("E-CANNOTWRITE", path=folder, why=reason(error)) from None
    paths, told = {}, []
    for name, data in files.items():
        paths[name] = _put(folder / name, data)
        if paths[name].name != name:
            params = {"path": folder / name, "instead": paths[name].name}
            told.append(Problem("W-INUSE", "", params))
    return paths, told


def _put(path: Path, data: bytes) -> Path:
    """The path the data lie under at last."""
    if _same(path, data):
        return path
    try:
        write_atomic(path, data, overwrite=True)
    except Bad as error:
        if error.code != "E-CANNOTWRITE" or not path.exists():
            raise
        return _beside(path, data, error)
    return path


def _beside(path: Path, data: bytes, refused: Bad) -> Path:
    """`summary-003-zh-2.xlsx` and so on; one that holds these very bytes is taken again."""
    for number in range(2, MOST_NAMES + 1):
        other = path.with_stem(f"{path.stem}-{number}")
        if _same(other, data):
            return other
        if not other.exists():
            write_atomic(other, data, overwrite=False)
            return other
    raise refused


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:  # open elsewhere, and locked against reading too
        return False
