"""Judges, and who does not score what."""

import pytest

from db.records import Judge, Nomination
from sheets.intake import read_judges, read_recusals
from tests.intake.conftest import codes, told

JUDGES = [Judge("J01", "张三"), Judge("J02", "李四"), Judge("J03", "李四")]
CASES = [
    Nomination("001", "甲", "保定市中级人民法院", field="法院", region="保定市"),
    Nomination("002", "乙", "衡水市中级人民法院", field="法院", region="衡水市"),
    Nomination("003", "丙", "保定市公安局", field="公安", region="保定市"),
]


def recusals(write, text, judges=JUDGES, nominations=CASES):
    return read_recusals([write(text)], judges=judges, nominations=nominations)


def pairs(preview):
    return [(row.judge, row.case) for row in preview.rows]


def test_judges_are_read_with_their_units(write):
    preview = read_judges([write("编号,姓名,工作单位\nJ01,张三,省法院\nJ02,李四,\n")])
    assert preview.rows == (Judge("J01", "张三", "省法院"), Judge("J02", "李四", ""))


def test_judges_without_ids_get_them_in_order(write):
    preview = read_judges([write("姓名,单位\n张三,甲\n李四,乙\n")])
    assert [judge.id for judge in preview.rows] == ["J01", "J02"]
    assert codes(preview.warnings) == ["W-JUDGEIDS"]


@pytest.mark.parametrize(
    ("rows", "code", "where"),
    [
        ("J01,张三\nj01,李四\n", "E-JUDGETWICE", "file.dat A3"),
        ("J01,张三\n,李四\n", "E-NOJUDGEID", "file.dat A3"),
        ("J 01,张三\n", "E-JUDGEID", "file.dat A2"),
        ("../J,张三\n", "E-JUDGEID", "file.dat A2"),
        ("J01,\n", "E-BLANK", "file.dat B2"),
    ],
)
def test_what_is_wrong_with_a_judge_is_told(write, rows, code, where):
    preview = read_judges([write("编号,姓名\n" + rows)])
    assert [(p.code, p.where) for p in preview.problems] == [(code, where)]


def test_two_judges_of_one_name_are_told(write):
    preview = read_judges([write("编号,姓名\nJ01,李四\nJ02,李四\n")])
    assert (preview.problems, codes(preview.warnings)) == ((), ["W-JUDGENAME"])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("j01,001,,,,近亲属", [("J01", "001")]),
        ("张三,001,,,,近亲属", [("J01", "001")]),
        ("J02,,保定市公安局,,,本单位", [("J02", "003")]),
        ("J02,,,法院,,本系统", [("J02", "001"), ("J02", "002")]),
        ("J02,,,,保定市,本地区", [("J02", "001"), ("J02", "003")]),
        ("J02,,,法院,保定市,本单位", [("J02", "001")]),
        ("J02,001,保定市中级人民法院,,,本单位", [("J02", "001")]),
    ],
)
def test_a_recusal_names_a_case_a_unit_a_field_or_a_region(write, row, expected):
    preview = recusals(write, f"评委,案例编号,参评单位,系统,地区,回避理由\n{row}\n")
    assert (preview.problems, pairs(preview)) == ((), expected)
    assert {(r.by, r.at) for r in preview.rows} == {("secretary", "")}


def test_what_a_recusal_by_field_comes_to_is_told(write):
    preview = recusals(write, "评委,系统,理由\nJ01,法院,本系统\n")
    assert told(preview.warnings, "W-EXPANDED").params["cases"] == "001、002"


@pytest.mark.parametrize(
    ("row", "code", "where"),
    [
        ("J09,001,,,近亲属", "E-JUDGEUNKNOWN", "file.dat A2"),
        ("李四,001,,,近亲属", "E-JUDGEUNCLEAR", "file.dat A2"),
        ("J01,,,,近亲属", "E-NOTARGET", "file.dat A2"),
        ("J01,001,,,", "E-BLANK", "file.dat E2"),
        ("J01,009,,,近亲属", "E-NOCASE", "file.dat B2"),
        ("J01,,保定中院,,近亲属", "E-NOCASE", "file.dat C2"),
        ("J01,003,,法院,近亲属", "E-NOCASETOGETHER", "file.dat B2"),
    ],
)
def test_what_is_wrong_with_a_recusal_is_told(write, row, code, where):
    preview = recusals(write, f"评委,案例编号,参评单位,系统,理由\n{row}\n")
    assert [(p.code, p.where) for p in preview.problems] == [(code, where)]


def test_a_number_that_lost_its_zeros_is_not_matched_but_suggested(write):
    preview = recusals(write, "评委,案例编号,理由\nJ01,1,近亲属\n")
    assert told(preview.problems, "E-NOCASE").params["near"] == "001"


def test_the_same_recusal_twice_is_one_and_the_first_reason_stays(write):
    preview = recusals(write, "评委,案例编号,系统,理由\nJ01,001,,近亲属\nJ01,,法院,本系统\n")
    assert pairs(preview) == [("J01", "001"), ("J01", "002")]
    assert preview.rows[0].reason == "近亲属"
    assert "W-REASONS" in codes(preview.warnings)


def test_without_the_cases_only_case_numbers_can_be_read(write):
    text = "评委,案例编号,系统,理由\nJ01,001,,近亲属\n"
    assert pairs(recusals(write, text, None, None)) == [("J01", "001")]
    text = "评委,案例编号,系统,理由\nJ01,,法院,本系统\n"
    assert codes(recusals(write, text, None, None).problems) == ["E-NEEDCASES"]
