"""Where a secretary who sees the screens for the first time stopped, and what they do there now."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import TextArea

from award.assigning import lines, planned
from award.assignment_shortage import _few_judges
from award.creating import create_award, start_answers
from award.finalising import finalise
from award.log_words import KNOWN
from award.one_window import only_window
from exchange.collecting import conflict_problems
from tests.tui.screen import shown
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import running
from tui.office.create import CreateApp
from tui.office.form import Form
from tui.office.questions import Ask, Field
from tui.office.start import StartApp
from tui.office.work import WorkScreen
from tui.shell import Shell
from tui.widgets.rows import Rows
from words import Bad, use
from words.log import WORDS as LOG_WORDS
from words.secretary import WORDS as SECRETARY_WORDS


class FormApp(Shell):
    """A box over nothing, so that it is asked what it does with every kind of question."""

    def __init__(self, *fields: Field, error: str = "") -> None:
        super().__init__(lang="zh", memory={"ruler": "1"})
        self.fields, self.error, self.given = fields, error, []  # type: ignore[var-annotated]

    def first(self) -> Screen[None]:
        return Screen()

    def begin(self) -> None:
        def act(answers: Any) -> None:
            if self.error:
                raise Bad(self.error)
            self.given.append(dict(answers))

        self.push_screen(Form(Ask("题", "说明", act, lambda _a: "pingxuan", self.fields)))


TWO = (("a", "甲"), ("b", "乙"))


async def keys_on(app: Any, *keys: str) -> str:
    """The screen after some keys; the app goes on in the caller's hands no more."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return shown(app)


async def test_down_picks_the_next_answer_of_the_only_question() -> None:
    app = FormApp(Field("one", "哪个", "a", choices=TWO))
    await keys_on(app, "down", "enter")
    assert app.given == [{"one": "b"}]


async def test_down_goes_to_the_next_question_where_there_are_several() -> None:
    app = FormApp(Field("one", "哪个", "a", choices=TWO), Field("two", "几个", "5"))
    await keys_on(app, "down", "enter")
    assert app.given == [{"one": "a", "two": "5"}]


async def test_a_digit_replaces_the_number_that_was_suggested() -> None:
    app = FormApp(Field("two", "几个", "5"))
    await keys_on(app, "3", "enter")
    assert app.given == [{"two": "3"}]


async def test_nothing_is_picked_before_somebody_picks_where_a_guess_would_do_harm() -> None:
    app = FormApp(Field("one", "哪个", choices=TWO, unpicked=True))
    text = await keys_on(app)
    assert "(x)" not in text
    app = FormApp(Field("one", "哪个", choices=TWO, unpicked=True))
    await keys_on(app, "enter")
    assert app.given == [{"one": ""}]


async def test_a_refusal_puts_the_mark_on_the_question_that_lacks_an_answer() -> None:
    fields = (Field("path", "文件", needed=True), Field("more", "编码"))
    text = await keys_on(FormApp(*fields, error="E-NOPATH"), "enter", "enter")
    assert "E-NOPATH" in text
    assert ">文件" in text


async def test_the_last_line_of_a_box_says_what_enter_does_on_this_question() -> None:
    fields = (Field("one", "哪个", "a", choices=TWO), Field("two", "几个"))
    assert "数字 选一项    Enter 下一项    Esc 不做了" in await keys_on(FormApp(*fields))
    assert " Enter 执行    Esc 不做了" in await keys_on(FormApp(*fields), "down")
    assert " Enter 执行    Esc 不做了" in await keys_on(FormApp())


async def test_the_recovery_sheet_is_in_sight_and_a_passphrase_is_not() -> None:
    from tui.office.flows.asking import choice_field, secret_or_sheet_field

    use("zh")
    fields = (
        choice_field("with_key", ("chair", "sheet", "none")),
        secret_or_sheet_field("with_key"),
    )
    text = await keys_on(FormApp(*fields), "down", *"abc")
    assert "***" in text
    assert "abc" not in text
    assert "已输入" not in text
    app = FormApp(*fields)
    text = await keys_on(app, "2", "down", *"abc")
    assert " abc" in text
    assert "已输入 0 组，共 14 组" in text
    text = await keys_on(FormApp(*fields), "2", "down", *"abc", "up", "1")
    assert "abc" not in text


