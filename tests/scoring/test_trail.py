"""Explaining a number: every step of it, as data."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.cells import State
from scoring.compute import compute
from scoring.explain import Trail, explain
from scoring.points import rounded
from scoring.result import Decision
from tests.scoring.random_awards import random_award
from tests.scoring.samples import criterion, rules, stage, table

ROWS = {"C01": "92.4 90.0 - 93.0 91.2 89.5 92.1", "C02": "86.0 88.2 87.4 85.1 89.0 86.6 ?"}


def trail(case: str) -> Trail:
    made = rules(stage(method="trimmed_mean", trim=(1, 1, 5)), tiers=[("classic", 1, "open")])
    matrix = table(ROWS)
    return explain(made, matrix, compute(made, matrix), case)


def test_the_sum_the_count_and_the_quotient_are_there() -> None:
    found = trail("C01")
    assert (found.total, found.divisor, found.value) == (Fraction("365.7"), 4, Fraction(3657, 40))
    assert (found.published, found.rounding.mode) == (9143, "half_up")


def test_every_ballot_is_listed_with_its_use() -> None:
    uses = [(line.judge, line.use) for line in trail("C01").ballots]
    assert uses == [
        ("J1", "kept"),
        ("J2", "kept"),
        ("J3", "absent"),
        ("J4", "dropped"),
        ("J5", "kept"),
        ("J6", "dropped"),
        ("J7", "kept"),
    ]
    assert trail("C02").ballots[6].use == "incomplete"
    assert trail("C01").ballots[2].cells[0].state == State.RECUSED


def test_rank_and_tier_are_there() -> None:
    standing = trail("C01").standing
    assert (standing.rank, standing.tier) == (1, "classic")


def test_criteria_have_their_means_over_the_kept_ballots() -> None:
    made = rules(
        stage([criterion("a", 60), criterion("b", 40)], method="trimmed_mean", trim=(1, 1, 3))
    )
    matrix = table({"A": "90/90 80/70 10/10"}, ("a", "b"))
    found = explain(made, matrix, compute(made, matrix), "A")
    assert [(c.key, c.weight, c.mean) for c in found.criteria] == [("a", 60, 80), ("b", 40, 70)]


def test_an_unranked_case_is_explained_too() -> None:
    made, matrix = rules(stage(minimum=3)), table({"A": "80 ? -"})
    found = explain(made, matrix, compute(made, matrix), "A")
    assert (found.value, found.standing.score.unranked) == (None, "too_few_ballots")
    assert [line.use for line in found.ballots] == ["kept", "incomplete", "absent"]


def test_a_judge_left_out_by_a_draw_is_shown_so() -> None:
    made = rules(stage(method="trimmed_mean", of="judge", trim=(1, 0, 2)))
    matrix = table({"A": "90 70", "B": "80 80"})
    outcome = compute(made, matrix, [Decision((), "draw", judge="J2")])
    found = explain(made, matrix, outcome, "A")
    assert (found.total, found.divisor) == (90, 1)
    assert [line.use for line in found.ballots] == ["kept", "dropped"]


def test_ballots_of_which_single_criteria_were_dropped_are_marked_so() -> None:
    parts = [criterion("a", 60), criterion("b", 40)]
    made = rules(stage(parts, method="trimmed_mean", trim=(1, 0, 2), of="criterion"))
    matrix = table({"A": "90/90 80/70"}, ("a", "b"))
    found = explain(made, matrix, compute(made, matrix), "A")
    assert [line.use for line in found.ballots] == ["part_dropped", "kept"]
    assert (found.total, found.divisor) == (None, None)


def test_an_unknown_case_has_no_trail() -> None:
    with pytest.raises(KeyError):
        trail("X")


def test_the_trail_of_random_awards_leads_to_the_published_number() -> None:
    for seed in range(400):
        award = random_award(seed)
        outcome = compute(award.rules, award.matrix)
        for one in outcome.standings:
            found = explain(award.rules, award.matrix, outcome, one.case)
            assert (found.published, found.dropped) == (one.score.published, one.score.dropped)
            if found.total is not None and found.divisor is not None:
                value = found.total / found.divisor
                assert value == found.value
                assert rounded(value, found.rounding) == found.published
