"""Every key of the secretary's key map does what the map says, full-width twins included."""

from __future__ import annotations

import pytest

from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import running
from tui.office.form import Form
from tui.office.overview import OverviewScreen
from tui.office.page import PageScreen
from tui.office.ranking import RankingScreen
from tui.office.work import WorkScreen
from tui.screens.dialogs import LeaveDialog
from tui.screens.help import HelpScreen
from tui.themes import DARK

OVERVIEW = [
    # award, keys, screen, what is on it
    ("working", ("down",), OverviewScreen, "> J02"),
    ("working", ("j",), OverviewScreen, "> J02"),
    ("working", ("down", "up"), OverviewScreen, "> J01"),
    ("working", ("end",), OverviewScreen, "> J07"),
    ("working", ("end", "home"), OverviewScreen, "> J01"),
    ("working", ("pagedown",), OverviewScreen, "> J07"),
    ("working", ("pagedown", "pageup"), OverviewScreen, "> J01"),
    ("working", ("2",), OverviewScreen, "> J03"),
    ("working", ("２",), OverviewScreen, "> J03"),
    ("working", ("3", "down"), OverviewScreen, "> J02"),
    ("working", ("4",), OverviewScreen, "> J03"),
    ("working", ("2", "1"), OverviewScreen, "> J03"),
    ("working", ("space",), OverviewScreen, "*J01"),
    ("working", ("space", "space"), OverviewScreen, "> J01"),
    ("working", ("slash", *"j05", "enter"), OverviewScreen, "> J05"),
    ("working", ("、", *"j05", "enter"), OverviewScreen, "> J05"),
    ("working", ("slash", *"j05", "escape"), OverviewScreen, "  J01"),
    ("working", ("enter",), PageScreen, "已评 11 个"),
    ("working", ("f7",), PageScreen, "没有交的评委：5 位"),
    ("working", ("end", "space", "f7"), PageScreen, "没有交的评委：1 位"),
    ("working", ("0",), WorkScreen, "pingxuan freeze"),
    ("working", ("０",), WorkScreen, "pingxuan freeze"),
    ("working", ("f3",), Form, "pingxuan reopen J01 --reason"),
    ("working", ("f4",), Form, "会先看到别人的分数"),
    ("working", ("f4", "enter"), RankingScreen, "评分表 2/7"),
    ("finished", ("f4",), RankingScreen, "以上 经典案例"),
    ("finished", ("f8",), Form, "写到哪个文件夹"),
    ("working", ("f1",), HelpScreen, "秘书处总览"),
    ("working", ("？",), HelpScreen, "秘书处总览"),
    ("working", ("f1", "escape"), OverviewScreen, "> J01"),
    ("working", ("escape",), LeaveDialog, "要退出吗"),
    ("working", ("ctrl+q",), LeaveDialog, "要退出吗"),
    ("working", ("escape", "escape"), OverviewScreen, "> J01"),
]
RANKING = [
    (("down",), RankingScreen, ">     2 002"),
    (("end",), RankingScreen, ">    12 012"),
    (("down", "down", "down", "down"), RankingScreen, ">     5 005"),
    (("down", "down", "down", "down", "up"), RankingScreen, ">     4 004"),
    (("right",), RankingScreen, "简单平均（只是看看，不作数）"),
    (("left",), RankingScreen, "中位数（只是看看，不作数）"),
    (("right", "left"), RankingScreen, "方法：去掉最高最低取平均  "),
    (("tab",), RankingScreen, "得分分布"),
    (("tab", "tab"), RankingScreen, "怎么算出来的"),
    (("2",), RankingScreen, "2入选线附近*"),
    (("3",), RankingScreen, "33.30"),
    (("４",), RankingScreen, ">     4 004"),
    (("4", "1"), RankingScreen, "1全部*"),
    (("slash", *"007", "enter"), RankingScreen, ">     7 007"),
    (("enter",), PageScreen, "一、评委打分"),
    (("enter", "escape"), RankingScreen, "001"),
    (("f8",), Form, "导出"),
    (("f9",), Form, "两种算法各算一遍"),
    (("f4",), OverviewScreen, "J01"),
    (("escape",), OverviewScreen, "J01"),
    (("f1",), HelpScreen, "名次范围是任意去掉一位评委"),
]


@pytest.mark.parametrize(("award", "keys", "screen", "text"), OVERVIEW)
async def test_a_key_of_the_overview(award, keys, screen, text, copy: Copy) -> None:
    async with running(copy(award), keys=keys) as one:
        assert isinstance(one.app.screen, screen)
        assert text in one.text


@pytest.mark.parametrize(("keys", "screen", "text"), RANKING)
async def test_a_key_of_the_ranking(keys, screen, text, copy: Copy) -> None:
    size = "120" if text == "33.30" else "80"
    async with running(copy("finished"), size, keys=("f4", *keys)) as one:
        assert isinstance(one.app.screen, screen)
        assert text in one.text


@pytest.mark.parametrize(
    ("award", "keys", "why"),
    [
        ("working", ("f2",), "没有发过评审包"),
        ("working", ("f9",), "没有发过评审包"),
        ("working", ("end", "f3"), "这位评委还没有交"),
        ("finished", ("f4", "f2"), "没有同分要定"),
    ],
)
async def test_a_key_that_is_off_stays_and_says_why(award, keys, why, copy: Copy) -> None:
    async with running(copy(award), keys=keys[:-1]) as one:
        before, screen = one.text, one.app.screen
        after = await one.press(keys[-1])
        assert one.app.screen is screen
        assert after.count(why) == before.count(why) + 1


async def test_light_and_dark(copy: Copy) -> None:
    async with running(copy("working"), keys=("f6",)) as one:
        assert one.app.theme == DARK.name
        assert one.app.memory["theme"] == DARK.name


async def test_the_words_at_the_bottom_are_buttons(copy: Copy) -> None:
    async with running(copy("working")) as one:
        lines = one.text.splitlines()
        row = next(at for at, line in enumerate(lines) if "0 全部工作" in line)
        await one.pilot.click(offset=(14, row))
        await one.settle()
        assert isinstance(one.app.screen, WorkScreen)


async def test_a_double_click_opens_and_a_click_picks(copy: Copy) -> None:
    async with running(copy("working")) as one:
        await one.pilot.click(offset=(10, 7))
        assert "> J03" in one.text
        await one.pilot.click(offset=(10, 7), times=2)
        await one.settle()
        assert isinstance(one.app.screen, PageScreen)


async def test_a_window_too_small_says_so(copy: Copy) -> None:
    async with running(copy("working")) as one:
        await one.pilot.resize_terminal(79, 24)
        await one.pilot.pause()
        assert "窗口太小" in one.text