async def test_up_and_down_pick_an_answer_of_a_new_award(tmp_path: Path) -> None:
    app = CreateApp(tmp_path / "a", lang="zh", memory={"ruler": "1"})
    text = await keys_on(app, *(["enter"] * 5), "down")
    assert "(x) 2 直接平均" in text
    assert "数字 上下键 选择" in text


async def test_an_answer_that_must_not_be_empty_is_suggested_again(tmp_path: Path) -> None:
    app = CreateApp(tmp_path / "a", lang="zh", memory={"ruler": "1"})
    text = await keys_on(app, "enter", "ctrl+a", "ctrl+k", "enter")
    assert "award-1" in text
    assert "已放回建议的内容" in text


async def test_a_deadline_that_is_no_day_is_told_without_the_quotes_of_a_file(
    tmp_path: Path,
) -> None:
    app = CreateApp(tmp_path / "a", lang="zh", memory={"ruler": "1"})
    text = await keys_on(app, "enter", "enter", *"tomorrow", "enter")
    assert "请写成 2026-12-31 或 2026-12-31 18:00" in text
    assert "引号" not in text


async def test_the_rules_of_a_new_award_say_how_many_lines_there_are(tmp_path: Path) -> None:
    app = CreateApp(tmp_path / "a", lang="zh", memory={"ruler": "1"})
    text = await keys_on(app, *(["enter"] * 11))
    assert "第 1-" in text


async def test_what_comes_next_does_not_take_the_mark_from_who_went_elsewhere(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder, keys=("0", "home")) as one:
        screen = one.app.screen
        assert isinstance(screen, WorkScreen)
        rows = screen.query_one(Rows)
        screen.office.step = "collect"
        screen._looked_from = rows.picked + 1  # the mark was there when it was asked what is next
        here = rows.picked
        screen.stepped()
        assert rows.picked == here
        screen.renewed()
        screen.stepped()
        assert rows.picked != here


async def test_a_list_without_judges_names_the_keys_that_add_some(tmp_path: Path) -> None:
    folder = tmp_path / "award"
    create_award(folder, start_answers())
    async with running(folder, keys=("work:judges",)) as one:
        assert "还没有评委。按 F2 导入名单，或按 F4 加一位。" in one.text


def test_a_conflict_is_told_with_the_receipts_as_they_are_printed() -> None:
    ballots = tuple(SimpleNamespace(receipt=str(n) * 20) for n in (1, 2))
    seat = SimpleNamespace(conflict=SimpleNamespace(kind="keys", ballots=ballots))
    (problem,) = conflict_problems({"J01": seat})  # type: ignore[dict-item]
    assert problem.params["receipts"] == "1111 1111 1111 1111 1111, 2222 2222 2222 2222 2222"


def test_an_assignment_lists_cases_by_their_number() -> None:
    task = SimpleNamespace(need={"10": 3, "2": 3, "1": 3}, eligible={"10": (), "2": (), "1": ()})
    assert [one.where for one in _few_judges(task)] == ["1", "2", "10"]  # type: ignore[arg-type]


async def test_what_is_wrong_with_a_file_stands_at_the_top_with_the_key_for_unknown_columns(
    copy: Copy,
) -> None:
    folder = copy("working")
    text = "编号,案例名称,申报单位,电话\n901,新案例,新单位,1\n902,又一个,,2\n"
    (folder / "new.csv").write_text(text, encoding="utf-8")
    async with running(folder, keys=("work:import", "down")) as one:
        await one.type(str(folder / "new.csv"))
        page = await one.press("enter", "enter", "enter")
        assert "问题 1 处" in page.splitlines()[2]
        assert "[E-BLANK]" in page
        assert "不认识或缺少的列：按 F2 改对应" in await one.press("end")


