"""Why nothing can be planned: every mistake of the input, every shortage, with its place.

A shortage nobody sees in one row is found as a minimum cut (Hall's condition): the smallest
set of cases that asks more of its judges than they can give, or of judges that asks more of
its cases. Where neither cut exists, a plan does (Mendelsohn and Dulmage).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from award.assignment_flow import solver
from award.assignment_model import CaseLoad, JudgeLoad, Task, Wish
from db.order import natural
from words import Problem


def input_problems(
    cases: Sequence[CaseLoad], judges: Sequence[JudgeLoad], want: Wish
) -> tuple[Problem, ...]:
    """What is wrong with the rows themselves."""
    names = [one.case for one in cases], [one.judge for one in judges]
    twice = [Problem("E-ASSIGN-TWICE", name) for axis in names for name in _repeated(axis)]
    empty = [Problem("E-ASSIGN-EMPTY")] if not cases or not judges else []
    return (*empty, *twice, *_bad_ballots(cases, want), *_bad_limits(judges, want))


def _repeated(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)


def _bad_ballots(cases: Sequence[CaseLoad], want: Wish) -> Iterator[Problem]:
    if want.ballots < 1:
        yield Problem("E-ASSIGN-BALLOTS", "", {"count": want.ballots})
    for one in sorted(cases, key=lambda one: one.case):
        if one.ballots is not None and one.ballots < 1:
            yield Problem("E-ASSIGN-BALLOTS", one.case, {"count": one.ballots})


def _bad_limits(judges: Sequence[JudgeLoad], want: Wish) -> Iterator[Problem]:
    limits = {one.judge: limits_of(one, want) for one in judges}
    for judge, (low, high) in sorted([("", (want.low, want.high)), *limits.items()]):
        if low < 1 or (high is not None and high < low):
            yield Problem(
                "E-ASSIGN-LIMITS", judge, {"low": low, "high": "" if high is None else high}
            )


def limits_of(judge: JudgeLoad, want: Wish) -> tuple[int, int | None]:
    """A judge's own limits, the wish's where there is none."""
    low = want.low if judge.low is None else judge.low
    return low, want.high if judge.high is None else judge.high


def plain_shortages(task: Task) -> tuple[Problem, ...]:
    """What one row or the totals show: no plan is possible where this is not empty."""
    few = (*_few_judges(task), *_few_cases(task))
    return (*few, *_large(task), *_small(task, certain=not few))


def tight_shortages(task: Task) -> tuple[Problem, ...]:
    """Why a task without a plain shortage has no plan; empty exactly where it has one."""
    return (*_tight_cases(task), *_tight_judges(task))


def _few_judges(task: Task) -> Iterator[Problem]:
    for case, need in sorted(task.need.items(), key=lambda one: natural(one[0])):
        have = len(task.eligible[case])
        if have < need:
            numbers = {"have": have, "need": need, "short": need - have}
            yield Problem("E-ASSIGN-FEWJUDGES", case, numbers)


def _few_cases(task: Task) -> Iterator[Problem]:
    for judge, (low, _) in task.limits.items():
        have = task.readable[judge]
        if have < low:
            yield Problem(
                "E-ASSIGN-FEWCASES", judge, {"have": have, "need": low, "short": low - have}
            )


def _small(task: Task, *, certain: bool) -> Iterator[Problem]:
    """Limits too low in all; next to other shortages only where recusals are not to blame."""
    most = task.most if certain else lambda judge: task.limits[judge][1]
    have, need = sum(map(most, task.limits)), task.total
    if have < need:
        yield Problem("E-ASSIGN-SMALL", "", {"have": have, "need": need, "short": need - have})


def _large(task: Task) -> Iterator[Problem]:
    least, need = sum(low for low, _ in task.limits.values()), task.total
    if least > need:
        yield Problem("E-ASSIGN-LARGE", "", {"least": least, "need": need, "over": least - need})


def _tight_cases(task: Task) -> Iterator[Problem]:
    """Cases that ask more of the judges who may read them than these can take together."""
    most = {judge: task.most(judge) for judge in task.limits}
    asking, full = _cut(task.need, sorted(task.allowed), most)
    if not asking:
        return
    others = sum(c in asking and j not in full for c, j in task.allowed)
    need, have = sum(task.need[c] for c in asking), sum(most[j] for j in full) + others
    yield Problem("E-ASSIGN-TIGHTCASES", "", _tight(asking, full, need, have))


def _tight_judges(task: Task) -> Iterator[Problem]:
    """Judges whose smallest loads together ask for more readings than their cases hold."""
    low = {judge: limit[0] for judge, limit in task.limits.items()}
    asking, full = _cut(low, [(j, c) for c, j in sorted(task.allowed)], task.need)
    if not asking:
        return
    others = sum(j in asking and c not in full for c, j in task.allowed)
    need, have = sum(low[j] for j in asking), sum(task.need[c] for c in full) + others
    yield Problem("E-ASSIGN-TIGHTJUDGES", "", _tight(full, asking, need, have))


def _tight(cases: list[str], judges: list[str], need: int, have: int) -> dict[str, object]:
    names = {"cases": ", ".join(cases), "judges": ", ".join(judges)}
    return {**names, "need": need, "have": have, "short": need - have}


def _cut(
    ask: Mapping[str, int], arcs: Iterable[tuple[str, str]], give: Mapping[str, int]
) -> tuple[list[str], list[str]]:
    """The smallest set that asks too much and those of the other side who are full; or nothing.

    The network is built backwards, because NetworkX's cut is then the one nearest to those
    who ask: it is the same whichever maximum flow was found.
    """
    graph = solver().DiGraph()
    for name, count in ask.items():
        graph.add_edge(("ask", name), "in", capacity=count)
    for name, count in give.items():
        graph.add_edge("out", ("give", name), capacity=count)
    for asker, giver in arcs:
        graph.add_edge(("give", giver), ("ask", asker), capacity=1)
    _, (_, near) = solver().minimum_cut(graph, "out", "in")
    return _named(near, "ask", ask), _named(near, "give", give)


def _named(nodes: Any, kind: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if (kind, name) in nodes]
