"""Pasted text with labels, and headings the secretary has paired with fields."""

import pytest

from award import mapping_file
from sheets.intake import read_judges, read_nominations
from sheets.mapping import pairs_of, parse, render
from sheets.opening import Pasted
from sheets.preview_lines import preview_lines
from tests.intake.conftest import codes, saved, told, workbook
from words import Bad

TEXT = """案例名称：甲案
申报单位：某院    系统：法院　　联系人：张三
正文：第一段
第二段

案例名称: 乙案
单位: 某局
"""


def pasted(text, **options):
    return read_nominations([], pasted=[Pasted("pasted", text.encode("utf-8"))], **options)


def test_a_pasted_text_with_labels_is_read_with_its_paragraphs():
    preview = pasted(TEXT)
    assert preview.problems == ()
    assert [(r.number, r.title, r.unit, r.field, r.body) for r in preview.rows] == [
        ("001", "甲案", "某院", "法院", ("第一段", "第二段")),
        ("002", "乙案", "某局", "", ()),
    ]


def test_a_text_file_with_labels_is_read_alike_in_any_encoding(write):
    for encoding in ("utf-8", "gb18030", "utf-16"):
        assert read_nominations([write(TEXT.encode(encoding), "a.txt")]).rows == pasted(TEXT).rows


def test_a_table_pasted_from_a_spreadsheet_is_a_table():
    preview = pasted("编号\t名称\t单位\n007\t甲\t乙\n")
    assert [(r.number, r.title, r.unit) for r in preview.rows] == [("007", "甲", "乙")]


def test_a_table_with_labels_in_a_cell_stays_a_table(write):
    data = '编号,案例名称,单位,正文\n1,甲,乙,"案例名称：甲\n单位：乙\n"\n'
    assert read_nominations([write(data, "a.csv")]).files[0].kind == "csv"


def test_what_is_missing_is_told_with_its_line():
    preview = pasted("案例名称：甲案\n单位：某院\n案例名称：乙案\n单位：\n")
    assert [(p.code, p.where) for p in preview.problems] == [("E-BLANK", "pasted:3")]


def test_judges_may_be_pasted_too():
    preview = read_judges([], pasted=[Pasted("x", "姓名：张三\n单位：某校\n姓名：李四\n".encode())])
    assert [(j.id, j.name, j.unit) for j in preview.rows] == [
        ("J01", "张三", "某校"),
        ("J02", "李四", ""),
    ]


# Headings


def test_a_heading_is_paired_with_a_field_by_its_name_or_by_a_known_heading():
    assert pairs_of(["案件名=title", "承办方 = 单位", "联系人="], "nominations") == {
        "案件名": "title",
        "承办方": "unit",
        "联系人": "",
    }


@pytest.mark.parametrize(("text", "code"), [("案件名", "E-MAP"), ("=title", "E-MAP"),
                                            ("案件名=名字", "E-MAPFIELD")])  # fmt: skip
def test_a_pair_that_cannot_be_understood_is_a_sentence(text, code):
    with pytest.raises(Bad) as caught:
        pairs_of([text], "nominations")
    assert caught.value.code == code


def test_pairs_are_remembered_and_shown_in_the_preview(write, tmp_path):
    mapping_file.save(tmp_path, "nominations", {"案件名": "title", "联系人": ""})
    mapping_file.save(tmp_path, "nominations", {"承办方": "unit"})
    mapping_file.save(tmp_path, "judges", {"尊姓大名": "name"})
    saved_ = mapping_file.load(tmp_path)
    assert saved_["nominations"] == {"案件名": "title", "联系人": "", "承办方": "unit"}
    assert saved_["judges"] == {"尊姓大名": "name"}
    path = write("案件名,承办方,联系人\n甲,乙,丙\n", "a.csv")
    preview = read_nominations([path], mapping=saved_["nominations"])
    assert (preview.problems, codes(preview.warnings)) == ((), ["W-NUMBERED"])
    lines = preview_lines(preview)
    assert "  `案件名` is the title (as you said)" in lines
    assert "  `联系人` is not read (as you said)" in lines


@pytest.mark.parametrize(
    "data",
    [b"[nominations]\nx = 1\n", b"[others]\n", b"x", b"\xff", b"nominations = 3\n",
     b"[nominations]\n'x' = 'y'\n", b"[" * 50, b"a" + b".a" * 20_000 + b"=1"],
)  # fmt: skip
def test_a_mapping_file_that_was_edited_wrongly_is_a_sentence(data):
    with pytest.raises(Bad) as caught:
        parse(data, "mapping.toml")
    assert str(caught.value).startswith("mapping.toml")


def test_a_mapping_file_is_read_back_as_it_was_written():
    kept = {"nominations": {'案"件\\名': "title"}, "judges": {}, "recusals": {"谁": "judge"}}
    assert parse(render(kept), "x") == kept


# Headings in two rows, without a name, in full width


def test_two_rows_of_headings_with_merged_cells_are_one(write):
    data = "编号,案例信息,,正文\n,案例名称,参评单位,\n007,甲,乙,文\n"
    preview = read_nominations([write(data, "a.csv")])
    assert preview.problems == ()
    (row,) = preview.rows
    assert (row.number, row.title, row.unit, row.body) == ("007", "甲", "乙", ("文",))


def test_two_rows_of_headings_of_a_workbook_are_one(write):
    book = workbook(
        ("编号", "案例信息", None, "正文"), (None, "案例名称", "参评单位"), ("1", "甲", "乙", "文")
    )
    book.active.merge_cells("A1:A2")
    book.active.merge_cells("B1:C1")
    book.active.merge_cells("D1:D2")
    (row,) = read_nominations([write(saved(book), "a.xlsx")]).rows
    assert (row.number, row.title, row.body) == ("1", "甲", ("文",))


def test_a_column_without_a_heading_that_is_not_empty_is_told(write):
    preview = read_nominations([write("名称,,单位\n甲,重要,乙\n丙,x,丁\n", "a.csv")])
    assert [(w.code, w.where) for w in preview.warnings][-2:] == [
        ("W-NAMELESS", "a.csv B2"),
        ("W-NUMBERED", "a.csv"),
    ]


def test_numbers_in_full_width_are_read_narrow_and_told(write):
    preview = read_nominations([write("编号,名称,单位\n００７,甲,乙\n甲01,丙,丁\n", "a.csv")])
    assert [r.number for r in preview.rows] == ["007", "甲01"]
    assert told(preview.warnings, "W-FULLWIDTH").params["narrow"] == "007"
