"""The workbook: to sign, to check, the same bytes, no text a formula."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from files.archives import check_zip
from sheets.office.book import cell_name, lines_of, number_form, places_of
from sheets.office.view import View, state_words
from sheets.office.xlsx import write_xlsx
from sheets.office.xlsx_summary import BODY_ROW
from tests.export.samples import HOSTILE
from tests.libreoffice import needs_soffice
from tests.sheets_out.awards import make, rules_data
from tests.sheets_out.libreoffice import recalculated
from tests.sheets_out.rulesets import RULESETS
from words import Bad
from words.text import clean

SHEETS = ["评分汇总表", "复核公式", "打分明细", "图表"]


def book_of(data: bytes, **how: Any) -> Any:
    check_zip(data)
    return openpyxl.load_workbook(io.BytesIO(data), **how)


def rows_of(sheet: Any) -> list[list[Any]]:
    """The lines of a table, without its two rows of headings."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=BODY_ROW + 1)]
    return [row for row in rows if row[1] is not None]


def test_the_sheets_are_the_table_the_check_every_mark_and_the_charts() -> None:
    assert book_of(write_xlsx(make().view())).sheetnames == SHEETS


def test_the_summary_is_read_back_to_the_places_of_the_result() -> None:
    made = make(30, 7)
    rows = rows_of(book_of(write_xlsx(made.view()))["评分汇总表"])
    for row, place in zip(rows, made.sheet.ranking, strict=True):
        *_, ballots, _mean, score, rank, tier, _remark = row
        assert (row[0], ballots, rank) == (place.case, place.ballots, place.rank)
        assert f"{score:.2f}" == place.score
        names = {each.zh: each.key for each in made.sheet.tiers}
        assert names.get(tier or "", "") == place.tier


def test_every_mark_is_read_back() -> None:
    made = make(12, 5, data=RULESETS["one may not apply"])
    view = made.view()
    rows = rows_of(book_of(write_xlsx(view))["打分明细"])
    assert _marks(rows, view) == {(r.case, r.judge): r.cells for r in made.sheet.scores}


def _marks(rows: list[list[Any]], view: View) -> dict[tuple[str, str], tuple[str, ...]]:
    states = {
        state_words(view, state): state
        for state in ("missing", "recused", "abstained", "not_applicable", "not_assigned")
    }
    judges, count = view.sheet.judges, len(view.sheet.criteria)
    return {
        (row[0], judge.id): tuple(
            states.get(value) or f"{value:g}" for value in row[2 + at :: len(judges)][:count]
        )
        for row in rows
        for at, judge in enumerate(judges)
    }


def test_dropped_totals_stay_to_be_seen_and_are_marked() -> None:
    made = make(10, 7, holes=0)
    sheet = book_of(write_xlsx(made.view()))["评分汇总表"]
    for row, place in enumerate(made.sheet.ranking, BODY_ROW + 1):
        marked = {
            cell.number_format[1]: cell.column - 4
            for cell in sheet[row]
            if cell.font.strike and cell.value is not None
        }
        ids = [judge.id for judge in made.sheet.judges]
        mark = {"high": "▲", "low": "▼"}
        assert marked == {mark[drop.which]: ids.index(drop.judge) for drop in place.dropped}


def test_recused_and_missing_are_words_and_never_zero() -> None:
    text = write_xlsx(make(60, 7, holes=0.2).view())
    values = {cell for row in rows_of(book_of(text)["评分汇总表"]) for cell in row}
    assert {"回避", "未评", "不排名"} <= values
    assert 0 not in values


def test_it_prints_on_one_page_across_with_headings_and_page_numbers() -> None:
    sheet = book_of(write_xlsx(make().view()))["评分汇总表"]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert any("计票人" in s and "复核人" in s and "监督人" in s and "主任" in s for s in said)
    assert any("结果编号：第3号" in text for text in said)


@pytest.mark.parametrize("kind", ["final", "provisional"])
def test_each_sheet_says_whether_it_is_final(kind: str) -> None:
    book = book_of(write_xlsx(make(kind=kind).view()))
    word = "正式结果" if kind == "final" else "临时结果"
    for name in SHEETS[:3]:
        assert word in book[name].oddFooter.left.text
    assert word in book["评分汇总表"]["A2"].value


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_is_text_in_every_cell(lang: str) -> None:
    titles = [text for text in HOSTILE if text]
    made = make(len(titles), 7, titles=titles, judge_names=titles)
    data = write_xlsx(made.view(lang))
    book = book_of(data)
    known = {clean(title) for title in titles}
    for name in (book.sheetnames[0], book.sheetnames[2]):
        cells = [cell for row in book[name].iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]
        found = {row[1] for row in rows_of(book[name])}
        assert {_plain(text) for text in known} <= {_plain(str(text)) for text in found}
    for title in titles:
        assert f"<f>{title}" not in _xml(data)


def _plain(text: str) -> str:
    return " ".join(text.replace("_x0009_", "\t").split())


