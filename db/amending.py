"""Nominations that were corrected or taken off after they were imported.

The imported row stays as it is. An amendment is a document of kind `amendment` about the case's
number; the newest one holds: the whole case as it is now, or that it is no longer a case.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import Any, cast

from db import documents
from db.connection import AwardDatabase
from db.records import Nomination
from files import canonical

KIND = "amendment"


def pack(case: Nomination | None, reason: str) -> bytes:
    """The document of a case as it is from now on; None takes it off the list."""
    fields = None
    if case is not None:
        *lines, body, label, _digest = astuple(case)
        fields = [*lines, list(body), label]
    return canonical.dumps({"case": fields, "reason": reason})


def in_force(db: AwardDatabase) -> dict[str, Nomination | None]:
    """By number: the case as it is now, None where it was taken off. Raises E-ALTERED."""
    return {one.subject: _unpack(one.payload) for one in documents.read_all(db, KIND)}


def removed(db: AwardDatabase) -> frozenset[str]:
    """The numbers that are no longer cases."""
    return frozenset(number for number, case in in_force(db).items() if case is None)


def _unpack(payload: bytes) -> Nomination | None:
    fields = cast(dict[str, Any], canonical.loads(payload))["case"]
    if fields is None:
        return None
    number, title, unit, field, level, region, body, label = fields
    one = Nomination(number, title, unit, field, level, region, tuple(body), label)
    return replace(one, digest=_digest(one))


def _digest(one: Nomination) -> str:
    from db.nominations import digest_of  # which reads amendments itself

    return digest_of(one)
