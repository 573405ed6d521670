"""What the secretary does from the screens happens in the award, with its command shown."""

from __future__ import annotations

from pathlib import Path

from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import Running, running
from tui.office.form import Form


def _find(words: str) -> tuple[str, ...]:
    return (f"work:{words}",)


async def _fill(one: Running, *answers: str) -> str:
    """Answers into the fields of a form, Enter after each; `` leaves a field as it is."""
    for answer in answers:
        if answer:
            await one.type(answer)
        await one.press("enter")
    return one.text


async def test_a_ballot_is_sent_back_with_a_reason(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("down", "f3")) as one:
        text = await one.press("enter")
        assert "[E-NOREASON]" in text
        assert isinstance(one.app.screen, Form)
        text = await _fill(one, "漏看材料")
        assert "pingxuan reopen J02 --reason 漏看材料" in text
        assert "已退回 1" in text
        assert text.count("同样的命令") == 1
        assert (await one.press("down")).count("同样的命令：pingxuan status") == 1
    with opened(folder) as award:
        assert [ballot.judge for ballot in award.store.ballots()].count("J02") == 0


async def test_a_recusal_is_added(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder, keys=_find("recusals")) as one:
        await one.press("f3")
        text = await _fill(one, "J02", "099", "亲属")
        assert "[E-CASEUNKNOWN]" in text
        await one.press("escape", "f3")
        text = await _fill(one, "J02", "003", "亲属")
        assert "pingxuan recuse --judge J02 --case 003 --reason 亲属" in text
    with opened(folder) as award:
        assert ("J02", "003") in {(row.judge, row.case) for row in award.store.recusals()}


async def test_an_import_is_shown_before_it_is_written(copy: Copy) -> None:
    folder = copy("working")
    (folder / "new.csv").write_text("编号,案例名称,申报单位\n901,新案例,新单位\n", encoding="utf-8")
    async with running(folder, keys=_find("import")) as one:
        await _fill(one, "", "new.csv", "", "")
        text = one.text
        assert "901" in text
        assert "pingxuan import new.csv" in text
        with opened(folder) as award:
            assert len(award.store.nominations()) == 12
        text = await one.press("enter")
        assert "pingxuan import new.csv" in text
    with opened(folder) as award:
        assert award.store.nomination("901").title == "新案例"


async def test_a_file_that_is_not_there_is_a_sentence_in_the_form(copy: Copy) -> None:
    async with running(copy("working"), keys=_find("import")) as one:
        text = await _fill(one, "", "nothing.csv", "", "")
        assert "nothing.csv" in text
        assert "[E-" in text


async def test_a_result_is_made_final_counted_again_and_exported(copy: Copy) -> None:
    folder = copy("finished")
    async with running(folder, keys=("f4", "f9")) as one:
        text = await one.press("enter")
        assert "pingxuan finalise" in text
        await one.press("escape")
        text = await one.press(*_find("recount"))
        assert "12 个案例全部一致" in text
        await one.press("escape", "f8")
        text = await _fill(one, "", "", "")
        assert "pingxuan export --number 1" in text
    assert {path.suffix for path in (folder / "exports").iterdir()} >= {".toml", ".csv", ".txt"}


async def test_something_missing_needs_a_reason_to_be_final(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder, keys=("f4", "enter", "f9")) as one:
        assert "--despite-missing" in one.text
        assert "[E-NOREASON]" in await one.press("enter")
        text = await _fill(one, "会议同意")
        assert "pingxuan finalise --despite-missing --reason 会议同意" in text
    with opened(folder) as award:
        assert award.store.results()[-1].reason == "会议同意"


def _tied(folder: Path) -> None:
    """004 and 005 are tied at the cut, and only a decision can part them."""
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8")
    ties = 'ties = ["criterion:effect", "criterion:satisfaction", "median", "decision"]'
    assert ties in text
    config.write_text(text.replace(ties, 'ties = ["decision"]'), encoding="utf-8")
    _resubmit(folder)


async def test_a_tie_at_the_cut_is_decided(copy: Copy) -> None:
    folder = copy("finished")
    _tied(folder)
    async with running(folder, keys=("f4",)) as one:
        assert "004, 005 同分，争 1 个经典案例名额，等待会议决定：按 F2" in one.text
        await one.press("f2")
        assert "同分的是 004 005：按会议定的先后写" in one.text
        text = await _fill(one, "004 005", "", "会议记录第3条")
        assert "pingxuan decide 004 005 --kind chair --reason 会议记录第3条" in text
        assert "等待会议决定" not in await one.press("down")
        assert "由委员会决定" in one.text


async def test_lots_that_were_drawn_are_said_at_the_cut(copy: Copy) -> None:
    folder = copy("finished")
    _tied(folder)
    async with running(folder, keys=("f4", "f9")) as one:
        assert "按 Esc 回去，按 F2 登记" in " ".join(one.text.split())
        await one.press("escape", "f2")
        await one.type("005 004")
        await one.press("enter", "2", "enter")
        await one.type("会上抽签")
        text = await one.press("enter")
        assert "005 与 004 同分" in text
        assert "由抽签决定" in text


def _resubmit(folder: Path) -> None:
    """The rules have changed: every ballot is sent back and handed in again."""
    with opened(folder) as award:
        for judge in award.store.judges():
            award.store.reopen(judge.id, "规则改了", "secretary")
            award.store.desk(judge.id, award.rules).submit()


async def test_a_backup_is_made(copy: Copy) -> None:
    folder = copy("working")
    before = len(list((folder / "backups").iterdir()))
    async with running(folder, keys=_find("backup")) as one:
        assert "pingxuan backup" in one.text
    assert len(list((folder / "backups").iterdir())) == before + 1


async def test_what_happens_in_another_window_is_seen(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder) as one:
        with opened(folder) as award:
            award.store.desk("J03", award.rules).submit()
        one.app.home()._look_again()
        await one.settle()
        assert "3 / 7" in one.text


async def test_ballots_under_other_rules_are_told_on_the_status_line(copy: Copy) -> None:
    folder = copy("finished")
    config = folder / "config.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("min_ballots = 3", "min_ballots = 2"), encoding="utf-8")
    async with running(folder, keys=("f4",)) as one:
        assert "[E-STALE]" in one.text
