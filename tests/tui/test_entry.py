"""What may be typed as a score, what it becomes, and that nothing wrong is ever saved."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.cells import Cell, State
from tests.tui.award import CRITERIA
from tui.entry import NO_CELL, Entry, half_width, random_code

PLAIN, OPTIONAL = CRITERIA[0], CRITERIA[3]
EIGHTY = Cell(State.SCORED, 800)

TABLE = [
    # typed, what is shown, points saved (None: nothing of it is)
    ("9.5", "9.5", 95),
    ("85。5", "85.5", 855),
    ("８５", "85", 850),
    ("８５．５", "85.5", 855),
    ("100", "100", 1000),
    ("0", "0", 0),
    ("1_0", "1_0", None),
    ("1e5", "1e5", None),
    ("8,5", "8,5", None),
    ("8，5", "8,5", None),
    ("999", "999", None),
    ("85.3", "85.3", None),  # the step is 0.5
    ("85.55", "85.55", None),
    ("9.", "9.", None),
    (".5", ".5", None),
    ("--", "--", None),
    ("nan", "nan", None),
    ("x", "x", None),
    ("八", "八", None),
    ("+5", "+5", None),
    ("٨٥", "٨٥", None),  # Arabic digits
]


def typed(text: str, saved: Cell = NO_CELL, criterion=PLAIN) -> Entry:
    entry = Entry(criterion, 1)
    entry.settle(saved)
    for char in text:
        entry.add(char)
    return entry


@pytest.mark.parametrize(("text", "seen", "points"), TABLE)
def test_every_key_stays_on_the_screen_and_only_scores_are_saved(text, seen, points) -> None:
    entry = typed(text, saved=EIGHTY)
    assert entry.text == seen
    assert entry.wanted == (EIGHTY if points is None else Cell(State.SCORED, points))


def test_a_superscript_is_not_a_digit() -> None:
    assert half_width("²") == "²"
    assert typed("8²").reading.kind == "wrong"


def test_the_first_key_replaces_what_was_saved_and_backspace_edits_it() -> None:
    assert typed("9", saved=EIGHTY).text == "9"
    entry = typed("", saved=EIGHTY)
    entry.backspace()
    assert (entry.text, entry.wanted) == ("8", Cell(State.SCORED, 80))


def test_deleting_every_digit_takes_the_answer_away() -> None:
    entry = typed("", saved=EIGHTY)
    entry.backspace()
    entry.backspace()
    assert entry.wanted == NO_CELL


def test_a_minus_is_not_applicable_only_where_the_criterion_is_optional() -> None:
    assert typed("-", criterion=OPTIONAL).wanted.state is State.NOT_APPLICABLE
    assert typed("－", criterion=OPTIONAL).wanted.state is State.NOT_APPLICABLE
    assert typed("-").reading.why == "tui.entry.needed"


def test_what_does_not_fit_the_scale_is_told_apart_from_what_is_no_number() -> None:
    whys = [typed(text).reading.why for text in ("999", "85.3", "9.", "x")]
    assert whys == [f"tui.entry.{why}" for why in ("range", "step", "part", "number")]


def test_a_scale_below_zero_takes_a_minus_sign() -> None:
    below = replace(PLAIN, scale=replace(PLAIN.scale, low=-100))
    assert typed("-5", criterion=below).wanted == Cell(State.SCORED, -50)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=12))
def test_whatever_is_typed_is_saved_only_if_the_scale_allows_it(text: str) -> None:
    cell = typed(text).wanted
    assert cell == NO_CELL or PLAIN.scale.allows(cell.points)


def test_the_code_to_submit_has_four_digits() -> None:
    assert all(len(random_code()) == 4 and random_code().isdigit() for _ in range(50))
