"""How far every judge is, from the counts kept as they work."""

from __future__ import annotations

from collections import defaultdict

from db import assignments, ballots, judges, nominations, recusals, tally
from db.clock import local_time
from db.connection import AwardDatabase
from db.records import Assignment, Judge, Progress, Recusal
from db.workbook import Workbook
from scoring.rules import Rules

_LAST = """SELECT b.judge, b.revision, b.receipt, b.at, r.judge IS NOT NULL
    FROM ballot b LEFT JOIN reopening r ON r.judge = b.judge AND r.revision = b.revision
    ORDER BY b.judge, b.revision"""
Last = tuple[str, int, str, str, int]


def read_all(db: AwardDatabase, rules: Rules) -> tuple[Progress, ...]:
    """One line per judge. The counts are those the desk noted when it was last open, unless a
    recusal was recorded since: what is recused now may have been counted as done then."""
    every = frozenset(nominations.digests(db))
    assigned = assignments.in_force(db)
    recused: dict[str, list[Recusal]] = defaultdict(list)
    held = recusals.in_force(db)
    for (judge, _), row in held.items():
        recused[judge].append(row)
    away: dict[str, set[str]] = defaultdict(set)
    for judge, case in held.keys() | ballots.recused(db):
        away[judge].add(case)
    last: dict[str, Last] = {row[0]: row for row in db.execute(_LAST)}
    # Of a secret vote nothing is known but who has voted.
    for judge, at in db.execute("SELECT subject, at FROM document WHERE kind = 'voted'"):
        last.setdefault(judge, (judge, 1, "", at, 0))
    return tuple(
        _line(
            one,
            _counts(db, rules, one.id, recused[one.id]),
            len(share & away[one.id]),
            len(share),
            last.get(one.id),
            ticked=bool(rules.approval),
        )
        for one, share in ((one, _share(assigned, one.id, every)) for one in judges.read_all(db))
    )


def _share(assigned: Assignment | None, judge: str, every: frozenset[str]) -> frozenset[str]:
    """The cases a judge reads."""
    return every if assigned is None else assigned.shares.get(judge, frozenset())


def _counts(
    db: AwardDatabase, rules: Rules, judge: str, recused: list[Recusal]
) -> tuple[int, int, str]:
    """Done, started, last active."""
    done, started, active, _ = tally.read(db, judge)
    if not any(row.at >= active for row in recused):
        return done, started, active
    fresh = Workbook(db, judge, rules.stage, local_time).tally
    return fresh.done, fresh.started, active


def _line(
    judge: Judge,
    counts: tuple[int, int, str],
    recused: int,
    total: int,
    last: Last | None,
    *,
    ticked: bool,
) -> Progress:
    done, started, active = counts
    _, revision, receipt, at, reopened = last or (judge.id, 0, "", "", 0)
    submitted = bool(last) and not reopened
    if submitted and ticked:  # a case that is not ticked is an answer
        done, started = total - recused, 0
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
