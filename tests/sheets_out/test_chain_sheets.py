"""Workbooks of awards in stages: every stage is shown, and counted again by formulas."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from sheets.office.source import Source
from sheets.office.view import View
from sheets.office.xlsx import write_xlsx
from sheets.office.xlsx_summary import BODY_ROW, HEAD_ROW
from tests.drawn import many
from tests.libreoffice import needs_soffice
from tests.sheets_out.awards import AT, make, rules_data
from tests.sheets_out.chains import chain_source, example_source
from tests.sheets_out.libreoffice import recalculated
from tests.sheets_out.rulesets import RULESETS
from tests.sheets_out.test_xlsx import book_of, rows_of

SAME = "公式算出的得分与公布的得分全部相符"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("examples")


@pytest.fixture(scope="module")
def rounds(folder: Path) -> Source:
    """The example in two rounds with a vote of the public and an objection."""
    return example_source("cases_two_rounds", folder / "rounds")


@pytest.fixture(scope="module")
def ticks(folder: Path) -> Source:
    return example_source("approval_vote", folder / "ticks")


@pytest.fixture(scope="module")
def skill(folder: Path) -> Source:
    return example_source("skill_contest", folder / "skill")


@pytest.fixture(scope="module")
def panels(folder: Path) -> Source:
    """The example in which the heads of the panels count twice."""
    return example_source("science_panels", folder / "panels")


def test_each_stage_has_its_check_and_its_marks(rounds: Source) -> None:
    names = book_of(write_xlsx(rounds.view)).sheetnames
    assert names[:2] == ["评分汇总表", "复核公式"]
    assert names[2:5] == ["复核 初评", "复核 复评", "复核 网络投票"]
    assert names[5:] == ["明细 初评", "明细 复评", "图表"]


def test_the_summary_has_every_stage_under_its_name(rounds: Source) -> None:
    sheet = book_of(write_xlsx(rounds.view))["评分汇总表"]
    above = [cell.value for cell in sheet[HEAD_ROW + 1] if cell.value]
    assert above[3:6] == ["初评", "复评", "网络投票"]
    (line,) = [row for row in rows_of(sheet) if row[0] == "C04"]
    assert line[3:9] == [79, 82, 80, 84, 81, 81.2]
    assert line[-9:-5] == [66200, 1200, 65000, 100]
    assert line[-1] == "异议成立，取消资格：公示异议成立：数据失实（评选委员会）"


def test_a_case_that_left_is_told_why_and_has_no_numbers_after(rounds: Source) -> None:
    lines = {row[0]: row for row in rows_of(book_of(write_xlsx(rounds.view))["评分汇总表"])}
    assert lines["C07"][-1] == "初评第8名，进入下一阶段的名额为6个"
    assert lines["C09"][-1] == "不予受理：缺推荐单位盖章，逾期未补正（秘书组）"
    assert not [value for value in lines["C09"][3:-3] if value not in ("", "不排名")]


def test_what_was_dropped_in_a_stage_is_marked(rounds: Source) -> None:
    sheet = book_of(write_xlsx(rounds.view))["评分汇总表"]
    (row,) = [row for row in sheet.iter_rows(min_row=BODY_ROW + 1) if row[0].value == "C03"]
    struck = [cell.value for cell in row if cell.font.strike and cell.value]
    assert struck == [95, 78]


def test_what_is_not_counted_again_is_said(rounds: Source) -> None:
    said = _texts(book_of(write_xlsx(rounds.view))["复核公式"])
    assert any("初评、复评、网络投票" in text for text in said)
    assert any("谁进入下一阶段" in text and "pingxuan recount" in text for text in said)


def test_ticks_are_shown_as_ticks_and_a_void_ballot_as_void(ticks: Source) -> None:
    book = book_of(write_xlsx(ticks.view), data_only=True)
    assert "√" in book["明细 票决"].cell(BODY_ROW + 1, 3).number_format
    judges = {row[0].value: [c.value for c in row[2:]] for row in book["复核 票决"].iter_rows()}
    assert judges["M6"][:4] == [1, 3, 1, 0]
    assert judges["M1"][:4] == [1, 2, 0, 1]


OVERTIME = {
    "key": "overtime", "name": {"zh": "超时扣分", "en": "Over time"}, "measure": "time",
    "free": 600, "every": 30, "points": "-0.5",
}  # fmt: skip


def penalised() -> Source:
    """An award of one stage in which two cases took too long."""
    data = {**rules_data(), "adjust": [OVERTIME]}
    made = make(8, 7, data=data, holes=0, measures={"001": {"time": 661}, "004": {"time": 610}})
    return Source(made.sheet, made.rules, made.nominations, "zh", AT)


def test_a_penalty_is_added_in_a_column_of_its_own() -> None:
    sheet = book_of(write_xlsx(penalised().view), data_only=True)["复核公式"]
    heads = [cell.value for cell in sheet[HEAD_ROW + 1]]
    at = heads.index("加减分")
    assert heads[at + 1] == "加减分后"
    changed = {row[0]: row[at] for row in rows_of(sheet) if row[at]}
    assert changed == {"001": -1.5, "004": -0.5}


def _texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_judge_is_named_in_the_public_workbook(rounds: Source, folder: Path, lang: str) -> None:
    source = example_source("cases_two_rounds", folder / "rounds", lang)
    book = book_of(write_xlsx(source.hidden_view), data_only=True)
    said = " ".join(text for sheet in book.worksheets for text in _texts(sheet))
    for judge in source.sheet.judges:
        assert judge.name not in said
        assert not re.search(rf"\b{judge.id}\b", said)
    assert "同一设备" not in said
    assert "数据失实" not in said


def _checks(data: bytes) -> dict[str, str]:
    """The verdict of every sheet that counts again, and errors in place of it."""
    book = book_of(data, data_only=True)
    found = {}
    for sheet in book.worksheets:
        if sheet.title.startswith("复核"):
            wrong = [text for text in _texts(sheet) if text.startswith("#") or text == "不符"]
            found[sheet.title] = ", ".join(wrong) or sheet["A2"].value
    return found


def _views(source: Source) -> list[View]:
    return [source.view, source.hidden_view]


def test_a_stage_with_weights_is_counted_again_where_judges_are_named(panels: Source) -> None:
    book = book_of(write_xlsx(panels.view))
    assert "复核 专业组评审" in book.sheetnames
    assert any("按权重重算" in text for text in _texts(book["评分汇总表"]))


def test_without_names_it_stands_as_recorded_and_that_is_said(panels: Source) -> None:
    book = book_of(write_xlsx(panels.hidden_view))
    assert [name for name in book.sheetnames if name.startswith("复核")] == ["复核公式"]
    assert any("没有公式、按记录列出的阶段" in text for text in _texts(book["复核公式"]))
    assert any("没有复核公式" in text for text in _texts(book["评分汇总表"]))


def test_stages_that_are_added_up_have_no_share_above_them() -> None:
    source = next(one for one in map(_added, range(40)) if one and len(one.rules.total) > 1)
    sheet = book_of(write_xlsx(source.view))["复核公式"]
    assert not any("%" in str(cell.value) for cell in sheet[HEAD_ROW + 1])
    assert any("相加" in text for text in _texts(sheet))


def _added(seed: int) -> Source | None:
    return chain_source(seed, added=True)


@needs_soffice
def test_libreoffice_counts_the_examples_in_stages_again(
    rounds: Source, ticks: Source, skill: Source, panels: Source, folder: Path, tmp_path: Path
) -> None:
    second = example_source("second_round", folder / "second")
    timed = example_source("timed_contest", folder / "timed")
    views = [
        view
        for one in (rounds, ticks, skill, panels, second, timed, penalised())
        for view in _views(one)
    ]
    books = {str(at): write_xlsx(view) for at, view in enumerate(views)}
    for name, data in recalculated(books, tmp_path).items():
        assert set(_checks(data).values()) <= {SAME}, name
    checked = _checks(recalculated({"rounds": books["0"]}, tmp_path)["rounds"])
    assert list(checked) == ["复核公式", "复核 初评", "复核 复评", "复核 网络投票"]


@needs_soffice
@pytest.mark.soak
def test_libreoffice_counts_random_awards_in_stages_again(tmp_path: Path) -> None:
    sources = {seed: chain_source(seed) for seed in range(10, 110)}
    books = {
        f"{seed}-{at}": write_xlsx(view)
        for seed, source in sources.items()
        if source
        for at, view in enumerate(_views(source))
    }
    for name, data in recalculated(books, tmp_path).items():
        assert set(_checks(data).values()) <= {SAME}, name


@pytest.mark.parametrize("seed", range(many(30)))
def test_random_awards_in_stages_are_written_and_agree_by_the_values_carried(seed: int) -> None:
    source = chain_source(seed)
    for view in _views(source) if source else ():
        assert set(_checks(write_xlsx(view)).values()) <= {SAME}


def test_without_names_a_ballot_that_is_not_there_is_not_taken_for_zero() -> None:
    made = make(30, 7, data=RULESETS["missing is zero"], holes=0.2)
    source = Source(made.sheet, made.rules, made.nominations, "zh", AT)
    sheet = book_of(write_xlsx(source.hidden_view))["打分明细"]
    values = {cell.value for row in sheet.iter_rows(min_row=BODY_ROW + 1) for cell in row}
    assert {"－", "未评"} <= values
