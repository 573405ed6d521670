"""Folders named like a case number: attachments of that case, or a case with its files."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from pathlib import Path

from db.records import Nomination
from sheets.folders import Spread, is_read, number_of
from sheets.gathering import Gathered
from sheets.rows import Row
from words import Bad

NO_CASE = frozenset({"E-NOFORM", "E-NOHEADINGS", "E-NOHEADING", "E-NOLABEL", "E-EMPTY"})
"""What is said of a file that is no nomination; in a folder with one, it is an attachment."""


def read_numbered(
    gathered: Gathered[Nomination],
    found: Spread,
    make: Callable[[Row], Nomination],
    known: Collection[str],
) -> None:
    """Read the folders whose number is of no case of this import; the others hold attachments.

    Where the award has such a case, its form may be in the folder again, or only attachments.
    """
    numbers = {record.number for record in gathered.records}
    for folder, files in list(found.numbered.items()):
        names = {folder.name, number_of(folder.name)}
        if not numbers & names:
            _read_folder(gathered, found, folder, files, make, there=bool(names & set(known)))


def _read_folder(
    gathered: Gathered[Nomination],
    found: Spread,
    folder: Path,
    files: list[Path],
    make: Callable[[Row], Nomination],
    *,
    there: bool,
) -> None:
    """The nominations of one folder; what is none lies beside them."""
    first = len(gathered.records)
    refused = _read_all(gathered, filter(is_read, files), make)
    cases = len(gathered.records) - first
    if there and not cases:
        return
    if cases == 1:
        _number_by_folder(gathered, first, folder)
    others = [file for file in files if not is_read(file)]
    for file, why in refused:
        if cases == 1 and {problem.code for problem in why.problems} <= NO_CASE:
            others.append(file)
            continue
        for problem in why.problems:
            gathered.findings.problem(problem)
    del found.numbered[folder]
    if others:
        home = gathered.home(first) if cases == 1 else folder
        found.beside.setdefault(home, []).extend(others)


def _read_all(
    gathered: Gathered[Nomination], files: Iterable[Path], make: Callable[[Row], Nomination]
) -> list[tuple[Path, Bad]]:
    """Those that could not be read, with what is wrong."""
    refused: list[tuple[Path, Bad]] = []
    for file in files:
        try:
            gathered.read_one(file, make)
        except Bad as bad:
            refused.append((file, bad))
    return refused


def _number_by_folder(gathered: Gathered[Nomination], position: int, folder: Path) -> None:
    """A case that names no number has that of its folder."""
    record = gathered.records[position]
    if not record.number:
        number = number_of(folder.name)
        gathered.records[position] = replace(record, number=number)
        where = gathered.places[position].of("number")
        gathered.findings.warn("W-NUMBERFOLDER", where, number=number)
