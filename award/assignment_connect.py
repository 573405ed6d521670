"""Make a plan connected, or prove that it cannot be, and find the change that would do.

Judges are comparable where common cases link them, if only through others. Swaps do it
nearly always. Where they are stuck, a search goes through all plans: any connected plan has
a pair that crosses out of a part, so one such pair after the other is required, and excluded
from then on. The question is NP-hard (all loads 2 is a Hamiltonian cycle), so the search has
a limit, counted in solved flows and never in seconds, and says so when it reaches it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from award.assignment_flow import END, NONE, cheapest, luck, solver
from award.assignment_model import Change, Connection, Pair, Pairs, Part, SplitReason, Task
from award.assignment_parts import crossing, parts_of, swapped
from award.assignment_shortage import plain_shortages

SEARCH = 40  # flows solved before the search gives up
Branch = tuple[Pairs, Pairs]  # required, excluded


def connect(task: Task, pairs: Pairs) -> tuple[Pairs, Connection]:
    """A connected plan where there is one, else the plan in few parts and the reason."""
    pairs, reason = _linked(task, pairs)
    parts = parts_of(pairs)
    return pairs, Connection(parts, reason, _remedy(task, parts[0]) if reason else None)


def _linked(task: Task, pairs: Pairs) -> tuple[Pairs, SplitReason]:
    pairs = swapped(task, pairs)
    parts = parts_of(pairs)
    if len(parts) == 1:
        return pairs, ""
    reason = _proof(task, parts)
    return (pairs, reason) if reason else _search(task, pairs)


def _proof(task: Task, parts: tuple[Part, ...]) -> SplitReason:
    """Why no plan at all is connected, where one look is enough to say so."""
    if missing_readings(task) > 0:
        return "count"
    if len(parts_of(task.allowed)) > 1:
        return "pairs"
    return "" if all(_can_cross(task, part) for part in parts) else "limits"


def missing_readings(task: Task) -> int:
    """A connected graph has at least one line less than points: how many readings lack."""
    return len(task.need) + len(task.limits) - 1 - task.total


def _can_cross(task: Task, part: Part) -> bool:
    """Whether any plan ties this part to the rest: the most crossing pairs, as a flow."""
    graph, ties = solver().DiGraph(), set(crossing(part, task.allowed))
    for case, need in task.need.items():
        graph.add_node(("case", case), demand=-need)
    for judge, (low, _) in task.limits.items():
        graph.add_node(("judge", judge), demand=low)
        graph.add_edge(("judge", judge), END, capacity=task.most(judge) - low)
    graph.add_node(END, demand=task.total - sum(low for low, _ in task.limits.values()))
    for pair in sorted(task.allowed):
        weight = -1 if pair in ties else 0
        graph.add_edge(("case", pair[0]), ("judge", pair[1]), capacity=1, weight=weight)
    return bool(solver().network_simplex(graph)[0] < 0)


def _search(task: Task, pairs: Pairs) -> tuple[Pairs, SplitReason]:
    """Branch on crossing pairs, the seed's favourites first; the most even connected plan."""
    branches: list[Iterator[Branch]] = [iter([(NONE, NONE)])]
    best, ideal = None, unevenness(pairs)
    for _ in range(SEARCH):
        branch = _next(branches)
        if branch is None or (best and unevenness(best) == ideal):
            return (best, "") if best else (pairs, "limits")
        found = cheapest(task, *branch)
        if found is None or (best and unevenness(found) >= unevenness(best)):
            continue
        joined = swapped(task, found)
        if len(parts_of(joined)) == 1:
            best = joined  # nothing further down this branch is more even
        else:
            branches.append(_children(task, branch, parts_of(found)[0]))
    return (best, "") if best else (pairs, "unfound")


def unevenness(pairs: Pairs) -> int:
    """The sum of the squared loads: of plans with equally many readings the least is most even."""
    return sum(count**2 for count in Counter(judge for _, judge in pairs).values())


def _next(branches: list[Iterator[Branch]]) -> Branch | None:
    """The next branch, deepest first; None where all have been seen."""
    while branches:
        branch = next(branches[-1], None)
        if branch is not None:
            return branch
        branches.pop()
    return None