async def test_the_mark_stays_on_a_heading_that_was_given_another_meaning(copy: Copy) -> None:
    folder = copy("working")
    text = "电话,案例名称,申报单位,编号\n1,新案例,新单位,901\n"
    (folder / "new.csv").write_text(text, encoding="utf-8")
    async with running(folder, keys=("work:import", "down")) as one:
        await one.type(str(folder / "new.csv"))
        await one.press("enter", "enter", "enter", "f2", "end")
        assert "> 电话" in " ".join(one.text.split())
        page = await one.press("enter", "7", "enter")
        assert "> 电话 正文" in " ".join(page.split())


async def test_it_is_said_whose_passphrase_was_typed_differently(copy: Copy) -> None:
    async with running(copy("working"), keys=("work:keys",)) as one:
        assert "请再输一遍主任的口令" in one.text
        for text in ("one one one", "one one one", "two two two", "two two 2"):
            await one.type(text)
            await one.press("enter")
        assert "主任的口令两次输入的不一样" in one.text


async def test_a_file_that_was_corrected_is_read_again_by_a_key(copy: Copy) -> None:
    folder = copy("working")
    file = folder / "new.csv"
    file.write_text("编号,案例名称,申报单位\n901,新案例,\n", encoding="utf-8")
    async with running(folder, keys=("work:import", "down")) as one:
        await one.type(str(file))
        assert "F4 重读文件" in await one.press("enter", "enter", "enter")
        assert "改好文件以后按 F4" in await one.press("enter")
        file.write_text("编号,案例名称,申报单位\n901,新案例,新单位\n", encoding="utf-8")
        page = await one.press("f4")
        assert "问题" not in page.splitlines()[2]
        file.unlink()
        assert "[E-" in await one.press("f4")
        file.write_text("编号,案例名称,申报单位\n902,又一个,新单位\n", encoding="utf-8")
        await one.press("f4", "enter")
        assert [case.number for case in one.app.office.award.store.headings()][-1] == "902"


async def test_of_a_pasted_text_it_is_said_that_the_text_is_to_be_corrected(copy: Copy) -> None:
    async with running(copy("working"), keys=("work:paste", "enter")) as one:
        one.app.screen.query_one(TextArea).text = "编号,案例名称,申报单位\n901,新案例,\n"
        page = await one.press("f2", "enter")
        assert "按 Esc 回去改贴入的文字" in page
        assert "F4" not in page


