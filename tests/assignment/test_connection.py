"""Judges stay comparable, or it is said why they cannot, and what would help."""

from __future__ import annotations

import pytest

from award import assignment_connect
from award.assignment_connect import SEARCH
from award.assignment_model import Change, Part
from tests.assignment.loads import Asked, after, asked, one_part

TWO_PANELS = [(c, j) for c in range(6) for j in range(4) if (c < 3) != (j < 2)]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(
    ("cases", "judges", "ballots"), [(2, 2, 2), (30, 30, 2), (29, 30, 2), (9, 10, 2), (5, 11, 3)]
)
def test_a_plan_is_connected_even_where_readings_only_just_suffice(
    cases: int, judges: int, ballots: int, seed: int
) -> None:
    rows = asked(cases, judges, ballots, fields="abc")
    made = rows.plan(seed)
    assert made.connection.connected
    assert one_part(rows, made.pairs)


def test_joining_parts_leaves_the_loads_as_they_were() -> None:
    made = asked(40, 40, 2).plan()
    assert {len(load.cases) for load in made.loads} == {2}


def test_too_few_readings_are_counted_and_cases_named_that_would_do() -> None:
    rows = asked(10, 4, 1)
    link = rows.plan().connection
    assert (link.connected, link.reason, len(link.parts)) == (False, "count", 4)
    assert link.change is not None
    assert len(link.change.more) == 3
    assert after(rows, link.change).plan().connection.connected


def test_two_panels_with_nobody_between_are_named_with_a_pair_that_would_do() -> None:
    rows = asked(6, 4, 2, apart=TWO_PANELS)
    link = rows.plan().connection
    assert link.reason == "pairs"
    assert link.parts == (
        Part(("J00", "J01"), ("c000", "c001", "c002")),
        Part(("J02", "J03"), ("c003", "c004", "c005")),
    )
    assert link.change is not None
    assert len(link.change.permit) == 1
    assert after(rows, link.change).plan().connection.connected


def test_limits_that_keep_panels_apart_are_proved_and_widened() -> None:
    bridge = [pair for pair in TWO_PANELS if pair != (0, 2)]
    rows = asked(6, 4, 2, low=3, high=3, apart=bridge)
    link = rows.plan().connection
    assert link.reason == "limits"
    assert link.change == Change(lower=1, higher=1)
    assert after(rows, link.change).plan().connection.connected


def test_one_bridge_is_found_and_used() -> None:
    bridge = [pair for pair in TWO_PANELS if pair != (0, 2)]
    made = asked(6, 4, 2, apart=bridge).plan()
    assert made.connection.connected
    assert ("c000", "J02") in made.pairs


def _rings(cases: int) -> Asked:
    """Case n and n+1 share a judge who may read these two and no other: one ring, all forced."""
    near = {(n, (n + step) % cases) for n in range(cases) for step in (0, 1)}
    apart = [(c, j) for c in range(cases) for j in range(cases) if (c, j) not in near]
    return asked(cases, cases, 2, apart=apart)


def test_a_design_that_is_forced_is_found() -> None:
    assert _rings(9).plan().connection.connected


def test_the_search_has_an_end_that_does_not_depend_on_the_clock() -> None:
    assert 10 <= SEARCH <= 100


HARD = asked(6, 6, 2, low=2, high=2, apart=[(c, j) for c in range(6) for j in range(6)
             if (c < 3) != (j < 3) and (c, j) not in {(0, 3), (3, 1)}])  # fmt: skip


def test_the_search_alone_finds_what_swaps_find(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment_connect, "swapped", lambda task, pairs: pairs)
    made = HARD.plan()
    assert made.connection.connected
    assert one_part(HARD, made.pairs)


def test_a_search_that_ends_too_early_does_not_claim_a_proof(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(assignment_connect, "swapped", lambda task, pairs: pairs)
    monkeypatch.setattr(assignment_connect, "SEARCH", 1)
    link = HARD.plan().connection
    assert (link.reason, len(link.parts)) == ("unfound", 2)


def test_a_search_that_has_seen_everything_is_a_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assignment_connect, "_proof", lambda task, parts: "")
    bridge = [pair for pair in TWO_PANELS if pair != (0, 2)]
    assert asked(6, 4, 2, low=3, high=3, apart=bridge).plan().connection.reason == "limits"


def test_no_change_is_named_where_none_of_those_tried_would_do() -> None:
    rows = asked(3, 3, 1, apart=[(c, j) for c in range(3) for j in range(3) if c != j])
    link = rows.plan().connection
    assert (link.reason, link.change) == ("count", None)
