"""Places, ceilings and the cut."""

from __future__ import annotations

import pytest

from scoring.compute import compute
from scoring.recount import recount
from scoring.rules import Rules
from tests.scoring.samples import rules, stage, table


def seats(made: Rules, totals: str) -> tuple[str, list[tuple[str, int, str]]]:
    """Tiers in rank order (`.` for none) and the open cuts."""
    names = "ABCDEFGHIJ"
    matrix = table({names[at]: total for at, total in enumerate(totals.split())})
    outcome = compute(made, matrix)
    assert recount(made, matrix) == outcome
    cuts = [(cut.tier, cut.places, "".join(cut.cases)) for cut in outcome.open_cuts]
    return "".join(one.tier or "." for one in outcome.standings), cuts


def two(first: int, second: int, at_cut: str = "open", then: str = "open") -> Rules:
    return rules(stage(), tiers=[("c", first, at_cut), ("e", second, then)])


TABLE = [
    # tiers, totals from the top, seats, open cuts
    (two(2, 3), "9 8 7 6 5 4", "cceee.", []),
    (two(2, 3), "9 8", "cc", []),
    (two(2, 3), "9", "c", []),
    (two(2, 3), "", "", []),
    (two(0, 2), "9 8 7", "ee.", []),
    (two(2, 3), "9 8 8 7 6 5", "c..ee.", [("c", 1, "BC")]),
    (two(2, 3), "8 8 8 8 7 6", "....e.", [("c", 2, "ABCD")]),
    (two(2, 1), "8 8 8 8 7", ".....", [("c", 2, "ABCD"), ("e", 1, "ABCD")]),
    (two(2, 1, "open", "include"), "8 8 8 8 7", ".....", [("c", 2, "ABCD")]),
    (two(2, 3, "include"), "9 8 8 7 6 5", "ccceee", []),
    (two(2, 3, "include"), "9 8 8 8 8 7", "ccccce", []),
    (two(2, 3, "exclude"), "9 8 8 7 6 5", "ceee..", []),
    (two(2, 3, "exclude", "exclude"), "8 8 8 8 7", ".....", []),
    (two(1, 2, "open", "exclude"), "9 8 8 8 7", "c....", []),
    (two(2, 2), "9 9 8 8 7", "ccee.", []),
]


@pytest.mark.parametrize(("made", "totals", "tiers", "cuts"), TABLE)
def test_places_are_given_from_the_top(
    made: Rules, totals: str, tiers: str, cuts: list[tuple[str, int, str]]
) -> None:
    assert seats(made, totals) == (tiers, cuts)


def test_ties_for_the_last_place_under_include_are_all_in_and_the_next_rank_skips() -> None:
    made = two(2, 3, "include")
    outcome = compute(made, table({"A": "9", "B": "8", "C": "8", "D": "7"}))
    assert [(s.rank, s.tier) for s in outcome.standings] == [(1, "c"), (2, "c"), (2, "c"), (4, "e")]
