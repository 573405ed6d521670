"""What an import says in Chinese is Chinese, counts from 1, and names what to do."""

from __future__ import annotations

import re

import pytest

import words
from sheets.intake import read_judges, read_nominations, read_recusals
from sheets.mapping import parse
from sheets.preview_lines import preview_lines
from sheets.toml_sheet import read_toml
from tests.intake.conftest import saved, workbook
from words import Bad, sentence

CASE = '[[nomination]]\ntitle = "甲"\nunit = "乙"\n'
TOML = {
    "no value": (CASE + "field = \n", "第 4 行第 9 列"),
    "a key twice": (CASE + 'title = "丙"\n', "第 4 行"),
    "an unclosed quote": (CASE + 'field = "甲\n', "第 4 行"),
    "an unclosed bracket": (CASE + 'body = ["甲"\n', "第 4 行"),
    "no equals sign": (CASE + "field\n", "第 4 行第 6 列"),
    "a back slash": (CASE + 'field = "\\q"\n', "第 4 行"),
    "a control character": (CASE + 'field = "\x01"\n', "第 4 行"),
    "a long number": (CASE + f"field = {'9' * 5000}\n", "数字太长"),
    "Chinese punctuation": (CASE + "field = “甲”\n", "第 4 行第 9 列"),
}
CSV = {
    "an unclosed quote": '编号,名称,单位\n001,"甲,乙\n',
    "text after a quote": '编号,名称,单位\n001,"甲"x,乙\n',
    "a long cell": f"编号,名称,单位\n001,{'甲' * 200_000},乙\n",
}
ENGLISH = re.compile(r"[A-Za-z]{3,} [A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def chinese():
    words.use("zh")


@pytest.mark.parametrize("case", TOML)
def test_what_the_toml_parser_refuses_is_said_in_our_words_with_its_place(write, case):
    text, place = TOML[case]
    said = sentence(read_nominations([write(text, "a.toml")]).problems[0])
    assert place in said
    assert not ENGLISH.search(said.rpartition("[")[0])


@pytest.mark.parametrize("case", CSV)
def test_what_the_csv_parser_refuses_is_said_in_our_words(write, case):
    said = sentence(read_nominations([write(CSV[case], "a.csv")]).problems[0])
    assert said.startswith("a.csv 2: ")
    assert not ENGLISH.search(said.rpartition("[")[0])


@pytest.mark.parametrize("text", ["a = \n", "a = 1.5\n", "a = [\n", "a\n", "a = 1\na = 2\n"])
def test_a_broken_result_sheet_and_saved_headings_too(text):
    for read in (read_toml, lambda data: parse(data, "mapping.toml")):
        with pytest.raises(Bad) as caught:
            read(text.encode())
        said = sentence(caught.value.problems[0])
        assert not ENGLISH.search(said.rpartition("[")[0])


def test_a_workbook_without_headings_has_no_encoding_to_doubt(write):
    data = saved(workbook(("甲", "乙", "丙")))
    said = sentence(read_nominations([write(data, "a.xlsx")]).problems[0])
    assert "E-NOHEADINGS" in said
    assert "--map" in said
    assert "编码" not in said
    assert "编码" in sentence(read_nominations([write("甲,乙,丙\n", "a.csv")]).problems[0])


def test_nothing_like_it_is_said_so(write):
    cases = read_nominations([write("编号,名称,单位\n001,甲,乙\n")]).rows
    path = write("评委,案例编号,理由\nJ01,777,亲属\n")
    said = sentence(read_recusals([path], nominations=cases).problems[0])
    assert "也没有相近的" in said
    assert "：-" not in said


def test_entries_are_counted_from_one(write):
    said = sentence(
        read_nominations([write('[[nomination]]\nunit = "乙"\nfield = "丙"\n', "a.toml")]).problems[
            0
        ]
    )
    assert said.startswith("a.toml [[nomination]]: 缺少")
    told = sentence(read_nominations([write(CASE + 'x = "y"\n', "a.toml")]).warnings[0])
    assert "[[nomination]] 0" not in told


def test_a_folder_where_a_file_is_meant_has_a_remedy():
    said = sentence(words.Problem("E-NOTFILE", "", {"path": "a"}))
    assert "请" in said


@pytest.mark.parametrize("read", [read_nominations, read_judges])
def test_an_empty_template_is_said_to_be_empty(write, read):
    lines = preview_lines(read([write("编号,姓名,名称,单位\n", "a.csv")]))
    assert "没有可以导入的内容" in lines[-1]
