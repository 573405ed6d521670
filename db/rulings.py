"""What people have decided where the rules stop, and what of it was withdrawn again.

A decision stays for ever. `cases` in its row is a canonical JSON list of case numbers, best
first; where a judge was drawn, or a stage is named, an object that holds these too. A
withdrawal is a document of kind `decision-withdrawn` about the decision's number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from db import documents
from db.connection import AwardDatabase
from db.records import Ruling
from files import canonical

if TYPE_CHECKING:
    from scoring.result import Decision

WITHDRAWN = "decision-withdrawn"
_QUERY = "SELECT number, kind, cases, reason, actor, at FROM decision ORDER BY number"
_Row = tuple[int, Literal["chair", "draw"], str, str, str, str]


def insert(db: AwardDatabase, log: int, decision: Decision, reason: str, by: str, at: str) -> None:
    db.execute(
        "INSERT INTO decision (number, kind, cases, reason, actor, at, log)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (decision.number, decision.kind, _pack(decision), reason, by, at, log),
    )


def pack_withdrawal(number: int, reason: str, by: str) -> bytes:
    return canonical.dumps({"number": number, "reason": reason, "by": by})


def read_all(db: AwardDatabase) -> tuple[Ruling, ...]:
    """Every decision by number, also what was withdrawn. Raises E-ALTERED."""
    gone = {one.subject: canonical.loads(one.payload) for one in documents.read_all(db, WITHDRAWN)}
    return tuple(_ruling(row, gone.get(str(row[0]))) for row in db.execute(_QUERY).fetchall())


def in_force(db: AwardDatabase) -> tuple[Decision, ...]:
    """The decisions that hold, by number."""
    return tuple(one.decision for one in read_all(db) if not one.withdrawn)


def _pack(decision: Decision) -> str:
    named = {"judge": decision.judge, "stage": decision.stage}
    given = {key: value for key, value in named.items() if value}
    cases = list(decision.cases)
    return canonical.dumps({"cases": cases, **given} if given else cases).decode()


def _ruling(row: _Row, gone: object) -> Ruling:
    from scoring.result import Decision  # not loaded where there is no decision

    number, kind, text, reason, by, at = row
    value = canonical.loads(text.encode())
    named = cast(dict[str, str], value) if isinstance(value, dict) else {}
    cases = tuple(cast(list[str], named.get("cases", value)))
    decision = Decision(cases, kind, number, named.get("judge", ""), named.get("stage", ""))
    why = cast(dict[str, str], gone)["reason"] if gone else ""
    return Ruling(decision, reason, by, at, why)
