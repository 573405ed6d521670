"""Who takes the place of a judge counts as that judge would have: weight and panel, told first."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest

from award.archiving import archive
from award.desks import seat_of
from award.finalising import finalise
from award.folder import opened
from award.verify import run
from scoring.cells import Cell, State
from tests.cli.conftest import Pingxuan
from tests.exchange.test_verify import bad_lines
from tests.rulebook.conftest import Example
from tests.rulebook.small import Small, build, judges_of, score
from words import use

OLD = {"P1": "85.33", "P2": "80.00", "P3": "74.67", "Q1": "84.71", "Q2": "79.06", "Q3": "76.24"}
MARKS = {"P1": 80, "P2": 76, "P3": 70}  # those of the head of panel a, A1


def replaced(pingxuan: Pingxuan, folder: Path, judge: str, new: str, how: str) -> str:
    """What was told beforehand."""
    words = ("replace-judge", judge, new, "--name", "接替者", "--scores", how, "--reason", "生病")
    told = pingxuan(*words, "-C", folder)
    assert told.code == 0, told.err
    said = pingxuan(*words, "--yes", "-C", folder)
    assert said.code == 0, said.err
    return told.err


def give(folder: Path, judge: str, marks: dict[str, int]) -> None:
    with opened(folder) as award:
        desk = seat_of(award, judge).desk
        key = desk.rules.stage.criteria[0].key
        for case in desk.cases:
            points = marks[case.number] * 10**desk.rules.stage.decimals
            desk.set_cell(case.number, key, Cell(State.SCORED, points))
        desk.submit()


def scores(pingxuan: Pingxuan, folder: Path) -> dict[str, str]:
    lines = json.loads(pingxuan("rank", "--json", "-C", folder).out)["ranking"]
    return {one["case"]: one["score"] for one in lines}


def test_the_new_head_of_a_panel_counts_twice_in_it(pingxuan: Pingxuan, example: Example) -> None:
    use("zh")
    folder = example("science_panels")
    told = replaced(pingxuan, folder, "A1", "A4", "drop")
    assert "A4 接替他的位置，也按 2 倍计" in told
    assert "A4 接替 A1 在 a 组的位置" in told
    assert re.findall(r"案例 (\w+)：评分表 3 -> (\d) 份", told) == [
        ("P1", "3"), ("P2", "3"), ("P3", "3"),
    ]  # fmt: skip
    give(folder, "A4", MARKS)
    assert scores(pingxuan, folder) == OLD
    why = pingxuan("rank", "--explain", "P1", "-C", folder).out
    assert "320" in why
    with opened(folder) as award:
        finalise(award, "", "secretary")
        done = archive(award, None, None, None)
    assert pingxuan("recount", "-C", folder).code == 0
    for bundle in (done.public, done.restricted):
        assert bad_lines(run(bundle)) == []


def test_who_comes_for_the_one_who_came_has_the_place_too(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("science_panels")
    replaced(pingxuan, folder, "A1", "A4", "drop")
    replaced(pingxuan, folder, "A4", "A5", "drop")
    give(folder, "A5", MARKS)
    assert scores(pingxuan, folder) == OLD
    assert pingxuan("finalise", "-C", folder).code == 0


def test_the_workbook_of_each_result_shows_the_weight_of_who_sat_there(
    pingxuan: Pingxuan, example: Example
) -> None:
    use("zh")
    folder = example("science_panels")
    assert pingxuan("finalise", "-C", folder).code == 0
    replaced(pingxuan, folder, "A1", "A4", "drop")
    give(folder, "A4", MARKS)
    assert pingxuan("finalise", "-C", folder).code == 0
    for number, head in (("1", "A1"), ("2", "A4")):
        out = folder / f"out{number}"
        words = ("--number", number, "--set", "meeting", "-o", out, "-C", folder)
        said = pingxuan("export", *words)
        assert said.code == 0, said.err
        book = openpyxl.load_workbook(next(out.rglob("summary-*.xlsx")))
        weighed = {cell.split("\n")[0] for row in book.worksheets[0].iter_rows(values_only=True)
                   for cell in row if isinstance(cell, str) and cell.endswith("×2")}  # fmt: skip
        assert weighed == {head, "B1"}


def test_a_panel_does_not_have_both(pingxuan: Pingxuan, example: Example) -> None:
    said = pingxuan("replace-judge", "A1", "A4", "--name", "接替者", "--scores", "keep",
                    "--reason", "生病", "--yes", "-C", example("science_panels"))  # fmt: skip
    assert said.code == 1
    assert "[E-REPLACE-PANEL]" in said.err


@pytest.mark.parametrize(
    ("how", "expected", "told"),
    [
        ("drop", "73.33", "J3 接替他的位置，也按 2 倍计"),  # (2 x 70 + 80) / 3
        ("keep", "82.50", "仍按 2 倍计，J3 按 1 倍计"),  # (2 x 90 + 80 + 70) / 4
    ],
)
def test_without_stages_the_weight_passes_where_the_scores_go(
    pingxuan: Pingxuan, tmp_path: Path, how: str, expected: str, told: str
) -> None:
    use("zh")
    folder = build(tmp_path / "award", Small({"judge_weights": {"J1": "2"}}, {"A": "90 80"}))
    assert told in replaced(pingxuan, folder, "J1", "J3", how)
    give(folder, "J3", {"A": 70})
    assert scores(pingxuan, folder) == {"A": expected}
    with opened(folder) as award:
        finalise(award, "", "secretary")
        done = archive(award, None, None, None)
    for bundle in (done.public, done.restricted):
        assert bad_lines(run(bundle)) == []


def test_a_published_adjustment_stays_with_the_person(pingxuan: Pingxuan, tmp_path: Path) -> None:
    use("zh")
    stage = score("s", 2, judge_adjust={judges_of("s", 1)[0]: "5"})
    folder = build(tmp_path / "award", Small({"stage": [stage]}, {"s": {"A": "70 80"}}))
    assert scores(pingxuan, folder) == {"A": "77.50"}  # (70 + 5 + 80) / 2
    told = replaced(pingxuan, folder, "sJ1", "sJ3", "drop")
    assert "公布的校正分 5 是对 sJ1 本人的，不转给 sJ3" in told
    give(folder, "sJ3", {"A": 70})
    assert scores(pingxuan, folder) == {"A": "75.00"}
    assert pingxuan("finalise", "-C", folder).code == 0
