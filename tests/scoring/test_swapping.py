"""Two of a judge's own cases change places by one mark: the smallest, and never by itself."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from scoring.cells import Cell, State
from scoring.points import round_to
from scoring.review import ballot_total
from scoring.swapping import Step, steps
from tests.scoring.test_own_review import KEYS, PARTS, ROUNDING, own


def shown(cells) -> int:
    total = ballot_total(PARTS, ROUNDING, cells)
    assert total is not None
    return round_to(total, ROUNDING.places, ROUNDING.mode)


def test_every_mark_that_alone_would_do_is_offered_with_the_new_total() -> None:
    upper, lower = own("85 80 80 80").cells, own("80 84 82 80").cells  # 81.5 both
    found = steps(PARTS, ROUNDING, upper, lower)
    assert [(one.raises, one.criterion) for one in found] == [
        *((True, key) for key in KEYS),
        *((False, key) for key in KEYS),
    ]
    assert found[0] == Step(True, "创新", 800, 805, Fraction("81.65"))
    assert found[-1] == Step(False, "推广", 800, 795, Fraction("81.4"))


def test_what_no_single_mark_can_do_is_not_offered() -> None:
    upper, lower = own("100 100 100 100").cells, own("0 0 0 0").cells
    assert steps(PARTS, ROUNDING, upper, lower) == ()


def test_unfinished_and_inapplicable_marks_are_left_alone() -> None:
    assert steps(PARTS, ROUNDING, own("85 80 80 80").cells, own("80 84 ? 80").cells) == ()
    without = {**own("80 84 82 80").cells, "推广": Cell(State.NOT_APPLICABLE)}
    found = steps(PARTS, ROUNDING, own("85 85 85 85").cells, without)
    assert "推广" not in {one.criterion for one in found if one.raises}


marks = st.lists(st.integers(0, 200).map(lambda n: 5 * n), min_size=4, max_size=4)


@given(marks, marks)
def test_each_offer_puts_the_lower_case_before_the_upper_and_one_step_less_does_not(
    one: list[int], other: list[int]
) -> None:
    first, second = (
        {key: Cell(State.SCORED, n) for key, n in zip(KEYS, points, strict=True)}
        for points in (one, other)
    )
    upper, lower = (first, second) if shown(first) >= shown(second) else (second, first)
    for step in steps(PARTS, ROUNDING, upper, lower):
        changed = lower if step.raises else upper

        def total(points: int, changed=changed, key=step.criterion) -> int:
            return shown({**changed, key: Cell(State.SCORED, points)})

        less = step.after - 5 if step.raises else step.after + 5
        if step.raises:
            assert total(step.after) > shown(upper) >= total(less)
        else:
            assert total(step.after) < shown(lower) <= total(less)
