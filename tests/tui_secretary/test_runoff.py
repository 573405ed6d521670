"""A runoff from the secretary's screens: opened where a tie wants one, a paper ballot, closed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from award.examples import build_example
from award.runoff_acts import withdraw_runoff
from award.runoffs import held
from tests.tui.screen import ambiguous, overfull
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import Running, running, same_as_golden

TO_RUNOFF = ("0", "slash", *"runoff", "enter", "enter")


@pytest.fixture(scope="module")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = build_example("runoff_vote", tmp_path_factory.mktemp("runoff") / "demo")
    with opened(folder) as award:
        withdraw_runoff(award, 1, "重来", "甲")
    return folder


@pytest.fixture
def tied(master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(master, tmp_path / "award"))
    monkeypatch.chdir(folder)
    return folder


async def _fill(one: Running, *answers: str) -> str:
    for answer in answers:
        if answer:
            await one.type(answer)
        await one.press("enter")
    return one.text


async def test_a_runoff_is_opened_entered_and_closed_on_the_screen(tied: Path) -> None:
    async with running(tied, keys=TO_RUNOFF) as one:
        assert "pingxuan runoff open C D" in one.text
        text = await one.press("enter")
        assert "第 2 次再次投票已开始" in text
        await one.press("escape", "enter")
        text = await _fill(one, "", "", "C", "甲", "甲")
        assert "[E-PAPER-SAME]" in text
        await one.press("backspace", "backspace")
        text = await _fill(one, "乙")
        assert "N1" in text
        assert "pingxuan runoff enter C --judge N1 --by 甲 --checked-by 乙" in text
        await one.press("escape", "enter", "1", "enter", "enter", "enter", "enter", "enter")
        assert "C 1 票" in one.text
    with opened(tied) as award:
        assert held(award)[1].closed


@pytest.mark.parametrize("size", ["80", "120"])
@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_the_question_looks_as_it_should(
    tied: Path, monkeypatch: pytest.MonkeyPatch, size: str, lang: str
) -> None:
    async with running(tied, size, lang, TO_RUNOFF) as one:
        assert ambiguous(one.text) <= {"“", "”"}
        same_as_golden(f"runoff-open-{size}-{lang}", one.text, monkeypatch)
        await one.press("enter", "escape", "enter")
        same_as_golden(f"runoff-running-{size}-{lang}", one.text, monkeypatch)
        one.app.go_home()
        await one.press("work:runoff-undo")
        assert overfull(one.app) == []
        same_as_golden(f"runoff-undo-{size}-{lang}", one.text, monkeypatch)
