"""Case numbers: given where there are none, doubted where a spreadsheet was at work."""

import pytest

from sheets.case_numbers import given, is_mangled, too_short
from sheets.intake import read_nominations
from tests.intake.conftest import codes, told

DATES = ["2021-01-02", "2021/1/2", "2021年3月", "2021年3月1日", "2021-03-01 10:00:00", "3月1日"]
OTHERS = ["1E5", "1.00E+05", "3-1", "Mar-21", "1-Mar", "1-Mar-21", "1234567890123456", "7.5"]


@pytest.mark.parametrize("number", DATES + OTHERS)
def test_what_a_spreadsheet_makes_of_numbers_is_doubted(number):
    assert is_mangled(number)


@pytest.mark.parametrize(
    "number", ["001", "7", "A-12", "2021-001", "冀法001", "E5", "123456789012345"]
)
def test_ordinary_numbers_are_not_doubted(number):
    assert not is_mangled(number)


def test_numbers_that_lost_their_zeros_are_found():
    assert too_short(["001", "002", "7", "10", "100", "A1"]) == [2, 3]
    assert too_short(["1", "7", "10"]) == []


def test_a_short_number_is_told_and_never_merged_with_the_long_one(write):
    preview = read_nominations([write("编号,名称,单位\n007,甲,乙\n008,丙,丁\n7,戊,己\n")])
    assert [row.number for row in preview.rows] == ["007", "008", "7"]
    assert preview.problems == ()
    assert told(preview.warnings, "W-NUMBERSHORT").where == "file.dat A4"


def test_numbers_are_given_in_file_order_and_said(write):
    one = write("名称,单位\n甲,乙\n丙,丁\n", "one.csv")
    two = write("编号,名称,单位\n002,戊,己\n", "two.csv")
    preview = read_nominations([one, two])
    assert [row.number for row in preview.rows] == ["001", "003", "002"]
    assert told(preview.warnings, "W-NUMBERED").params == {
        "first": "001",
        "last": "003",
        "count": 2,
    }


def test_a_thousand_given_numbers_have_one_width():
    numbers = list(given(1000, ()))
    assert (numbers[0], numbers[-1]) == ("0001", "1000")


def test_titles_given_twice_and_units_that_look_alike_are_told(write):
    rows = ["001,甲案,唐山检察院", "002,甲案,唐山檢察院", "003,乙,Рetrov", "004,丙,Petrov"]
    text = "\n".join(["编号,名称,单位", *rows])
    preview = read_nominations([write(text)])
    assert preview.problems == ()
    assert codes(preview.warnings) == ["W-TITLETWICE", "W-UNITALIKE", "W-UNITALIKE", "W-MIXED"]


def test_numbers_that_look_alike_are_told(write):
    preview = read_nominations([write("编号,名称,单位\nA1O,甲,乙\nA10,丙,丁\n")])
    assert "W-NUMBERALIKE" in codes(preview.warnings)
