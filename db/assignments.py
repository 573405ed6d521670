"""Who reads what, where judges cannot read everything: a document; the newest one holds.

A judge's desk shows only the judge's own cases; what the others leave out is NOT_ASSIGNED.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from db import documents
from db.connection import AwardDatabase
from db.records import Assignment
from files import canonical
from words import Bad

KIND = "assignment"
Shares = Mapping[str, frozenset[str]]  # judge -> cases


def pack(one: Assignment) -> bytes:
    pairs = sorted([case, judge] for judge, cases in one.shares.items() for case in cases)
    return canonical.dumps({"ballots": one.ballots, "pairs": pairs, "seed": one.seed})


def in_force(db: AwardDatabase) -> Assignment | None:
    """None where everybody reads everything. Raises E-ALTERED."""
    kept = documents.read_latest(db, KIND, "")
    return None if kept is None else unpack(kept.payload)


def unpack(payload: bytes) -> Assignment | None:
    """None where the assignment was taken back: it has no pairs."""
    match canonical.loads(payload):
        case {"ballots": int(ballots), "pairs": list(pairs), "seed": int(seed)}:
            shares = _by_judge(pairs)
            return Assignment(ballots, seed, shares) if shares else None
    raise Bad("E-ALTERED", what=KIND)


def _by_judge(pairs: Iterable[object]) -> Shares:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        match pair:
            case [str(number), str(judge)]:
                found[judge].add(number)
            case _:
                raise Bad("E-ALTERED", what=KIND)
    return {judge: frozenset(cases) for judge, cases in found.items()}


def share(db: AwardDatabase, judge: str) -> frozenset[str] | None:
    """The cases of one judge; None where everybody reads everything."""
    one = in_force(db)
    return None if one is None else one.shares.get(judge, frozenset())
