"""The best assignment as one minimum-cost flow of whole numbers.

Readings flow from case to judge, through one node per judge and field. What a plan costs,
most important first, each level weighed so that no sum of lower ones can outweigh it:

1. loads: the k-th case of a judge costs 2k-1, so the sum of squares is least; over the loads
   that are possible at all this also makes the largest load least and the smallest largest;
2. fields: squared distance from the judge's fair share of every field;
3. the seed: each pair costs 64 bits of SHA-256 of (seed, case, judge).

Level 3 leaves one cheapest plan: by the isolation lemma (Mulmuley, Vazirani and Vazirani
1987) two plans cost the same with a chance below pairs / 2^64. So the answer is a property of
the question, not of the solver, its version, the machine or the order of rows.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import Any

from award.assignment_model import Pair, Pairs, Task
from words import Bad

SEED_BITS = 64
END = "end"
NONE: Pairs = frozenset()


def solver() -> ModuleType:
    """NetworkX, loaded when the first plan is made. Raises E-NOSOLVER where it is missing."""
    try:
        return import_module("networkx")
    except ImportError:
        raise Bad("E-NOSOLVER") from None


def luck(seed: int, pair: Pair) -> int:
    """What the seed adds to a pair: equal on every machine, unrelated between pairs."""
    text = "\x1f".join((str(seed), *pair))
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[: SEED_BITS // 8], "big")


@dataclass(frozen=True)
class Prices:
    """Whole-number costs. `shares` are the fair loads, in units of one `parts`-th of a case."""

    task: Task
    parts: int
    shares: dict[str, int]

    @cached_property
    def field_weight(self) -> int:
        return self.task.total << SEED_BITS

    @cached_property
    def load_weight(self) -> int:
        # One field step is at most 4 * parts * total * cases; `total` steps, up or down.
        steps = 8 * self.parts * self.task.total**2 * len(self.task.need)
        return self.field_weight * (steps + 1)

    def load(self, nth: int) -> int:
        """The cost of a judge's nth case."""
        return self.load_weight * (2 * nth - 1)

    def field(self, judge: str, field: str, nth: int) -> int:
        """The cost of a judge's nth case of a field: (nth - share)^2 - (nth - 1 - share)^2."""
        share = 2 * self.shares[judge] * self.task.field_readings[field]
        return self.field_weight * (self.parts * self.task.total * (2 * nth - 1) - share)

    def pair(self, pair: Pair) -> int:
        return luck(self.task.seed, pair)


def prices(task: Task) -> Prices:
    """Costs with fair loads: all equal, save where a judge's own limits forbid it."""
    judges = task.limits
    level = next(n for n in range(len(task.need), -1, -1) if _filled(task, n) <= task.total)
    rising = [j for j in judges if task.limits[j][0] <= level < task.most(j)]
    parts, rest = max(len(rising), 1), task.total - _filled(task, level)
    shares = {j: _clamp(task, j, level) * parts + (rest if j in rising else 0) for j in judges}
    return Prices(task, parts, shares)


def _clamp(task: Task, judge: str, load: int) -> int:
    return min(max(load, task.limits[judge][0]), task.most(judge))


def _filled(task: Task, load: int) -> int:
    return sum(_clamp(task, judge, load) for judge in task.limits)


def cheapest(task: Task, required: Pairs = NONE, excluded: Pairs = NONE) -> Pairs | None:
    """The cheapest plan that has all `required` and no `excluded` pairs; None if there is none."""
    nx = solver()
    try:
        _, flow = nx.network_simplex(network(task, required, excluded))
    except nx.NetworkXUnfeasible:
        return None
    return required | _read(flow)


def network(task: Task, required: Pairs = NONE, excluded: Pairs = NONE) -> Any:
    """The flow network; a required pair is not an arc but supply that is already there."""
    graph = solver().MultiDiGraph()
    cost = prices(task)
    _add_nodes(graph, task, required)
    for pair in sorted(task.allowed - required - excluded):
        graph.add_edge(("case", pair[0]), _seat(task, pair), capacity=1, weight=cost.pair(pair))
    for judge in task.limits:
        _add_judge(graph, cost, judge)
    return graph


def _seat(task: Task, pair: Pair) -> tuple[str, str, str]:
    return ("seat", pair[1], task.field[pair[0]])


def _add_nodes(graph: Any, task: Task, required: Pairs) -> None:
    """Supply at the cases, the fewest cases as demand at the judges, the rest at the end."""
    for case, need in task.need.items():
        graph.add_node(("case", case), demand=-need)
    for judge, (low, _) in task.limits.items():
        graph.add_node(("judge", judge), demand=low)
        for field in task.field_readings:
            graph.add_node(("seat", judge, field), demand=0)
    graph.add_node(END, demand=task.total - sum(low for low, _ in task.limits.values()))
    for pair in sorted(required):
        graph.nodes["case", pair[0]]["demand"] += 1
        graph.nodes[_seat(task, pair)]["demand"] -= 1


def _add_judge(graph: Any, cost: Prices, judge: str) -> None:
    """One arc per case a judge may take, each dearer than the one before."""
    task, node = cost.task, ("judge", judge)
    for field, readings in task.field_readings.items():
        for nth in range(1, min(task.most(judge), readings) + 1):
            weight = cost.field(judge, field, nth)
            graph.add_edge(("seat", judge, field), node, capacity=1, weight=weight)
    for nth in range(task.limits[judge][0] + 1, task.most(judge) + 1):
        graph.add_edge(node, END, capacity=1, weight=cost.load(nth))


def _read(flow: Any) -> Pairs:
    """The pairs of a flow."""
    return frozenset(
        (node[1], seat[1])
        for node, arcs in flow.items()
        if node[0] == "case"
        for seat, used in arcs.items()
        if any(used.values())
    )
