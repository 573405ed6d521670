"""Line by line also what looks back: comparing, one's own order, the distribution, the files."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from award.demo import build
from bench._terminal import Terminal
from cli.terminal import has_screen
from tests.tui.award import RULES, desk, finished
from tests.tui.hostile import FOREIGN, hostile_desk
from tests.tui.test_papers import papers
from tui.papers import Paper
from tui.plain import run
from words import Bad, say


def talk(judge, answers: str, lang: str = "zh", **more) -> str:
    out = io.StringIO()
    run(judge, judge.rules, stdin=io.StringIO(answers), stdout=out, lang=lang, **more)
    return out.getvalue()


def test_two_cases_are_compared_mark_by_mark_and_read_if_one_wants() -> None:
    said = talk(finished(), "9\n００４\n011\n1\n0\n")
    assert "创新性  30%  82  87  -5" in said
    assert "总分  83.3  83.6" in said
    assert said.count("一、项目背景") == 2
    assert talk(finished(), "9\n004\n011\n2\n0\n").count("一、项目背景") == 0
    assert "没有编号为 999 的案例" in talk(finished(), "9\n999\n0\n")


def test_the_own_order_changes_by_the_mark_that_is_chosen_and_by_nothing_else() -> None:
    judge = finished()
    before = dict(judge.answers())
    assert "004 的创新性  82 改为 83.5  总分变为 83.8" in talk(judge, "10\n004\n1\n0\n0\n")
    assert dict(judge.answers()) == before
    assert "现在第 5 名" in talk(judge, "10\n004\n1\n1\n0\n")
    assert judge.answer("004").cells["innovation"].points == 835
    talk(judge, "6\n0\n")
    assert dict(judge.answers()) == before
    assert "已经是第一名" in talk(judge, "10\n003\n1\n0\n")
    assert "已经是最后一名" in talk(judge, "10\n014\n2\n0\n")
    assert "还没有名次" in talk(desk(), "10\n008\n0\n")


def test_the_own_distribution_is_told_with_its_figures() -> None:
    said = talk(finished(), "11\n0\n")
    assert "80 起      (14)" in said
    assert "平均 82.0" in said


def test_the_files_beside_a_case_are_listed_read_and_opened() -> None:
    opened: list[str] = []
    said = talk(desk(), "1\n8\n1\n1\n8\n\n8\n2\n2\n0\n0\n", papers=papers(opened))
    assert "1  统计表 [/].pdf  12 KiB" in said
    assert "[b]甲[/b]" in said
    assert "E-NOTEXT" in said
    assert opened == ["1"]
    assert "没有附件" in talk(desk(), "1\n8\n0\n0\n")


def test_a_recusal_is_taken_back_and_an_undo_is_there_on_the_case() -> None:
    judge = desk()
    said = talk(judge, "3\n005\n5\n2\n5\n1\n0\n0\n")
    assert "005 不再回避" in said
    assert judge.answer("005").recused is None
    talk(judge, "3\n008\n1\n90\n/\n9\n0\n0\n")
    assert "innovation" not in judge.answer("008").cells


def test_the_receipt_can_be_made_a_page_to_print(tmp_path: Path) -> None:
    judge = finished()
    said = talk(
        judge,
        "8\n3719\n1\n0\n",
        new_code=lambda: "3719",
        save_receipt=lambda _: tmp_path / "r.html",
    )
    assert "r.html" in said


def test_the_time_that_is_left_is_told() -> None:
    judge = desk()
    judge.rules = replace(RULES, deadline="2026-06-30 18:00")
    assert "6" in talk(judge, "0\n", now=lambda: "2026-06-30T12:00:00+08:00").splitlines()[3]


def test_nothing_foreign_reaches_the_terminal_there_either() -> None:
    said = talk(hostile_desk(), "9\n001\n002\n1\n10\n\n11\n1\n8\n1\n1\n0\n0\n", papers=papers([]))
    assert not set(FOREIGN) & set(said)


@pytest.mark.parametrize(("term", "screens"), [("dumb", False), ("xterm-256color", True)])
def test_a_terminal_that_can_only_write_lines_gets_lines(
    term: str, screens: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert has_screen() is screens


def test_in_a_dumb_terminal_the_job_is_done_without_one_escape_byte(tmp_path: Path) -> None:

    award = build(tmp_path / "demo").practice
    command = [sys.executable, "-m", "cli.main", "--lang", "zh", "score", "--judge", "J01"]
    terminal = Terminal([*command, "-C", str(award)], (80, 24), TERM="dumb")
    try:
        terminal.wait_for("请选择", 30)
        for keys, mark in (
            ("1\r", "打分"),
            ("1\r", "直接回车不改"),
            ("85\r", "已保存"),
            ("/\r", "案例 001"),
        ):
            terminal.send(keys)
            terminal.wait_for(mark, 20)
    finally:
        terminal.kill()
    assert b"\x1b" not in terminal.raw


def test_a_file_the_packet_had_no_room_for_is_named_and_nothing_is_asked_of_it() -> None:
    def gone() -> tuple[str, ...]:
        raise Bad("E-ATTACHLEFT", "001", name="大.pdf")

    left = Paper("大.pdf", "9 MiB", gone, gone, left_out=True)
    said = talk(desk(), "1\n8\n1\n0\n0\n", papers=lambda _case: [left])
    assert "大.pdf  9 MiB   （太大，没有装进评审包）" in said
    assert "E-ATTACHLEFT" in said
    assert say("plain.papers.open") not in said


def test_a_file_that_cannot_be_opened_is_a_sentence() -> None:
    def gone() -> None:
        raise Bad("E-ATTACHLEFT", "001", name="表.pdf")

    broken = Paper("表.pdf", "1 KiB", lambda: ("字",), gone)
    said = talk(desk(), "1\n8\n1\n1\n0\n0\n", papers=lambda _case: [broken])
    assert "E-ATTACHLEFT" in said
