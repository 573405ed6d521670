"""Everything a command does can be done on the screens; what cannot says why."""

from __future__ import annotations

import pytest

from cli.group import COMMANDS
from tests.conftest import ROOT
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import running
from tui.office.works import ELSEWHERE, GROUPS, WORKS
from words import entry

TAUGHT = {one.command[0] for one in WORKS}


def test_every_command_has_a_place_on_the_screens_or_a_reason() -> None:
    assert TAUGHT | set(ELSEWHERE) == set(COMMANDS)
    assert not TAUGHT & set(ELSEWHERE)


def test_every_work_has_its_group_and_its_words_in_both_languages() -> None:
    assert {one.group for one in WORKS} == set(GROUPS)
    for one in WORKS:
        assert all(entry(f"work.{one.name}")), one.name
        assert all(entry(f"work.{one.name}.about")), one.name


@pytest.mark.parametrize("name", ["secretary.md", "secretary.zh.md"])
def test_the_manual_has_every_command_with_its_place(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    missing = [command for command in COMMANDS if f"| `{command}" not in text]
    assert missing == []


@pytest.mark.parametrize("lang", ["zh", "en"])
async def test_no_label_of_the_list_is_cut(lang: str, copy: Copy) -> None:
    async with running(copy("finished"), "80", lang, ("0",)) as one:
        screen = one.app.screen
        wide = [cells[0] for cells in screen.all if len(cells) > 1]  # type: ignore[attr-defined]
        from words.text import width

        assert [text for text in wide if width(text) > screen.widths[0]] == []  # type: ignore[attr-defined]


async def test_the_mark_stands_on_what_comes_next(copy: Copy) -> None:
    async with running(copy("finished"), keys=("0",)) as one:
        assert "> * 定稿" in one.text
        assert "下一步：看排名、开会、定稿" in one.text


async def test_what_is_off_says_why_in_its_line_and_enter_does_nothing(copy: Copy) -> None:
    async with running(copy("working"), keys=("work:close",)) as one:
        line = next(line for line in one.text.splitlines() if "pingxuan close  " in line)
        assert line.endswith("没有发过评审包")
        assert "全部工作" in one.text.splitlines()[0]
