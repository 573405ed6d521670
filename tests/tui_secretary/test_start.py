"""Where no award is: what one can begin with, each with its command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.screen import ambiguous, shown
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import SIZES, no_faults, same_as_golden
from tui.office.start import StartApp


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_it_offers_what_lies_near_and_a_new_one(
    lang: str, copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy("working")
    monkeypatch.setattr("tui.office.start.StartScreen._about", lambda _self: "")
    app = StartApp(folder.parent, lang=lang, memory={"ruler": "1"})
    async with app.run_test(size=SIZES["80"]) as pilot:
        for size, cells in SIZES.items():
            await pilot.resize_terminal(*cells)
            await pilot.pause()
            assert ambiguous(shown(app)) == set()
            same_as_golden(f"start-{size}-{lang}", shown(app), monkeypatch)
        await pilot.press("enter")
    assert app.chosen == folder


@pytest.mark.parametrize("typed", ["", "sub"])
async def test_a_new_award_is_made_in_a_folder_that_is_named(typed: str, tmp_path: Path) -> None:
    app = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    with no_faults():
        async with app.run_test(size=SIZES["80"]) as pilot:
            await pilot.press("enter", *(("ctrl+u", *typed) if typed else ()), "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
    assert app.chosen == tmp_path / typed


async def test_an_archive_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    app = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    with no_faults():
        async with app.run_test(size=SIZES["80"]) as pilot:
            await pilot.press("4", "enter", *"no-such", *["enter"] * 4)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "[E-" in shown(app)
