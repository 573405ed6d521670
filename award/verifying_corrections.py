"""Corrections, looked at again in an archive: a new revision changes what was sent back alone.

The restricted bundle has every revision in its journal; the public one has only those that
count, so this cannot be asked of it.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator

from award.correction_scope import beyond
from award.verifying_bundle import Bundle, Line, says
from db.entries import entries_of
from db.payload import digest_of, unpack
from db.records import Ballot, Correction
from files import canonical
from files.canonical import digest
from words import sentence

KIND = "correction"
Row = tuple[list[object], dict[str, str]]  # the columns a log entry covers, and the others


def corrections_held(bundle: Bundle) -> Iterator[Line]:
    """Nothing where no mark was sent back."""
    documents = [row for row in _rows(bundle, "document") if row[0][0] == KIND]
    if not documents:
        return
    told = [sentence(one) for one in beyond([*map(_correction, documents)], _ballots(bundle))]
    told += [str(covered[1]) for covered, rest in documents
             if digest(KIND, b64decode(rest["payload"])) != covered[4]]  # fmt: skip
    yield says(not told, "verify.corrections", count=len(documents), names="; ".join(told[:3]))


def _rows(bundle: Bundle, wanted: str) -> Iterator[Row]:
    """The rows of one table that the log wrote, in its order."""
    for line in bundle.file("journal.jsonl").splitlines()[1:]:
        for table, covered, rest in json.loads(line)["rows"]:
            if table == wanted:
                yield covered, rest


def _correction(row: Row) -> Correction:
    found = canonical.loads(b64decode(row[1]["payload"]))
    assert isinstance(found, dict)  # a document that is none breaks the check, and is said
    return Correction(**found)  # type: ignore[arg-type]


def _ballots(bundle: Bundle) -> list[Ballot]:
    """Every ballot ever handed in, with the reason where it was sent back."""
    back = {(judge, revision): str(reason) for (judge, revision, reason, *_), _ in
            _rows(bundle, "reopening")}  # fmt: skip
    found = []
    for (judge, revision, receipt, at, _), rest in _rows(bundle, "ballot"):
        payload = b64decode(rest["payload"])
        sheet = unpack(payload)
        found.append(
            Ballot(sheet.judge, sheet.revision, entries_of(sheet), payload, digest_of(payload),
                   str(receipt), str(at), back.get((judge, revision), ""), sheet.rules)
        )  # fmt: skip
    return found