def _children(task: Task, branch: Branch, part: Part) -> Iterator[Branch]:
    """Every way out of a part: the first pair required, or excluded and the second required."""
    required, excluded = branch
    for pair in _by_luck(task, crossing(part, task.allowed - excluded)):
        yield required | {pair}, excluded
        excluded |= {pair}


def _by_luck(task: Task, pairs: list[Pair]) -> list[Pair]:
    return sorted(pairs, key=lambda pair: (luck(task.seed, pair), pair))


def _remedy(task: Task, part: Part) -> Change | None:
    """The first of the changes, smallest first, with which a connected plan was really found."""
    return next((one for one in _changes(task, part) if _helps(task, one)), None)


def _changes(task: Task, part: Part) -> Iterator[Change]:
    """What any connected plan needs (readings, pairs), then with one more of something."""
    base = _needed(task)
    if base is None:
        return
    yield from _wider(task, base)
    barred = {(c, j) for c in task.need for j in task.limits} - task.allowed
    for pair in _by_luck(task, crossing(part, barred - set(base.permit)))[:2]:
        yield replace(base, permit=(*base.permit, pair))
    more = _more_cases(task, len(base.more) + 1)
    if more is not None:
        yield from _wider(task, _with_room(task, replace(base, more=more)))


def _wider(task: Task, change: Change) -> Iterator[Change]:
    """The change itself, then with limits one wider at either end, then at both."""
    lower = change.lower + (min(low for low, _ in task.limits.values()) > 1)
    higher = change.higher + 1
    steps = (change, replace(change, higher=higher), replace(change, lower=lower))
    both = replace(change, lower=lower, higher=higher)
    yield from dict.fromkeys(one for one in (*steps, both) if one != Change())


def _needed(task: Task) -> Change | None:
    """The readings and pairs without which no plan is connected; None where there is no room."""
    more = _more_cases(task, max(missing_readings(task), 0))
    if more is None:
        return None
    return _with_room(task, Change(more=more, permit=_bridging(task)))


def _more_cases(task: Task, count: int) -> tuple[str, ...] | None:
    """Cases that could be read by one more judge, `count` in all, chosen by the seed."""
    order = sorted(task.need, key=lambda case: (luck(task.seed, (case, "")), case))
    room = {case: len(task.eligible[case]) - task.need[case] for case in order}
    slots = [(nth, place, case) for place, case in enumerate(order) for nth in range(room[case])]
    chosen = [case for _, _, case in sorted(slots)[:count]]
    return tuple(sorted(chosen)) if len(chosen) == count else None


def _bridging(task: Task) -> tuple[Pair, ...]:
    """One pair from every part of the allowed pairs into the largest of them."""
    *parts, largest = parts_of(task.allowed)
    return tuple(_by_luck(task, _between(part, largest))[0] for part in parts)


def _between(part: Part, other: Part) -> list[Pair]:
    into = [(case, judge) for case in part.cases for judge in other.judges]
    return into + [(case, judge) for case in other.cases for judge in part.judges]


def _with_room(task: Task, change: Change) -> Change:
    """The change with limits raised as far as its additional readings need it."""
    need = task.total + len(change.more)
    steps = (replace(change, higher=step) for step in range(len(task.need) + 1))
    fits = (one for one in steps if _capacity(changed(task, one)) >= need)
    return next(fits, change)


def _capacity(task: Task) -> int:
    return sum(map(task.most, task.limits))


def changed(task: Task, change: Change) -> Task:
    """The task as it would be after a change."""
    more = Counter(change.more)
    widened = {
        judge: (max(low - change.lower, 1), high + change.higher)
        for judge, (low, high) in task.limits.items()
    }
    allowed = task.allowed | set(change.permit)
    return replace(
        task,
        need={case: need + more[case] for case, need in task.need.items()},
        limits=widened,
        eligible={c: tuple(j for j in task.limits if (c, j) in allowed) for c in task.need},
    )


def _helps(task: Task, change: Change) -> bool:
    other = changed(task, change)
    pairs = None if plain_shortages(other) else cheapest(other)
    return pairs is not None and not _linked(other, pairs)[1]
