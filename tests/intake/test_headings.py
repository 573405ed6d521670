"""Headings: an exact table after folding; what is not in it is asked, never guessed."""

import re
from pathlib import Path

import pytest

from sheets.headings import FIELDS, aliases, fold, match
from sheets.intake import read_judges, read_nominations, read_recusals
from sheets.templates import template_csv
from tests.intake.conftest import codes, told

DOCS = Path(__file__).parents[2] / "docs" / "import.md"


@pytest.mark.parametrize(
    "heading",
    [
        "申报单位",
        "申报单位（盖章）",
        " 申报 单位 ",
        "申报单位(公章)",
        "申\u3000报\n单位",
        "*申报单位：",
        "申报单位【必填】",
        "\ufeff申报单位",
        "申报\u200b单位",
    ],
)
def test_variants_of_one_heading_are_one_heading(heading):
    assert fold(heading) == "申报单位"
    assert match((heading,), "nominations").columns == {"unit": 0}


@pytest.mark.parametrize(
    "heading", ["Ｎｕｍｂｅｒ", "NUMBER", "Number (three digits)", "Case Number"]
)
def test_english_headings_fold_too(heading):
    assert match((heading,), "nominations").columns == {"number": 0}


@pytest.mark.parametrize("heading", ["单位联系人", "案例名", "联系电话", "unit phone"])
def test_near_misses_are_reported_and_not_guessed(heading, write):
    preview = read_nominations([write(f"名称,单位,{heading}\n甲,乙,丙\n")])
    assert told(preview.warnings, "W-HEADING").params["heading"] == heading


def test_a_confirmed_mapping_comes_before_the_table(write):
    path = write("案件,单位,名称\n甲,乙,丙\n")
    preview = read_nominations([path], mapping={"案件": "title", "名称": ""})
    assert preview.rows[0].title == "甲"
    assert preview.files[0].mapping == (("案件", "title"), ("单位", "unit"))


def test_a_missing_heading_names_the_ones_that_would_do(write):
    preview = read_nominations([write("编号,参评单位\n1,乙\n")])
    params = told(preview.problems, "E-NOHEADING").params
    assert params["heading"] == "案例名称"
    assert "项目名称" in str(params["also"])


@pytest.mark.parametrize("kind", FIELDS)
def test_no_heading_means_two_fields_of_one_kind(kind):
    headings = [fold(h) for field in FIELDS[kind] for h in field.headings]
    assert len(aliases(kind)) == len(set(headings))
    for field in FIELDS[kind]:
        assert all(aliases(kind)[fold(h)] == field.name for h in field.headings)


@pytest.mark.parametrize(
    ("kind", "read"),
    [("nominations", read_nominations), ("judges", read_judges), ("recusals", read_recusals)],
)
def test_a_blank_template_reads_back_without_a_problem(write, kind, read):
    preview = read([write(template_csv(kind))])
    assert (preview.problems, preview.rows) == ((), ())
    assert codes(preview.warnings) == ["W-NOROWS"]


def test_the_manual_lists_exactly_the_headings_of_the_table():
    text = DOCS.read_text(encoding="utf-8")
    for kind, fields in FIELDS.items():
        section = re.search(rf"^### {kind}\n(.*?)(?=^##|\Z)", text, re.DOTALL | re.MULTILINE)
        assert section, kind
        lines = re.findall(r"^\| `(\w+)` \| (.*?) \|", section[1], re.MULTILINE)
        listed = {name: tuple(re.findall(r"`([^`]+)`", cell)) for name, cell in lines}
        assert listed == {field.name: field.headings for field in fields}
