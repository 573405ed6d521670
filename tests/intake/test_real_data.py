"""The published announcement and the same cases as TOML: twenty cases, every one in its place."""

import tomllib

import pytest

from sheets.intake import read_nominations
from tests.intake.conftest import codes, told

FIELDS = {"政法委": "1", "法院": "234", "检察院": "56", "公安": "78", "司法行政": "910"}


@pytest.fixture
def nominations(real):
    return tomllib.loads(real("nominations.toml").read_text(encoding="utf-8"))["nomination"]


def test_the_announcement_has_twenty_cases_numbered_by_label_not_by_reading_order(real):
    preview = read_nominations([real("announcement.txt")])
    numerals = "一二三四五六七八九十"
    labels = [f"{tier}案例{n}" for tier in ("经典", "优秀") for n in numerals]
    assert preview.problems == ()
    assert [row.label for row in preview.rows] == labels
    assert [row.number for row in preview.rows] == [f"{n:03d}" for n in range(1, 21)]
    assert preview.files[0].kind == "announcement"


def test_the_announcement_says_the_same_as_the_toml_file(real, nominations):
    by_label = {row.label: row for row in read_nominations([real("announcement.txt")]).rows}
    for nomination in nominations:
        row = by_label[nomination["award_label"]]
        assert (row.unit, row.title) == (nomination["unit"], nomination["title"])
        assert list(row.body) == nomination["body"]


def test_an_announcement_says_no_field_so_none_is_invented(real):
    rows = read_nominations([real("announcement.txt")]).rows
    assert {(row.field, row.level, row.region) for row in rows} == {("", "", "")}


def test_the_toml_file_gives_every_field_as_it_is_written(real, nominations):
    preview = read_nominations([real("nominations.toml")])
    assert preview.problems == ()
    for number, (row, nomination) in enumerate(zip(preview.rows, nominations, strict=True), 1):
        assert row.number == f"{number:03d}"
        assert (row.title, row.unit) == (nomination["title"], nomination["unit"])
        assert (row.field, row.level) == (nomination["field"], nomination["level"])
        assert (row.region, row.label) == (nomination["city"], nomination["award_label"])
        assert list(row.body) == nomination["body"]


@pytest.mark.parametrize("name", ["announcement.txt", "nominations.toml"])
def test_given_numbers_and_the_two_forms_of_one_character_are_told_and_nothing_is_changed(
    real, name
):
    preview = read_nominations([real(name)])
    assert codes(preview.warnings) == ["W-NUMBERED", "W-MIXED"]
    assert told(preview.warnings, "W-MIXED").params["old"] == "題"
    assert any("題" in row.title for row in preview.rows)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_announcement_reads_the_same_in_every_encoding(real, write, encoding, line_end):
    text = real("announcement.txt").read_text(encoding="utf-8")
    path = write(text.replace("\n", line_end).encode(encoding))
    assert read_nominations([path]).rows == read_nominations([real("announcement.txt")]).rows
