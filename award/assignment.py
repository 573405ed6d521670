"""Share the cases out where judges cannot read everything.

`plan` is the one call: data in, data out, nothing written. What it promises is in
docs/assignment.md; the cost that is minimised is in `assignment_flow`, connectedness in
`assignment_connect`, what stands in the way in `assignment_shortage`.

The solver is NetworkX (extra `assign`), its network simplex. Measured for 200 cases, 50 judges,
5 ballots, 5 fields (19,000 arcs), Python 3.11, two cores; size is installed, with what it needs:

    solver          size   import  solve   whole-number costs
    NetworkX 3.6   19 MB   0.11 s  0.5 s   of any size; pure Python, one wheel for every machine
    OR-Tools 9.15 246 MB   0.09 s  0.02 s  64 bits: three levels and the seed do not fit
    SciPy 1.17    215 MB   0.44 s  0.9 s   floating point: the seed's level is below its tolerance
    HiGHS 1.16     81 MB   0.12 s          the same engine as SciPy's
    Python-MIP 2  601 MB   0.04 s          floating point

All have wheels for Windows, macOS and Linux. The faster ones can only promise that some best
plan comes out, which may change with their version; here the best plan is unique, because
costs are exact integers of about 130 bits, and this is what makes a plan repeatable.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from award.assignment_connect import connect
from award.assignment_flow import cheapest
from award.assignment_model import (
    CaseLoad,
    FieldShare,
    JudgeLoad,
    Load,
    Pairs,
    Plan,
    Task,
    Wish,
)
from award.assignment_shortage import input_problems, limits_of, plain_shortages, tight_shortages

__all__ = ["CaseLoad", "JudgeLoad", "Plan", "Wish", "plan"]


def plan(cases: Sequence[CaseLoad], judges: Sequence[JudgeLoad], want: Wish, seed: int) -> Plan:
    """Who reads what; equal for equal rows, wish and seed, in whatever order the rows come.

    Where nothing can be planned the plan says why in `problems`. Raises E-NOSOLVER where the
    solver is not installed.
    """
    problems = input_problems(cases, judges, want)
    if problems:
        return Plan(want, seed, problems=problems)
    task = task_of(cases, judges, want, seed)
    problems = plain_shortages(task)
    pairs = None if problems else cheapest(task)
    if pairs is None:
        return Plan(want, seed, problems=problems or tight_shortages(task))
    return _connected(task, want, pairs)


def task_of(cases: Sequence[CaseLoad], judges: Sequence[JudgeLoad], want: Wish, seed: int) -> Task:
    """The question sorted, with every limit filled in and every forbidden pair left out."""
    cases = sorted(cases, key=lambda one: one.case)
    judges = sorted(judges, key=lambda one: one.judge)
    return Task(
        need={c.case: want.ballots if c.ballots is None else c.ballots for c in cases},
        field={c.case: c.field for c in cases},
        limits={j.judge: _limits(j, want, len(cases)) for j in judges},
        eligible={c.case: tuple(j.judge for j in judges if _may(j, c)) for c in cases},
        seed=seed,
    )


def _limits(judge: JudgeLoad, want: Wish, cases: int) -> tuple[int, int]:
    low, high = limits_of(judge, want)
    return low, cases if high is None else high


def _may(judge: JudgeLoad, case: CaseLoad) -> bool:
    """No recusal; a case without a unit is kept apart from nobody on account of its unit."""
    same_unit = bool(case.unit) and case.unit in judge.apart_units
    return case.case not in judge.apart and not same_unit


def _connected(task: Task, want: Wish, pairs: Pairs) -> Plan:
    pairs, connection = connect(task, pairs)
    loads = _loads(task, pairs)
    return Plan(want, task.seed, tuple(sorted(pairs)), loads, _fields(task, loads), connection)


def _loads(task: Task, pairs: Pairs) -> tuple[Load, ...]:
    cases: dict[str, list[str]] = {judge: [] for judge in task.limits}
    for case, judge in sorted(pairs):
        cases[judge].append(case)
    return tuple(_load(task, judge, tuple(own)) for judge, own in cases.items())


def _load(task: Task, judge: str, cases: tuple[str, ...]) -> Load:
    counts = Counter(task.field[case] for case in cases)
    return Load(judge, cases, tuple(counts[field] for field in task.field_readings))


def _fields(task: Task, loads: tuple[Load, ...]) -> tuple[FieldShare, ...]:
    sizes = Counter(task.field.values())
    spread = [[load.fields[place] for load in loads] for place in range(len(task.field_readings))]
    return tuple(
        FieldShare(field, sizes[field], readings, min(counts), max(counts))
        for (field, readings), counts in zip(task.field_readings.items(), spread, strict=True)
    )
