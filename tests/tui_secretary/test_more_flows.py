"""Amending, files, leaving, corrections, decisions on cases, results: done from the screens."""

from __future__ import annotations

from pathlib import Path

from award.events import in_force
from award.folder import CONFIG
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import Running, running
from tui.office.overview import OverviewScreen


async def _fill(one: Running, *answers: str) -> str:
    """Answers into the fields of a form, Enter after each; `` leaves a field as it is."""
    for answer in answers:
        if answer:
            await one.type(answer)
        await one.keys("enter")
    return one.text


def _unsubmitted(folder: Path) -> None:
    with opened(folder) as award:
        for ballot in award.store.ballots():
            award.store.reopen(ballot.judge, "先更正案例", "secretary")


async def test_a_file_is_put_beside_a_case_and_taken_off_again(copy: Copy) -> None:
    folder = copy("working")
    (folder / "a b.txt").write_text("证明", encoding="utf-8")
    async with running(folder, keys=("work:attach", "down", "f2")) as one:
        text = await _fill(one, "", "'a b.txt'")
        assert "新附件 1 个" in text
        assert "pingxuan attach 002" in text
        await one.press("f9")
        text = await _fill(one, "", "a b.txt", "不相干")
        assert "已取消附件：a b.txt" in text
        assert 'pingxuan attach 002 --remove "a b.txt" --reason 不相干' in text
    with opened(folder) as award:
        assert award.store.attachments("002") == ()


async def test_an_amendment_shows_its_effect_before_it_is_written(copy: Copy) -> None:
    folder = copy("working")
    _unsubmitted(folder)
    async with running(folder, keys=("work:amend",)) as one:
        text = await _fill(one, "", "012 011", "不符合条件")
        assert "撤下：012, 011" in text
        assert "pingxuan amend --remove 012 --remove 011 --reason 不符合条件" in text
        with opened(folder) as award:
            assert len(award.store.nominations()) == 12
        assert "去掉 012, 011" in await one.press("enter")
    with opened(folder) as award:
        assert len(award.store.nominations()) == 10


async def test_the_title_of_a_case_is_corrected_by_typing(copy: Copy) -> None:
    folder = copy("working")
    _unsubmitted(folder)
    async with running(folder, keys=("work:attach", "f7")) as one:
        text = await _fill(one, "（二期）", "", "", "", "", "名称写错")
        assert "更正：001" in text
        await one.press("enter")
    with opened(folder) as award:
        assert award.store.nomination("001").title.endswith("（二期）")
        assert award.store.nomination("001").body


async def test_a_judge_leaves_after_the_effect_was_read(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("work:judges", "down", "f7")) as one:
        await one.press("2")
        text = await _fill(one, "", "工作调动")
        assert "J02" in text
        assert "pingxuan withdraw-judge J02 --scores drop --reason 工作调动 --yes" in text
        with opened(folder) as award:
            assert not award.store.withdrawals()
        await one.press("enter")
        assert "已退出" in one.text
    with opened(folder) as award:
        assert award.store.withdrawals()["J02"].scores == "drop"


async def test_a_judge_is_replaced(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("work:replace-judge", "enter")) as one:
        assert "[E-JUDGE-NAMELESS]" in await _fill(one, "", "", "", "", "生病")
        await one.press("escape", "enter")
        text = await _fill(one, "J08", "周新", "", "", "生病")
        assert "pingxuan replace-judge J01 J08 --name 周新 --scores keep" in text
        await one.press("enter")
    with opened(folder) as award:
        assert award.store.judge("J08").name == "周新"


async def test_one_more_judge_is_typed_in(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder, keys=("work:judges", "f4")) as one:
        assert "已加进名单" in await _fill(one, "J09", "吴十", "")
        assert "J09" in one.text


async def test_a_case_is_vetoed_and_the_veto_taken_back(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("work:event", "f2", "2", "enter")) as one:
        text = await _fill(one, "003", "有违规")
        assert "pingxuan event veto 003 --reason 有违规" in text
        with opened(folder) as award:
            assert [event.case for event in in_force(award)] == ["003"]
        await one.press("f3")
        assert "pingxuan event undo" in await _fill(one, "查无此事")
    with opened(folder) as award:
        assert in_force(award) == ()


async def test_a_mark_goes_back_for_a_listed_reason(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("work:correct",)) as one:
        await _fill(one, "005", "J03")
        await one.press("2", "enter", "2", "enter")
        text = await _fill(one, "合计应为 85")
        assert "pingxuan correct 005 J03 --criterion effect --reason out_of_range" in text
    with opened(folder) as award:
        assert [(one.judge, one.case) for one in award.store.corrections()] == [("J03", "005")]


async def test_the_sample_is_drawn_once_and_shown(copy: Copy) -> None:
    async with running(copy("finished"), keys=("work:sample",)) as one:
        text = await _fill(one, "")
        assert "复核名单：前" in text
        await one.press("escape")
        assert "复核名单：前" in await one.press(
            "work:sample".replace("work:", "enter") and "enter"
        )


