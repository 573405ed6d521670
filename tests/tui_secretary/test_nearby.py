"""Files that lie near are offered where a file is asked for; a path can be typed as before."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual import events

from award.near import OFFERED, files_near
from tests.tui_secretary.test_hesitations import FormApp, keys_on
from tui.office.flows.asking import path_field
from tui.office.nearby import offers
from tui.office.questions import Field
from words import use


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two lists in the folder, one above, one downloaded, and what is not to be offered."""
    use("zh")
    folder = tmp_path / "above" / "award"
    (tmp_path / "Downloads").mkdir()
    folder.mkdir(parents=True)
    at = 1_700_000_000
    names = ("a.csv", "b.CSV", "../c.csv", "config.toml", ".d.csv", "~$e.csv", "f.ballot")
    for n, path in enumerate((*names, "../../Downloads/g.csv")):
        (folder / path).write_text("x", encoding="utf-8")
        os.utime(folder / path, (at + n, at + n))
    monkeypatch.chdir(folder)
    return folder


def test_the_newest_come_first_and_nothing_of_the_award_itself(here: Path) -> None:
    found = [(one.path.name, one.place) for one in files_near(here, {".csv", ".toml"})]
    assert found[:2] == [("b.CSV", "here"), ("a.csv", "here")]
    assert found[2:] == [("c.csv", "above"), ("g.csv", "downloads")]


def test_no_more_are_offered_than_a_small_box_has_room_for(here: Path) -> None:
    for n in range(20):
        (here / f"{n}.csv").touch()
    assert len(files_near(here, {".csv"})) == OFFERED


def test_a_folder_that_cannot_be_read_offers_nothing(tmp_path: Path) -> None:
    assert files_near(tmp_path / "gone" / "gone", {".csv"}) == ()


def asked(here: Path) -> FormApp:
    near = offers(here, [".csv"])
    return FormApp(path_field("文件", near=near), Field("more", "编码"))


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ("1", "b.CSV"),
        ("２", "a.csv"),
        (("down", "down", "up"), "b.CSV"),
        (("down", "down", "down"), "c.csv"),
        ("x2.csv", "x2.csv"),
        (("1", *"y.csv"), "y.csv"),
    ],
)
async def test_a_file_is_picked_by_a_digit_or_an_arrow_or_typed(
    keys: str, path: str, here: Path
) -> None:
    app = asked(here)
    text = await keys_on(app, *keys, *["enter"] * 3)
    assert [Path(one["path"]).name for one in app.given] == [path], text


async def test_what_is_offered_says_where_it_lies(here: Path) -> None:
    text = await keys_on(asked(here))
    assert "( ) 1 b.CSV  （这个文件夹）" in text
    assert "c.csv  （上一层文件夹）" in text
    assert "g.csv  （下载）" in text
    assert ">文件" in text


async def test_a_path_that_is_dropped_on_the_window_goes_into_the_field(here: Path) -> None:
    app = asked(here)
    async with app.run_test(size=(80, 24)) as pilot:
        app.focused.post_message(events.Paste("/elsewhere/z.csv"))  # type: ignore[union-attr]
        await pilot.pause()
        await pilot.press("enter", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert [one["path"] for one in app.given] == ["/elsewhere/z.csv"]


async def test_below_the_last_file_comes_the_field_and_above_it_the_files_again(
    here: Path,
) -> None:
    app = asked(here)
    await keys_on(app, *["down"] * 5, *"k", "up", "1", *["enter"] * 3)
    assert [one["path"] for one in app.given] == ["b.CSV"]
