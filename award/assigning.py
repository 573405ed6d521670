"""Share the cases out among the judges: planned and shown first, then written down.

`award.assignment` makes the plan; here it gets the award's cases, judges and recusals, and what
it says becomes what every desk, packet and matrix goes by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from award.assignment import CaseLoad, JudgeLoad, Plan, Wish, plan
from award.assignment_words import plan_lines
from award.closed import close_record
from award.entering import cases_seen
from award.folder import Award
from award.rounds import earlier, following, judges_of, round_of, round_on
from db import assignments
from db.records import Assignment
from words import Bad


def planned(award: Award, ballots: int, seed: int) -> Plan:
    """The plan for the award as it stands; nothing is written.

    A judge is kept apart from the cases of the own unit and from those the recusals name. In a
    chain it is about the round that is on, or the next one where that was closed.
    Raises E-NOTHING-... without nominations or judges, E-NOSOLVER.
    """
    stage = _round(award)
    seen, judges = frozenset(cases_seen(award, stage)), judges_of(award, stage)
    cases = [one for one in award.store.headings() if one.number in seen]
    for kind, rows in (("NOMINATIONS", cases), ("JUDGES", judges)):
        if not rows:
            raise Bad(f"E-NOTHING-{kind}")
    apart = _apart(award)
    loads = [CaseLoad(one.number, one.field, one.unit) for one in cases]
    readers = [
        JudgeLoad(one.id, apart.get(one.id, frozenset()), frozenset({one.unit} - {""}))
        for one in judges
        if one.id not in award.store.withdrawals()
    ]
    return plan(loads, readers, Wish(ballots), seed)


def _apart(award: Award) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in award.store.recusals():
        found[row.judge].add(row.case)
    return {judge: frozenset(cases) for judge, cases in found.items()}


def assign(award: Award, found: Plan, by: str) -> Assignment:
    """Write a plan down; the same one again adds nothing.

    Raises the plan's own problems, E-ASSIGN-LATE where a ballot has come in already.
    """
    if found.problems:
        raise Bad.of(found.problems)
    shares = {load.judge: frozenset(load.cases) for load in found.loads}
    one = Assignment(found.want.ballots, found.seed, {**of_others(award), **shares})
    if award.store.assignment() == one:
        return one
    keep(award, one, by)
    return one


def unassign(award: Award, by: str) -> bool:
    """Everybody reads everything again; False where it was so. Raises E-ASSIGN-LATE.

    In a chain that is said of the round that is on; what was shared out before it stays.
    """
    before = award.store.assignment()
    if before is None:
        return False
    passed = earlier(award.rules, _round(award)) if award.rules.chain else ()
    everything = frozenset(one.number for one in award.store.headings())
    own = {one.id: everything for one in judges_of(award, _round(award))}
    one = Assignment(before.ballots, before.seed, {**of_others(award), **own})
    keep(award, one if passed else Assignment(0, 0, {}), by)
    return True


def _round(award: Award) -> str:
    """The round that can still be shared out."""
    on = round_on(award)
    closed = award.rules.chain and close_record(award, on) is not None
    return (following(award.rules, on) if closed else "") or on


def of_others(award: Award) -> dict[str, frozenset[str]]:
    """In a chain what the judges of other rounds read: as it was, or everything."""
    if not award.rules.chain:
        return {}
    before, stage = award.store.assignment(), _round(award)
    everything = frozenset(one.number for one in award.store.headings())
    shares = before.shares if before else {}
    return {one.id: shares.get(one.id, everything) for one in award.store.judges()
            if round_of(award, one.id) != stage}  # fmt: skip


def hand_on(award: Award, judge: str, new: str, by: str) -> None:
    """Who comes for a judge reads what that one read."""
    if (before := award.store.assignment()) is None:
        return
    shares = {**before.shares, new: before.shares.get(judge, frozenset())}
    _write(award, replace(before, shares=shares), by)


def keep(award: Award, one: Assignment, by: str) -> None:
    """Write an assignment down, before the first ballot of the round. Raises E-ASSIGN-LATE."""
    stage = _round(award)
    if judges := [one for one in award.store.handed_in() if round_of(award, one) == stage]:
        raise Bad("E-ASSIGN-LATE", judges=", ".join(judges))
    _write(award, one, by)


def _write(award: Award, one: Assignment, by: str) -> None:
    readings = sum(map(len, one.shares.values()))
    detail = {"ballots": one.ballots, "cases": readings, "seed": one.seed}
    award.store.add_document(assignments.KIND, "", assignments.pack(one), detail=detail, actor=by)


def lines(award: Award, found: Plan) -> list[str]:
    """The plan in words, for the screen and the terminal."""
    return plan_lines(found, people={one.id: one.name for one in award.store.judges()})
