"""The text of an announcement: labels number the cases, slips are told, nothing is corrected."""

import pytest

from sheets.intake import read_nominations
from tests.intake.conftest import codes
from words import sentence


def text(*heads):
    return "公告\n\n● 十大经典案例 ●\n\n" + "\n\n".join(f"{head}\n\n正文。" for head in heads)


def test_the_label_numbers_the_case_and_classic_ones_come_first(write):
    heads = ["优秀案例一 · 参评单位:丁 丁案", "经典案例十一 · 参评单位:丙 丙案",
             "经典案例二 · 参评单位:乙 乙案", "经典案例一 · 参评单位:甲 甲案"]  # fmt: skip
    rows = read_nominations([write(text(*heads))]).rows
    assert [(r.number, r.label, r.unit) for r in rows] == [
        ("001", "经典案例一", "甲"),
        ("002", "经典案例二", "乙"),
        ("003", "经典案例十一", "丙"),
        ("004", "优秀案例一", "丁"),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "经典案例一 · 参评单位:甲 乙 丙",
        "经典案例一·参评单位：甲 乙 丙",
        "　经典案例1 • 参评单位: 甲  乙 丙",
    ],
)
def test_the_unit_ends_at_the_first_space_and_the_dot_may_vary(write, head):
    (row,) = read_nominations([write(text(head))]).rows
    assert (row.unit, row.title, row.body) == ("甲", "乙 丙", ("正文。",))


def test_section_heads_are_no_paragraphs(write):
    preview = read_nominations(
        [write(text("经典案例一 · 参评单位:甲 乙") + "\n\n● 十大优秀案例 ●\n")]
    )
    assert preview.rows[0].body == ("正文。",)


WRONG = {
    "no title": ("经典案例一 · 参评单位:甲", "E-HEADLINE"),
    "no unit": ("经典案例一 · 参评单位:", "E-HEADLINE"),
    "no number": ("经典案例 · 参评单位:甲 乙", "E-LABEL"),
    "number zero": ("经典案例零 · 参评单位:甲 乙", "E-LABEL"),
    "no dot": ("经典案例三 参评单位:甲 乙", "E-HEADLINE"),
    "a label twice": ("经典案例九 · 参评单位:甲 乙", "E-LABELTWICE"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_head_that_is_not_in_its_form_is_told_with_its_line(write, case):
    head, code = WRONG[case]
    preview = read_nominations([write(text("经典案例九 · 参评单位:丙 丁", head))])
    assert code in codes(preview.problems)
    assert preview.problems[0].where == "file.dat:9"
    assert sentence(preview.problems[0]).isprintable()


def test_gaps_and_cases_without_text_are_told(write):
    preview = read_nominations(
        [write(text("经典案例三 · 参评单位:甲 乙") + "\n经典案例一 · 参评单位:丙 丁\n")]
    )
    assert codes(preview.warnings) == ["W-NOBODY", "W-LABELGAP", "W-NUMBERED"]
    assert preview.problems == ()
