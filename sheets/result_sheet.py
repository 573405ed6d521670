"""The result sheet: everything that decided a result, made from the award's records.

Whoever has it needs neither the database nor the rules file to check a medal. It is stored
and hashed as canonical JSON (`payload`), and written for people by `sheets.toml_sheet`,
`sheets.csv_sheet` and `sheets.announcement`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from db.records import Ballot, Judge, Nomination, ResultKind
from db.rules_digest import digest_of as rules_digest
from files import canonical
from scoring.cells import Matrix
from scoring.inputs import AwardInputs
from scoring.result import Decision, Outcome
from scoring.rules import Rules, Text
from sheets import sheet_model as model
from sheets.digests import data_digest, slate_digest
from sheets.plain import Plain, from_plain, to_plain
from sheets.sheet_lines import ranking, score_rows
from sheets.sheet_model import ResultSheet
from sheets.stage_lines import event_line, measured_lines, runoff_sheet, stage_sheets

DOMAIN = "result"
"""The digest domain of a result's canonical payload."""


@dataclass(frozen=True)
class Meta:
    """What the records do not say: the number and kind of the result, and of what it is.

    The digests are made from the nominations, ballots and rules where empty.
    """

    number: int
    kind: ResultKind
    program: str
    log_head: str
    reason: str = ""
    slate_digest: str = ""
    data_digest: str = ""
    mode: Literal["", "sealed", "open"] = ""
    rules_digest: str = ""


def build(
    *,
    meta: Meta,
    rules: Rules,
    rules_data: Mapping[str, object],
    nominations: Sequence[Nomination],
    judges: Sequence[Judge],
    ballots: Sequence[Ballot],
    matrix: Matrix,
    outcome: Outcome,
    decisions: Sequence[Decision] = (),
    deviations: Sequence[model.FarMark] = (),
    inputs: AwardInputs | None = None,
) -> ResultSheet:
    """The sheet of one outcome. `ballots` are those that were counted, `rules_data` the parsed
    rules file. The matrix and the outcome must be of the rules' one score stage.
    """
    return ResultSheet(
        result=_head(meta, rules, nominations, ballots),
        award=_named(rules.award, rules.name),
        tiers=tuple(_named(tier.key, tier.name) for tier in rules.tiers),
        ranking=ranking(rules, nominations, outcome),
        open_cuts=outcome.open_cuts,
        open_judges=outcome.open_judges,
        decisions=tuple(decisions),
        gaps=outcome.gaps,
        cases=tuple(map(_case, sorted(nominations, key=lambda case: case.number))),
        judges=tuple(model.SheetJudge(judge.id, judge.name) for judge in judges),
        criteria=_criteria(rules, matrix),
        scores=tuple(score_rows(rules, matrix)),
        receipts=tuple(map(_receipt, sorted(ballots, key=lambda ballot: ballot.judge))),
        rules=rules_data,
        deviations=tuple(deviations),
        stages=tuple(stage_sheets(rules, outcome, inputs)),
        events=tuple(map(event_line, inputs.events if inputs else ())),
        vacancies=outcome.vacancies if rules.chain else (),
        runoffs=tuple(map(runoff_sheet, inputs.runoffs if inputs else ())),
        measures=tuple(measured_lines(rules, inputs)) if inputs else (),
    )


def to_data(sheet: ResultSheet) -> Plain:
    """The sheet as plain data, ready for canonical JSON."""
    return cast(Plain, to_plain(sheet))


def from_data(data: object) -> ResultSheet:
    """The sheet of plain data. Raises E-SHEETFORM, located, where anything is amiss."""
    return cast(ResultSheet, from_plain(ResultSheet, data))


def payload(sheet: ResultSheet) -> bytes:
    """The canonical bytes that are stored and hashed."""
    return canonical.dumps(to_data(sheet))


def from_payload(data: bytes) -> ResultSheet:
    """The sheet of stored bytes. Raises E-CANON or E-SHEETFORM."""
    return from_data(canonical.loads(data))


def payload_digest(sheet: ResultSheet) -> str:
    """What identifies the whole sheet; every export of it says it."""
    return canonical.digest(DOMAIN, payload(sheet))


def _head(
    meta: Meta,
    rules: Rules,
    nominations: Sequence[Nomination],
    ballots: Sequence[Ballot],
) -> model.Head:
    return model.Head(
        format=1,
        number=meta.number,
        kind=meta.kind,
        reason=meta.reason,
        program=meta.program,
        rules_digest=meta.rules_digest or rules_digest(rules),
        slate_digest=meta.slate_digest or slate_digest(nominations),
        data_digest=meta.data_digest or data_digest(ballots),
        log_head=meta.log_head,
        mode=meta.mode,
    )


def _named(key: str, name: Text) -> model.Named:
    return model.Named(key, name.zh, name.en)


def _case(case: Nomination) -> model.SheetCase:
    return model.SheetCase(case.number, case.title, case.unit, case.field, case.level, case.region)


def _criteria(rules: Rules, matrix: Matrix) -> tuple[model.Named, ...]:
    names = {criterion.key: criterion.name for criterion in rules.stage.criteria}
    return tuple(_named(key, names[key]) for key in matrix.criteria)


def _receipt(ballot: Ballot) -> model.Receipt:
    return model.Receipt(ballot.judge, ballot.revision, ballot.receipt, ballot.digest, ballot.at)
