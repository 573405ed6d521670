"""A path as people give it: typed, pasted with quotes, dropped on the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from files.dropped import dropped_path, dropped_paths


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a b.csv", "c.csv"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "typed",
    [
        "a b.csv",
        "  a b.csv ",
        "'a b.csv'",
        '"a b.csv"',
        "“a b.csv”",
        "a\\ b.csv",
    ],
)
def test_it_is_found_however_it_is_quoted(typed: str, here: Path) -> None:
    assert dropped_path(typed) == Path("a b.csv")


def test_a_link_of_a_file_is_its_path(here: Path) -> None:
    assert dropped_path((here / "a b.csv").as_uri()) == here / "a b.csv"
    assert dropped_path("file:///C:/a%20b.csv") == Path("C:/a b.csv")


def test_several_files_may_be_dropped_together(here: Path) -> None:
    assert dropped_paths("'a b.csv' c.csv") == [Path("a b.csv"), Path("c.csv")]
    assert dropped_paths(r"a\ b.csv c.csv") == [Path("a b.csv"), Path("c.csv")]


def test_a_name_with_blanks_that_is_not_there_stays_one_path(here: Path) -> None:
    assert dropped_paths("no such file.csv") == [Path("no such file.csv")]
    assert dropped_paths("it's.csv") == [Path("it's.csv")]


def test_nothing_is_no_path() -> None:
    assert dropped_path("  ''  ") is None
    assert dropped_paths("") == []
