"""What a judge sees of the own ballot: totals, ranks, bands, hints, similar cases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from scoring.cells import Cell, State
from scoring.review import (
    ballot_limits,
    ballot_total,
    distribution,
    hints,
    open_criteria,
    own_ranks,
    own_totals,
    similar,
    tie_groups,
    total_so_far,
)
from scoring.rules import Rounding, Scale
from tests.scoring.samples import cell, criterion, stage

ROUNDING = Rounding("half_up", 1, "every_stage")
PARTS = stage(
    [
        criterion(k, w, scale=Scale(0, 1000, 5))
        for k, w in {"创新": 30, "可行": 25, "成效": 25, "推广": 20}.items()
    ]
)
KEYS = ("创新", "可行", "成效", "推广")


@dataclass(frozen=True)
class Own:
    cells: Mapping[str, Cell] = field(default_factory=dict)
    doubt: bool = False
    recused: object | None = None
    comment: str = ""


def own(line: str, doubt: bool = False, recused: object | None = None) -> Own:
    """`85 78 - 80`: points of the four criteria, `?` for open ones."""
    cells = {key: cell(word) for key, word in zip(KEYS, line.split(), strict=False) if word != "?"}
    return Own(cells, doubt, recused)


ANSWERS = {
    "001": own("88 85 87 85"),
    "003": own("94 90 92 88", doubt=True),
    "005": own("", recused="family"),
    "006": own("90 86 90 85"),
    "007": own("85 78 ? ?"),
    "012": own("80 84 82 80"),
    "014": own("30 76 72 70"),
    "016": own("85 80 80 80"),
}


def test_a_ballot_total_is_exact_and_waits_for_the_last_criterion() -> None:
    assert ballot_total(PARTS, ROUNDING, ANSWERS["001"].cells) == Fraction("86.4")
    assert ballot_total(PARTS, ROUNDING, ANSWERS["007"].cells) is None
    assert open_criteria(PARTS, ANSWERS["007"].cells) == ("成效", "推广")


def test_an_unfinished_ballot_has_no_total_even_where_missing_counts_as_zero() -> None:
    zero = stage(PARTS.criteria, policy="zero")
    assert ballot_total(zero, ROUNDING, ANSWERS["007"].cells) is None


def test_a_ballot_total_follows_not_applicable_as_the_count_does() -> None:
    cells = {**ANSWERS["001"].cells, "推广": cell("n")}
    assert ballot_total(PARTS, ROUNDING, cells) == Fraction(88 * 30 + 85 * 25 + 87 * 25, 80)


def test_own_ranks_share_a_rank_where_totals_look_the_same() -> None:
    totals = own_totals(PARTS, ROUNDING, ANSWERS)
    assert own_ranks(ROUNDING, totals) == {
        "003": 1,
        "006": 2,
        "001": 3,
        "012": 4,
        "016": 4,
        "014": 6,
    }
    assert tie_groups(ROUNDING, totals) == (("012", "016"),)


def test_hints_are_unfinished_outlier_tie_and_doubt() -> None:
    found = hints(PARTS, ROUNDING, ANSWERS)
    assert [(hint.kind, hint.case) for hint in found] == [
        ("unfinished", "007"),
        ("outlier", "014"),
        ("tie", "012"),
        ("tie", "016"),
        ("doubt", "003"),
    ]
    assert [hint.blocks for hint in found] == [True, False, False, False, False]


def test_a_case_without_its_required_comment_ties_with_none() -> None:
    asked = replace(PARTS.criteria[0], comment=True)
    parts = replace(PARTS, criteria=(asked, *PARTS.criteria[1:]))
    tied = [replace(ANSWERS[case], comment=text) for case, text in (("012", "有"), ("016", " "))]
    found = hints(parts, ROUNDING, {"012": tied[0], "016": tied[1]})
    assert [hint.case for hint in found if hint.kind == "tie"] == []
    both = {"012": tied[0], "016": replace(tied[1], comment="也有")}
    assert [hint.case for hint in hints(parts, ROUNDING, both)] == ["012", "016"]


def test_an_outlier_names_the_range_of_the_other_cases() -> None:
    (hint,) = [hint for hint in hints(PARTS, ROUNDING, ANSWERS) if hint.kind == "outlier"]
    assert (hint.criteria, hint.points, hint.low, hint.high) == (("创新",), 300, 800, 940)
    assert hint.key == "outlier:创新:300"


def test_a_dismissed_outlier_comes_back_when_its_value_changes() -> None:
    changed = ANSWERS | {"014": own("31 76 72 70")}
    keys = [{h.key for h in hints(PARTS, ROUNDING, a)} for a in (ANSWERS, changed)]
    assert "outlier:创新:300" in keys[0] - keys[1]


def test_few_cases_or_a_modest_distance_are_no_outlier() -> None:
    few = {str(n): own("80 80 80 80") for n in range(5)} | {"x": own("8 80 80 80")}
    assert [h.case for h in hints(PARTS, ROUNDING, few) if h.kind == "outlier"] == ["x"]
    del few["0"]
    assert not [h for h in hints(PARTS, ROUNDING, few) if h.kind == "outlier"]
    near = {str(n): own("80 80 80 80") for n in range(9)} | {"x": own("60 80 80 80")}
    assert not [h for h in hints(PARTS, ROUNDING, near) if h.kind == "outlier"]


def test_a_value_beyond_a_wide_range_is_no_outlier() -> None:
    wide = {str(n): own(f"{30 + 10 * n} 80 80 80") for n in range(7)} | {"x": own("5 80 80 80")}
    assert not [h for h in hints(PARTS, ROUNDING, wide) if h.kind == "outlier"]


def test_what_does_not_apply_has_no_part_in_the_total_so_far() -> None:
    cells = {"创新": cell("80"), "可行": Cell(State.NOT_APPLICABLE, 999)}
    assert total_so_far(PARTS, cells) == 80


def test_the_distribution_has_bands_from_sixty_percent_up() -> None:
    found = distribution(PARTS, own_totals(PARTS, ROUNDING, ANSWERS))
    assert [(band.start, band.end, band.count) for band in found.bands] == [
        (0, 60, 0),
        (60, 70, 1),
        (70, 80, 0),
        (80, 90, 4),
        (90, 100, 1),
    ]
    assert (found.highest, found.lowest) == (Fraction("91.3"), Fraction("60.0"))
    totals = ["86.4", "91.3", "88", "81.5", "60", "81.5"]
    assert found.mean == sum(map(Fraction, totals)) / 6
    assert found.median == Fraction("83.95")


def test_the_full_mark_belongs_to_the_top_band_and_no_totals_give_no_figures() -> None:
    full = distribution(PARTS, {"A": Fraction(100), "B": Fraction(0)})
    assert [band.count for band in full.bands] == [1, 0, 0, 0, 1]
    assert distribution(PARTS, {}).mean is None


def test_a_summing_ballot_has_the_sum_of_full_marks_as_its_limit() -> None:
    summing = stage(
        [criterion("a", scale=Scale(0, 300, 5)), criterion("b", scale=Scale(-50, 0, 5))],
        summing=True,
    )
    assert ballot_limits(summing) == (-5, 30)


def test_similar_cases_are_the_nearest_of_the_own_totals() -> None:
    assert total_so_far(PARTS, ANSWERS["007"].cells) == Fraction(85 * 30 + 78 * 25, 55)
    found = similar(PARTS, ROUNDING, ANSWERS, "007")
    assert [case for case, _ in found] == ["001", "012", "016"]
    assert "001" not in [case for case, _ in similar(PARTS, ROUNDING, ANSWERS, "001")]
    assert similar(PARTS, ROUNDING, ANSWERS | {"009": Own()}, "009") == ()
