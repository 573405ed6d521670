"""Files from people into records: nominations, judges, recusals.

CSV, workbooks of every make, TOML, Word documents, pasted text and the text of a published
announcement; the kind is found in the content. Nothing is written here. What is wrong is in the
preview's `problems`, all of it at once, and nothing may be imported while there is any; what is
doubtful is in its `warnings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from db.records import Judge, Nomination, Recusal
from sheets.beside import beside, require_few
from sheets.folders import spread
from sheets.gathering import Gathered
from sheets.judge_rows import check_judges, judge
from sheets.nomination_folders import read_numbered
from sheets.nomination_rows import check_nominations, nomination
from sheets.opening import Options, Pasted
from sheets.preview import Preview
from sheets.recusal_rows import Known, Request, expand, request
from sheets.rows import Row
from sheets.watching import Progress, Watch

MOST_NOMINATIONS = 1_000_000
MOST_JUDGES = 500
MOST_RECUSAL_ROWS = 100_000


def read_nominations(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    pasted: Iterable[Pasted] = (),
    known: Iterable[str] = (),
    progress: Progress | None = None,
) -> Preview[Nomination]:
    """The cases of all the files. Numbers are given in file order where a file has none.

    Folders are read with all that is below them. `encoding` and `sheet` are what the user says
    of the files, `mapping` pairs headings with field names (`{"案件名": "title"}`) beyond those
    known. `pasted` are texts without files, `known` the numbers the award has already: files in
    folders of these names are attachments.
    """
    options = Options("nominations", encoding, sheet, mapping, Watch(progress))
    gathered = Gathered[Nomination](options, MOST_NOMINATIONS)
    named: dict[int, str] = {}

    def make(row: Row) -> Nomination:
        if row["files"]:
            named[len(gathered.records)] = row["files"]
        return nomination(row)

    found = spread(paths, gathered.findings)
    gathered.read([*found.forms, *pasted], make)
    known = frozenset(known)
    read_numbered(gathered, found, make, known)
    check_nominations(gathered)
    files = beside(gathered, found, named, known)
    require_few(files, gathered.findings)
    return replace(gathered.preview(), attachments=files)


def read_judges(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    pasted: Iterable[Pasted] = (),
    progress: Progress | None = None,
) -> Preview[Judge]:
    """The judges of all the files; ids J01, J02 ... are given where none has one."""
    options = Options("judges", encoding, sheet, mapping, Watch(progress))
    gathered = Gathered[Judge](options, MOST_JUDGES)
    gathered.read([*spread(paths, gathered.findings).every(), *pasted], judge)
    check_judges(gathered)
    return gathered.preview()


def read_recusals(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    judges: Sequence[Judge] | None = None,
    nominations: Sequence[Nomination] | None = None,
    persons: Sequence[Sequence[str]] = (),
    pasted: Iterable[Pasted] = (),
    progress: Progress | None = None,
) -> Preview[Recusal]:
    """Who does not score what. With `nominations`, rows by unit, field or region become cases;
    with `judges`, names become ids and unknown ones are refused. What is said of one id of a
    person holds for all of `persons`."""
    options = Options("recusals", encoding, sheet, mapping, Watch(progress))
    gathered = Gathered[Request](options, MOST_RECUSAL_ROWS)
    gathered.read([*spread(paths, gathered.findings).every(), *pasted], request)
    recusals = expand(gathered, Known(judges, nominations, persons))
    told = gathered.preview()
    return Preview(recusals, told.files, told.sources, told.warnings, told.problems)
