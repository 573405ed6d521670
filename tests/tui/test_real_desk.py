"""The screens on the real database: what was shown as saved is there after any kill."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from bench._terminal import Terminal
from db.store import Store
from scoring.cells import Cell, State
from scoring.points import format_points
from tests.tui.award import DEADLINE, JUDGE, NAME, RULES, nominations
from tests.tui.hostile import FOREIGN, PAYLOADS, hostile_case
from tests.tui.real_award import create
from tests.tui.screen import shown
from tui.app import JudgeApp
from tui.screens.receipt import ReceiptScreen


def opened(path: Path, lang: str = "zh", *, size=(80, 24)) -> Terminal:
    command = [sys.executable, "-m", "tests.tui.real_award", str(path), lang]
    return Terminal(command, size, TEXTUAL_ANIMATIONS="none")


def app_on(store: Store) -> JudgeApp:
    return JudgeApp(
        store.desk(JUDGE.id, RULES), RULES, name=NAME, deadline=DEADLINE, lang="zh",
        memory={"ruler": "1"}, new_code=lambda: "3719",
    )  # fmt: skip


async def test_the_whole_job_on_the_real_desk(tmp_path: Path) -> None:
    path = create(
        tmp_path / "award.db", tuple(hostile_case(f"{i:03}", f"案例{i}") for i in (1, 2, 3))
    )
    with Store.open(path) as store:
        app = app_on(store)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press(
                "enter", *"85", "enter", *"999", "backspace", "down", *"70。5", "enter"
            )
            await pilot.press(*"80", "enter", *"66", "enter", *"77", "ctrl+z", "delete", *"78")
            await pilot.press("enter", *"88", "enter", "minus", "f8", "f3", "1", "enter", "f4")
            await pilot.pause()
            desk = store.desk(JUDGE.id, RULES)
            assert app.sitting.counts().unfinished == len(desk.gaps())
            cells = desk.answer("001").cells
            assert [cells[c.key].points for c in RULES.stage.criteria] == [850, 990, 705, 800]
            assert desk.answer("003").recused
        desk = store.desk(JUDGE.id, RULES)
        for case, gaps in desk.gaps():
            for criterion in gaps:
                desk.set_cell(case, criterion, desk.answer("001").cells["innovation"])
        app = app_on(store)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f9")
            await pilot.pause()
            await pilot.press(*"3719")
            await pilot.pause()
            assert type(app.screen) is ReceiptScreen
            assert store.ballots()[0].receipt[:4] in shown(app)


KEYS = (
    "8", "5", "enter", "9", "9", "9", "undo", "undo", "redo", "f8", "7", "0", "right", "left",
    "enter", "6", "enter", "1", ".", "5", "up", "4", "down", "f7", "9", "f8",
)  # fmt: skip


def test_after_every_key_the_disk_has_what_the_screen_says_is_saved(tmp_path: Path) -> None:
    """What lies on the disk is copied after each key: so it would be found after a kill there."""
    path = create(tmp_path / "award.db")
    terminal = opened(path)
    try:
        terminal.wait_for("Enter 打开")
        terminal.send("enter")
        terminal.wait_for(FORM)
        for at, key in enumerate(KEYS):
            terminal.send(key)
            terminal.read(5)  # every one of them changes something
            terminal.settle(0.1)
            _agrees(terminal.text, _copied(path, tmp_path / f"after-{at}"))
    finally:
        terminal.kill()


@pytest.mark.parametrize("count", [6, 12])
def test_a_kill_loses_nothing_that_was_shown_as_saved(tmp_path: Path, count: int) -> None:
    path = create(tmp_path / "award.db")
    terminal = opened(path)
    try:
        terminal.wait_for("Enter 打开")
        terminal.send("enter")
        terminal.wait_for(FORM)
        for key in KEYS[:count]:
            terminal.send(key)
            terminal.read(5)
        terminal.settle()
        seen = terminal.text
    finally:
        terminal.kill()
    _agrees(seen, path)


def _copied(path: Path, folder: Path) -> Path:
    """The database as it lies there, with what an open transaction would have beside it."""
    folder.mkdir()
    for one in path.parent.glob(f"{path.name}*"):
        shutil.copy(one, folder)
    return folder / path.name


def _agrees(seen: str, path: Path) -> None:
    """Every mark that is shown is stored; what is shown as not saved is not."""
    case = seen.split()[1].partition("（")[0]
    rows = [line for line in seen.splitlines() if "[ " in line and "0-100" in line]
    with Store.open(path) as store:
        answer = store.desk(JUDGE.id, RULES).answer(case)
    for criterion, row in zip(RULES.stage.criteria, rows, strict=True):
        text = row.partition("[")[2].partition("]")[0].strip(" _")
        cell = answer.cells.get(criterion.key)
        scored = cell and cell.state is State.SCORED
        stored = format_points(cell.points, 1) if scored else "--"
        assert stored == text.rstrip(".") or ("没有保存" in row and stored == "--"), seen


FORM, PAIR = "数字 打分", "修改这一案的打分"
PAIRED = {  # the key, what is there once it has done its work
    "enter": FORM, "7": "7_", "5": "75", "enter ": "[   75 ]", "6": "6_", "2": "62",
    "escape": PAIR, "right": PAIR, "enter  ": FORM, "8": "8_", "4": "84",
}  # fmt: skip


@pytest.mark.parametrize("count", [3, 5, 7, 11])
def test_a_kill_after_any_key_of_two_cases_side_by_side_loses_nothing(
    tmp_path: Path, count: int
) -> None:
    """What is shown of both cases, and the marks of the one that is open, are on the disk."""
    path = create(tmp_path / "award.db", nominations(2))
    terminal = opened(path)
    try:
        terminal.wait_for("Enter 打开")
        steps = (("=", "与哪个案例对比"), ("enter", PAIR), *list(PAIRED.items())[:count])
        for key, mark in steps:
            terminal.send(key.strip())
            terminal.wait_for(mark)
        seen = terminal.settle()
    finally:
        terminal.kill()
    with Store.open(path) as store:
        answers = store.desk(JUDGE.id, RULES).answers()
    given = {
        case: [cell.points for cell in answers[case].cells.values() if cell.points]
        for case in ("001", "002")
    }
    first = {3: [750], 5: [750, 60]}.get(count, [750, 620])
    assert given == {"001": first, "002": [840] if count == 11 else []}, seen
    shown_now = {3: ["75"], 5: ["75", "6_"], 7: ["75", "62"], 11: ["84"]}[count]
    assert all(text in seen for text in shown_now), seen


def test_a_kill_right_after_places_were_changed_keeps_the_mark_that_was_picked(
    tmp_path: Path,
) -> None:
    path = create(tmp_path / "award.db", nominations(2))
    with Store.open(path) as store:
        desk = store.desk(JUDGE.id, RULES)
        for case, points in (("001", 800), ("002", 850)):
            for criterion in RULES.stage.criteria:
                desk.set_cell(case, criterion.key, Cell(State.SCORED, points))
    terminal = opened(path)
    try:
        terminal.wait_for("Enter 打开")
        for key, mark in (("f4", "后移/前移"), ("left", "不会自己改分"), ("enter", "现在第")):
            terminal.send(key)
            terminal.wait_for(mark)
    finally:
        terminal.kill()
    with Store.open(path) as store:
        answers = store.desk(JUDGE.id, RULES).answers()
    given = {case: answers[case].cells["innovation"].points for case in ("001", "002")}
    assert given == {"001": 970, "002": 850}


def test_digits_typed_ahead_of_a_slow_machine_go_to_the_right_criterion(
    tmp_path: Path,
) -> None:
    path = create(tmp_path / "award.db")
    terminal = opened(path)
    try:
        terminal.wait_for("Enter 打开")
        terminal.send("enter")
        terminal.wait_for("数字 打分")
        terminal.settle()
        terminal.send("85\r78\r90\r88\r60\r61\r\x1b[B62")  # 001 whole, then 002 and 003
        terminal.wait_for("案例 002")
        terminal.settle()
    finally:
        terminal.kill()
    with Store.open(path) as store:
        desk = store.desk(JUDGE.id, RULES)
        given = {
            case: {k: c.points for k, c in desk.answer(case).cells.items()}
            for case in ("001", "002")
        }
    keys = [c.key for c in RULES.stage.criteria]
    assert [given["001"][key] for key in keys] == [850, 780, 900, 880]
    assert given["002"] == {"innovation": 600, "feasible": 610, "spread": 620}


def test_no_byte_of_a_nomination_steers_a_real_terminal(tmp_path: Path) -> None:
    cases = tuple(hostile_case(f"{i:03}", payload) for i, payload in enumerate(PAYLOADS, 1))
    path = create(tmp_path / "award.db", cases)
    terminal = opened(path, size=(120, 40))
    try:
        terminal.wait_for("Enter 打开")
        for key, mark in (
            ("enter", "数字 打分"),
            ("f2", "Esc 或 F2 关闭"),
            ("escape", "数字 打分"),
            ("f3", "Enter 确认回避"),
            ("escape", "数字 打分"),
            ("f4", "后移/前移"),
            ("f1", "到处都能用"),
            ("escape", "后移/前移"),
            ("=", "与哪个案例对比"),
            ("enter", "修改这一案的打分"),
            ("right", "> 2"),
        ):
            terminal.send(key)
            terminal.wait_for(mark)
        terminal.settle()
    finally:
        terminal.kill()
    raw = terminal.raw.decode("utf-8", "replace")
    for foreign in (
        "\x1b]0;t",
        "\x1b]52;c;aGk",
        "\x1b[2J\x1b]0",
        "\x9b",
        "\u202e",
        "\u200b",
        "\u2066",
    ):
        assert foreign not in raw
    assert not set(FOREIGN) & set(terminal.text)


def test_without_colour_the_picked_row_the_error_and_the_disabled_key_are_words(
    tmp_path: Path,
) -> None:
    path = create(tmp_path / "award.db")
    command = [sys.executable, "-m", "tests.tui.real_award", str(path), "zh"]
    terminal = Terminal(command, NO_COLOR="1")
    try:
        terminal.wait_for("Enter 打开")
        assert "\n > 001" in terminal.text
        assert "F9 提交 (不可用" in terminal.text
        terminal.send("enter")
        terminal.wait_for("数字 打分")
        terminal.settle()
        for key in "9x":
            terminal.send(key)
        terminal.wait_for("不是分数，没有保存")
        assert "\n > 创新性" in terminal.text
    finally:
        terminal.kill()
