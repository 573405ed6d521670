"""What must stay the same when the same award is written down in another way."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.cells import Matrix, State
from scoring.compute import compute
from scoring.result import Outcome
from scoring.robustness import firmness
from scoring.rules import Rules
from tests.drawn import many
from tests.scoring.random_awards import RandomAward, random_award
from tests.scoring.samples import criterion, rules, stage

AWARDS = st.integers(0, 2**32).map(random_award)
MANY = settings(max_examples=many(300), deadline=None)


def reordered(matrix: Matrix, cases: list[str], judges: list[str], criteria: list[str]) -> Matrix:
    cells = {
        (case, judge, key): matrix.cell(a, b, c)
        for a, case in enumerate(matrix.cases)
        for b, judge in enumerate(matrix.judges)
        for c, key in enumerate(matrix.criteria)
    }
    return Matrix.build(cases, judges, criteria, cells)


def essence(outcome: Outcome) -> dict[str, object]:
    """Everything but the order of lists and who is shown as dropped among equals."""
    return {
        one.case: (
            one.rank,
            one.score.value,
            one.score.published,
            one.score.unranked,
            sorted(
                (d.criterion, d.which, d.value) for d in one.score.dropped if d.which != "judge"
            ),
            one.tier,
            frozenset(one.tied_with),
            [(use.step, frozenset(use.cases), dict(use.values), use.split) for use in one.ties],
        )
        for one in outcome.standings
    } | {
        "cuts": [(cut.tier, cut.places, frozenset(cut.cases)) for cut in outcome.open_cuts],
        "gaps": frozenset((g.judge, g.case, frozenset(g.criteria)) for g in outcome.gaps),
        "open judges": frozenset(outcome.open_judges),
    }


@MANY
@given(AWARDS, st.randoms(use_true_random=False))
def test_the_order_of_judges_cases_and_criteria_decides_nothing(
    award: RandomAward, pick: Random
) -> None:
    matrix, the_stage = award.matrix, award.rules.stage
    axes = [list(axis) for axis in (matrix.cases, matrix.judges, matrix.criteria)]
    criteria = list(the_stage.criteria)
    for some in (*axes, criteria):
        pick.shuffle(some)
    other = replace(award.rules, stages=(replace(the_stage, criteria=tuple(criteria)),))
    assert essence(compute(award.rules, matrix)) == essence(
        compute(other, reordered(matrix, *axes))
    )


@MANY
@given(AWARDS, st.integers(2, 9))
def test_multiplying_all_weights_changes_nothing(award: RandomAward, factor: int) -> None:
    the_stage = award.rules.stage
    heavier = tuple(replace(c, weight=c.weight * factor) for c in the_stage.criteria)
    other = replace(award.rules, stages=(replace(the_stage, criteria=heavier),))
    assert compute(other, award.matrix) == compute(award.rules, award.matrix)


@MANY
@given(AWARDS, st.integers(-50, 50))
def test_adding_the_same_points_everywhere_adds_them_to_every_mean(
    award: RandomAward, points: int
) -> None:
    made = _plainly_weighted(award.rules)
    more = reordered(award.matrix, *(list(axis) for axis in _axes(award.matrix)))
    for at in range(len(more.points)):
        more.points[at] += points
    before = {s.case: s.score.value for s in compute(made, award.matrix).standings}
    after = {s.case: s.score.value for s in compute(made, more).standings}
    shift = Fraction(points, 10**made.stage.decimals)
    assert after == {c: None if v is None else v + shift for c, v in before.items()}


def _axes(matrix: Matrix) -> tuple[tuple[str, ...], ...]:
    return matrix.cases, matrix.judges, matrix.criteria


def _plainly_weighted(made: Rules) -> Rules:
    """The same award with a weighted mean, zero only where given, rounded at the end."""
    the_stage = made.stage
    method = "mean" if the_stage.aggregation.method == "sum" else the_stage.aggregation.method
    missing = replace(the_stage.missing, policy="exclude")
    changed = replace(
        the_stage,
        summing=False,
        missing=missing,
        aggregation=replace(the_stage.aggregation, method=method),
    )
    return replace(made, stages=(changed,), rounding=replace(made.rounding, when="final"))


@MANY
@given(AWARDS)
def test_every_number_lies_between_the_lowest_and_the_highest_ballot(award: RandomAward) -> None:
    made = replace(_plainly_weighted(award.rules), tiers=())
    points = [
        Fraction(p, 10**made.stage.decimals)
        for p, state in zip(award.matrix.points, award.matrix.states, strict=True)
        if state == State.SCORED
    ]
    for one in compute(made, award.matrix).standings:
        if one.score.value is not None:
            assert min(points) <= one.score.value <= max(points)


@MANY
@given(AWARDS)
def test_ranks_start_at_one_and_equal_ranks_are_exactly_the_ties(award: RandomAward) -> None:
    outcome = compute(award.rules, award.matrix)
    by_rank: dict[int, list[str]] = {}
    for one in outcome.standings:
        if one.rank is not None:
            by_rank.setdefault(one.rank, []).append(one.case)
    assert min(by_rank, default=1) == 1
    for one in outcome.standings:
        if one.rank is not None:
            assert {one.case, *one.tied_with} == set(by_rank[one.rank])


@MANY
@given(AWARDS)
def test_a_tier_is_never_above_its_size_unless_ties_are_included(award: RandomAward) -> None:
    outcome = compute(award.rules, award.matrix)
    for tier in award.rules.tiers:
        seated = [one for one in outcome.standings if one.tier == tier.key]
        open_places = sum(cut.places for cut in outcome.open_cuts if cut.tier == tier.key)
        if tier.at_cut != "include":
            assert len(seated) + open_places <= tier.size


@MANY
@given(AWARDS)
def test_the_rank_lies_within_its_own_range(award: RandomAward) -> None:
    made = replace(award.rules, shared="skip")
    found = firmness(made, award.matrix)
    for one in compute(made, award.matrix).standings:
        if one.rank is not None:
            assert found[one.case].best <= one.rank <= found[one.case].worst


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 1000))
def test_all_scores_equal_is_one_tie_at_that_score(cases: int, judges: int, points: int) -> None:
    made = rules(
        stage([criterion("a", 30), criterion("b", 70)], method="trimmed_mean", trim=(1, 1, 3)),
        ties=["criterion:a", "median", "high_count", "head_to_head", "more_decimals", "decision"],
        tiers=[("t", 1, "open")],
    )
    matrix = Matrix.empty([f"C{n}" for n in range(cases)], [f"J{n}" for n in range(judges)], "ab")
    for at in range(len(matrix.points)):
        matrix.points[at], matrix.states[at] = points, State.SCORED
    outcome = compute(made, matrix)
    assert {one.rank for one in outcome.standings} == {1}
    assert {one.score.value for one in outcome.standings} == {Fraction(points, 10)}
    assert len(outcome.open_cuts) == (cases > 1)
