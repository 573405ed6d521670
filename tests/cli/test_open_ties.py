"""An award whose first places are all tied: what is open is called open until it is decided."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from award.folder import opened
from scoring.cells import Cell, State
from tests.cli.conftest import Pingxuan
from words import use

CASES = ["001", "002", "003"]


@pytest.fixture
def tied(pingxuan: Pingxuan, tmp_path: Path) -> Path:
    """Three equal cases, three judges, two places in each tier."""
    folder, table = tmp_path / "award", tmp_path / "table.csv"
    pingxuan("new", folder)
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8").replace("size = 10", "size = 2")
    config.write_text(text, encoding="utf-8")
    table.write_text(
        "编号,案例名称,参评单位\n" + "".join(f"{n},案{n},单位\n" for n in CASES), "utf-8"
    )
    pingxuan("import", table, "-C", folder)
    table.write_text("编号,姓名\nJ1,甲\nJ2,乙\nJ3,丙\n", "utf-8")
    pingxuan("import", "--judges", table, "-C", folder)
    with opened(folder) as award:
        for judge in ("J1", "J2", "J3"):
            desk = award.store.desk(judge, award.rules)
            for case in CASES:
                for criterion in award.rules.stage.criteria:
                    desk.set_cell(case, criterion.key, Cell(State.SCORED, 900))
            desk.submit()
    return folder


def test_a_tier_that_the_committee_must_decide_is_open_and_nobody_is_out(
    pingxuan: Pingxuan, tied: Path
) -> None:
    use("zh")
    table = pingxuan("rank", "-C", tied)
    assert table.code == 1
    assert len(re.findall("待定$", table.out, re.MULTILINE)) == 3
    told = pingxuan("rank", "--explain", "002", "-C", tied).out
    assert "等次待定" in told
    assert "未入选" not in told
    assert "由评选委员会决定" not in told.rpartition("\n三、")[0]


def test_the_committees_order_is_told_as_an_order(pingxuan: Pingxuan, tied: Path) -> None:
    decided = ["003", "001", "002"]
    said = pingxuan("decide", *decided, "--kind", "chair", "--reason", "minutes", "-C", tied)
    assert said.code == 0
    told = pingxuan("rank", "--explain", "002", "-C", tied).out
    assert "the committee decided the order: 003 > 001 > 002" in told
    assert "Rank 3, Excellent" in told


def test_where_lots_were_drawn_the_explanation_and_the_report_say_so(
    pingxuan: Pingxuan, tied: Path, tmp_path: Path
) -> None:
    drawn = ("decide", "003", "001", "002", "--kind", "draw", "--reason", "lots", "-C", tied)
    assert pingxuan(*drawn).code == 0
    told = pingxuan("rank", "--explain", "002", "-C", tied).out
    assert "lots decided the order: 003 > 001 > 002" in told
    assert pingxuan("finalise", "-C", tied).code == 0
    assert pingxuan("export", "--set", "meeting", "-C", tied, "-o", tmp_path / "out").code == 0
    report = next((tmp_path / "out").rglob("*report*.html")).read_text(encoding="utf-8")
    assert "lots were drawn." in report
    assert "the committee decided." not in report


def test_a_case_with_too_few_ballots_says_how_many_and_how_many_it_needs(
    pingxuan: Pingxuan, tied: Path
) -> None:
    pingxuan("reopen", "J1", "--reason", "typing slip", "-C", tied)
    told = pingxuan("rank", "--explain", "001", "-C", tied).out
    assert told.endswith("3. Not ranked: 2 valid ballots, the rules ask for at least 3\n")


def test_what_is_missing_is_counted_apart(pingxuan: Pingxuan, tied: Path) -> None:
    pingxuan("reopen", "J1", "--reason", "typing slip", "-C", tied)
    said = pingxuan("finalise", "-C", tied).err
    assert "Scores not given: 3; cases with too few ballots: 3; " in said
    assert "cases without a factor: 0; ties undecided: 0" in said
