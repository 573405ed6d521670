"""What every import has in common: all of it or nothing, and nothing twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from db import judges, nominations, recusals
from db.connection import AwardDatabase
from db.records import Added, Judge, Nomination, Recusal
from words import Bad, Problem

Row = TypeVar("Row")


@dataclass(frozen=True)
class Plan(Generic[Row]):
    """The rows of an import that are new, and what the import will say it did."""

    new: tuple[Row, ...]
    added: Added


def plan_nominations(db: AwardDatabase, rows: Sequence[Nomination]) -> Plan[Nomination]:
    """Raises E-OVERLIMIT, E-TWICE, E-CHANGED, or what is wrong with a row; every row is said."""
    known = nominations.known(db)
    nominations.require_valid(rows)
    plan = _sort_out(rows, lambda row: row.number, known, lambda row: row.digest)
    nominations.require_room(len(known) + len(plan.new))
    return plan


def plan_judges(db: AwardDatabase, rows: Sequence[Judge]) -> Plan[Judge]:
    """Raises E-OVERLIMIT, E-TWICE, E-CHANGED, or what is wrong with a row; every row is said."""
    known = {judge.id: judge for judge in judges.read_all(db)}
    judges.require_valid(rows)
    plan = _sort_out(rows, lambda row: row.id, known, lambda row: row)
    judges.require_room(len(known) + len(plan.new))
    return plan


def plan_recusals(db: AwardDatabase, rows: Sequence[Recusal]) -> Plan[Recusal]:
    """A recusal that holds already is the same one, whatever its reason."""
    recusals.require_valid(db, rows)
    known = {f"{judge}/{case}": True for judge, case in recusals.in_force(db)}
    return _sort_out(rows, lambda row: f"{row.judge}/{row.case}", known, lambda _: True)


def require_once(keys: Sequence[str]) -> None:
    """Raises E-TWICE for every key that stands there more than once."""
    if problems := _twice(keys):
        raise Bad.of(problems)


def _twice(keys: Sequence[str]) -> list[Problem]:
    return [Problem("E-TWICE", k, {"count": n}) for k, n in Counter(keys).items() if n > 1]


def _sort_out(
    rows: Sequence[Row],
    key: Callable[[Row], str],
    known: Mapping[str, object],
    content: Callable[[Row], object],
) -> Plan[Row]:
    keys = list(map(key, rows))
    problems = _twice(keys)
    there = {k: row for k, row in zip(keys, rows, strict=True) if k in known}
    problems += [Problem("E-CHANGED", k) for k, row in there.items() if content(row) != known[k]]
    if problems:
        raise Bad.of(problems)
    new = {k: row for k, row in zip(keys, rows, strict=True) if k not in known}
    return Plan(tuple(new.values()), Added(tuple(new), tuple(there)))
