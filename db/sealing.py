"""From a judge's answers to a ballot: one payload, hashed, that never changes again."""

from __future__ import annotations

import secrets
from array import array
from collections.abc import Callable, Iterable, Sequence

from db.bounds import require_sheet
from db.entries import entries_of
from db.payload import Sheet, digest_of, pack, receipt
from db.records import Answer, Ballot
from db.rules_digest import digest_of as digest_of_rules
from db.tally import COMMENT
from scoring.cells import Cell, State
from scoring.rules import Rules
from words import Bad, Problem, pick, say

Nonce = Callable[[], str]
_RECUSED = Cell(State.RECUSED)


def random_nonce() -> str:
    """128 bits in hex, so that a receipt cannot be matched by trying every score."""
    return secrets.token_hex(16)


def require_complete(rules: Rules, gaps: Iterable[tuple[str, Sequence[str]]]) -> None:
    """Raises E-GAPS, one problem per case that misses an answer."""
    names = {c.key: pick((c.name.zh, c.name.en)) for c in rules.stage.criteria}
    names[COMMENT] = say("tui.field.comment")
    problems = [
        Problem("E-GAPS", case, {"case": case, "criteria": ", ".join(names[k] for k in missing)})
        for case, missing in gaps
    ]
    if problems:
        raise Bad.of(problems)


def seal(
    judge: str, revision: int, rules: Rules, answers: Sequence[Answer], nonce: str, at: str
) -> Ballot:
    """The ballot of complete answers, in their order. Raises E-RANGE for one off the scale."""
    sheet = _sheet(judge, revision, rules, answers, nonce)
    require_sheet(sheet, rules.stage)
    payload = pack(sheet)
    entries, digest, code = entries_of(sheet), digest_of(payload), receipt(payload)
    return Ballot(judge, revision, entries, payload, digest, code, at, rules=sheet.rules)


def _sheet(judge: str, revision: int, rules: Rules, answers: Sequence[Answer], nonce: str) -> Sheet:
    keys = tuple(criterion.key for criterion in rules.stage.criteria)
    cells = [_RECUSED if one.recused else one.cells[key] for one in answers for key in keys]
    return Sheet(
        judge=judge,
        revision=revision,
        rules=digest_of_rules(rules),
        nonce=nonce,
        criteria=keys,
        cases=tuple(one.case for one in answers),
        states=bytes(cell.state for cell in cells),
        points=array("q", [cell.points for cell in cells]),
        comments={one.case: one.comment for one in answers if one.comment and not one.recused},
        recusals={one.case: one.recused.reason for one in answers if one.recused},
    )
