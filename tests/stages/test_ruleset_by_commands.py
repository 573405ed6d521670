"""The given set of rules gives every figure of its [expected], each asked of a command."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from award.desks import seat_of
from award.folder import opened
from scoring.cells import Cell, State
from scoring.points import parse_points
from tests.cli.conftest import Pingxuan, pingxuan
from tests.conftest import ROOT
from words import use

__all__ = ["pingxuan"]
SHARED = ROOT.parent / "shared" / "data" / "ruleset_cases.toml"
CONFIG = ROOT / "examples" / "cases_two_rounds" / "config.toml"
FAR = {"from": "mean_of_valid", "over": "10", "unit": "points", "action": "explain"}
TIERS = ("classic", "excellent")
PRINTED = {"经典案例": "classic", "优秀案例": "excellent", "一": "1", "二": "2", "三": "3"}


@cache
def given() -> dict[str, Any]:
    if not SHARED.is_file():
        pytest.skip("the given set of rules is not beside the program")
    return tomllib.loads(SHARED.read_text(encoding="utf-8"))


@cache
def expected() -> dict[str, Any]:
    return dict(given()["expected"])


class Selection:
    """The award of the set in a folder, reached by commands; judges score as on the screen."""

    def __init__(self, folder: Path, pingxuan: Pingxuan, **changes: Any) -> None:
        self.folder, self.pingxuan = folder, pingxuan
        self.formal, self.first, self.second, self.net = given()["stage"]
        self("new", folder)
        config = {**tomllib.loads(CONFIG.read_text(encoding="utf-8")), **changes}
        (folder / "config.toml").write_text(tomli_w.dumps(config), encoding="utf-8")
        self._enrol()
        for stage in (self.first, self.second):
            for place, judge in enumerate(stage["judges"]):
                self._score(judge, {c: str(row[place]) for c, row in stage["scores"].items()})
        self("import", "--votes", self._table("votes", ("编号", "得票"), self.net["votes"].items()))

    def __call__(self, *words: object) -> str:
        use("zh")
        said = self.pingxuan(*words, *(() if words[0] == "new" else ("-C", self.folder)))
        assert said.code == 0, said.err
        return said.out

    def _table(self, name: str, heads: tuple[str, ...], rows: Any) -> Path:
        path = self.folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([heads, *rows])
        return path

    def _enrol(self) -> None:
        cases = [(one["id"], f"案例{one['id']}", one["unit"], one["system"])
                 for one in given()["entry"]]  # fmt: skip
        judges = [(judge, f"评委{judge}") for judge in self.first["judges"] + self.second["judges"]]
        away = [(j, c, "亲属") for j, cases_ in self.second["recuse"].items() for c in cases_]
        self("import", "--yes", self._table("cases", ("编号", "案例名称", "单位", "系统"), cases))
        self("import", "--judges", "--yes", self._table("judges", ("评委编号", "姓名"), judges))
        heads = ("评委编号", "案例编号", "原因")
        self("import", "--recusals", "--yes", self._table("recusals", heads, away))
        for case, why in self.formal["reject"].items():
            self("event", "reject", case, "--reason", why)

    def _score(self, judge: str, marks: dict[str, str]) -> None:
        with opened(self.folder) as award:
            seat = seat_of(award, judge)
            for case in seat.desk.cases:
                if marks[case.number] == "-":
                    assert seat.desk.answer(case.number).recused is not None
                    continue
                points = parse_points(marks[case.number], seat.rules.stage.decimals)
                assert points is not None
                seat.desk.set_cell(case.number, "score", Cell(State.SCORED, points))
            seat.desk.submit()

    def object(self) -> None:
        for case, why in given()["publicity"]["objection_upheld"].items():
            self("event", "object", case, "--reason", why)

    def ranked(self) -> dict[str, Any]:
        return dict(json.loads(self("rank", "--json")))

    def stage(self, key: str) -> dict[str, str]:
        (found,) = (one for one in self.ranked()["stages"] if one["key"] == key)
        return {one["case"]: one["score"] for one in found["results"] if one["score"]}

    def totals(self) -> dict[str, str]:
        return {one["case"]: one["score"] for one in self.ranked()["ranking"] if one["score"]}

    def tiers(self) -> dict[str, list[str]]:
        lines = self.ranked()["ranking"]
        return {key: [one["case"] for one in lines if one["tier"] == key] for key in TIERS}


@pytest.fixture
def selection(tmp_path: Path, pingxuan: Pingxuan) -> Selection:
    given()
    return Selection(tmp_path / "award", pingxuan)


def test_every_figure_that_is_expected_is_asked_for_here() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    asked = set(re.findall(r'expected\(\)\["(\w+)"\]', text))
    assert asked == set(expected())


def test_scores_of_the_stages_totals_order_and_tiers_before_publication(
    selection: Selection,
) -> None:
    first = selection.stage("first")
    assert first == expected()["first"]
    (passed,) = (one for one in selection.ranked()["stages"] if one["key"] == "first")
    advanced = [one["case"] for one in passed["results"] if one["promoted"]]
    assert sorted(advanced) == sorted(expected()["advanced"])
    order = [first[case] for case in expected()["advanced"]]
    assert order == sorted(order, reverse=True)
    assert selection.stage("second") == expected()["second"]
    assert selection.stage("net") == expected()["net"]
    assert selection.totals() == expected()["total"]
    ranked = [one["case"] for one in selection.ranked()["ranking"] if one.get("rank")]
    assert ranked == expected()["ranking"]
    assert selection.tiers() == expected()["awards_before_publicity"]


def test_tiers_and_the_announcement_after_the_objection(selection: Selection) -> None:
    selection.object()
    assert selection.tiers() == expected()["awards_final"]
    selection("finalise")
    selection("recount")
    out = selection.folder / "out"
    selection("export", "--out", out)
    sheet = tomllib.loads(next(out.glob("*.toml")).read_text(encoding="utf-8"))
    numbers = {
        one["case"]: (one["tier"], one["announce_no"])
        for one in sheet["ranking"]["rows"]
        if one["tier"]
    }
    announced = {
        key: sorted((c for c, (tier, _) in numbers.items() if tier == key), key=numbers.__getitem__)
        for key in TIERS
    }
    assert announced == expected()["announce"]
    text = next(out.glob("announcement-*.txt")).read_text(encoding="utf-8")
    printed = re.findall(r"^(经典案例|优秀案例)([一二三]) · .*案例(C\d\d)$", text, re.MULTILINE)
    order = [f"{PRINTED[tier]}-{PRINTED[n]}" for tier, n, _ in printed]
    assert order == expected()["announce_reading_order"]
    assert [(PRINTED[tier], int(PRINTED[n])) for tier, n, _ in printed] == [
        numbers[case] for _, _, case in printed
    ]


def test_without_backfill_the_place_stays_empty(tmp_path: Path, pingxuan: Pingxuan) -> None:
    given()
    made = Selection(tmp_path / "award", pingxuan, publication={"workdays": 5, "backfill": False})
    made.object()
    assert made.tiers() == expected()["awards_final_if_no_backfill"]


def test_the_mark_far_from_the_others_waits_for_an_explanation(
    tmp_path: Path, pingxuan: Pingxuan
) -> None:
    given()
    made = Selection(tmp_path / "award", pingxuan, deviation=FAR)
    ((case, judge, difference),) = expected()["deviation_flags"]
    told = pingxuan("rank", "-C", made.folder)
    found = re.findall(r"评委 (\w+) 对 (\w+) 的打分与.+?相差 (-?[0-9.]+)", told.out + told.err)
    assert found == [(judge, case, difference)]
    assert f"{difference}" in made("rank", "--explain", case)
    assert pingxuan("finalise", "-C", made.folder).code == 1
    made("explain-mark", judge, case, "--text", "数据存疑")
    made("finalise")


def test_by_gb_t_8170_the_even_figures_come_out(tmp_path: Path, pingxuan: Pingxuan) -> None:
    given()
    even = {"mode": "half_even", "places": 2, "when": "every_stage"}
    made = Selection(tmp_path / "award", pingxuan, rounding=even)
    assert made.stage("second")["C01"] == expected()["second_C01_if_gbt8170"]
    totals = expected()["second_C05_and_C01_total_if_gbt8170"]
    assert {case: made.totals()[case] for case in totals} == totals
