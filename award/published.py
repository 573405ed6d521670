"""A result made again from what an archive holds: panel, ballots, rules; nothing else.

Used to make the archive and to verify it. In the public archive a judge is the receipt of the
ballot, and who handed in nothing is `absent-1`, ...; in the restricted one judges have their ids.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from award.lenient import build as build_record
from db.payload import KIND, Sheet, anonymous_part, unpack
from db.records import Ballot, Judge, Nomination
from db.rules_digest import deciding, digest_of_data, only_shown
from files import canonical
from scoring.cells import Matrix
from scoring.inputs import AwardInputs
from scoring.result import Outcome
from scoring.rules import Rules
from sheets.result_sheet import Meta, to_data
from sheets.result_sheet import build as build_sheet
from sheets.sheet_model import Head

RECOUNTED = (
    "ranking", "open_cuts", "open_judges", "gaps", "scores", "receipts", "criteria", "events",
    "vacancies", "runoffs", "measures",
)  # fmt: skip
"""The parts of a result that follow from the others; they must come out the same."""


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


def sheet_data(
    meta: Meta,
    rules: Rules,
    rules_data: Mapping[str, object],
    nominations: Sequence[Nomination],
    judges: Sequence[Judge],
    ballots: Sequence[Ballot],
    matrix: Matrix,
    outcome: Outcome,
    inputs: AwardInputs,
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
        decisions=inputs.decisions,
        inputs=inputs,
    )
    return to_data(sheet)


def public_ballot(receipt: str, sheet_payload: bytes) -> Ballot:
    """A ballot of which only the receipt is known."""
    return Ballot(receipt, 1, (), sheet_payload, "", receipt, "")


def sheet_of(anonymous: bytes, label: str) -> Sheet:
    """The scores of a published part. Raises E-BALLOT."""
    return unpack(anonymous_ballot(anonymous, label))


def meta_of(head: Head) -> Meta:
    """What a result says of itself, to make the same result again."""
    return Meta(
        head.number,
        head.kind,
        head.program,
        head.log_head,
        head.reason,
        head.slate_digest,
        head.data_digest,
        rules_digest=head.rules_digest,
    )


def everybody(rules: Rules, matrices: Mapping[str, Matrix]) -> list[str]:
    """The labels of all judges, stage by stage in the order they are counted in."""
    keys = [form.key for form in rules.stages if form.key in matrices]
    return list(dict.fromkeys(judge for key in keys for judge in matrices[key].judges))
