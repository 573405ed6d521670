"""Long text is wrapped as a Chinese reader expects, and no number is ever clipped."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.award import BODY
from tui.wrap import CLOSING, OPENING, wrap
from words.text import clean, width

TEXT = "\n".join(BODY)
NUMBER = re.compile(r"[0-9][0-9,.]*%?")


@pytest.mark.parametrize("cells", range(20, 100))
def test_no_line_is_too_wide_and_no_number_is_cut_at_any_width(cells: int) -> None:
    found = wrap(TEXT, cells)
    assert max(map(width, found)) <= cells
    joined = [number for line in found for number in NUMBER.findall(line)]
    assert joined == NUMBER.findall(TEXT)


@pytest.mark.parametrize("cells", range(20, 100))
def test_no_closing_mark_starts_a_line_and_no_opening_mark_ends_one(cells: int) -> None:
    for line in wrap(TEXT, cells):
        assert line[:1] not in CLOSING or not line
        assert line[-1:] not in OPENING or not line


@given(st.text(max_size=200), st.integers(4, 60))
def test_wrapping_loses_nothing_but_blanks(text: str, cells: int) -> None:
    text = clean(text)
    found = wrap(text, cells)
    assert all(width(line) <= cells for line in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_piece_wider_than_the_line_is_cut_because_it_must() -> None:
    assert wrap("1234567890", 4) == ["1234", "5678", "90"]


def test_blanks_in_front_of_a_line_stay_and_empty_lines_too() -> None:
    assert wrap("    指标\n\n率", 20) == ["    指标", "", "率"]
