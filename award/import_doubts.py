"""What an import would do to the award as it is: rows that are there already with other
content, and marks that a recusal would take out of the count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from award.folder import Award
from db.nominations import digest_of
from db.records import Recusal
from scoring.cells import State
from sheets.findings import Findings
from sheets.preview import Preview
from words import Problem


def compared(award: Award, kind: str, preview: Preview[Any]) -> Preview[Any]:
    """The preview with what is wrong or doubtful of its rows beside those of the award."""
    findings = Findings()
    if kind == "recusals":
        for problem in dropped_marks(award, preview.rows):
            findings.warn(problem.code, problem.where, **problem.params)
    else:
        for key in _other_content(award, kind, preview):
            findings.wrong("E-CHANGED", key)
    return replace(
        preview,
        warnings=(*preview.warnings, *findings.warnings),
        problems=(*preview.problems, *located(kind, preview, findings.problems)),
    )


def _other_content(award: Award, kind: str, preview: Preview[Any]) -> Iterator[str]:
    if kind == "judges":
        judges = {one.id: one for one in award.store.judges()}
        yield from (row.id for row in preview.rows if judges.get(row.id, row) != row)
        return
    known = {one.number: one.digest for one in award.store.headings()}
    for row in preview.rows:
        if row.number in known and known[row.number] != digest_of(row):
            yield row.number


def located(kind: str, preview: Preview[Any], problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The file and row before the number, wherever a problem names only that."""
    problems = tuple(problems)
    field = {"nominations": "number", "judges": "id"}.get(kind)
    if field is None or not problems:
        return problems
    rows = {getattr(row, field): i for i, row in enumerate(preview.rows)}
    return tuple(_placed(problem, preview, rows, field) for problem in problems)


def _placed(
    problem: Problem, preview: Preview[Any], rows: Mapping[str, int], field: str
) -> Problem:
    if problem.where not in rows or preview.place is None:
        return problem
    place = preview.place(rows[problem.where], field)
    return replace(problem, where=f"{place} ({problem.where})")


def dropped_marks(award: Award, rows: Iterable[Recusal]) -> Iterator[Problem]:
    """A warning for each new recusal of a case that the judge has marked in a counted ballot."""
    held = {(one.judge, one.case) for one in award.store.recusals()}
    marked = {
        (ballot.judge, entry.case)
        for ballot in award.store.ballots()
        for entry in ballot.entries
        if any(cell.state is State.SCORED for cell in entry.cells.values())
    }
    for row in rows:
        if (row.judge, row.case) in marked and (row.judge, row.case) not in held:
            yield Problem("W-MARKSDROPPED", "", {"judge": row.judge, "case": row.case})
