"""Submitting on a judge's own computer seals: the file is named, a revision is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.amending import amend
from award.folder import opened
from award.freezing import freeze
from cli.judging import confirming
from exchange.workspace import Workspace
from tests.exchange.circle import Circle, circle, nomination, open_packet, score_all
from tests.exchange.test_slate_changes import new_packet
from tests.tui.screen import shown
from tui.app import JudgeApp


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    return circle(tmp_path_factory.mktemp("sealing") / "one")


def app_on(work: Workspace) -> JudgeApp:
    desk = work.desk()
    return JudgeApp(
        desk,
        work.rules,
        name=work.rules.name,
        lang="zh",
        memory={"ruler": "1"},
        new_code=lambda: "3719",
        ballot_file=work.seal,
        revise=lambda: work.revise(desk),
        copy_ballot=lambda ballot, to: work.copy(ballot, Path(to)),
        confirming=confirming(work, desk),
    )


async def test_p14_the_screens_seal_revise_and_seal_again(handed: Circle) -> None:
    with open_packet(handed.handed["J01"]) as work:
        score_all(work.desk())
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f9", "f9")
            await pilot.pause()
            assert "新的一稿" in shown(app)
            await pilot.press(*"3719")
            await pilot.pause()
            assert "prize-26-J01-1-1.ballot" in shown(app).replace("\n", "").replace(" ", "")
            first = work.store.ballots()[0].receipt
            await pilot.press("4", "enter")
            await pilot.pause()
            assert not work.store.ballots()
            assert "正在改第 2 稿；已封存的第 1 稿仍然有效" in shown(app)
            await pilot.press("f9", "f9", *"3719")
            await pilot.pause()
            assert "第 2 稿，代替以前的各稿" in shown(app)
            await pilot.press("escape")
            await pilot.pause()
            assert "请记得把评分表文件交回秘书" in shown(app)
            assert "prize-26-J01-1-2.ballot" in shown(app).replace("\n", "").replace(" ", "")
            assert work.store.ballots()[0].receipt != first
    assert len(list(handed.handed["J01"].packet.parent.glob("*.ballot"))) == 2


@pytest.mark.parametrize("size", [(20, 5), (80, 24), (400, 100)])
async def test_p20_the_receipt_survives_any_window(handed: Circle, size: tuple[int, int]) -> None:
    with open_packet(handed.handed["J02"]) as work:
        desk = work.desk()
        if desk.submitted is None:
            score_all(desk)
            desk.submit()
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await pilot.resize_terminal(80, 24)
            await pilot.pause()
            assert "评分表文件" in shown(app)


async def test_a_ballot_that_cannot_be_written_is_told_and_tried_again(
    handed: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exchange import workspace
    from words import Bad

    def full(*_: object, **__: object) -> Path:
        raise Bad("E-FULL")

    with open_packet(handed.handed["J03"]) as work:
        score_all(work.desk())
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            with monkeypatch.context() as patch:
                patch.setattr(workspace, "write_atomic", full)
                await pilot.press("f9", "f9", *"3719")
                await pilot.pause()
                assert "[E-FULL]" in shown(app)
            await pilot.press("escape", "f9")
            await pilot.pause()
            assert "prize-26-J03-1-1.ballot" in shown(app).replace("\n", "").replace(" ", "")


async def test_one_more_copy_of_the_ballot_is_saved_where_the_judge_says(
    handed: Circle, tmp_path: Path
) -> None:
    with open_packet(handed.handed["J02"]) as work:
        desk = work.desk()
        if desk.submitted is None:
            score_all(desk)
            desk.submit()
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("2")
            await pilot.pause()
            app.screen.query_one("#copy-to").value = str(tmp_path / "no")  # type: ignore[attr-defined]
            await pilot.press("enter")
            await pilot.pause()
            assert "E-COPYPLACE" in shown(app)
            box = app.screen.query_one("#copy-to")
            assert box.value == str(tmp_path / "no")  # type: ignore[attr-defined]
            box.value = ""  # type: ignore[attr-defined]
            await pilot.press("enter")
            await pilot.pause()
            assert "请输入文件夹，或按 Esc 不存" in shown(app)
            app.screen.query_one("#copy-to").value = str(tmp_path)  # type: ignore[attr-defined]
            await pilot.press("enter")
            await pilot.pause()
            assert "读回核对无误" in shown(app)
        copy = tmp_path / "prize-26-J02-1-1.ballot"
        assert copy.read_bytes() == work.ballot_path(work.store.ballots()[0]).read_bytes()


async def test_p07_the_screens_ask_about_each_changed_case(tmp_path: Path) -> None:
    around = circle(tmp_path / "one")
    with open_packet(around.handed["J01"]) as work:
        score_all(work.desk())
    with opened(around.folder) as award:
        amend(award, [nomination("004", "新名称"), nomination("005", "又一个")], [], "更正", "秘书")
        freeze(award)
    with open_packet(new_packet(around, "J01")) as work:
        app = app_on(work)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "没有改动的 10 个案例" in shown(app)
            await pilot.press("enter")
            await pilot.pause()
            assert "名称，原来是：案例004" in shown(app)
            await pilot.press("1")
            await pilot.pause()
            assert "第 2 个，共 2 个" in shown(app)
            await pilot.press("escape")
            await pilot.pause()
            assert "按 F7" in shown(app)
            await pilot.press("f7", "enter", "2")
            await pilot.pause()
            assert "005" in shown(app)
            assert {case for case, _ in work.desk().gaps()} == {"005"}
