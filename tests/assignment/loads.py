"""Small assignments to try, and a plain, slow way to know all their plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from hypothesis import strategies as st

from award.assignment import CaseLoad, JudgeLoad, Plan, Wish, plan
from award.assignment_model import Change

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """The rows of one assignment."""

    cases: tuple[CaseLoad, ...]
    judges: tuple[JudgeLoad, ...]
    want: Wish

    def plan(self, seed: int = 1) -> Plan:
        return plan(self.cases, self.judges, self.want, seed)


def asked(
    cases: int,
    judges: int,
    ballots: int,
    low: int = 1,
    high: int | None = None,
    fields: Iterable[str] = ("a",),
    apart: Iterable[tuple[int, int]] = (),
) -> Asked:
    """`apart` pairs are (case, judge), counted from 0; fields go round."""
    ring, forbidden = list(fields), list(apart)
    return Asked(
        tuple(CaseLoad(f"c{n:03}", ring[n % len(ring)]) for n in range(cases)),
        tuple(
            JudgeLoad(f"J{n:02}", frozenset(f"c{c:03}" for c, j in forbidden if j == n))
            for n in range(judges)
        ),
        Wish(ballots, low, high),
    )


@st.composite
def any_asked(draw: st.DrawFn, most: int = 5) -> Asked:
    """Small awards, many of them impossible or only just possible."""
    cases, judges = draw(st.integers(1, most)), draw(st.integers(1, most))
    low = draw(st.integers(1, 3))
    high = draw(st.none() | st.integers(low, low + 3))
    pairs = st.tuples(st.integers(0, cases - 1), st.integers(0, judges - 1))
    apart = draw(st.lists(pairs, max_size=cases * judges))
    return asked(cases, judges, draw(st.integers(1, 3)), low, high, "ab", apart)


def may_read(judge: JudgeLoad, case: CaseLoad) -> bool:
    return case.case not in judge.apart and not (case.unit and case.unit in judge.apart_units)


def all_plans(asked: Asked) -> Iterator[Pairs]:
    """Every plan there is, by trying everything."""
    choices = []
    for case in asked.cases:
        who = [judge.judge for judge in asked.judges if may_read(judge, case)]
        choices.append(list(combinations(who, case.ballots or asked.want.ballots)))
    for chosen in product(*choices):
        pairs = frozenset(
            (case.case, judge)
            for case, who in zip(asked.cases, chosen, strict=True)
            for judge in who
        )
        if within_limits(asked, pairs):
            yield pairs


def within_limits(asked: Asked, pairs: Pairs) -> bool:
    loads = Counter(judge for _, judge in pairs)
    return all(_fits(loads[one.judge], one, asked.want) for one in asked.judges)


def _fits(load: int, judge: JudgeLoad, want: Wish) -> bool:
    low = want.low if judge.low is None else judge.low
    high = want.high if judge.high is None else judge.high
    return low <= load and (high is None or load <= high)


def squares(pairs: Iterable[tuple[str, str]]) -> int:
    """How uneven the loads are: the sum of their squares."""
    return sum(count**2 for count in Counter(judge for _, judge in pairs).values())


def one_part(asked: Asked, pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether every judge and case is reached from the first case, by walking."""
    links: dict[str, set[str]] = {}
    for case, judge in pairs:
        links.setdefault("c " + case, set()).add("j " + judge)
        links.setdefault("j " + judge, set()).add("c " + case)
    seen: set[str] = set()
    todo = ["c " + asked.cases[0].case]
    while todo:
        here = todo.pop()
        if here not in seen:
            seen.add(here)
            todo.extend(links.get(here, ()))
    return len(seen) == len(asked.cases) + len(asked.judges)


def after(asked: Asked, change: Change) -> Asked:
    """The rows as a secretary would write them after following the advice."""
    more = Counter(change.more)
    return Asked(
        tuple(
            replace(one, ballots=(one.ballots or asked.want.ballots) + more[one.case])
            for one in asked.cases
        ),
        tuple(
            replace(one, apart=one.apart - {c for c, j in change.permit if j == one.judge})
            for one in asked.judges
        ),
        Wish(
            asked.want.ballots,
            max(asked.want.low - change.lower, 1),
            None if asked.want.high is None else asked.want.high + change.higher,
        ),
    )
