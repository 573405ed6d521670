"""How firm a rank is: one judge left out at a time."""

from __future__ import annotations

from scoring.robustness import Firmness, firmness
from tests.scoring.samples import rules, stage, table


def test_leaving_out_one_judge_shows_who_hangs_on_a_single_vote() -> None:
    found = firmness(rules(stage()), table({"A": "90 90 90", "B": "80 80 95", "C": "79 85 60"}))
    assert found == {
        "A": Firmness(1, 1, 0),
        "B": Firmness(2, 3, 15),
        "C": Firmness(2, 3, 25),
    }


def test_equal_numbers_cover_all_the_ranks_they_share() -> None:
    found = firmness(rules(stage()), table({"A": "80", "B": "80"}))
    assert (found["A"].best, found["A"].worst) == (1, 2)


def test_unranked_cases_have_no_range() -> None:
    assert list(firmness(rules(stage()), table({"A": "80", "B": "-"}))) == ["A"]
