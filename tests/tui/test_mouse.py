"""What the mouse does on a judge's screens: words, filters, the wheel."""

from __future__ import annotations

import pytest
from textual import events

from tests.tui.every_screen import at
from tests.tui.screen import lines, shown
from tui.widgets.reader import Reader
from tui.widgets.rows import Rows
from words.text import width

CLICKS = [
    # the place, the word, the screen and what is on it then
    ("home", "3已评", "HomeScreen", "3已评*"),
    ("home", "F4 总览", "ReviewScreen", "提交前总览"),
    ("home", "Esc 退出", "LeaveDialog", "要退出吗"),
    ("review", "2只看有提示的", "ReviewScreen", "2只看有提示的*"),
    ("leave", "Esc 不退出", "HomeScreen", "案例名称"),
    ("score", "创新性", "ScoreScreen", "> 创新性"),
    ("score", "示范推广", "ScoreScreen", "> 示范推广"),
    ("recuse", "Esc 取消", "ScoreScreen", "材料"),
    ("recuse", "3  与申报人有亲属", "RecuseDialog", "> 3  与申报人有亲属"),
    ("recuse", "Enter 确认回避", "ScoreScreen", "已回避"),
    ("unrecuse", "Enter 取消回避", "ScoreScreen", "005 不再回避"),
    ("comment", "Esc 或 F2 关闭", "ScoreScreen", "材料"),
    ("pick", "Enter 对比", "CompareScreen", "对比两个案例"),
    ("reorder", "= 先对比材料", "CompareScreen", "对比两个案例"),
    ("submit", "Esc 取消", "ReviewScreen", "提交前总览"),
    ("copy", "Esc 返回", "ReceiptScreen", "回执码"),
    ("revise", "Enter 开始修改", "HomeScreen", "案例名称"),
    ("ticks-tiers", "1 经典案例", "TicksScreen", "1 经典案例*"),
    ("ruler", "2 不对齐", "HomeScreen", "案例名称"),
    ("score-recused", "数字 空格", "ScoreScreen", "已回避"),
    ("receipt", "1 打印回执", "ReceiptScreen", "没有"),
]


@pytest.mark.parametrize(("name", "word", "screen", "text"), CLICKS)
async def test_a_click_on_a_word(name: str, word: str, screen: str, text: str) -> None:
    async with at(name) as (app, pilot):
        row = max(y for y, line in enumerate(lines(app)) if word in line)
        line = lines(app)[row]
        await pilot.click(offset=(width(line[: line.index(word)]) + 1, row))
        await pilot.pause()
        assert type(app.screen).__name__ == screen
        assert text in shown(app)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["home", "score", "papers-read", "compare", "help"])
async def test_the_wheel_moves_what_it_is_over(name: str) -> None:
    async with at(name) as (app, pilot):
        part = app.screen.query_one(Rows) if name == "home" else app.screen.query(Reader).first()
        places = [part.scroll_offset.y]
        for wheel in (events.MouseScrollDown, events.MouseScrollUp):
            await pilot._post_mouse_events([wheel], part)
            await pilot.pause()
            places.append(part.scroll_offset.y)
        start, down, up = places
        assert down > start
        assert up < down
