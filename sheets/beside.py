"""Which files lie beside which case: by the column 附件, or by the folder they are in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from db.records import Nomination
from sheets.findings import Findings
from sheets.folders import Spread, is_left_behind, number_of
from sheets.gathering import Gathered
from sheets.preview import Beside

SEPARATORS = re.compile(r"[;；、|\n]|,\s|，")
NO_NAMES = re.compile(r"(无|有|见附件|-|/|\d*\s*[份个件页])?")  # says how many, names none
MOST_OF_A_CASE = 50


def beside(
    gathered: Gathered[Nomination],
    found: Spread,
    named: Mapping[int, str],
    known: Iterable[str] = (),
) -> tuple[Beside, ...]:
    """The files of every case. `named` is what the column 附件 says, by position of the record;
    `known` are numbers of cases the award has already."""
    numbers = {record.number for record in gathered.records} | set(known)
    files: dict[tuple[str, Path], Beside] = {}

    def put(case: str, paths: Iterable[Path]) -> None:
        for path in paths:
            files.setdefault((case, path.resolve()), Beside(case, path))

    for position, text in named.items():
        place = gathered.places[position]
        base = gathered.folders.get(place.opened.source.digest)
        paths = _named(text, base, place.of("files"), gathered.findings)
        put(gathered.records[position].number, paths)
    for folder, paths in found.numbered.items():
        case = next((n for n in (folder.name, number_of(folder.name)) if n in numbers), None)
        if case:
            put(case, paths)
    _beside_one_form(gathered, found, put)
    _tell_rest(found, files, gathered.findings)
    return tuple(files.values())


def _named(text: str, base: Path | None, where: str, findings: Findings) -> list[Path]:
    """The files a cell names, within the folder of the table."""
    if NO_NAMES.fullmatch(text.strip()):
        return []
    if base is None:
        findings.warn("W-FILESUNFOUND", where, names=text[:80])
        return []
    paths: list[Path] = []
    missing: list[str] = []
    for name in filter(None, (part.strip() for part in SEPARATORS.split(text))):
        found = _inside(base, name)
        paths += found
        missing += [] if found else [name]
    if missing:
        findings.warn("W-FILESUNFOUND", where, names="、".join(missing)[:80])
    return paths


def _inside(base: Path, name: str) -> list[Path]:
    """A file or the files of a folder below `base`; never outside it."""
    try:
        path = (base / name).resolve()
        if not path.is_relative_to(base.resolve()):
            return []
        if path.is_dir():
            return sorted(p for p in path.iterdir() if p.is_file() and not is_left_behind(p.name))
        return [path] if path.is_file() else []
    except (OSError, ValueError):  # a name no system can have
        return []


def _beside_one_form(
    gathered: Gathered[Nomination], found: Spread, put: Callable[[str, Iterable[Path]], None]
) -> None:
    """In a folder with one case only, what is not read belongs to it."""
    cases: dict[Path, list[str]] = {}
    for record, place in zip(gathered.records, gathered.places, strict=True):
        folder = gathered.folders.get(place.opened.source.digest)
        if folder:
            cases.setdefault(folder, []).append(record.number)
    for folder, paths in found.beside.items():
        if len(cases.get(folder, [])) == 1:
            put(cases[folder][0], paths)


def _tell_rest(found: Spread, taken: Mapping[tuple[str, Path], Beside], findings: Findings) -> None:
    """Files that were neither read nor belong to a case."""
    have = {path for _, path in taken}
    rest = [p for paths in found.beside.values() for p in paths if p.resolve() not in have]
    if rest:
        names = "、".join(path.name for path in rest[:5])
        findings.warn("W-SKIPPED-UNREAD", "", count=len(rest), names=names)


def require_few(files: Sequence[Beside], findings: Findings) -> None:
    counts: dict[str, int] = {}
    for file in files:
        counts[file.case] = counts.get(file.case, 0) + 1
    for case, count in counts.items():
        if count > MOST_OF_A_CASE:
            findings.wrong("E-MANYATTACHED", case, count=count, limit=MOST_OF_A_CASE)
