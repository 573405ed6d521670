"""The parts a plan falls into, and swaps that join them without changing any load.

A swap takes (c1, j1) and (c2, j2) from two parts and makes (c1, j2) and (c2, j1) of them.
It joins the parts where at least one of the two old pairs lies on a cycle.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from award.assignment_flow import Prices, prices, solver
from award.assignment_model import Pair, Pairs, Part, Task


def graph_of(pairs: Pairs) -> Any:
    """The judge-case graph of some pairs."""
    return solver().Graph((("case", case), ("judge", judge)) for case, judge in sorted(pairs))


def parts_of(pairs: Pairs) -> tuple[Part, ...]:
    """The connected parts, those with fewest judges first."""
    parts = map(_part, solver().connected_components(graph_of(pairs)))
    return tuple(sorted(parts, key=lambda part: (len(part.judges), part.judges, part.cases)))


def _part(nodes: Iterable[tuple[str, str]]) -> Part:
    ordered = sorted(nodes)
    names = {kind: tuple(n for k, n in ordered if k == kind) for kind in ("judge", "case")}
    return Part(names["judge"], names["case"])


def crossing(part: Part, pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that would tie a part to the rest, sorted."""
    judges, cases = set(part.judges), set(part.cases)
    return sorted(pair for pair in pairs if (pair[0] in cases) != (pair[1] in judges))


def swapped(task: Task, pairs: Pairs) -> Pairs:
    """The plan with as many parts joined as swaps can join, cheapest swap first."""
    cost = prices(task)
    while (better := _one_swap(cost, pairs)) is not None:
        pairs = better
    return pairs


def _one_swap(cost: Prices, pairs: Pairs) -> Pairs | None:
    parts = parts_of(pairs)
    cuttable = _on_cycles(pairs)
    counts = Counter((judge, cost.task.field[case]) for case, judge in pairs)
    for part in parts if len(parts) > 1 else ():
        swaps = _swaps(cost.task, part, pairs, cuttable)
        best = min(((_price(cost, counts, *two), *two) for two in swaps), default=None)
        if best is not None:
            return (pairs - {best[1], best[2]}) | set(_exchanged(best[1], best[2]))
    return None


def _on_cycles(pairs: Pairs) -> Pairs:
    """The pairs that can be taken away without cutting their part in two."""
    bridges = {frozenset(edge) for edge in solver().bridges(graph_of(pairs))}
    return frozenset(
        (case, judge) for case, judge in pairs if {("case", case), ("judge", judge)} not in bridges
    )


def _exchanged(one: Pair, two: Pair) -> tuple[Pair, Pair]:
    return (one[0], two[1]), (two[0], one[1])


def _swaps(task: Task, part: Part, pairs: Pairs, cuttable: Pairs) -> Iterator[tuple[Pair, Pair]]:
    """Every allowed swap of a pair of the part with one outside that joins two parts."""
    inside = {pair for pair in pairs if pair[1] in part.judges}
    for one in inside:
        for two in pairs - inside if one in cuttable else cuttable - inside:
            if task.allowed.issuperset(_exchanged(one, two)):
                yield one, two


def _price(cost: Prices, counts: Counter[tuple[str, str]], one: Pair, two: Pair) -> int:
    """What a swap adds to the cost of the plan."""
    gained, lost = sum(map(cost.pair, _exchanged(one, two))), cost.pair(one) + cost.pair(two)
    fields = cost.task.field[one[0]], cost.task.field[two[0]]
    if fields[0] == fields[1]:
        return gained - lost
    moves = _move(cost, counts, one[1], *fields) + _move(cost, counts, two[1], *fields[::-1])
    return moves + gained - lost


def _move(cost: Prices, counts: Counter[tuple[str, str]], judge: str, old: str, new: str) -> int:
    """One case of a judge leaves the old field, one of the new field comes."""
    comes = cost.field(judge, new, counts[judge, new] + 1)
    return comes - cost.field(judge, old, counts[judge, old])