def test_a_second_window_is_told_in_words_of_people_since_when(
    copy: Copy, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("zh")
    folder = copy("working")
    monkeypatch.setattr("award.one_window.local_time", lambda: "2026-06-30T10:45:00+08:00")
    with only_window(folder), only_window(folder) as (_, why):
        assert "2026-06-30 10:45:00）" in why
        assert "PID" not in why
        assert "+08" not in why


async def test_where_a_column_is_missing_f2_is_named_and_the_mended_file_is_read_with_f4(
    copy: Copy,
) -> None:
    folder = copy("working")
    new = folder / "new.csv"
    new.write_text("编号,申报的项目,申报单位\n901,新案例,新单位\n", encoding="utf-8")
    async with running(folder, keys=("work:import", "down")) as one:
        await one.type(str(new))
        page = await one.press("enter", "enter", "enter")
        assert "缺少“案例名称”这一列" in page or '缺少"案例名称"这一列' in page
        assert "F2 改对应" in page
        assert "F4 重读" in page
        new.write_text("编号,案例名称,申报单位\n901,新案例,新单位\n", encoding="utf-8")
        assert "可以导入，共 1 条" in await one.press("f4")


async def test_what_is_dropped_on_a_question_with_digits_goes_into_the_next_box() -> None:
    app = FormApp(Field("one", "哪个", "a", choices=TWO), Field("path", "文件"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(events.Paste("/tmp/w2/2.csv\n"))
        await pilot.pause()
        assert "/tmp/w2/2.csv" in shown(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert app.given == [{"one": "a", "path": "/tmp/w2/2.csv"}]


async def test_the_tenth_answer_has_a_digit_too() -> None:
    many = tuple((str(n), f"第{n}个") for n in range(1, 12))
    app = FormApp(Field("one", "哪个", "1", choices=many))
    text = await keys_on(app, "0", "enter")
    assert app.given == [{"one": "10"}]
    app = FormApp(Field("one", "哪个", "1", choices=many))
    text = await keys_on(app)
    assert "( ) 0 第10个" in text
    assert "10 第10个" not in text


async def test_an_empty_list_goes_on_naming_its_keys_after_enter(tmp_path: Path) -> None:
    folder = tmp_path / "award"
    create_award(folder, start_answers())
    async with running(folder, keys=("work:judges", "enter")) as one:
        assert "这里没有可以打开的。还没有评委。按 F2 导入名单" in one.text
        assert "第 0-0 行" not in one.text


async def test_no_order_of_tied_cases_is_suggested(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("work:decide",)) as one:
        assert "案例编号，从好到差" in one.text
        await one.press("down", "down")
        await one.type("会议记录第3条")
        assert "E-NOORDER" in await one.press("enter")


async def test_a_correction_wants_its_cause_picked_and_names_the_criterion(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, "120", keys=("work:correct",)) as one:
        await one.type("001")
        await one.press("enter")
        await one.type("J03")
        await one.press("enter", "2", "enter")
        assert "(x)" not in one.text
        assert "还没有选更正的原因" in await one.press("enter", "enter")
        page = await one.press("4", "enter", "enter")
        assert "案例 001 的“实际成效”（畸高畸低）" in page
        board = await one.press("escape")
        assert "登记更正: 评委 J03, 案例 001, 编号 1, 原因 畸高畸低" in board
        assert "等评委打分：pingxuan score --judge J03" in board


def test_every_act_of_the_log_is_named_in_words() -> None:
    acts = {key[8:] for key in LOG_WORDS if key.startswith("log.act.")}
    assert acts <= KNOWN | {"runoff-voted"}
    for act in KNOWN:
        assert f"secretary.act.{act}" in SECRETARY_WORDS


async def test_f1_in_a_box_says_what_is_asked_and_what_was_typed_stays() -> None:
    app = FormApp(Field("one", "文件"), Field("two", "几个", "5"))
    text = await keys_on(app, *"ab", "f1")
    assert "- 文件" in text
    assert "Esc 不做了，什么都不会改" in text
    await keys_on(again := FormApp(Field("one", "文件")), *"ab", "f1", "escape", "enter")
    assert again.given == [{"one": "ab"}]


async def test_that_the_result_is_final_stays_on_the_overview_and_on_the_ranking(
    copy: Copy,
) -> None:
    folder = copy("finished")
    async with running(folder) as one:
        assert "已定稿" not in one.text
    with opened(folder) as award:
        finalise(award, "", "secretary")
    async with running(folder) as one:
        assert "已定稿：第 1 号结果" in await one.press("down", "up")
        assert "已定稿：第 1 号结果" in await one.press("f4", "down")


def test_an_assignment_names_the_judges_beside_their_ids(copy: Copy) -> None:
    use("zh")
    folder = copy("working")
    with opened(folder) as award:
        plan = planned(award, 3, 1)
        assert "J02 李秀英：" in "\n".join(lines(award, plan))


async def test_the_dot_of_a_new_award_is_explained_by_the_folder_it_means(
    tmp_path: Path,
) -> None:
    app = StartApp(tmp_path, lang="zh", memory={"ruler": "1"})
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "就是这个文件夹：" in shown(app)
        await pilot.press("ctrl+u", *"sub")
        await pilot.pause()
        assert "这个位置：" in shown(app)


async def test_a_search_among_the_judges_that_finds_nobody_says_so(copy: Copy) -> None:
    async with running(copy("working"), keys=("slash", *"zzz")) as one:
        assert "没有找到“zzz”。按 Esc 取消查找，看全部。" in one.text
        assert "没有找到" not in await one.press("escape")
