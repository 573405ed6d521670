"""Files from people into records: nominations, judges, recusals.

CSV, XLSX, TOML and the text of a published announcement; the kind is found in the content.
Nothing is written here. What is wrong is in the preview's `problems`, all of it at once, and
nothing may be imported while there is any; what is doubtful is in its `warnings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from db.records import Judge, Nomination, Recusal
from sheets.gathering import Gathered
from sheets.judge_rows import check_judges, judge
from sheets.nomination_rows import check_nominations, nomination
from sheets.opening import Options
from sheets.preview import Preview
from sheets.recusal_rows import Known, Request, expand, request

MOST_NOMINATIONS = 1_000_000
MOST_JUDGES = 500
MOST_RECUSAL_ROWS = 100_000


def read_nominations(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Preview[Nomination]:
    """The cases of all the files. Numbers are given in file order where a file has none.

    `encoding` and `sheet` are what the user says of the files, `mapping` pairs headings with
    field names (`{"案件名": "title"}`) beyond those known.
    """
    gathered = Gathered[Nomination](
        Options("nominations", encoding, sheet, mapping), MOST_NOMINATIONS
    )
    gathered.read(paths, nomination)
    check_nominations(gathered)
    return gathered.preview()


def read_judges(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> Preview[Judge]:
    """The judges of all the files; ids J01, J02 ... are given where none has one."""
    gathered = Gathered[Judge](Options("judges", encoding, sheet, mapping), MOST_JUDGES)
    gathered.read(paths, judge)
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
) -> Preview[Recusal]:
    """Who does not score what. With `nominations`, rows by unit, field or region become cases;
    with `judges`, names become ids and unknown ones are refused."""
    gathered = Gathered[Request](Options("recusals", encoding, sheet, mapping), MOST_RECUSAL_ROWS)
    gathered.read(paths, request)
    recusals = expand(gathered, Known(judges, nominations))
    told = gathered.preview()
    return Preview(recusals, told.files, told.sources, told.warnings, told.problems)