async def test_trying_out_changes_nothing(copy: Copy) -> None:
    folder = copy("finished")
    with opened(folder) as award:
        before = award.store.head()
    async with running(folder, keys=("work:what-if",)) as one:
        assert "[E-WHATIF-NOTHING]" in await one.press("enter")
        text = await _fill(one, "without-judge=J07；method=mean")
        assert "pingxuan rank --what-if without-judge=J07 --what-if method=mean" in text
        assert "没有任何改动" in text
    with opened(folder) as award:
        assert award.store.head() == before


async def test_two_results_are_compared(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("f4", "f9", "enter")) as one:
        await one.press("f9", "enter", "escape")
        await one.press("work:event", "f2", "2", "enter")
        await _fill(one, "003", "有违规")
        await one.press("escape", "escape", "f4", "f9", "enter", "escape")
        text = await one.press("work:results", "enter", "enter", "enter")
        assert "pingxuan result diff 1 2" in text
        assert "第 1 号" in text


async def test_paper_marks_are_entered_by_one_and_checked_by_another(copy: Copy) -> None:
    folder = copy("working")
    with opened(folder) as award:
        from award.freezing import freeze

        freeze(award)
    async with running(folder, keys=("work:paper-enter", "end", "enter")) as one:
        await _fill(one, "甲")
        assert "案例 001，还有 12 个" in one.text
        assert "[E-PAPER-MARK]" in await _fill(one, "101", "80", "80", "80", "")
        await one.press("escape")
    async with running(folder, keys=("work:paper-enter", "end", "enter")) as one:
        await _fill(one, "甲")
        for _ in range(12):
            await _fill(one, "８０", "80", "80.5", "80", "")
        assert "没有要录入的案例" in one.text
        await one.press("escape", "escape")
        await one.press("work:paper-check", "end", "enter")
        assert "[E-PAPER-SAME]" in await _fill(one, "甲")
        await one.press("escape", "enter")
        await _fill(one, "乙")
        for _ in range(12):
            await one.press("enter")
        assert "全部一致" in one.text
    with opened(folder) as award:
        assert "J07" in {ballot.judge for ballot in award.store.ballots()}


async def test_what_stands_under_a_heading_can_be_corrected_and_remembered(copy: Copy) -> None:
    folder = copy("working")
    text = "编号,案例名称,哪家报的\n901,新案例,新单位\n"
    (folder / "new.csv").write_text(text, encoding="utf-8")
    async with running(folder, keys=("work:import",)) as one:
        await _fill(one, "", "'new.csv'", "", "")
        assert "有错误" in one.text
        assert "哪家报的" in await one.press("f2")
        await one.press("end", "enter", "3", "enter")
        assert "哪家报的=unit" in one.text.replace("\n ", "")
        assert "mapping.toml" in await one.press("f8")
        assert "Enter 写入  " in await one.press("escape")
        await one.press("enter")
    assert "哪家报的" in (folder / "mapping.toml").read_text(encoding="utf-8")
    with opened(folder) as award:
        assert award.store.nomination("901").unit == "新单位"


async def test_the_sheet_of_a_workbook_is_asked_for(copy: Copy) -> None:
    from openpyxl import Workbook

    folder = copy("working")
    book = Workbook()
    for at, name in enumerate(("初稿", "定稿")):
        sheet = book.active if at == 0 else book.create_sheet()
        sheet.title = name
        sheet.append(["编号", "案例名称", "申报单位"])
        sheet.append([f"90{at}", f"{name}案例", "新单位"])
    book.save(folder / "two.xlsx")
    async with running(folder, keys=("work:import",)) as one:
        await _fill(one, "", "two.xlsx", "", "")
        assert "[E-SHEETS]" in one.text
        await one.press("f3", "2", "enter")
        assert "定稿案例" in one.text
        assert "pingxuan import two.xlsx --sheet 定稿" in one.text


async def test_rules_that_were_edited_meanwhile_hold_at_once_and_mistakes_stop_writing(
    copy: Copy,
) -> None:
    folder = copy("working")
    config = folder / CONFIG
    good = config.read_text(encoding="utf-8")
    async with running(folder, keys=("work:rules",)) as one:
        assert "不足3份" in one.text
        config.write_text(good.replace("min_ballots = 3", "min_ballots = 2"), encoding="utf-8")
        assert "不足2份" in await one.press("f3")
        config.write_text(good.replace("min_ballots = 3", "min_ballots = 'x'"), encoding="utf-8")
        assert "里有错误" in await one.press("f3")
        await one.press("escape")
        assert "config.toml 有错误" in one.text


async def test_a_second_window_looks_and_says_why(copy: Copy) -> None:
    async with running(copy("working"), watching="另一个窗口正在办理") as one:
        assert "另一个窗口正在办理" in one.text
        assert isinstance(one.app.screen, OverviewScreen)
        await one.press("f3")
        assert isinstance(one.app.screen, OverviewScreen)
        await one.press("work:backup")
        assert "全部工作" in one.text.splitlines()[0]
        await one.press("escape")
        assert "J01" in await one.press("enter")
