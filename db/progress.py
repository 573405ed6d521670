"""How far every judge is, from the counts kept as they work."""

from __future__ import annotations

from collections import Counter

from db import judges, nominations, recusals, tally
from db.connection import AwardDatabase
from db.records import Judge, Progress
from scoring.rules import Rules

_LAST = """SELECT b.judge, b.revision, b.receipt, b.at, r.judge IS NOT NULL
    FROM ballot b LEFT JOIN reopening r ON r.judge = b.judge AND r.revision = b.revision
    ORDER BY b.judge, b.revision"""
Last = tuple[str, int, str, str, int]


def read_all(db: AwardDatabase, _rules: Rules) -> tuple[Progress, ...]:
    """One line per judge. The counts are those of the rules the desk was last open with."""
    total = len(nominations.digests(db))
    recused = Counter(judge for judge, _ in recusals.in_force(db))
    last: dict[str, Last] = {row[0]: row for row in db.execute(_LAST)}
    everyone = judges.read_all(db)
    return tuple(_line(db, one, recused[one.id], total, last.get(one.id)) for one in everyone)


def _line(db: AwardDatabase, judge: Judge, recused: int, total: int, last: Last | None) -> Progress:
    done, started, active, _ = tally.read(db, judge.id)
    _, revision, receipt, at, reopened = last or (judge.id, 0, "", "", 0)
    submitted = bool(last) and not reopened
    return Progress(
        judge=judge,
        done=done,
        started=started,
        recused=recused,
        total=total,
        submitted=submitted,
        revision=revision + (0 if submitted else 1),
        receipt=receipt if submitted else "",
        last_active=max(active, at),
    )
