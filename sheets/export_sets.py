"""The named sets of files: for publication, for the meeting, for the archive, and everything.

A set lies in a folder of its own with an index page, so that it can be handed over whole.
What is published holds no name of a judge.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sheets.announcement import announcement_text
from sheets.csv_sheet import write_matrix_csv, write_ranking_csv
from sheets.json_sheet import write_json
from sheets.office import letters
from sheets.office.docx import write_letter
from sheets.office.source import Source
from sheets.office.xlsx import write_xlsx
from sheets.report.markup import page_of
from sheets.report.page import write_report
from sheets.report.pdf import write_pdf
from sheets.stages_csv import write_marks_csv, write_stages_csv
from sheets.toml_sheet import write_toml
from sheets.writers import announced, provisional_notice
from words import Bad, Problem, say, sentence

SETS = ("publication", "meeting", "archive", "all")
INDEX = "index.html"
PUBLICATION, MEETING, ARCHIVE = SETS[:3]


@dataclass(frozen=True)
class Item:
    """One file of a set: `{stem}-{number}[-{lang}][-draft].{ending}`.

    `purpose` is the key of the words that say what it is for. `draft`: its name says so while
    the result is provisional. `optional`: a machine that cannot write it is no failure.
    `staged`: only of awards in stages.
    """

    purpose: str
    name: str
    sets: tuple[str, ...]
    write: Callable[[Source], bytes]
    draft: bool = False
    optional: bool = False
    staged: bool = False

    def file_name(self, source: Source) -> str:
        """Made of the number, the kind and the language only."""
        head = source.sheet.result
        stem, _, ending = self.name.partition(".")
        lang = "" if ending in {"toml", "json"} and stem == "result" else f"-{source.lang}"
        draft = "-draft" if self.draft and head.kind == "provisional" else ""
        return f"{stem}-{head.number:03}{lang}{draft}.{ending}"


def _letter(name: str, content: Callable[[Source], Mapping[str, object]]) -> Any:
    def write(source: Source) -> bytes:
        return write_letter(name, source.lang, content(source), source.templates)

    return write


def _announcement(source: Source) -> bytes:
    cases = announced(source.sheet, source.nominations)
    notice = provisional_notice(source.sheet, source.lang)
    rules = source.rules
    return announcement_text(cases, rules.announce, rules.tiers, source.lang, notice).encode(
        "utf-8"
    )


ITEMS = (
    Item("announcement", "announcement.txt", (PUBLICATION, ARCHIVE), _announcement, draft=True),
    Item(
        "announcement_letter", "announcement.docx", (PUBLICATION, MEETING),
        _letter("announcement", lambda s: letters.announcement_content(s.view, s.nominations)),
        draft=True,
    ),
    Item(
        "notice", "notice.docx", (PUBLICATION,),
        _letter("notice", lambda s: letters.notice_content(s.view)), draft=True,
    ),
    Item("summary", "summary.xlsx", (MEETING, ARCHIVE), lambda s: write_xlsx(s.view)),
    Item(
        "committee", "committee.docx", (MEETING, ARCHIVE),
        _letter("result", lambda s: letters.result_content(s.view)),
    ),
    Item(
        "blank_ballots", "blank-ballots.docx", (MEETING,),
        _letter("ballots", lambda s: letters.ballots_content(s.view, blank=True)),
    ),
    Item(
        "ballots", "ballots.docx", (ARCHIVE,),
        _letter("ballots", lambda s: letters.ballots_content(s.view, blank=False)),
    ),
    Item("public_report", "report.html", (PUBLICATION,), lambda s: write_report(s.view)),
    Item("public_report", "report.pdf", (PUBLICATION,), lambda s: write_pdf(s.view), optional=True),
    Item(
        "report", "full-report.html", (MEETING, ARCHIVE),
        lambda s: write_report(s.view, named=s.named),
    ),
    Item(
        "report", "full-report.pdf", (MEETING, ARCHIVE),
        lambda s: write_pdf(s.view, named=s.named), optional=True,
    ),
    Item("result", "result.toml", (ARCHIVE,), lambda s: write_toml(s.sheet)),
    Item("result", "result.json", (ARCHIVE,), lambda s: write_json(s.sheet)),
    Item("ranking", "ranking.csv", (ARCHIVE,), lambda s: write_ranking_csv(s.sheet, s.lang)),
    Item("scores", "scores.csv", (ARCHIVE,), lambda s: write_matrix_csv(s.sheet, s.lang)),
    Item("stages", "stages.csv", (ARCHIVE,), lambda s: write_stages_csv(s.sheet, s.lang),
         staged=True),
    Item("stage_scores", "stage-scores.csv", (ARCHIVE,),
         lambda s: write_marks_csv(s.sheet, s.lang), staged=True),
    Item("public_stages", "public-stages.csv", (PUBLICATION,),
         lambda s: write_stages_csv(s.hidden, s.lang), staged=True),
    Item("public_result", "public.json", (PUBLICATION,), lambda s: write_json(s.hidden)),
    Item("public_result", "public.toml", (PUBLICATION,), lambda s: write_toml(s.hidden)),
    Item(
        "public_ranking", "public-ranking.csv", (PUBLICATION,),
        lambda s: write_ranking_csv(s.hidden, s.lang),
    ),
    Item(
        "public_scores", "public-scores.csv", (PUBLICATION,),
        lambda s: write_matrix_csv(s.hidden, s.lang),
    ),
    Item("public_summary", "public-summary.xlsx", (), lambda s: write_xlsx(s.hidden_view)),
    Item("blind", "blind.json", (), lambda s: write_json(s.blind)),
    Item("blind", "blind.toml", (), lambda s: write_toml(s.blind)),
    Item("blind", "blind-scores.csv", (), lambda s: write_matrix_csv(s.blind, s.lang)),
)  # fmt: skip


@dataclass(frozen=True)
class Written:
    """The files of a set by name, what each is for, and what could not be written and why."""

    files: Mapping[str, bytes]
    purposes: Mapping[str, str]
    skipped: tuple[Problem, ...]
    failed: bool


def items_of(which: str) -> list[Item]:
    """The files of a set. Raises E-NOSET."""
    if which not in SETS:
        raise Bad("E-NOSET", name=which, known=", ".join(SETS))
    return [item for item in ITEMS if which == "all" or which in item.sets]


def write_set(which: str, source: Source) -> Written:
    """Every file of a set but its index. What needs a library that is not there is skipped."""
    files, purposes, skipped, failed = {}, {}, [], False
    for item in items_of(which):
        if item.staged and not source.sheet.stages:
            continue
        name = item.file_name(source)
        try:
            files[name] = item.write(source)
        except Bad as error:
            if error.code not in {"E-NOLIBRARY", "E-NOGLYPH"}:
                raise
            skipped.append(Problem(error.code, name, error.params))
            failed = failed or not item.optional
        else:
            purposes[name] = item.purpose
    return Written(files, purposes, tuple(skipped), failed)


def index_page(which: str, source: Source, written: Written, names: Mapping[str, str]) -> bytes:
    """The page that lists a set: each file under the name it got, its purpose, size, SHA-256."""
    head, lang = source.sheet.result, source.lang
    kind = say(f"sheet.kind.{head.kind}", lang)
    title = say(f"sets.title.{which}", lang, award=source.view.award, number=head.number)
    files = [
        {
            "name": names.get(name, name),
            "purpose": say(f"sets.for.{written.purposes[name]}", lang),
            "size": f"{len(data):,}",
            "sha256": sha256(data).hexdigest(),
        }
        for name, data in written.files.items()
    ]
    content = {
        "lang": "zh-CN" if lang == "zh" else "en",
        "title": title,
        "kind": kind,
        "final": head.kind == "final",
        "heads": [say(f"sets.head.{key}", lang) for key in ("name", "purpose", "size", "sha256")],
        "files": files,
        "skipped": [sentence(problem, lang) for problem in written.skipped],
        "note": say("sets.note", lang),
    }
    return page_of("index.html.j2", content)
