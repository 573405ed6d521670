"""Small random awards, compared with every plan there is."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from award.assignment import Plan
from tests.assignment.loads import (
    Asked,
    after,
    all_plans,
    any_asked,
    asked,
    one_part,
    squares,
    within_limits,
)
from tests.drawn import many

SEEDS = st.integers(0, 9)


@st.composite
def tight(draw: st.DrawFn) -> Asked:
    """Every judge has about the same load and every case few to choose from: hard to connect."""
    cases, judges = draw(st.sampled_from([(4, 4), (5, 5), (5, 4), (6, 4), (4, 5), (5, 3)]))
    free = [draw(st.permutations(range(judges))) for _ in range(cases)]
    kept = [draw(st.sampled_from([2, 2, 3, 3])) for _ in range(cases)]
    apart = [(case, judge) for case in range(cases) for judge in free[case][kept[case] :]]
    low = max(2 * cases // judges - draw(st.integers(0, 1)), 1)
    high = -(-2 * cases // judges) + draw(st.integers(0, 1))
    return asked(cases, judges, 2, low, high, "ab", apart)


@settings(max_examples=many(150), deadline=None)
@given(any_asked(), SEEDS)
def test_there_is_a_plan_or_a_named_problem(rows: Asked, seed: int) -> None:
    made = rows.plan(seed)
    assert made.possible == any(True for _ in all_plans(rows))
    if made.possible:
        check_promises(rows, made)


@settings(max_examples=many(150), deadline=None)
@given(tight(), SEEDS)
def test_a_plan_is_connected_wherever_any_plan_is(rows: Asked, seed: int) -> None:
    made, known = rows.plan(seed), list(all_plans(rows))
    connected = [pairs for pairs in known if one_part(rows, pairs)]
    assert made.connection.connected == bool(connected)
    if known:
        check_promises(rows, made)
        best = min(squares(pairs) for pairs in connected or known)
        assert squares(made.pairs) == best


@settings(max_examples=many(300), deadline=None)
@given(st.one_of(tight(), any_asked()), SEEDS)
def test_the_change_proposed_makes_a_connected_plan(rows: Asked, seed: int) -> None:
    change = rows.plan(1).connection.change
    if change is not None:
        assert after(rows, change).plan(seed).connection.connected


@settings(max_examples=many(60), deadline=None)
@given(st.integers(2, 30), st.integers(2, 8), st.integers(1, 4), SEEDS)
def test_without_recusals_loads_and_fields_differ_by_at_most_one(
    cases: int, judges: int, ballots: int, seed: int
) -> None:
    made = asked(cases, judges, min(ballots, judges), fields="ab").plan(seed)
    sizes = [len(load.cases) for load in made.loads]
    assert not sizes or max(sizes) - min(sizes) <= 1
    assert all(share.most - share.least <= 1 for share in made.fields)


def check_promises(rows: Asked, made: Plan) -> None:
    """Numbers of judges, limits, recusals, and an honest word on connectedness."""
    counts = Counter(case for case, _ in made.pairs)
    assert counts == {case.case: rows.want.ballots for case in rows.cases}
    assert within_limits(rows, frozenset(made.pairs))
    apart = {(case, judge.judge) for judge in rows.judges for case in judge.apart}
    assert not apart.intersection(made.pairs)
    assert made.connection.connected == one_part(rows, made.pairs)
    assert made.connection.connected == (made.connection.reason == "")