def _xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(book.read(name).decode("utf-8") for name in book.namelist())


def test_a_text_no_cell_can_hold_is_refused_with_its_place() -> None:
    with pytest.raises(Bad) as caught:
        write_xlsx(make(3, titles=["长" * 40_000]).view())
    assert caught.value.code == "E-CELLSIZE"
    assert re.match(r"评分汇总表 B\d+$", caught.value.problems[0].where)


def test_the_properties_name_nobody_and_have_a_fixed_date() -> None:
    data = write_xlsx(make().view())
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        core = book.read("docProps/core.xml").decode("utf-8")
        assert len({entry.date_time for entry in book.infolist()}) == 1
    assert core.count("2000-01-01T00:00:00Z") == 2
    assert "<dc:creator></dc:creator>" in core


def test_nothing_points_outside_the_file() -> None:
    assert "External" not in _xml(write_xlsx(make().view()))


@pytest.mark.parametrize("name", RULESETS)
def test_the_values_carried_with_the_formulas_are_the_published_ones(name: str) -> None:
    made = make(12, 7, data=RULESETS[name], seed=3)
    sheet = book_of(write_xlsx(made.view()), data_only=True)["复核公式"]
    _agrees(rows_of(sheet), made.sheet.ranking)
    assert sheet["A2"].value.endswith("全部相符")


@needs_soffice
@pytest.mark.soak
def test_libreoffice_counts_every_score_of_every_ruleset_again(tmp_path: Path) -> None:
    """Without the values we put in, so that none is merely shown again."""
    made = {name: make(25, 7, data=data, seed=8) for name, data in RULESETS.items()}
    names = {str(at): name for at, name in enumerate(made)}
    books = {at: write_xlsx(made[name].view()) for at, name in names.items()}
    for at, counted in recalculated(books, tmp_path).items():
        sheet = book_of(counted, data_only=True)["复核公式"]
        assert sheet["A2"].value.endswith("全部相符"), names[at]
        _agrees(rows_of(sheet), made[names[at]].sheet.ranking)


def _agrees(rows: list[list[Any]], ranking: Any) -> None:
    """Count, score by formula, the published one, and the word that they are the same."""
    for row, place in zip(rows, ranking, strict=True):
        ballots, _kept, _sum, exact, score, published, same, by_score, rank = row[-9:]
        assert same == "相符", row
        assert ballots == place.ballots
        if place.score:
            assert abs(score - float(place.score)) < 1e-9
            assert published == pytest.approx(score)
            assert exact == pytest.approx(float(Fraction(place.exact)), abs=1e-8)
            assert by_score <= rank == place.rank
        else:
            assert not score


def test_cells_are_named_as_a_spreadsheet_does() -> None:
    assert [cell_name(0, at) for at in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
    assert cell_name(6, 1, fixed=True) == "$B$7"


def test_places_show_values_in_full_up_to_four() -> None:
    assert places_of([Fraction(1, 2), Fraction(361, 40)]) == 3
    assert places_of([Fraction(1, 3)]) == 4
    assert number_form(2, "▲") == '"▲"0.00'
    assert lines_of("一二三四五六", 7) == 2


def test_a_judge_with_a_weight_has_it_above_the_column_and_no_check_by_plain_formulas() -> None:
    data = {**rules_data(), "judge_weights": {"J01": "1.5"}}
    made = make(12, 5, data=data)
    book = book_of(write_xlsx(made.view()))
    assert book.sheetnames == [name for name in SHEETS if name != "复核公式"]
    heads = [str(cell.value) for row in book["评分汇总表"].iter_rows(max_row=4) for cell in row]
    assert [head for head in heads if "×1.5" in head and head.startswith("J01")]
    assert sum("×1.5" in head for head in heads) == 1


WEIGHED = {**RULESETS["mean, two judges with a weight"], "judge_weights": {"J01": "1.5"}}


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({**rules_data(), "judge_weights": {"J01": "1.5"}}, "没有复核公式"),
        (WEIGHED, "“复核公式”按权重重算"),
        (rules_data(), ""),
    ],
)
def test_where_judges_have_a_weight_the_summary_says_what_leaves_it_aside(data, told: str) -> None:
    cells = [
        cell
        for row in book_of(write_xlsx(make(12, 5, data=data).view()))["评分汇总表"]
        for cell in row
    ]
    said = [str(cell.value) for cell in cells if "权重" in str(cell.value)]
    assert [told in text for text in said] == [True] * bool(told)


def test_the_public_workbook_counts_nothing_again_with_weights_which_would_name_a_judge() -> None:
    made = make(12, 5, data=WEIGHED)
    shown, hidden = (write_xlsx(replace(made.view(), hidden=hide)) for hide in (False, True))
    assert "复核公式" in book_of(shown).sheetnames
    assert "复核公式" not in book_of(hidden).sheetnames
    assert "SUMPRODUCT({1.5,1,1,1,1}," in _xml(shown)
    assert "SUMPRODUCT" not in _xml(hidden)
