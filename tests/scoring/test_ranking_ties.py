"""Order, the declared cascade, shared ranks, and the committee's decisions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.cells import Matrix
from scoring.compute import DecisionError, compute
from scoring.recount import recount
from scoring.result import Decision, Outcome
from scoring.rules import Rules
from tests.scoring.samples import criterion, rules, stage, table


def both(made: Rules, matrix: Matrix, *decisions: Decision) -> Outcome:
    """The outcome, after the second count has given the same."""
    outcome = compute(made, matrix, decisions)
    assert recount(made, matrix, decisions) == outcome
    return outcome


def order(outcome: Outcome) -> str:
    """`1A 2B 2C`: ranks and cases as listed."""
    return " ".join(f"{one.rank}{one.case}" for one in outcome.standings)


def chair(*cases: str) -> Decision:
    return Decision(cases, "chair")


TWO = stage([criterion("a", 50), criterion("b", 50)])
PAIR = table({"A": "80/90 80/90", "B": "90/80 90/80"}, ("a", "b"))


def test_the_highest_published_value_comes_first() -> None:
    assert order(both(rules(stage()), table({"A": "80", "B": "90", "C": "85"}))) == "1B 2C 3A"


def test_values_equal_when_published_are_tied_though_the_exact_ones_differ() -> None:
    rows = table({"A": "80.0 80.0 80.0", "B": "80.0 80.0 80.1"})
    place = ("half_up", 1, "every_stage")
    assert order(both(rules(stage(), rounding=place), rows)) == "1A 1B"
    assert order(both(rules(stage(), rounding=place, exact=True), rows)) == "1B 2A"
    assert order(both(rules(stage(), rounding=place, ties=["more_decimals"]), rows)) == "1B 2A"


@pytest.mark.parametrize(("shared", "ranks"), [("skip", "1A 2B 2C 4D"), ("dense", "1A 2B 2C 3D")])
def test_shared_ranks_skip_or_not(shared: str, ranks: str) -> None:
    rows = table({"A": "90", "B": "80", "C": "80", "D": "70"})
    outcome = both(rules(stage(), shared=shared), rows)
    assert order(outcome) == ranks
    assert outcome.standings[1].tied_with == ("C",)


def test_a_tie_that_no_step_parts_keeps_one_rank_whatever_the_names() -> None:
    outcome = both(rules(TWO, ties=["median", "high_count", "head_to_head", "mean"]), PAIR)
    assert order(outcome) == "1A 1B"
    assert [use.split for use in outcome.standings[0].ties] == [False] * 4


def test_a_criterion_parts_a_tie_and_the_use_is_recorded() -> None:
    outcome = both(rules(TWO, ties=["median", "criterion:b", "criterion:a"]), PAIR)
    assert order(outcome) == "1A 2B"
    uses = outcome.standings[0].ties
    assert [(use.step.kind, use.step.key, use.split) for use in uses] == [
        ("median", "", False),
        ("criterion", "b", True),
    ]
    assert uses[1].values == {"A": 90, "B": 80}


def test_a_criterion_is_compared_over_the_kept_ballots_only() -> None:
    made = stage(TWO.criteria, method="trimmed_mean", trim=(1, 1, 3))
    rows = table({"A": "100/100 80/80 0/0", "B": "100/98 82/78 9/9"}, ("a", "b"))
    outcome = both(rules(made, ties=["criterion:a"]), rows)
    assert outcome.standings[0].ties[0].values == {"B": 82, "A": 80}


def test_of_equal_dropped_ballots_each_counts_in_part_so_judge_order_decides_nothing() -> None:
    made = stage(TWO.criteria, method="trimmed_mean", trim=(1, 0, 2))
    there = table({"A": "90/50 50/90 10/10", "B": "70/70 70/70 10/10"}, ("a", "b"))
    back = table({"A": "50/90 90/50 10/10", "B": "70/70 70/70 10/10"}, ("a", "b"))
    for rows in (there, back):
        outcome = both(rules(made, ties=["criterion:a"]), rows)
        assert outcome.standings[0].ties[0].values == {"A": 40, "B": 40}
        assert order(outcome) == "1A 1B"


def test_the_mean_of_all_ballots_looks_at_dropped_ones_too() -> None:
    made = rules(stage(method="trimmed_mean", trim=(1, 1, 3)), ties=["mean"])
    assert order(both(made, table({"A": "70 80 85", "B": "70 80 90"}))) == "1B 2A"


def test_the_median_parts_equal_means() -> None:
    assert (
        order(both(rules(stage(), ties=["median"]), table({"A": "70 80 90", "B": "70 79 91"})))
        == "1A 2B"
    )


def test_high_count_counts_judges_who_gave_the_highest_total_of_the_tied() -> None:
    rows = table({"A": "90 90 60", "B": "90 80 70", "C": "80 80 80"})
    outcome = both(rules(stage(), ties=["high_count"]), rows)
    assert order(outcome) == "1A 2B 3C"
    assert outcome.standings[0].ties[0].values == {"A": 2, "B": 1, "C": 0}


def test_head_to_head_counts_duels_among_the_judges_common_to_both() -> None:
    rows = table({"A": "81 81 78 -", "B": "80 80 80 80", "C": "90 70 - 80"})
    outcome = both(rules(stage(), ties=["head_to_head"]), rows)
    assert order(outcome) == "1A 2C 3B"
    half = Fraction(1, 2)
    assert outcome.standings[0].ties[0].values == {"A": 1 + half, "B": half, "C": 1}


def test_a_step_with_no_value_for_one_of_the_tied_parts_nobody() -> None:
    made = stage([criterion("a", 50), criterion("b", 50, optional=True)])
    rows = table({"A": "80/80", "B": "80/n"}, ("a", "b"))
    outcome = both(rules(made, ties=["criterion:b"]), rows)
    assert (order(outcome), outcome.standings[0].ties[0].values) == ("1A 1B", {"A": 80})


def test_parts_that_are_still_tied_go_on_with_the_next_step() -> None:
    three = stage([criterion("a", 40), criterion("b", 30), criterion("c", 30)])
    rows = table(
        {"A": "80/80/80", "B": "80/70/90", "C": "83/80/76", "D": "77/90/74"}, ("a", "b", "c")
    )
    outcome = both(rules(three, ties=["criterion:a", "criterion:c"]), rows)
    assert order(outcome) == "1C 2B 3A 4D"
    lone = outcome.standings[0].ties
    assert [use.step.key for use in lone] == ["a"]
    assert [use.cases for use in outcome.standings[1].ties] == [("A", "B", "C", "D"), ("A", "B")]


SAME = table({"A": "80", "B": "80", "C": "80", "D": "70"})
DECIDED = rules(stage(), ties=["decision"], tiers=[("t", 1, "open")])


def test_a_decision_orders_exactly_the_tied_cases() -> None:
    outcome = both(DECIDED, SAME, chair("C", "A", "B"))
    assert order(outcome) == "1C 2A 3B 4D"
    assert outcome.open_cuts == ()
    assert outcome.standings[0].ties[0].values == {"C": 3, "A": 2, "B": 1}


def test_without_a_decision_the_tie_stands_and_the_cut_is_open() -> None:
    outcome = both(DECIDED, SAME)
    assert order(outcome) == "1A 1B 1C 4D"
    assert (outcome.open_cuts[0].places, outcome.open_cuts[0].cases) == (1, ("A", "B", "C"))


def test_a_decision_counts_at_the_end_where_the_cascade_names_none() -> None:
    made = rules(stage(), ties=["median"], tiers=[("t", 1, "open")])
    assert order(both(made, SAME, Decision(("B", "C", "A"), "draw", 7))) == "1B 2C 3A 4D"


REFUSED = [
    ("not_tied", [chair("A", "D")]),
    ("part_of_tie", [chair("A", "B")]),
    ("twice", [chair("A", "B", "C"), chair("C", "B", "A")]),
    ("repeated", [chair("A", "B", "C", "A")]),
    ("unknown", [chair("A", "B", "C", "X")]),
    ("too_short", [chair("A")]),
    ("too_short", [chair()]),
    ("not_tied", [Decision((), "draw", judge="J1")]),
]


@pytest.mark.parametrize(("code", "decisions"), REFUSED)
@pytest.mark.parametrize("way", [compute, recount])
def test_a_decision_that_decides_nothing_is_refused(
    way, code: str, decisions: list[Decision]
) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DecisionError) as caught:
        way(DECIDED, SAME, decisions)
    assert caught.value.code == code


def test_part_of_a_tie_is_refused_with_all_who_are_tied() -> None:
    with pytest.raises(DecisionError) as caught:
        compute(DECIDED, SAME, [chair("B", "A")])
    assert (caught.value.cases, caught.value.tied) == (("B", "A"), ("A", "B", "C"))


SPREAD = rules(stage(method="trimmed_mean", of="judge", trim=(1, 0, 2)))
EQUAL_SPREAD = table({"A": "90 70", "B": "80 80"})


def test_judges_who_spread_equally_need_a_draw_which_then_counts() -> None:
    waiting = both(SPREAD, EQUAL_SPREAD)
    assert waiting.open_judges == ("J1", "J2")
    assert {one.score.unranked for one in waiting.standings} == {"blocked"}
    drawn = both(SPREAD, EQUAL_SPREAD, Decision((), "draw", judge="J2"))
    assert (order(drawn), drawn.open_judges) == ("1A 2B", ())
    assert drawn.standings[0].score.value == 90


@pytest.mark.parametrize("judges", [("J3",), ("J1", "J2"), ("J1", "J1")])
@pytest.mark.parametrize("way", [compute, recount])
def test_a_draw_between_judges_is_refused_unless_it_answers_the_question(
    way, judges: tuple[str, ...]
) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(DecisionError):
        way(SPREAD, EQUAL_SPREAD, [Decision((), "draw", judge=judge) for judge in judges])


def test_gaps_name_judge_case_and_criteria_and_the_case_without_ballots() -> None:
    outcome = both(rules(TWO), table({"A": "80/90 ?/90", "B": "?/? -/-"}, ("a", "b")))
    found = [(gap.judge, gap.case, gap.criteria) for gap in outcome.gaps]
    assert found == [("J2", "A", ("a",)), ("J1", "B", ("a", "b")), ("", "B", ())]


def test_unranked_cases_stand_last_with_their_reason() -> None:
    outcome = both(rules(stage(minimum=2)), table({"A": "80 -", "B": "70 60"}))
    assert [(s.case, s.rank, s.score.unranked) for s in outcome.standings] == [
        ("B", 1, ""),
        ("A", None, "too_few_ballots"),
    ]
