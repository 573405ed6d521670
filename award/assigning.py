"""Share the cases out among the judges: planned and shown first, then written down.

`award.assignment` makes the plan; here it gets the award's cases, judges and recusals, and what
it says becomes what every desk, packet and matrix goes by.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from award.assignment import CaseLoad, JudgeLoad, Plan, Wish, plan
from award.assignment_words import plan_lines
from award.folder import Award
from db import assignments
from db.records import Assignment
from words import Bad


def planned(award: Award, ballots: int, seed: int) -> Plan:
    """The plan for the award as it stands; nothing is written.

    A judge is kept apart from the cases of the own unit and from those the recusals name.
    Raises E-NOTHING-... without nominations or judges, E-NOSOLVER.
    """
    cases, judges = award.store.headings(), award.store.judges()
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
    one = Assignment(found.want.ballots, found.seed, shares)
    if award.store.assignment() == one:
        return one
    _keep(award, one, by)
    return one


def unassign(award: Award, by: str) -> bool:
    """Everybody reads everything again; False where it was so. Raises E-ASSIGN-LATE."""
    if award.store.assignment() is None:
        return False
    _keep(award, Assignment(0, 0, {}), by)
    return True


def _keep(award: Award, one: Assignment, by: str) -> None:
    if ballots := award.store.ballots():
        raise Bad("E-ASSIGN-LATE", judges=", ".join(ballot.judge for ballot in ballots))
    readings = sum(map(len, one.shares.values()))
    detail = {"ballots": one.ballots, "cases": readings, "seed": one.seed}
    award.store.add_document(assignments.KIND, "", assignments.pack(one), detail=detail, actor=by)


def lines(found: Plan) -> list[str]:
    """The plan in words, for the screen and the terminal."""
    return plan_lines(found)
