"""The result as files: the sheets and the announcement, always of a numbered, frozen result."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from award.folder import Award
from award.program import program_version
from award.ranking import Ranking, rank
from db.records import ResultKind, StoredResult
from files.writing import write_atomic
from sheets.result_sheet import Meta, build, from_payload
from sheets.sheet_model import ResultSheet
from sheets.writers import files_of
from words import Bad


@dataclass(frozen=True)
class Exported:
    """Which result was written, and where."""

    number: int
    kind: ResultKind
    paths: tuple[Path, ...]


def sheet_of(
    award: Award,
    ranking: Ranking,
    number: int = 0,
    kind: ResultKind = "provisional",
    reason: str = "",
) -> ResultSheet:
    """The sheet of a ranking; number 0 is one that was never stored."""
    log = award.store.log()
    return build(
        meta=Meta(number, kind, program_version(), log[-1].digest if log else "", reason),
        rules=award.rules,
        rules_data=award.rules_file.whole_data,
        nominations=award.store.nominations(),
        judges=award.store.judges(),
        ballots=ranking.ballots,
        matrix=ranking.matrix,
        outcome=ranking.outcome,
        decisions=ranking.decisions,
    )


def export(
    award: Award, folder: Path, number: int | None, lang: str, *, force: bool = False
) -> Exported:
    """Write a stored result: the one asked for, else the newest final one that still holds,
    else the ranking as it is now, stored as a numbered provisional result.

    Nothing is overwritten by other bytes without `force` (E-EXISTS); the same bytes again
    are no change.
    """
    result = _wanted(award, number)
    cases = award.store.nominations()
    files = files_of(from_payload(result.payload), award.rules, cases, lang)
    paths = {folder / name: data for name, data in files.items()}
    for path, data in paths.items():
        if not _same(path, data):
            _refuse_overwriting(path, force)
    folder.mkdir(parents=True, exist_ok=True)
    for path, data in paths.items():
        if not _same(path, data):
            write_atomic(path, data, overwrite=True)
    award.store.note("export", {"result": result.number, "files": sorted(files)}, "secretary")
    return Exported(result.number, result.kind, tuple(paths))


def _wanted(award: Award, number: int | None) -> StoredResult:
    from award.finalising import find, store

    if number is not None:
        return find(award, number)
    return store(award, rank(award), "provisional", "", "secretary")[0]


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data


def _refuse_overwriting(path: Path, force: bool) -> None:
    if path.exists() and not force:
        raise Bad("E-EXISTS", path=path)
