"""Panels by the command line: who reads what, the second mean, every mistake told together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from award.folder import opened
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example, unscored


@pytest.fixture
def fresh(pingxuan: Pingxuan, tmp_path: Path) -> Path:
    """The science prize before anybody has scored."""
    return unscored(pingxuan, "science_panels", tmp_path / "award")


PANELS = ("--panel", "a=field:数理", "--panel", "b=Q1, Q2,Q3")


def test_panels_are_shown_first_and_written_with_yes(pingxuan: Pingxuan, fresh: Path) -> None:
    shown = pingxuan("assign", *PANELS, "-C", fresh)
    assert shown.code == 0
    assert "Panel a (A1, A2, A3) reads 3: P1, P2, P3" in shown.out
    with opened(fresh, readonly=True) as award:
        assert award.store.assignment() is None
    assert pingxuan("assign", *PANELS, "--yes", "-C", fresh).code == 0
    with opened(fresh, readonly=True) as award:
        made = award.store.assignment()
        assert made is not None
        assert made.shares["A2"] == {"P1", "P2", "P3"}
        assert made.shares["B3"] == {"Q1", "Q2", "Q3"}
    log = pingxuan("log", "-C", fresh).out
    assert pingxuan("assign", *PANELS, "--yes", "-C", fresh).code == 0
    assert pingxuan("log", "-C", fresh).out == log


def test_every_mistake_is_told_at_once(pingxuan: Pingxuan, fresh: Path) -> None:
    said = pingxuan("assign", "--panel", "a", "--panel", "c=P1", "--panel", "b=Q9,field:物理",
                    "-C", fresh)  # fmt: skip
    assert said.code == 1
    for code in ("E-PANEL-FORM", "E-PANEL-UNKNOWN", "E-PANEL-CASE"):
        assert f"[{code}]" in said.err
    assert said.err.count("[E-PANEL-CASE]") == 2


def test_every_case_belongs_to_one_panel(pingxuan: Pingxuan, fresh: Path) -> None:
    said = pingxuan("assign", "--panel", "a=P1,P2,Q1", "--panel", "b=field:化学", "-C", fresh)
    assert "[E-PANEL-TWICE]" in said.err
    assert "[E-PANEL-LEFT]" in said.err
    assert "P3" in said.err


def test_panels_and_shares_by_lot_exclude_each_other(pingxuan: Pingxuan, fresh: Path) -> None:
    assert pingxuan("assign", *PANELS, "--ballots", 2, "-C", fresh).code == 2


def test_after_the_first_ballot_panels_stay(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("assign", "--panel", "a=P1,P2", "--panel", "b=P3,Q1,Q2,Q3", "--yes",
                    "-C", example("science_panels"))  # fmt: skip
    assert "[E-ASSIGN-LATE]" in said.err


def test_the_explanation_shows_the_value_before_and_after_the_second_mean(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("science_panels")
    said = pingxuan("rank", "--explain", "Q1", "-C", folder).out
    assert "360 / 4" in said
    assert "90 × 80 / 85 (the mean of all / that of the panel) = 84.705882.." in said
    data = json.loads(pingxuan("rank", "--explain", "Q1", "--json", "-C", folder).out)
    assert data["stages"][0]["value"] == "1440/17"
