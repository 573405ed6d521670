"""Judges with a weight: worked by hand, and a judge of weight k against k judges of one mind."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from scoring.cells import Matrix
from scoring.compute import compute
from scoring.explain import explain
from scoring.recount import recount
from scoring.result import Outcome
from scoring.rules import JUDGE_UNIT, Rules
from tests.scoring.random_awards import random_award
from tests.scoring.samples import criterion, rules, stage, table
from tests.scoring.test_properties import reordered


def weighing(made: Rules, **weights: int) -> Rules:
    """The rules with these judges' weights, in hundredths."""
    given = tuple((judge, weight * JUDGE_UNIT // 100) for judge, weight in weights.items())
    return replace(made, stages=(replace(made.stages[0], judge_weights=given),))


def counted(made: Rules, matrix: Matrix) -> Outcome:
    """By both ways, which must agree."""
    outcome = compute(made, matrix)
    assert outcome == recount(made, matrix)
    return outcome


def value(made: Rules, matrix: Matrix) -> Fraction | None:
    return counted(made, matrix).standings[0].score.value


ONE_CASE = table({"A": "90 80 70"})


@pytest.mark.parametrize(
    ("method", "weights", "expected"),
    [
        ("mean", {"J1": 200}, Fraction(330, 4)),  # (2 x 90 + 80 + 70) / 4
        ("mean", {"J1": 150, "J3": 50}, Fraction(250, 3)),  # (135 + 80 + 35) / 3
        ("sum", {"J1": 200}, Fraction(330)),
        ("median", {"J1": 150}, Fraction(80)),  # 70: 1, with 80: 2 of 3.5
        ("median", {"J1": 200}, Fraction(85)),  # with 80: 2 of 4, exactly half
        ("median", {"J1": 300}, Fraction(90)),  # half is reached at 90 alone
    ],
)
def test_a_case_with_three_ballots_by_hand(
    method: str, weights: dict[str, int], expected: Fraction
) -> None:
    assert value(weighing(rules(stage(method=method)), **weights), ONE_CASE) == expected


def test_ballots_are_dropped_by_number_and_the_rest_is_weighed() -> None:
    made = weighing(rules(stage(method="trimmed_mean", trim=(1, 1, 5))), J2=200, J5=300)
    # 90 and 60 go, heavy as the 90 may be: (2 x 80 + 75 + 70) / 4
    assert value(made, table({"A": "60 80 75 70 90"})) == Fraction(305, 4)


def test_equal_extremes_share_the_loss_whoever_is_shown_as_dropped() -> None:
    made = weighing(rules(stage(method="trimmed_mean", trim=(1, 0, 3))), J1=200)
    # One of the two 90s goes. Each keeps half its weight: (1 x 90 + 0.5 x 90 + 60) / 2.5
    for row in ("90 90 60", "90 60 90"):
        assert value(made, table({"A": row})) == Fraction(195, 1) / Fraction(5, 2)
    trail = explain(made, table({"A": "90 90 60"}), compute(made, table({"A": "90 90 60"})), "A")
    assert trail.shared
    assert (trail.total, trail.divisor) == (Fraction(195), Fraction(5, 2))


def test_each_criterion_is_trimmed_and_then_weighed() -> None:
    criteria = [criterion("a", 60), criterion("b", 40)]
    made = weighing(
        rules(stage(criteria, method="trimmed_mean", trim=(1, 0, 3), of="criterion")), J2=300
    )
    matrix = table({"A": "9/5 6/8 3/4"}, ["a", "b"])
    # a: 9 goes, (3 x 6 + 3) / 4 = 5.25; b: the heavy 8 goes, (5 + 4) / 2 = 4.5
    assert value(made, matrix) == Fraction(60 * Fraction(21, 4) + 40 * Fraction(9, 2), 100)


def test_the_judge_left_out_whole_takes_his_weight_with_him() -> None:
    made = weighing(rules(stage(method="trimmed_mean", trim=(0, 0, 2), of="judge")), J1=500, J2=200)
    matrix = table({"A": "100 80 70", "B": "0 75 75"})
    assert [one.score.value for one in counted(made, matrix).standings] == [
        Fraction(230, 3), Fraction(225, 3),
    ]  # fmt: skip


def test_ties_count_judges_by_their_weight() -> None:
    matrix = table({"A": "90 80 80", "B": "70 85 95"})
    for step in ("high_count", "head_to_head"):
        plain = rules(stage(), ties=[step])
        assert counted(plain, matrix).standings[0].case == "B", step
    drawn = table({"A": "90 80", "B": "80 90"})
    made = weighing(rules(stage(method="median"), ties=["head_to_head"]), J1=101)
    assert [one.case for one in counted(made, drawn).standings] == ["A", "B"]


def test_a_weight_leaves_the_number_of_ballots_as_it_is() -> None:
    made = weighing(rules(stage(minimum=3)), J1=900)
    (one,) = counted(made, table({"A": "90 80"})).standings
    assert one.score.unranked == "too_few_ballots"


def cloned(matrix: Matrix, weights: dict[str, int]) -> Matrix:
    """Every judge as often as his weight says."""
    cells = {
        (case, f"{judge}#{n}", key): matrix.cell(a, b, c)
        for a, case in enumerate(matrix.cases)
        for b, judge in enumerate(matrix.judges)
        for c, key in enumerate(matrix.criteria)
        for n in range(weights[judge])
    }
    judges = [f"{judge}#{n}" for judge in matrix.judges for n in range(weights[judge])]
    return Matrix.build(matrix.cases, judges, matrix.criteria, cells)


def numbers(outcome: Outcome) -> list[object]:
    """All but who is meant by a number of ballots."""
    return [
        (one.case, one.rank, one.score.value, one.score.published, one.tier, one.tied_with,
         [(use.step, use.cases, use.values, use.split) for use in one.ties])
        for one in outcome.standings
    ]  # fmt: skip


def test_a_judge_of_weight_k_is_k_judges_of_one_mind() -> None:
    """Where nothing is dropped, in every method, every tie step and every tier."""
    tried = 0
    for seed in range(600):
        award, pick = random_award(seed), Random(seed)
        form = award.rules.stages[0]
        if form.aggregation.method == "trimmed_mean":
            continue
        form = replace(form, missing=replace(form.missing, minimum=1))
        weights = {judge: pick.choice([1, 1, 2, 3]) for judge in award.matrix.judges}
        given = tuple((judge, weight * JUDGE_UNIT) for judge, weight in weights.items())
        heavy = replace(award.rules, stages=(replace(form, judge_weights=given),))
        plain = replace(award.rules, stages=(replace(form, judge_weights=()),))
        many = compute(plain, cloned(award.matrix, weights))
        assert numbers(counted(heavy, award.matrix)) == numbers(many), f"seed {seed}"
        tried += 1
    assert tried > 200


def test_equal_weights_are_no_weights_where_nothing_is_summed() -> None:
    for seed in range(300):
        award = random_award(seed)
        form = replace(award.rules.stages[0], judge_weights=())
        if form.aggregation.method == "sum":
            continue
        alike = tuple((judge, JUDGE_UNIT) for judge in award.matrix.judges)
        plain = replace(award.rules, stages=(form,))
        same = replace(award.rules, stages=(replace(form, judge_weights=alike),))
        assert counted(plain, award.matrix) == counted(same, award.matrix), f"seed {seed}"


def test_the_order_of_the_judges_decides_nothing() -> None:
    made = weighing(rules(stage(method="trimmed_mean", trim=(1, 1, 4))), J1=250, J3=50)
    matrix = table({"A": "90 70 90 70 80", "B": "88 88 71 71 80"})
    there = reordered(matrix, ["B", "A"], ["J5", "J3", "J4", "J2", "J1"], list(matrix.criteria))
    one = {s.case: s.score.value for s in counted(made, matrix).standings}
    assert one == {s.case: s.score.value for s in counted(made, there).standings}
