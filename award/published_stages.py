"""The ballots of each stage as an archive holds them: who was counted, and what was changed.

`panel.json` is of the first stage that judges fill in, `stages/KEY.json` of every other. In a
secret vote the receipts stand for ballots, and nobody knows whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from award.published import sheet_of
from award.published_names import relabelled
from db.payload import Sheet
from exchange.fields import at_most, matching, pack, unpack
from exchange.objects.terms import Name
from scoring.cells import Matrix, State
from scoring.rules import Rules

FIRST = "panel.json"
SLATES = "slates/"
"""Where the slates of the earlier rounds of a chain are; the newest is `slate.json`."""
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Change:
    """What counts for a judge and case instead of the ballot: one digit per criterion, a state.

    A recusal entered later, a judge who left: never a score.
    """

    judge: Name
    case: Name
    states: Annotated[str, matching("[02345]{1,100}", "0, 2..5")]


@dataclass(frozen=True)
class Panel:
    """The judges in the order they are counted in, and what was changed beside the ballots.

    `aside` are receipts of ballots that were given and do not count (judges in the shadow).
    """

    judges: Annotated[tuple[Name, ...], at_most(500)]
    changes: Annotated[tuple[Change, ...], at_most(1_000_000)]
    aside: Annotated[tuple[Name, ...], at_most(500)] = ()


@dataclass(frozen=True)
class PublishedStage:
    """One stage under labels: the matrix that is counted, and its files."""

    matrix: Matrix
    files: Mapping[str, bytes]


def published_stages(
    rules: Rules,
    matrices: Mapping[str, Matrix],
    labels: Mapping[str, str],
    ballots: Mapping[str, bytes],
) -> dict[str, PublishedStage]:
    """Every stage that judges fill in. `ballots` are the published parts by receipt."""
    sheets = {receipt: sheet_of(data, receipt) for receipt, data in ballots.items()}
    counted = {labels[judge] for matrix in matrices.values() for judge in matrix.judges}
    aside = tuple(sorted(sheets.keys() - counted))
    made = {}
    for key, matrix in matrices.items():
        first = key == rules.stage.key
        made[key] = _published(rules, key, matrix, labels, sheets, aside if first else ())
    return made


def _published(
    rules: Rules,
    key: str,
    matrix: Matrix,
    labels: Mapping[str, str],
    sheets: Mapping[str, Sheet],
    aside: tuple[str, ...],
) -> PublishedStage:
    order = tuple(sorted((labels[judge] for judge in matrix.judges), key=_absent_last))
    counted = relabelled(matrix, labels, order)
    bare = matrix_of(counted.cases, rules.looking_at(key), Panel(order, ()), sheets)
    panel = Panel(order, changes_between(bare, counted), aside)
    return PublishedStage(counted, {panel_name(rules, key): pack(panel)})


def _absent_last(label: str) -> tuple[bool, str]:
    return label.startswith("absent"), label


def panel_name(rules: Rules, key: str) -> str:
    """The file of a stage's panel."""
    return FIRST if key == rules.stage.key else f"stages/{key}.json"


def sheet_name(rules: Rules, key: str) -> str:
    """The file of a round's close sheet."""
    return f"close/{key}.toml" if rules.chain else "close-sheet.toml"


def record_name(rules: Rules, key: str) -> str:
    """The file of what the secretary keeps of a round's closing."""
    return f"close/{key}.json" if rules.chain else "close.json"


def panels_in(files: Files, rules: Rules) -> dict[str, Panel]:
    """The panel of every stage that judges fill in. Raises E-CANON or E-FORMAT."""
    names = {form.key: panel_name(rules, form.key) for form in rules.stages}
    return {key: unpack(Panel, files[name]) for key, name in names.items() if name in files}


def matrices_in(
    rules: Rules,
    panels: Mapping[str, Panel],
    sheets: Mapping[str, Sheet],
    cases: Sequence[str],
) -> dict[str, Matrix]:
    """What is counted of every stage, from its panel and ballots."""
    return {
        key: matrix_of(cases, rules.looking_at(key), panel, sheets)
        for key, panel in panels.items()
    }  # fmt: skip


def matrix_of(
    cases: Sequence[str], rules: Rules, panel: Panel, sheets: Mapping[str, Sheet]
) -> Matrix:
    """The score matrix of the panel: every ballot in its place, then the changes."""
    criteria = [criterion.key for criterion in rules.stage.criteria]
    matrix = Matrix.empty(cases, panel.judges, criteria)
    rows = {case: i for i, case in enumerate(matrix.cases)}
    columns = {judge: i for i, judge in enumerate(matrix.judges)}
    for judge in panel.judges:
        sheet = sheets.get(judge)
        for row, case in enumerate(sheet.cases if sheet else ()):
            if sheet is None or case not in rows:
                continue  # a case that was scored to compare judges, and does not count
            cells = sheet.cells(row)
            for i, key in enumerate(criteria):
                place = matrix.at(rows[case], columns[judge], i)
                matrix.points[place], matrix.states[place] = cells[key].points, cells[key].state
    for change in panel.changes:
        for i, digit in enumerate(change.states):
            place = matrix.at(rows[change.case], columns[change.judge], i)
            matrix.points[place], matrix.states[place] = 0, int(digit)
    return matrix


def changes_between(ballots: Matrix, counted: Matrix) -> tuple[Change, ...]:
    """What the counted matrix has other than the ballots say; both have the same axes."""
    found = []
    width = len(counted.criteria)
    for c, case in enumerate(counted.cases):
        for j, judge in enumerate(counted.judges):
            part = slice(counted.at(c, j, 0), counted.at(c, j, 0) + width)
            if _cells(ballots, part) != _cells(counted, part):
                assert State.SCORED not in counted.states[part], "scores come from ballots only"
                found.append(Change(judge, case, "".join(map(str, counted.states[part]))))
    return tuple(found)


def _cells(matrix: Matrix, part: slice) -> tuple[bytes, list[int]]:
    return bytes(matrix.states[part]), matrix.points[part].tolist()
