"""An import beside what the award has: other content is placed, lost marks are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import opened
from award.importing import apply, read
from db.store import Store
from tests.cli.conftest import award, built, pingxuan  # noqa: F401 - fixtures
from tests.intake.conftest import saved, workbook
from words import Bad


@pytest.fixture
def held(tmp_path):
    """An award with one case and one judge."""
    from cli.main import run

    folder = tmp_path / "mine"
    run(["new", str(folder)])
    return folder


def import_(folder, kind, *paths):
    with opened(folder) as one:
        reading = read(one, kind, paths)
        if not reading.preview.problems:
            apply(one, reading)
        return reading.preview


def places(preview):
    return [(problem.code, problem.where) for problem in preview.problems]


def test_a_changed_case_is_named_with_its_file_sheet_and_row(held, write):
    import_(held, "nominations", write("编号,名称,单位\n001,甲,乙\n002,丙,丁\n", "a.csv"))
    other = write("编号,名称,单位\n002,丙,丁\n001,甲,戊\n", "b.csv")
    assert places(import_(held, "nominations", other)) == [("E-CHANGED", "b.csv A3 (001)")]
    book = saved(workbook(("编号", "名称", "单位"), ("002", "己", "丁")))
    preview = import_(held, "nominations", write(book, "c.xlsx"))
    assert places(preview) == [("E-CHANGED", "c.xlsx 表1 A2 (002)")]


def test_a_second_file_without_numbers_is_told_to_come_with_the_first(held, write):
    one, two = write("名称,单位\n甲,乙\n", "a.csv"), write("名称,单位\n丙,丁\n", "b.csv")
    import_(held, "nominations", one)
    assert places(import_(held, "nominations", one)) == []
    preview = import_(held, "nominations", two)
    assert places(preview) == [("E-CHANGED", "b.csv 2 (001)")]
    assert places(import_(held, "nominations", one, two)) == []


def test_a_changed_judge_is_named_with_its_row(held, write):
    import_(held, "judges", write("编号,姓名\nJ01,张三\n", "a.csv"))
    preview = import_(held, "judges", write("编号,姓名\nJ02,李四\nJ01,王五\n", "b.csv"))
    assert places(preview) == [("E-CHANGED", "b.csv A3 (J01)")]


def test_what_the_store_refuses_is_placed_too(held, write, monkeypatch):
    def refuse(*_):
        raise Bad("E-CHANGED", "001")

    monkeypatch.setattr(Store, "add_nominations", refuse)
    with pytest.raises(Bad) as caught:
        import_(held, "nominations", write("编号,名称,单位\n001,甲,乙\n", "a.csv"))
    assert caught.value.problems[0].where == "a.csv A2 (001)"


def test_marks_that_a_recusal_takes_out_of_the_count_are_told(award: Path, write):  # noqa: F811
    path = write("评委,案例编号,理由\nJ01,002,近亲属\n", "r.csv")
    preview = import_(award, "recusals", path)
    said = [(one.code, dict(one.params)) for one in preview.warnings]
    assert ("W-MARKSDROPPED", {"judge": "J01", "case": "002"}) in said
    assert "W-MARKSDROPPED" not in {one.code for one in import_(award, "recusals", path).warnings}


def test_one_recusal_by_command_tells_it_too(award: Path, pingxuan):  # noqa: F811
    said = pingxuan("recuse", "--judge", "J01", "--case", "003", "--reason", "kin", "-C", award)
    assert (said.code, "W-MARKSDROPPED" in said.err) == (0, True)
