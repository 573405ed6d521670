"""Three methods side by side: what is shown is what each of them gives."""

from __future__ import annotations

import json
from pathlib import Path

from scoring.comparison import METHODS, Seat, alone, by_method, compare, moves, seats, shifts
from scoring.compute import compute
from scoring.rules import Aggregation
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example
from tests.scoring import samples

MATRIX = samples.table({"A": "90 90 90 90 10", "B": "80 80 80 80 80", "C": "70 70 95 95 70"})


def test_each_method_stands_beside_the_others() -> None:
    """A: mean 74, median 90, trimmed 90. B: 80 always. C: mean 80, median 70, trimmed 235/3."""
    rules = samples.rules(samples.stage(), tiers=(("gold", 1, "include"),))
    found = compare(rules, alone(rules, MATRIX), compute(rules, MATRIX))
    table = {
        method: {case: seat.score for case, seat in seats(outcome, 2).items()}
        for method, outcome in found.others.items()
    }
    assert table == {
        "mean": {"B": "80.00", "C": "80.00", "A": "74.00"},
        "median": {"A": "90.00", "B": "80.00", "C": "70.00"},
        "trimmed_mean": {"A": "90.00", "B": "80.00", "C": "78.33"},
    }
    assert found.own == "mean"


def test_where_the_award_line_moves() -> None:
    rules = samples.rules(samples.stage(), tiers=(("gold", 1, "include"),))
    found = compare(rules, alone(rules, MATRIX), compute(rules, MATRIX))
    mine, by_median = seats(found.outcome, 2), seats(found.others["median"], 2)
    (shift,) = shifts(["gold"], mine, by_median)
    assert (shift.entering, shift.leaving) == (("A",), ("B", "C"))


def test_rules_that_trim_keep_their_own_way_of_trimming() -> None:
    rules = samples.rules(samples.stage(method="trimmed_mean", trim=(2, 0, 3)))
    assert by_method(rules, "trimmed_mean") == rules
    assert by_method(rules, "mean").stage.aggregation == Aggregation("mean")


def test_a_case_that_is_new_or_gone_is_a_move() -> None:
    seat = Seat(1, "80", "")
    found = {one.case: (one.before, one.after) for one in moves({"A": seat}, {"B": seat})}
    assert found == {"A": (seat, None), "B": (None, seat)}


def test_the_table_of_the_example_award(pingxuan: Pingxuan, award: Path) -> None:
    said = pingxuan("rank", "--compare", "-C", award)
    assert said.code == 0
    line = next(line for line in said.out.splitlines() if " 016 " in line)
    for cell in ("88.76", "11 (87.29)", "8 (89.28)", "8 (88.76)", "14.15"):
        assert cell in line
    assert "Classic: in 020; out 016" in said.err


def test_the_comparison_for_machines(pingxuan: Pingxuan, award: Path) -> None:
    data = json.loads(pingxuan("rank", "--compare", "--json", "-C", award).out)
    first = data["cases"][0]
    assert (first["case"], first["rank"], first["best_rank"], first["worst_rank"]) == (
        "010",
        1,
        1,
        1,
    )
    assert set(first["methods"]) == set(METHODS)
    assert data["shifts"]["trimmed_mean"] == []


def test_an_unranked_case_has_no_place_under_any_method(pingxuan: Pingxuan, practice: Path) -> None:
    data = json.loads(pingxuan("rank", "--compare", "--json", "-C", practice).out)
    assert {one["rank"] for one in data["cases"]} == {None}


def test_comparing_writes_nothing(pingxuan: Pingxuan, example: Example) -> None:
    folder = example("english_award")
    before = (folder / "award.db").read_bytes()
    pingxuan("rank", "--compare", "-C", folder)
    assert (folder / "award.db").read_bytes() == before
