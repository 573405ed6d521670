"""Where no award is: what one can begin with, each with its command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.secretary import start
from tests.exchange.circle import Handed, frozen_award, hand_out, issue_all
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
            await pilot.press("5", "enter", *"no-such", *["enter"] * 4)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "[E-" in shown(app)


@pytest.fixture(scope="module")
def packet(tmp_path_factory: pytest.TempPathFactory) -> Handed:
    """A packet as a judge gets it, and its code."""
    folder = tmp_path_factory.mktemp("issued")
    frozen_award(folder / "award")
    return hand_out(issue_all(folder / "award", "J01")["J01"], folder / "judge")


@pytest.mark.parametrize("typed", [False, True])
async def test_a_judge_opens_the_packet_that_lies_here_or_one_that_is_typed(
    typed: bool, packet: Handed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not typed:
        shutil.copy(packet.packet, tmp_path)
    monkeypatch.chdir(tmp_path)
    app = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    with no_faults():
        async with app.run_test(size=SIZES["80"]) as pilot:
            place = "3" if typed else "1"  # at the top, where a packet lies and no award
            assert f"{place} 打开评审包" in shown(app)
            await pilot.press(place, "enter", *([] if typed else ["down"]))
            if typed:
                app.focused.value = f"'{packet.packet}'"  # type: ignore[union-attr]
            await pilot.pause()
            assert "pingxuan judge" in shown(app)
            await pilot.press(*["enter"] * 2)
            await app.workers.wait_for_complete()
            await pilot.pause()
    assert app.packet is not None
    assert app.packet.name == packet.packet.name
    assert app.chosen is None


async def test_what_is_no_packet_is_told_in_the_box(tmp_path: Path) -> None:
    (tmp_path / "a.packet").write_bytes(b"not one")
    app = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    with no_faults():
        async with app.run_test(size=SIZES["80"]) as pilot:
            await pilot.press("enter", "1", "enter", "enter")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "[E-" in shown(app)
    assert app.packet is None


def test_after_the_start_the_packet_is_opened_as_the_command_does(
    packet: Handed, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr("cli.secretary._on_terminal", lambda: True)
    monkeypatch.setattr("cli.secretary.has_screen", lambda: True)
    monkeypatch.setattr(StartApp, "run", lambda self: self.judge(packet.packet))
    monkeypatch.setattr("cli.judging.judge", lambda *given: opened.append(given) or 0)
    assert start() == 0
    assert opened == [(packet.packet, None)]
