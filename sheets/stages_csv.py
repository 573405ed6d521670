"""The stages of a chain as CSV, read back the same: what each stage gave a case, and every mark.

Two files: `stages` has a line per stage and case, `stage_scores` one per stage, case and judge and
criterion, since the stages have different criteria.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from sheets.csv_facts import facts_of, named, read_sheet, rows, values
from sheets.csv_form import Figure, read_figure, read_whole, write_form
from sheets.csv_words import code, join, read_exact, show_exact, split, word
from sheets.sheet_model import ResultSheet, SheetStage
from words import say

YES = "1"


@dataclass(frozen=True)
class StageLine:
    """What one stage says of one case. `ticks` items are `QUESTION:votes/base`; `counted` and
    `deducted` are None where the public did not vote on it.
    """

    stage: str
    case: str
    title: str
    score: str
    exact: str
    adjusted: str
    promoted: bool
    counted: int | None
    deducted: int | None
    why: str
    ticks: tuple[str, ...]


@dataclass(frozen=True)
class MarkLine:
    """One cell: the points, or the name of a state."""

    stage: str
    case: str
    title: str
    judge: str
    judge_name: str
    criterion: str
    points: str


STAGE_COLUMNS = tuple(field.name for field in fields(StageLine))
MARK_COLUMNS = tuple(field.name for field in fields(MarkLine))


@dataclass(frozen=True)
class StagesCsv:
    facts: Mapping[str, str]
    lines: tuple[StageLine, ...]


@dataclass(frozen=True)
class MarksCsv:
    facts: Mapping[str, str]
    lines: tuple[MarkLine, ...]


# -- what the stages gave -------------------------------------------------------------------


def stages_of(sheet: ResultSheet) -> StagesCsv:
    """What the file of the stages says."""
    facts = values(facts_of(sheet, "stages", "en"))
    titles = {case.number: case.title for case in sheet.cases}
    lines = (line for stage in sheet.stages for line in _stage_lines(stage, titles))
    return StagesCsv(facts, tuple(lines))


def _stage_lines(stage: SheetStage, titles: Mapping[str, str]) -> Iterator[StageLine]:
    votes = {one.case: one for one in stage.votes}
    for one in stage.results:
        vote = votes.get(one.case)
        yield StageLine(
            stage.key,
            one.case,
            titles[one.case],
            one.score,
            one.exact,
            one.adjusted,
            one.promoted,
            vote.counted if vote else None,
            vote.deducted if vote else None,
            vote.reason if vote else "",
            tuple(f"{t.question}:{t.votes}/{t.base}" for t in stage.ticks if t.case == one.case),
        )


def write_stages_csv(sheet: ResultSheet, lang: str) -> bytes:
    """A line per stage and case; the heading `stage_name` is for people and not read back."""
    names = {stage.key: _name(stage, lang) for stage in sheet.stages}
    codes = [STAGE_COLUMNS[0], "stage_name", *STAGE_COLUMNS[1:]]
    columns = [(name, say(f"sheet.column.{name}", lang)) for name in codes]
    lines = [
        [
            line.stage,
            names[line.stage],
            line.case,
            line.title,
            Figure(line.score) if line.score else "",
            show_exact(line.exact),
            show_exact(line.adjusted),
            Figure(YES) if line.promoted else "",
            *("" if one is None else Figure(one) for one in (line.counted, line.deducted)),
            line.why,
            join(line.ticks),
        ]
        for line in stages_of(sheet).lines
    ]
    return write_form(facts_of(sheet, "stages", lang), columns, lines, lang)


def _name(stage: SheetStage, lang: str) -> str:
    return (stage.zh or stage.en) if lang == "zh" else (stage.en or stage.zh)


def read_stages_csv(data: bytes) -> StagesCsv:
    """What a file of the stages says. Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM."""
    form = read_sheet(data, "stages", STAGE_COLUMNS)
    lines = (
        StageLine(
            row["stage"],
            row["case"],
            row["title"],
            read_figure(row["score"], where) if row["score"] else "",
            read_exact(row["exact"], where),
            read_exact(row["adjusted"], where),
            row["promoted"] == YES,
            _maybe(row["counted"], where),
            _maybe(row["deducted"], where),
            row["why"],
            split(row["ticks"]),
        )
        for row, where in rows(form)
    )
    return StagesCsv(form.facts, tuple(lines))


def _maybe(text: str, where: str) -> int | None:
    return read_whole(text, where) if text else None


# -- every mark -------------------------------------------------------------------------------


def marks_of(sheet: ResultSheet) -> MarksCsv:
    """Every mark of every stage; those of the first that is judged stand in the sheet itself."""
    facts = values(facts_of(sheet, "stage_scores", "en"))
    titles = {case.number: case.title for case in sheet.cases}
    judges = {judge.id: judge.name for judge in sheet.judges}
    own = next((stage.key for stage in sheet.stages if stage.criteria), "")
    found: list[MarkLine] = []
    for stage in sheet.stages:
        criteria = tuple(criterion.key for criterion in stage.criteria)
        for row in sheet.scores if stage.key == own else stage.marks:
            left = (stage.key, row.case, titles[row.case], row.judge, judges.get(row.judge, ""))
            pairs = zip(criteria, row.cells, strict=True)
            found += [MarkLine(*left, criterion, cell) for criterion, cell in pairs]
    return MarksCsv(facts, tuple(found))


def write_marks_csv(sheet: ResultSheet, lang: str) -> bytes:
    """A line per stage, case, judge and criterion."""
    names = {
        (stage.key, criterion.key): named(criterion, lang)
        for stage in sheet.stages
        for criterion in stage.criteria
    }
    codes = [*MARK_COLUMNS[:-1], "criterion_name", "points"]
    columns = [(name, say(f"sheet.column.{name}", lang)) for name in codes]
    lines = [
        [line.stage, line.case, line.title, line.judge, line.judge_name, line.criterion,
         names[line.stage, line.criterion],
         word("state", line.points, lang) if line.points[0].isalpha() else Figure(line.points)]
        for line in marks_of(sheet).lines
    ]  # fmt: skip
    return write_form(facts_of(sheet, "stage_scores", lang), columns, lines, lang)


def read_marks_csv(data: bytes) -> MarksCsv:
    """What a file of all marks says. Raises E-SHEETSIZE, E-SHEETTEXT, E-SHEETFORM."""
    form = read_sheet(data, "stage_scores", MARK_COLUMNS)
    lines = (
        MarkLine(
            row["stage"],
            row["case"],
            row["title"],
            row["judge"],
            row["judge_name"],
            row["criterion"],
            _points(row["points"], where),
        )
        for row, where in rows(form)
    )
    return MarksCsv(form.facts, tuple(lines))


def _points(text: str, where: str) -> str:
    if text[:1] in "-0123456789" and text:
        return read_figure(text, where)
    return code("state", text, where)
