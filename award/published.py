"""A result made again from what an archive holds: panel, ballots, rules; nothing else.

Used to make the archive and to verify it. In the public archive a judge is the receipt of the
ballot, and who handed in nothing is `absent-1`, ...; in the restricted one judges have their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, cast

from award.lenient import build as build_record
from db.payload import KIND, Sheet, anonymous_part, unpack
from db.records import Ballot, Judge, Nomination
from db.rules_digest import deciding, digest_of_data, only_shown
from exchange.fields import at_most, matching
from exchange.objects.terms import Name
from files import canonical
from scoring.cells import Matrix, State
from scoring.result import Decision, Outcome
from scoring.rules import Rules
from sheets.result_sheet import Meta, to_data
from sheets.result_sheet import build as build_sheet

RECOUNTED = ("ranking", "open_cuts", "open_judges", "gaps", "scores", "receipts", "criteria")
"""The parts of a result that follow from the others; they must come out the same."""


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


def rules_json(rules: Rules) -> bytes:
    """The rules as integers. `deciding` is, byte for byte, what the rules digest is over."""
    return canonical.dumps({"deciding": deciding(rules), "shown": only_shown(rules)})


def rules_from(data: bytes) -> tuple[Rules, str]:
    """The rules of `rules_json`, and their digest. Raises E-CANON or E-FORMAT."""
    value = cast(dict[str, dict[str, object]], canonical.loads(data))
    digest = digest_of_data(value["deciding"])
    return build_record(Rules, {**value["deciding"], **value["shown"]}), digest


def anonymous_ballot(anonymous: bytes, label: str) -> bytes:
    """A payload with this anonymous part and nothing private: what is published can be read."""
    private = canonical.dumps({"comments": {}, "judge": label, "recusals": {}, "revision": 1})
    head = b'{"anonymous":' + anonymous + b',"kind":"' + KIND.encode("ascii")
    return head + b'","private":' + private + b"}"


def published_part(payload: bytes) -> bytes:
    return anonymous_part(payload)


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


def relabelled(matrix: Matrix, labels: Mapping[str, str], order: Sequence[str]) -> Matrix:
    """The same cells under other names of the judges, in another order."""
    new = Matrix.empty(matrix.cases, order, matrix.criteria)
    place = {label: i for i, label in enumerate(order)}
    for c in range(len(matrix.cases)):
        for j, judge in enumerate(matrix.judges):
            for i in range(len(matrix.criteria)):
                to, source = new.at(c, place[labels[judge]], i), matrix.at(c, j, i)
                new.points[to], new.states[to] = matrix.points[source], matrix.states[source]
    return new


def relabelled_decisions(
    decisions: Sequence[Decision], labels: Mapping[str, str]
) -> tuple[Decision, ...]:
    return tuple(replace(one, judge=labels.get(one.judge, one.judge)) for one in decisions)


def sheet_data(
    meta: Meta,
    rules: Rules,
    rules_data: Mapping[str, object],
    nominations: Sequence[Nomination],
    judges: Sequence[Judge],
    ballots: Sequence[Ballot],
    matrix: Matrix,
    outcome: Outcome,
    decisions: Sequence[Decision],
) -> dict[str, object]:
    """A whole result as plain data."""
    sheet = build_sheet(
        meta=meta,
        rules=rules,
        rules_data=rules_data,
        nominations=nominations,
        judges=judges,
        ballots=ballots,
        matrix=matrix,
        outcome=outcome,
        decisions=decisions,
    )
    return to_data(sheet)


def public_ballot(receipt: str, sheet_payload: bytes) -> Ballot:
    """A ballot of which only the receipt is known."""
    return Ballot(receipt, 1, (), sheet_payload, "", receipt, "")


def sheet_of(anonymous: bytes, label: str) -> Sheet:
    """The scores of a published part. Raises E-BALLOT."""
    return unpack(anonymous_ballot(anonymous, label))
