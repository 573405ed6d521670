"""Case numbers and judges' ids stand in the order in which people count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from db.order import in_order, natural

NUMBERS = st.sampled_from(
    ["1", "2", "10", "007", "7", "12", "99", "100", "J1", "J10", "２", "案1", ""]
)


def test_nine_comes_before_ten_with_letters_before_them_too() -> None:
    assert in_order(["J10", "J9", "007", "10", "7"], str) == ["007", "7", "10", "J9", "J10"]


@given(st.lists(NUMBERS | st.text(alphabet="0123456789", min_size=3, max_size=3), unique=True))
def test_numbers_of_one_length_are_sorted_quickly_and_the_same(numbers: list[str]) -> None:
    assert in_order(numbers, str) == sorted(numbers, key=natural)


@given(st.lists(st.text(alphabet="0123456789", min_size=3, max_size=3), unique=True))
def test_plain_numbers_stand_as_they_are_counted(numbers: list[str]) -> None:
    assert in_order(numbers, str) == sorted(numbers, key=int)
