"""`[keys]` and `[screens]` of config.toml: read, checked, obeyed, and no part of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.folder import CONFIG
from award.rules_file import rules_of
from award.screen_rules import ACTIONS
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import config
from tests.tui_secretary.screen import running, same_as_golden
from tui.app import JudgeApp
from tui.office.app import SecretaryApp
from tui.office.overview import OverviewScreen
from tui.office.ranking import RankingScreen
from tui.screens.home import HomeScreen
from tui.screens.review import ReviewScreen
from tui.screens.score import ScoreScreen
from words import Bad


def said(table: str) -> bytes:
    return f"{config()}\n{table}\n".encode()


def test_they_change_no_digest() -> None:
    plain = rules_of(said(""))
    shown = rules_of(said('[keys]\nundo = "f12,ctrl+z"\n[screens]\nstrips = true'))
    assert (shown.digest, shown.data, shown.whole_data) == (
        plain.digest,
        plain.data,
        plain.whole_data,
    )
    assert shown.screens.keys == {"undo": "f12,ctrl+z"}
    assert shown.screens.strips
    assert not plain.screens.strips


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('[keys]\njump = "f12"', "E-RULE-UNKNOWN"),
        ("[keys]\nundo = 3", "E-RULE-KEYS"),
        ('[keys]\nundo = ""', "E-RULE-KEYS"),
        ('[keys]\nundo = "ctrl+z, f12"', "E-RULE-KEYS"),
        ('[keys]\nundo = "a,b,c,d,e,f,g,h,i"', "E-RULE-KEYS"),
        ('[screens]\nstrips = "yes"', "E-RULE-BOOL"),
        ("[screens]\ncolour = true", "E-RULE-UNKNOWN"),
    ],
)
def test_a_mistake_is_told_with_its_place(table: str, code: str) -> None:
    with pytest.raises(Bad) as refused:
        rules_of(said(table))
    problem = refused.value.problems[0]
    assert problem.code == code
    assert table.split("]")[0].strip("[") in problem.where


def test_every_action_that_can_be_given_other_keys_is_there() -> None:
    classes = (JudgeApp, SecretaryApp, HomeScreen, ScoreScreen, ReviewScreen, OverviewScreen,
               RankingScreen)  # fmt: skip
    known = {binding.id for one in classes for base in one.__mro__
             for binding in getattr(base, "BINDINGS", ())}  # fmt: skip
    assert set(ACTIONS) <= known


def _with(folder: Path, table: str) -> Path:
    (folder / CONFIG).write_text(f"{config()}\n{table}\n", encoding="utf-8")
    return folder


async def test_another_key_does_it(copy: Copy) -> None:
    folder = _with(copy("finished"), '[keys]\nranking = "f12"')
    async with running(folder, keys=("f12",)) as one:
        assert isinstance(one.app.screen, RankingScreen)
    async with running(folder, keys=("f4",)) as one:
        assert isinstance(one.app.screen, OverviewScreen)


async def test_the_strips_are_shown_where_the_committee_agrees(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _with(copy("finished"), "[screens]\nstrips = true")
    async with running(folder, "120", keys=("f4", *["down"] * 6)) as one:
        assert "o 一位评委   X 最后得分" in one.text
        same_as_golden("ranking-strips-120-zh", one.text, monkeypatch)
    async with running(folder, "80", keys=("f4",)) as one:
        assert "o 一位评委" not in one.text
