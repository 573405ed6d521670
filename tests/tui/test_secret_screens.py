"""What a judge sees of a secret vote and of its runoff, in both sizes and both languages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from award import examples
from award.desks import seat_of
from award.runoff_acts import open_runoff
from tests.tui.screen import ambiguous, same_as_golden, shown
from tests.tui.test_goldens import SIZES
from tests.tui_secretary.office import opened
from tui.app import JudgeApp

SOURCE = examples.examples_folder() / "secret_vote"
RECEIPT = re.compile(r"\d{4}( \d{4}){4}")  # drawn anew for every ballot
SCREENS = {
    # name: (award, judge, keys)
    "secret": ("before", "P1", ("space", "down", "space", "down", "space")),
    "secret-recused": ("before", "P5", ("space",)),
    "secret-read": ("before", "P1", ("enter", "space")),
    "secret-review": ("before", "P1", ("space", "f4")),
    "secret-submit": ("before", "P1", ("space", "f9", "3", "7")),
    "secret-receipt": ("before", "P1", ("space", "f9", *"3719")),
    "secret-after": ("tied", "P1", ()),
    "runoff": ("runoff", "P1", ("space", "down", "space")),
    "runoff-submit": ("runoff", "P1", ("space", "f9", "3", "7")),
    "runoff-receipt": ("runoff", "P1", ("space", "f9", *"3719")),
    "runoff-after": ("runoff", "P1", ("space", "f9", *"3719", "2", "enter")),
}


@pytest.fixture(scope="module")
def masters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Nobody has voted; all have and two are tied; the runoff between them is open."""
    made = {}
    for name in ("before", "tied", "runoff"):
        source = tmp_path_factory.mktemp(name) / "secret_vote"
        shutil.copytree(SOURCE, source)
        (source / "runoffs.toml").unlink()
        if name == "before":
            (source / "closings.toml").unlink()
            (source / "scores.toml").write_text("", encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(examples, "examples_folder", lambda source=source: source.parent)
            made[name] = examples.build_example("secret_vote", source.parent / "demo")
    with opened(made["runoff"]) as award:
        open_runoff(award, (), "秘书")
    return made


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_the_screen_looks_as_it_should(
    name: str, size: str, lang: str, masters: dict[str, Path], tmp_path: Path
) -> None:
    which, judge, keys = SCREENS[name]
    folder = Path(shutil.copytree(masters[which], tmp_path / "award"))
    with opened(folder) as award:
        seat = seat_of(award, judge)
        app = JudgeApp(seat.desk, seat.rules, name=award.rules.name, lang=lang,
                       memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip
        async with app.run_test(size=SIZES[size]) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            text = shown(app)
    assert ambiguous(text) <= {"“", "”"}
    same_as_golden(f"{name}-{size}-{lang}", RECEIPT.sub("0000 0000 0000 0000 0000", text))


async def test_a_judge_who_comes_again_sees_no_tick_and_can_make_none(
    masters: dict[str, Path], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(masters["tied"], tmp_path / "award"))
    with opened(folder) as award:
        seat = seat_of(award, "P1")
        app = JudgeApp(seat.desk, seat.rules, name=award.rules.name, lang="zh",
                       memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "选票已经和您的名字分开" in shown(app)
            await pilot.press("2", "space")
            await pilot.pause()
            assert "选票已经和您的名字分开" in shown(app)
            assert "[" not in shown(app)
