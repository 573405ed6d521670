"""Sharing cases out: five fields of unequal size, three recusals and one unit for each judge.

`two panels` is an award whose judges cannot be linked: the time includes finding the change
that would link them. Without the solver (extra `assign`) nothing is measured.
"""

from __future__ import annotations

from importlib.util import find_spec

from award.assignment import CaseLoad, JudgeLoad, Wish, plan
from award.assignment_model import Plan
from bench._rows import Row, median

FIELDS = ("a", "b", "b", "c", "c", "c", "d", "d", "d", "d", "e", "e", "e", "e", "e")
SIZES = ((20, 7, 3), (60, 15, 4), (200, 50, 5), (200, 200, 2))


def run() -> list[Row]:
    if find_spec("networkx") is None:
        return [Row("not measured", note="networkx is not installed (extra assign)")]
    return [*(_row(*size) for size in SIZES), _panels()]


def _row(cases: int, judges: int, ballots: int) -> Row:
    rows = _cases(cases), [_judge(nth, cases) for nth in range(judges)], Wish(ballots)
    seconds = median(lambda: plan(*rows, seed=1), 3)
    return Row(
        f"{cases} cases, {judges} judges, {ballots} each", seconds, note=_figures(plan(*rows, 1))
    )


def _panels() -> Row:
    cases = _cases(200)
    halves = [frozenset(one.case for one in half) for half in (cases[:100], cases[100:])]
    rows = cases, [JudgeLoad(f"J{n:03}", halves[n % 2]) for n in range(50)], Wish(5)
    seconds = median(lambda: plan(*rows, seed=1), 1)
    return Row("the same in two panels", seconds, note=_figures(plan(*rows, 1)))


def _cases(count: int) -> list[CaseLoad]:
    return [CaseLoad(f"{n:04}", FIELDS[n % len(FIELDS)], f"u{n % 40}") for n in range(count)]


def _judge(nth: int, cases: int) -> JudgeLoad:
    apart = frozenset(f"{(nth * 7 + step * 11) % cases:04}" for step in range(3))
    return JudgeLoad(f"J{nth:03}", apart, frozenset({f"u{nth % 40}"}))


def _figures(made: Plan) -> str:
    loads = [len(load.cases) for load in made.loads]
    spread = max(share.most - share.least for share in made.fields)
    link = made.connection.reason or "connected"
    return f"loads {min(loads)}-{max(loads)}, fields within {spread}, {link}"
