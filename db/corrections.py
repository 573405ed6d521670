"""Single marks that may be corrected: a document of kind `correction` about a judge each.

It names one cell of one revision. While that revision is sent back for it, the judge's desk
changes nothing but the cells named so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from db import documents
from db.connection import AwardDatabase
from db.records import Correction, CorrectionKind
from files import canonical

KIND = "correction"
Cells = frozenset[tuple[str, str]]  # case, criterion


def pack(one: Correction) -> bytes:
    return canonical.dumps({
        "judge": one.judge, "revision": one.revision, "case": one.case,
        "criterion": one.criterion, "kind": one.kind, "note": one.note, "by": one.by,
    })  # fmt: skip


def read_all(db: AwardDatabase, judge: str | None = None) -> tuple[Correction, ...]:
    """Every correction, by judge and in the order they were recorded. Raises E-ALTERED."""
    found = documents.read_all(db, KIND, judge)
    return tuple(_unpack(one.payload, one.at) for one in found)


def allowed(db: AwardDatabase, judge: str, revision: int) -> Cells:
    """The cells of this revision that may be changed; none where no correction names it."""
    found = (one for one in read_all(db, judge) if one.revision == revision)
    return frozenset((one.case, one.criterion) for one in found)


def _unpack(payload: bytes, at: str) -> Correction:
    value = cast(Mapping[str, object], canonical.loads(payload))
    return Correction(
        judge=str(value["judge"]),
        revision=cast(int, value["revision"]),
        case=str(value["case"]),
        criterion=str(value["criterion"]),
        kind=cast(CorrectionKind, value["kind"]),
        note=str(value["note"]),
        by=str(value["by"]),
        at=at,
    )
