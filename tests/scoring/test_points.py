"""Text to points and back, and the named roundings."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.points import format_fixed, format_points, parse_points, round_ratio, round_to

UNDERSTOOD = [
    ("85", 0, 85),
    ("85", 1, 850),
    ("85.5", 1, 855),
    ("85.5", 2, 8550),
    ("８５", 1, 850),
    ("８５．５", 1, 855),
    ("85。5", 1, 855),
    ("85｡5", 1, 855),
    ("  85 ", 1, 850),
    ("　85　", 1, 850),
    ("007", 0, 7),
    ("0", 1, 0),
    ("0.0", 1, 0),
]
REFUSED = [
    "", " ", "1e5", "1_0", "8,5", "8，5", "85.", ".5", "85.55", "8.5.5", "+85", "-85", "－85",
    "−85", "٨٥", "८५", "𝟖𝟓", "8²", "①", "½", "八十五", "85分", "0x10", "1 0", "85\n5", "nan", "inf",
    "85\n", "1234567890", "8\u200b5", "O5",
]  # fmt: skip


@pytest.mark.parametrize(("text", "decimals", "points"), UNDERSTOOD)
def test_what_a_judge_may_type_is_understood(text: str, decimals: int, points: int) -> None:
    assert parse_points(text, decimals) == points


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_not_plainly_a_number_is_refused(text: str) -> None:
    assert parse_points(text, 1) is None


def test_a_scale_without_decimals_takes_no_point() -> None:
    assert parse_points("85.0", 0) is None


@pytest.mark.parametrize("text", ["-2.5", "－2.5", "－２．５"])
def test_a_minus_is_understood_only_where_the_scale_has_it(text: str) -> None:
    assert (parse_points(text, 1, signed=True), parse_points(text, 1)) == (-25, None)


@given(st.integers(-999_999_999, 999_999_999), st.integers(0, 4))
def test_points_written_out_are_read_back(points: int, decimals: int) -> None:
    for text in (format_points(points, decimals), format_fixed(points, decimals)):
        assert parse_points(text, decimals, signed=True) == points


@pytest.mark.parametrize(
    ("units", "places", "text"),
    [
        (9143, 2, "91.43"),
        (9100, 2, "91.00"),
        (5, 2, "0.05"),
        (-5, 2, "-0.05"),
        (0, 2, "0.00"),
        (-9143, 2, "-91.43"),
        (91, 0, "91"),
        (-91, 0, "-91"),
    ],
)
def test_published_numbers_keep_all_their_places(units: int, places: int, text: str) -> None:
    assert format_fixed(units, places) == text


@pytest.mark.parametrize(
    ("points", "decimals", "text"), [(855, 1, "85.5"), (850, 1, "85"), (100, 0, "100"), (0, 2, "0")]
)
def test_points_are_shown_as_short_as_they_were_typed(
    points: int, decimals: int, text: str
) -> None:
    assert format_points(points, decimals) == text


ROUNDED = [
    # value, places, half_up, half_even, down
    ("91.425", 2, 9143, 9142, 9142),
    ("91.435", 2, 9144, 9144, 9143),
    ("84.085", 2, 8409, 8408, 8408),
    ("0.5", 0, 1, 0, 0),
    ("1.5", 0, 2, 2, 1),
    ("2.5", 0, 3, 2, 2),
    ("-0.5", 0, -1, 0, 0),
    ("-1.5", 0, -2, -2, -1),
    ("-2.5", 0, -3, -2, -2),
    ("-2.51", 0, -3, -3, -2),
    ("2.49", 0, 2, 2, 2),
    ("2.51", 0, 3, 3, 2),
    ("0", 2, 0, 0, 0),
    ("100", 2, 10000, 10000, 10000),
]


@pytest.mark.parametrize(("text", "places", "half_up", "half_even", "down"), ROUNDED)
def test_each_rounding_does_what_its_name_says(
    text: str, places: int, half_up: int, half_even: int, down: int
) -> None:
    value = Fraction(text)
    assert round_to(value, places, "half_up") == half_up
    assert round_to(value, places, "half_even") == half_even
    assert round_to(value, places, "down") == down


def test_the_worked_numbers_are_not_what_binary_floats_print() -> None:
    assert round_to(Fraction("365.7") / 4, 2, "half_up") == 9143
    assert f"{365.7 / 4:.2f}" == "91.42"
    assert f"{0.7 * 89.05 + 0.3 * 72.50:.2f}" == "84.08"
    assert (
        round_to(
            Fraction("0.7") * Fraction("89.05") + Fraction("0.3") * 72 + Fraction("0.15"),
            2,
            "half_up",
        )
        == 8409
    )


@given(st.fractions(), st.integers(0, 6))
def test_rounding_mirrors_at_zero_and_stays_within_one_unit(value: Fraction, places: int) -> None:
    for mode in ("half_up", "half_even", "down"):
        units = round_to(value, places, mode)
        assert units == -round_to(-value, places, mode)
        assert abs(Fraction(units, 10**places) - value) < Fraction(1, 10**places)


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**20))
def test_nearest_roundings_are_never_more_than_half_a_unit_off(top: int, bottom: int) -> None:
    for mode in ("half_up", "half_even"):
        assert abs(2 * (round_ratio(top, bottom, mode) * bottom - top)) <= bottom
