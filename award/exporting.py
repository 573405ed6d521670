"""The result as files: the sheets and the announcement, always of a numbered, frozen result."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from award.collecting import has_packets
from award.delivering import deliver, refuse_overwriting
from award.deviating import far_mark
from award.folder import Award
from award.program import program_version
from award.ranking import Ranking, inputs_of, rank
from award.rules_words import rules_in_words
from award.terms import counted_rules, handed_on
from db.records import Judge, ResultKind, StoredResult
from scoring.rules import Rules
from sheets.office.source import Source
from sheets.plain import to_plain
from sheets.result_sheet import Meta, build, from_payload
from sheets.sheet_model import ResultSheet
from sheets.writers import files_of
from words import Problem

TEMPLATES = "templates"
"""The folder in the award's folder with the secretary's own templates of letters."""


@dataclass(frozen=True)
class Exported:
    """Which result was written, and where. `told` is what went otherwise than asked: a file
    under another name, or one not written for want of a library; `failed` if that matters.
    """

    number: int
    kind: ResultKind
    paths: tuple[Path, ...]
    told: tuple[Problem, ...] = ()
    failed: bool = False


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
        meta=Meta(
            number,
            kind,
            program_version(),
            log[-1].digest if log else "",
            reason,
            mode=award.rules_file.exchange.mode if has_packets(award) else "",
        ),
        rules=counted_rules(award),
        rules_data=award.rules_file.whole_data,
        nominations=award.store.nominations(),
        judges=[*award.store.judges(), *unnamed(ranking)],
        ballots=ranking.ballots,
        matrix=ranking.matrix,
        outcome=ranking.outcome,
        decisions=ranking.decisions,
        deviations=[far_mark(mark) for mark in ranking.marks],
        inputs=inputs_of(award, ranking),
    )


def unnamed(ranking: Ranking) -> list[Judge]:
    """The ballots of secret votes, which stand for judges under their receipts."""
    inputs = ranking.inputs
    rows = [inputs.matrices[key].judges for key in inputs.rolls] if inputs else []
    return [Judge(receipt, "") for judges in rows for receipt in judges]


def export(
    award: Award,
    folder: Path,
    number: int | None,
    lang: str,
    *,
    force: bool = False,
    which: str = "",
) -> Exported:
    """Write a stored result: the one asked for, else the newest final one that still holds,
    else the ranking as it is now, stored as a numbered provisional result.

    Without `which` the sheets and the announcement; with it a named set, in a folder of its
    own with an index page, which is written last.

    Nothing is overwritten by other bytes without `force` (E-EXISTS); the same bytes again
    are no change. Raises E-NOSET.
    """
    result = _wanted(award, number)
    if which:
        done = _set(award, result, folder, lang, which, force)
    else:
        done = _plain(award, result, folder, lang, force)
    files = sorted(path.name for path in done.paths)
    detail = {"result": result.number, "files": files} | ({"set": which} if which else {})
    award.store.note("export", detail, "secretary")
    return done


def _plain(award: Award, result: StoredResult, folder: Path, lang: str, force: bool) -> Exported:
    source = source_of(award, result, lang)
    files = files_of(source.sheet, source.rules, source.nominations, lang)
    refuse_overwriting(folder, files, force=force)
    paths, told = deliver(folder, files)
    return Exported(result.number, result.kind, tuple(paths.values()), tuple(told))


def _set(
    award: Award, result: StoredResult, folder: Path, lang: str, which: str, force: bool
) -> Exported:
    from sheets.export_sets import INDEX, index_page, items_of, write_set

    items_of(which)
    folder = folder / f"{result.number:03}-{which}-{lang}"
    source = source_of(award, result, lang)
    written = write_set(which, source)
    index = index_page(which, source, written, {})
    refuse_overwriting(folder, {**written.files, INDEX: index}, force=force)
    paths, told = deliver(folder, written.files)
    names = {name: path.name for name, path in paths.items()}
    indexed, moved = deliver(folder, {INDEX: index_page(which, source, written, names)})
    told = [*told, *moved, *written.skipped]
    ends = (*paths.values(), *indexed.values())
    return Exported(result.number, result.kind, ends, tuple(told), written.failed)


def source_of(award: Award, result: StoredResult, lang: str) -> Source:
    """What the files of a stored result are written from."""
    sheet = from_payload(result.payload)
    rules = rules_then(award, sheet)
    return Source(
        sheet=sheet,
        rules=handed_on(award, rules, {one.id for one in sheet.judges}),
        nominations=tuple(award.store.nominations()),
        lang=lang,
        at=result.at,
        sentences=tuple(rules_in_words(rules, lang)),
        templates=award.folder / TEMPLATES,
        named=_named(sheet),
    )


def rules_then(award: Award, sheet: ResultSheet) -> Rules:
    """The rules a result was made by: today's where they are the same, else those it carries."""
    if sheet.rules == to_plain(award.rules_file.whole_data):
        return award.rules
    from scoring.config import parse_rules
    from scoring.config_mistakes import RuleErrors
    from scoring.config_model import Config

    known = {field.alias or name for name, field in Config.model_fields.items()}
    try:
        return parse_rules({key: value for key, value in sheet.rules.items() if key in known})
    except RuleErrors:  # made by a version that knew other rules
        return award.rules


def _named(sheet: ResultSheet) -> bool:
    """Whether the rules allow judges by name in a report: [report] judges = "named"."""
    table = sheet.rules.get("report")
    return isinstance(table, dict) and table.get("judges") == "named"


def _wanted(award: Award, number: int | None) -> StoredResult:
    from award.finalising import find, store

    if number is not None:
        return find(award, number)
    return store(award, rank(award), "provisional", "", "secretary")[0]
