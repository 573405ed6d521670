"""Judges who left: a document of kind `withdrawal` each; the newest of a judge holds."""

from __future__ import annotations

from typing import Literal, cast

from db import documents
from db.connection import AwardDatabase
from db.records import Withdrawal
from files import canonical

KIND = "withdrawal"


def pack(one: Withdrawal) -> bytes:
    return canonical.dumps({"judge": one.judge, "scores": one.scores, "reason": one.reason})


def in_force(db: AwardDatabase) -> dict[str, Withdrawal]:
    """By judge. Raises E-ALTERED."""
    found = documents.read_all(db, KIND)
    return {one.subject: _unpack(one.payload) for one in found}


def dropped(db: AwardDatabase) -> frozenset[str]:
    """The judges whose scores do not count any more."""
    return frozenset(judge for judge, one in in_force(db).items() if one.scores == "drop")


def _unpack(payload: bytes) -> Withdrawal:
    value = cast(dict[str, str], canonical.loads(payload))
    scores = cast(Literal["keep", "drop"], value["scores"])
    return Withdrawal(value["judge"], scores, value["reason"])
