"""A recusal by unit, field or region, by the commands: who it means, what it does to the count."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
import tomli_w

from award.desks import seat_of
from award.folder import opened
from scoring.cells import Cell, State
from tests.cli.conftest import Pingxuan
from tests.rulebook.small import BASE
from words import Bad, use

CASES = (
    # number, title, unit, field, region
    ("A", "甲案", "一中院", "法院", "西部"),
    ("B", "乙案", "二中院", "法院", "东部"),
    ("C", "丙案", "市检察院", "检察院", "西部"),
    ("D", "丁案", "市公安局", "公安", "东部"),
)
RECUSALS = (
    # judge, case, unit, field, region, reason
    ("J1", "", "", "法院", "", "曾在法院系统任职"),
    ("J2", "", "", "", "西部", "西部挂职"),
    ("J3", "", "市公安局", "", "", "本单位"),
    ("J4", "", "", "法院", "西部", "两样都是才回避"),
)
AWAY = {"J1": {"A", "B"}, "J2": {"A", "C"}, "J3": {"D"}, "J4": {"A"}, "J5": set()}
MARKS = {"J1": 90, "J2": 80, "J3": 70, "J4": 60, "J5": 50}  # the same for every case
MEANS = {
    "A": "60.00",  # J3 J5: 120 / 2
    "B": "65.00",  # J2 J3 J4 J5: 260 / 4
    "C": "67.50",  # J1 J3 J4 J5: 270 / 4
    "D": "70.00",  # J1 J2 J4 J5: 280 / 4
}


def table(folder: Path, name: str, heads: tuple[str, ...], rows: object) -> Path:
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heads, *rows])  # type: ignore[misc]
    return path


@pytest.fixture
def award(tmp_path: Path, pingxuan: Pingxuan) -> Path:
    use("zh")
    folder = tmp_path / "award"
    assert pingxuan("new", folder).code == 0
    (folder / "config.toml").write_text(tomli_w.dumps(BASE), encoding="utf-8")
    cases = table(tmp_path, "cases", ("编号", "案例名称", "单位", "系统", "地区"), CASES)
    judges = table(tmp_path, "judges", ("评委编号", "姓名"), [(j, f"评委{j}") for j in MARKS])
    heads = ("评委编号", "案例编号", "单位", "系统", "地区", "原因")
    recusals = table(tmp_path, "recusals", heads, RECUSALS)
    for words in ((cases,), ("--judges", judges), ("--recusals", recusals)):
        said = pingxuan("import", "--yes", *words, "-C", folder)
        assert said.code == 0, said.err
    return folder


def score_all(folder: Path) -> None:
    for judge, points in MARKS.items():
        with opened(folder) as award:
            seat = seat_of(award, judge)
            for case in seat.desk.cases:
                if not seat.desk.answer(case.number).recused:
                    seat.desk.set_cell(case.number, "score", Cell(State.SCORED, points * 10))
            seat.desk.submit()


def test_field_region_and_unit_mean_their_cases_and_leave_the_denominator(
    award: Path, pingxuan: Pingxuan
) -> None:
    with opened(award) as opened_now:
        found: dict[str, set[str]] = {judge: set() for judge in MARKS}
        for one in opened_now.store.recusals():
            found[one.judge].add(one.case)
    assert found == AWAY
    score_all(award)
    lines = json.loads(pingxuan("rank", "--json", "-C", award).out)["ranking"]
    assert {one["case"]: one["score"] for one in lines} == MEANS
    assert {one["case"]: one["ballots"] for one in lines} == {"A": 2, "B": 4, "C": 4, "D": 4}
    assert pingxuan("finalise", "-C", award).code == 0
    assert pingxuan("recount", "-C", award).code == 0


def test_a_recused_case_takes_no_mark(award: Path) -> None:
    with opened(award) as opened_now:
        desk = seat_of(opened_now, "J1").desk
        with pytest.raises(Bad, match="E-RECUSED"):
            desk.set_cell("A", "score", Cell(State.SCORED, 900))


def test_each_recusal_is_listed_with_its_reason(award: Path, pingxuan: Pingxuan) -> None:
    score_all(award)
    told = pingxuan("rank", "--explain", "A", "-C", award).out
    assert told.count("回避") >= 3
    assert pingxuan("finalise", "-C", award).code == 0
    out = award / "out"
    assert pingxuan("export", "--out", out, "-C", award).code == 0
    rows = [line for line in next(out.glob("scores-*.csv")).read_text("utf-8-sig").splitlines()
            if "回避" in line]  # fmt: skip
    assert {(judge, case) for judge, cases in AWAY.items() for case in cases} == {
        (judge, case) for judge in MARKS for case in "ABCD"
        if any(f"{case}," in row and judge in row for row in rows)
    }  # fmt: skip


def test_a_recusal_during_the_scoring_takes_the_case_out_again(
    award: Path, pingxuan: Pingxuan
) -> None:
    with opened(award) as opened_now:
        desk = seat_of(opened_now, "J5").desk
        desk.set_cell("D", "score", Cell(State.SCORED, 500))
        desk.recuse("D", "刚发现是亲属")
        assert not desk.answer("D").cells
    score_all(award)
    lines = json.loads(pingxuan("rank", "--json", "-C", award).out)["ranking"]
    scores = {one["case"]: one["score"] for one in lines}
    assert scores == {**MEANS, "D": "76.67"}  # J1 J2 J4: 230 / 3


def test_a_row_that_means_no_case_is_refused_and_nothing_is_written(
    award: Path, tmp_path: Path, pingxuan: Pingxuan
) -> None:
    heads = ("评委编号", "系统", "原因")
    wrong = table(tmp_path, "wrong", heads, [("J5", "公安", "亲属"), ("J5", "海关", "亲属")])
    said = pingxuan("import", "--recusals", "--yes", wrong, "-C", award)
    assert said.code == 1
    assert "海关" in said.out + said.err
    with opened(award) as opened_now:
        assert "J5" not in {one.judge for one in opened_now.store.recusals()}
