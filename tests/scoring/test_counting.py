"""From ballots to numbers: the worked figures, and every option by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.aggregate import METHODS, score_cases
from scoring.cells import Matrix
from scoring.points import format_fixed
from scoring.result import CaseScore
from scoring.rules import Rounding, ScoreStage
from tests.scoring.samples import criterion, stage, table

HALF_UP = Rounding("half_up", 2, "every_stage")
TRIMMED = stage(method="trimmed_mean", trim=(1, 1, 5))


def count(the_stage: ScoreStage, matrix: Matrix, rounding: Rounding = HALF_UP) -> list[str]:
    """The published text of each case, or why it has none."""
    scores = score_cases(the_stage, rounding, matrix)
    return [shown(score, rounding) for score in scores]


def shown(score: CaseScore, rounding: Rounding = HALF_UP) -> str:
    if score.published is None:
        return score.unranked
    return format_fixed(score.published, rounding.places)


def dropped(the_stage: ScoreStage, matrix: Matrix) -> list[list[tuple[str, str, str]]]:
    scores = score_cases(the_stage, HALF_UP, matrix)
    return [[(d.judge, d.which, str(d.value)) for d in score.dropped] for score in scores]


@pytest.mark.parametrize(
    ("mode", "published"), [("half_up", "91.43"), ("half_even", "91.42"), ("down", "91.42")]
)
def test_365_7_over_4_is_rounded_by_the_named_mode(mode: str, published: str) -> None:
    matrix = table({"C01": "92.4 90.0 - 93.0 91.2 89.5 92.1"})
    rounding = Rounding(mode, 2, "every_stage")  # type: ignore[arg-type]
    assert count(TRIMMED, matrix, rounding) == [published]
    assert score_cases(TRIMMED, rounding, matrix)[0].value == Fraction(3657, 40)


def test_weighted_parts_add_up_exactly_before_they_are_rounded() -> None:
    weighted = stage([criterion("a", 70), criterion("b", 30)], decimals=2)
    matrix = table({"C05": "89.05/72.50"}, ("a", "b"), decimals=2)
    assert count(weighted, matrix) == ["84.09"]


def test_below_from_the_plain_mean_is_used() -> None:
    matrix = table({"A": "60 90 99 - -", "B": "60 90 99 80 81"})
    assert count(TRIMMED, matrix) == ["83.00", "83.67"]
    assert dropped(TRIMMED, matrix) == [[], [("J3", "high", "99"), ("J1", "low", "60")]]


def test_of_two_identical_maxima_only_one_is_dropped() -> None:
    matrix = table({"A": "80 95 90 95 85"})
    assert count(TRIMMED, matrix) == ["90.00"]
    assert dropped(TRIMMED, matrix) == [[("J2", "high", "95"), ("J1", "low", "80")]]


def test_all_equal_ballots_drop_two_different_judges() -> None:
    matrix = table({"A": "80 80 80 80 80"})
    assert count(TRIMMED, matrix) == ["80.00"]
    assert dropped(TRIMMED, matrix) == [[("J1", "high", "80"), ("J2", "low", "80")]]


def test_trimming_never_takes_the_last_ballot() -> None:
    greedy = stage(method="trimmed_mean", trim=(2, 2, 0))
    matrix = table({"A": "10 20 30 40 -", "B": "10 20 30 40 50"})
    assert count(greedy, matrix) == ["25.00", "30.00"]


@pytest.mark.parametrize(
    ("method", "published"),
    [("mean", "84.40"), ("median", "85.00"), ("sum", "422.00"), ("trimmed_mean", "85.67")],
)
def test_each_method_gives_its_number(method: str, published: str) -> None:
    made = stage(method=method, trim=(1, 1, 3))
    assert count(made, table({"A": "70 85 84 88 95"})) == [published]
    assert method in METHODS


def test_the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() -> None:
    assert count(stage(method="median"), table({"A": "70 85 84 95"})) == ["84.50"]


def test_a_recused_judge_leaves_the_denominator_of_that_case_only() -> None:
    matrix = table({"A": "90 80 70", "B": "- 80 70", "C": "a x 70"})
    assert count(stage(), matrix) == ["80.00", "75.00", "70.00"]
    assert [s.ballots for s in score_cases(stage(), HALF_UP, matrix)] == [3, 2, 1]


MISSING = [
    ("exclude", 1, ["80.00", "90.00", "too_few_ballots"]),
    ("exclude", 2, ["80.00", "too_few_ballots", "too_few_ballots"]),
    ("zero", 1, ["80.00", "45.00", "0.00"]),
    ("block", 1, ["blocked", "blocked", "blocked"]),
]


@pytest.mark.parametrize(("policy", "minimum", "published"), MISSING)
def test_a_missing_score_means_what_the_rules_say(
    policy: str, minimum: int, published: list[str]
) -> None:
    matrix = table({"A": "90 70", "B": "90 ?", "C": "? ?"})
    assert count(stage(policy=policy, minimum=minimum), matrix) == published


def test_block_does_not_wait_for_recused_judges() -> None:
    assert count(stage(policy="block"), table({"A": "90 -", "B": "x 80"})) == ["90.00", "80.00"]


def test_a_ballot_with_one_hole_is_not_counted_at_all() -> None:
    two = stage([criterion("a", 50), criterion("b", 50)])
    assert count(two, table({"A": "90/? 70/80"}, ("a", "b"))) == ["75.00"]


def test_a_ballot_with_one_abstention_is_out_and_owes_nothing() -> None:
    two = stage([criterion("a", 50), criterion("b", 50)], policy="block")
    assert count(two, table({"A": "90/a 70/80", "B": "?/- 70/80"}, ("a", "b"))) == ["75.00"] * 2


def test_not_applicable_gives_its_weight_to_the_rest_of_that_ballot() -> None:
    three = stage([criterion("a", 50), criterion("b", 30), criterion("c", 20)])
    matrix = table({"A": "90/80/n 90/80/60"}, ("a", "b", "c"))
    expected = (Fraction(90 * 50 + 80 * 30, 80) + Fraction(90 * 50 + 80 * 30 + 60 * 20, 100)) / 2
    assert score_cases(three, HALF_UP, matrix)[0].value == expected


def test_not_applicable_enlarges_a_sum_by_the_full_marks_that_remain() -> None:
    two = stage([criterion("a"), criterion("b")], summing=True)
    assert count(two, table({"A": "30/n", "B": "30/40"}, ("a", "b"))) == ["60.00", "70.00"]


def test_a_ballot_to_which_nothing_applies_is_no_ballot() -> None:
    assert count(stage(), table({"A": "n 80", "B": "n n"})) == ["80.00", "too_few_ballots"]


def test_a_criterion_that_is_not_counted_never_enters() -> None:
    two = stage([criterion("a", 100), criterion("b", 0, counted=False)])
    matrix = table({"A": "90/0 80/? 70/-"}, ("a", "b"))
    assert count(two, matrix) == ["80.00"]


def test_criteria_are_found_by_key_not_by_place() -> None:
    two = stage([criterion("a", 75), criterion("b", 25)])
    assert count(two, table({"A": "40/80"}, ("b", "a"))) == ["70.00"]


def test_each_criterion_is_trimmed_on_its_own() -> None:
    made = stage(
        [criterion("a", 50), criterion("b", 50)],
        method="trimmed_mean",
        trim=(1, 1, 3),
        of="criterion",
    )
    matrix = table({"A": "90/10 80/20 70/60"}, ("a", "b"))
    assert count(made, matrix) == ["50.00"]
    (score,) = score_cases(made, HALF_UP, matrix)
    assert [(d.criterion, d.judge, d.which) for d in score.dropped] == [
        ("a", "J1", "high"),
        ("a", "J3", "low"),
        ("b", "J3", "high"),
        ("b", "J1", "low"),
    ]


def test_a_criterion_that_applies_to_few_is_not_trimmed_away() -> None:
    made = stage(
        [criterion("a", 50), criterion("b", 50)],
        method="trimmed_mean",
        trim=(1, 1, 3),
        of="criterion",
    )
    assert count(made, table({"A": "90/n 80/20 70/n"}, ("a", "b"))) == ["50.00"]


def test_the_judge_whose_marks_spread_most_is_left_out_of_every_case() -> None:
    made = stage(method="trimmed_mean", of="judge", trim=(1, 0, 2))
    matrix = table({"A": "90 100 80", "B": "80 50 80", "C": "85 75 -"})
    assert count(made, matrix) == ["85.00", "80.00", "85.00"]
    assert dropped(made, matrix)[2] == [("J2", "judge", "75")]


def test_judges_who_spread_equally_are_parted_by_the_next_spread() -> None:
    made = stage(method="trimmed_mean", of="judge", trim=(1, 0, 2))
    matrix = table({"A": "90 90", "B": "80 85", "C": "75 75", "D": "70 70"})
    assert [d[0][0] for d in dropped(made, matrix)] == ["J2"] * 4


def test_judges_who_spread_equally_throughout_wait_for_a_draw() -> None:
    made = stage(method="trimmed_mean", of="judge", trim=(1, 0, 2))
    matrix = table({"A": "90 70", "B": "80 80", "C": "- 75"})
    assert count(made, matrix) == ["blocked", "blocked", "75.00"]


ROUNDED_EARLY = Rounding("half_up", 0, "every_criterion")


def test_every_criterion_rounds_what_each_adds_before_adding() -> None:
    two = stage([criterion("a", 50), criterion("b", 50)], decimals=0)
    matrix = table({"A": "81/81"}, ("a", "b"), decimals=0)
    assert count(two, matrix, Rounding("half_up", 0, "every_stage")) == ["81"]
    assert count(two, matrix, ROUNDED_EARLY) == ["82"]


def test_every_criterion_rounds_the_trimmed_criteria_where_those_are_what_is_added() -> None:
    made = stage(
        [criterion("a", 50), criterion("b", 50)],
        decimals=0,
        method="trimmed_mean",
        trim=(1, 1, 3),
        of="criterion",
    )
    matrix = table({"A": "81/81 81/81 81/81"}, ("a", "b"), decimals=0)
    assert count(made, matrix, ROUNDED_EARLY) == ["82"]


@pytest.mark.parametrize("rows", [{}, {"A": ""}, {"A": "", "B": ""}])
def test_no_cases_and_no_judges_are_no_crash(rows: dict[str, str]) -> None:
    assert count(TRIMMED, table(rows)) == ["too_few_ballots"] * len(rows)


def test_one_judge_is_enough_where_the_rules_say_so() -> None:
    assert count(TRIMMED, table({"A": "88.5", "B": "70"})) == ["88.50", "70.00"]


def test_a_matrix_without_a_counted_criterion_is_refused() -> None:
    with pytest.raises(ValueError, match="not in"):
        score_cases(stage(), HALF_UP, table({"A": "80"}, ("other",)))
