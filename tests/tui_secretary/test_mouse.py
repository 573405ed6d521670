"""What the mouse does on the secretary's screens: answers, words, filters."""

from __future__ import annotations

import pytest

from tests.tui.screen import lines
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import running
from words.text import width

CLICKS = [
    # the award, the keys, the word, the screen and what is on it then
    ("working", (), "2未交", "OverviewScreen", "2未交*"),
    ("working", (), "0 全部工作", "WorkScreen", "全部工作"),
    ("working", (), "F9 ", "OverviewScreen", "没有发过评审包"),
    ("finished", ("f4",), "4同分", "RankingScreen", "4同分*"),
    ("finished", ("f4",), "F8 ", "Form", "导出"),
    ("working", ("work:paste",), "( ) 2 评委名单", "Form", "(x) 2 评委名单"),
    ("working", ("work:paste",), "Enter 执行", "PasteScreen", "在这里粘贴"),
    ("working", ("f3",), "Enter 执行", "Form", "[E-NOREASON]"),
    ("working", ("f3",), "Esc 不做了", "OverviewScreen", "J01"),
    ("working", ("work:log",), "PgUp/PgDn 翻页", "PageScreen", "操作记录"),
    ("working", ("escape",), "Esc 不退出", "OverviewScreen", "J01"),
]


@pytest.mark.parametrize(("award", "keys", "word", "screen", "text"), CLICKS)
async def test_a_click_on_a_word(award, keys, word, screen, text, copy: Copy) -> None:
    async with running(copy(award), keys=keys) as one:
        row = max(y for y, line in enumerate(lines(one.app)) if word in line)
        line = lines(one.app)[row]
        await one.pilot.click(offset=(width(line[: line.index(word)]) + 1, row))
        await one.settle()
        assert type(one.app.screen).__name__ == screen
        assert text in one.text
