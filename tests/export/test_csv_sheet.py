"""The CSV files: taken by Excel and WPS, never a formula, read back to the same data."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sheets.csv_form import Fact, Figure, guard, read_form, unguard, write_form
from sheets.csv_sheet import (
    matrix_of,
    ranking_of,
    read_matrix_csv,
    read_ranking_csv,
    write_matrix_csv,
    write_ranking_csv,
)
from sheets.csv_words import WORDED, join, read_exact, show_exact, split, word
from sheets.sheet_model import ResultSheet
from tests.drawn import many
from tests.export import samples
from words import Bad

LANGS = st.sampled_from(["zh", "en"])
FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n")


def cells_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@settings(max_examples=many(40), deadline=None)
@given(samples.sheets(), LANGS)
def test_any_ranking_is_read_back_to_the_same_data(sheet: ResultSheet, lang: str) -> None:
    assert read_ranking_csv(write_ranking_csv(sheet, lang)) == ranking_of(sheet)


@settings(max_examples=many(40), deadline=None)
@given(samples.sheets(), LANGS)
def test_any_scores_are_read_back_to_the_same_data(sheet: ResultSheet, lang: str) -> None:
    assert read_matrix_csv(write_matrix_csv(sheet, lang)) == matrix_of(sheet)


@settings(max_examples=many(40), deadline=None)
@given(samples.sheets(), LANGS)
def test_no_cell_of_any_sheet_begins_like_a_formula(sheet: ResultSheet, lang: str) -> None:
    for data in (write_ranking_csv(sheet, lang), write_matrix_csv(sheet, lang)):
        for row in cells_of(data):
            for cell in row:
                plain = cell.lstrip()
                assert not plain.startswith(FORMULA_STARTS) or cell.startswith("'") or _number(cell)


def _number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdecimal()


@given(samples.texts)
@example("")
@example("'")
@example(" \u3000=1")
def test_a_guard_is_put_on_and_taken_off(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize("text", samples.HOSTILE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_text_survives_literally(text: str, lang: str) -> None:
    plain = samples.sheet()
    cases = tuple(replace(case, title=text, unit=text, region=text) for case in plain.cases)
    judges = tuple(replace(judge, name=text) for judge in plain.judges)
    sheet = replace(plain, cases=cases, judges=judges)
    ranking = read_ranking_csv(write_ranking_csv(sheet, lang))
    assert {(line.title, line.unit, line.region) for line in ranking.lines} == {(text,) * 3}
    matrix = read_matrix_csv(write_matrix_csv(sheet, lang))
    assert {(line.title, line.judge_name) for line in matrix.lines} == {(text, text)}


def test_the_files_begin_with_a_bom_and_end_lines_with_crlf() -> None:
    for data in (
        write_ranking_csv(samples.sheet(), "zh"),
        write_matrix_csv(samples.sheet(), "zh"),
    ):
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert data.endswith(b"\r\n")


def test_the_first_line_is_the_headings_and_the_facts_stand_below_the_table() -> None:
    rows = cells_of(write_ranking_csv(samples.sheet(), "zh"))
    assert rows[0][:4] == ["名次", "公告编号", "案例编号", "案例名称"]
    empty = rows.index([])
    assert empty == 1 + len(samples.sheet().ranking)
    assert all(row[0].startswith("#") for row in rows[empty + 1 :])


def test_each_file_says_what_it_is_and_how_many_cells_are_guarded() -> None:
    rows = cells_of(write_ranking_csv(samples.sheet(), "zh"))
    facts = {row[0]: row[1:] for row in rows if row and row[0].startswith("#")}
    assert facts["#kind"] == ["结果类别", "final", "正式结果"]
    assert facts["#number"][1] == "3"
    assert facts["#award"][1:] == ["award-1", "优秀案例评选"]
    assert len(facts["#digest"][1]) == len(facts["#slate_digest"][1]) == 64
    assert "=" in facts["#guarded"][0]
    # The title =HYPERLINK(1), the unit -甲单位, the title '丙'.
    assert facts["#guarded"][1] == "3"


def test_states_are_words_points_are_numbers() -> None:
    zh = cells_of(write_matrix_csv(samples.sheet(), "zh"))
    assert ["001", "'=HYPERLINK(1)", "J01", "虚构甲", "90", "85.5", "88.2"] in zh
    assert ["002", "题目 [/]", "J02", "'@虚构乙", "回避", "回避", ""] in zh
    assert ["003", "''丙'", "J01", "虚构甲", "未评", "70", ""] in zh
    assert ["003", "''丙'", "J02", "'@虚构乙", "弃权", "弃权", ""] in zh
    en = cells_of(write_matrix_csv(samples.sheet(), "en"))
    assert ["002", "题目 [/]", "J02", "'@虚构乙", "recused", "recused", ""] in en


def test_headings_are_in_the_language_asked_for_and_codes_in_none() -> None:
    rows = cells_of(write_matrix_csv(samples.sheet(), "zh"))
    codes = ["case", "title", "judge", "judge_name", "criterion:effect", "criterion:spread"]
    assert rows[-1][0] == "#columns"
    assert rows[-1][2:] == [*codes, "total"]
    headings = ["案例编号", "案例名称", "评委编号", "评委", "实际成效", "示范推广", "本表总分"]
    assert rows[0] == headings


def test_a_line_of_the_ranking() -> None:
    rows = cells_of(write_ranking_csv(samples.sheet(), "zh"))
    line = next(row for row in rows if row and row[0] == "2")
    assert line == [
        *("2", "1", "001", "'=HYPERLINK(1)", "'-甲单位", "公安", "市级", "甲市"),
        *("excellent", "优秀案例", "86.60", "86.6", "2"),
        *("J02/effect:最低分", "指标:effect", "", "末位并列，待委员会决定"),
    ]


def test_a_negative_number_is_a_number_and_a_negative_text_is_not() -> None:
    data = write_form([], [("a", "A"), ("b", "B")], [[Figure("-3.5"), "-3.5"]], "en")
    assert cells_of(data)[1] == ["-3.5", "'-3.5"]
    assert read_form(data, ()).lines == (("-3.5", "-3.5"),)


@pytest.mark.parametrize("text", ["", "=1", "1e5", "nan", "1,5", "--1", "1" * 16])
def test_a_figure_that_is_no_number_cannot_be_written(text: str) -> None:
    with pytest.raises(ValueError, match="not a figure"):
        write_form([], [("a", "A")], [[Figure(text)]], "en")


EXACT = [
    ("441/5", "88.2"), ("87/1", "87"), ("-171/2", "-85.5"), ("265/3", "265÷3"), ("", ""),
    ("1/1024", "1÷1024"), ("1/512", "0.001953125"), ("12345678901234567/1", "12345678901234567÷1"),
]  # fmt: skip


@pytest.mark.parametrize(("exact", "shown"), EXACT)
def test_exact_values_are_decimals_where_they_have_one(exact: str, shown: str) -> None:
    assert show_exact(exact) == shown
    assert read_exact(shown, "") == exact


@given(samples.fractions)
def test_any_exact_value_is_read_back(exact: str) -> None:
    assert read_exact(show_exact(exact), "") == exact


@given(st.lists(st.text(st.sampled_from("a; \\\n'"), min_size=1), max_size=4))
def test_any_list_in_one_cell_is_read_back(items: list[str]) -> None:
    assert split(join(items)) == tuple(items)


@pytest.mark.parametrize("kind", sorted(WORDED))
def test_no_word_means_two_codes_in_any_language(kind: str) -> None:
    words = {(word(kind, code, lang), code) for code in WORDED[kind] for lang in ("zh", "en")}
    assert len({shown for shown, _ in words}) == len(words)


def test_a_file_saved_again_with_lines_filled_up_is_read() -> None:
    data = write_ranking_csv(samples.sheet(), "zh")
    rows = cells_of(data)
    widest = max(map(len, rows))
    out = io.StringIO(newline="")
    csv.writer(out).writerows([*row, *[""] * (widest - len(row) + 2)] for row in rows)
    assert read_ranking_csv(out.getvalue().encode("utf-8")) == ranking_of(samples.sheet())


EDITS = [
    ("#kind", "#other", "E-SHEETFORM"),
    ("#columns", "#other", "E-SHEETTEXT"),
    (",final,", ",semi,", "E-SHEETFORM"),
    ("#number,result number,3", "#number,result number,three", "E-SHEETFORM"),
    ("#sheet,sheet,ranking", "#sheet,sheet,matrix", "E-SHEETFORM"),
    ('back",rank,announce_no', 'back",rank,other', "E-SHEETFORM"),
    ("86.60", "86,60", "E-SHEETFORM"),
    ("86.60", "1e9", "E-SHEETFORM"),
    ("86.60", "٣", "E-SHEETFORM"),
    ("J02/effect:lowest", "J02/effect:worst", "E-SHEETFORM"),
    ("\r\n2,1,001", "\r\n2.0,1,001", "E-SHEETFORM"),
    ("题目 [/]", '"open', "E-SHEETTEXT"),
    ("题目 [/]", '"a"b', "E-SHEETTEXT"),
    ("题目 [/]", "x" * 200_000, "E-SHEETTEXT"),
    ("题目 [/]", "a,b", "E-SHEETFORM"),
]


@pytest.mark.parametrize(("old", "new", "code"), EDITS)
def test_a_spoilt_file_is_refused_with_a_sentence(old: str, new: str, code: str) -> None:
    text = write_ranking_csv(samples.sheet(), "en").decode("utf-8-sig")
    assert old in text
    with pytest.raises(Bad) as caught:
        read_ranking_csv(text.replace(old, new, 1).encode("utf-8"))
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"a,b\r\n", b"#columns,x\r\n"])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Bad) as caught:
        read_matrix_csv(data)
    assert caught.value.code == "E-SHEETTEXT"


def test_a_fact_is_guarded_too() -> None:
    data = write_form([Fact("reason", "reason", "=1+1")], [("a", "A")], [], "en")
    assert b"#reason,reason,'=1+1," in data
    assert read_form(data, ("reason",)).facts == {"reason": "=1+1"}
