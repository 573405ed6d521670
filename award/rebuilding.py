"""A lost database made again from the log export and the files that came back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from award.archiving import journal_head
from award.folder import CONFIG, DATABASE, Award
from db import journal
from files.reading import read_bounded
from files.writing import write_atomic
from words import Bad

JOURNAL_LIMIT = 512 * 2**20
FILE_LIMIT = 200 * 2**20


def export_journal(award: Award, path: Path) -> int:
    """Write the whole log with what each entry wrote; how many entries. Overwrites an older one."""
    lines = [journal_head(award), *award.store.journal()]
    write_atomic(path, b"".join(line + b"\n" for line in lines), overwrite=True)
    return len(lines) - 1


def rebuild(folder: Path, log: Path, places: Sequence[Path]) -> list[str]:
    """An award folder from a log export; files are looked for by their digest in `places`.

    Returns the imported files whose originals were not found. Raises E-EXISTS, E-JOURNAL,
    E-LOSTFILES naming ballots that are missing, E-CHAIN or E-ROWS for an altered export.
    """
    head, *lines = read_bounded(log, JOURNAL_LIMIT).splitlines() or [b""]
    config = _config(head)
    for name in (CONFIG, DATABASE):
        if (folder / name).exists():
            raise Bad("E-EXISTS", path=folder / name)
    folder.mkdir(parents=True, exist_ok=True)
    where = {digest: path for place in places for digest, path in _digests(place)}
    database = folder / DATABASE
    write_atomic(database, b"", overwrite=False)
    try:
        lost = journal.rebuild(database, lines, lambda digest: _bytes(where.get(digest)))
    except BaseException:
        database.unlink(missing_ok=True)
        raise
    write_atomic(folder / CONFIG, config.encode("utf-8"), overwrite=False)
    return lost


def _config(head: bytes) -> str:
    try:
        value = json.loads(head)
        if value["journal"] != 1 or type(value["config"]) is not str:
            raise ValueError
    except (ValueError, KeyError, TypeError):
        raise Bad("E-JOURNAL", line=1, why="journal 1") from None
    return str(value["config"])


def _digests(place: Path) -> Iterator[tuple[str, Path]]:
    """Every regular file of a folder, or the file itself, by SHA-256."""
    paths = [place] if place.is_file() else _walk(place)
    for path in paths:
        try:
            yield sha256(read_bounded(path, FILE_LIMIT, follow_links=False)).hexdigest(), path
        except Bad:
            continue


def _walk(top: Path) -> Iterator[Path]:
    for folder, names, files in os.walk(top, followlinks=False):
        names.sort()
        yield from (Path(folder) / name for name in sorted(files))


def _bytes(path: Path | None) -> bytes | None:
    return None if path is None else read_bounded(path, FILE_LIMIT, follow_links=False)
