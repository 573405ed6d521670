"""What is an option of a command is asked on the screen, where there is something to choose."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from award.events import CaseEvent, measures, record
from award.examples import build_example
from award.finalising import finalise
from award.folder import CONFIG, create
from award.importing import apply, read
from award.keys import held_keys
from award.panel_assigning import panels_of
from award.runoffs import held
from award.secret import closed, secret_stages
from tests.exchange.circle import frozen_award, issue_all
from tests.rulebook.test_secret_votes import SECRET, SOURCE
from tests.rulebook.test_secret_votes import vote as vote_of
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import Running, running


async def _fill(one: Running, *answers: str) -> str:
    """Answers into the fields of a form, Enter after each; `` leaves a field as it is."""
    for answer in answers:
        if answer:
            await one.type(answer)
        await one.press("enter")
    return one.text


async def test_of_several_final_results_one_is_picked_to_archive(copy: Copy) -> None:
    folder = copy("finished")
    with opened(folder) as award:
        finalise(award, "", "secretary")
        record(award, CaseEvent("veto", "003", "有违规", "secretary"))
        finalise(award, "名额有变", "secretary")
        assert [one.number for one in award.store.results()] == [1, 2]
    async with running(folder, keys=("work:archive",)) as one:
        assert "pingxuan archive --number 2" in one.text
        assert "pingxuan archive --number 1" in await one.press("2")
        assert "[E-DIFFERS]" in await one.press("enter")  # the veto came after it
        assert "pingxuan archive --number 2" in await one.press("1")
        assert "award-1-2-public" in await one.press("enter")
    assert len(list((folder / "archive").glob("*-public"))) == 1


async def test_keys_are_made_again_after_what_that_undoes_was_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "award"
    frozen_award(folder)
    issue_all(folder)
    monkeypatch.chdir(folder)
    with opened(folder) as award:
        before = held_keys(award)
    assert before is not None
    async with running(folder, keys=("work:keys",)) as one:
        assert before.opening_print in one.text
        assert "已发给 3 名评委" in one.text.replace("\n", "")
        assert "pingxuan keys make --again" in one.text
        secret, chair = "秘书的新口令很长很长 2026", "主任的新口令很长很长 2026"
        await _fill(one, secret, secret, chair, chair)
    with opened(folder) as award:
        after = held_keys(award)
    assert after is not None
    assert after.number == before.number + 1
    assert after.opening_print != before.opening_print


SECOND = """
[[stage]]
key = "late"
name = { zh = "二轮", en = "Second vote" }
kind = "vote"
judges = ["N6", "N7", "N8", "N9"]
"""


TOTAL = '[total]\nweights = { ballot = "0.5", late = "0.5" }'


def _of_two_votes(folder: Path) -> Path:
    """Two secret votes, one after the other, of different judges."""
    text = (SOURCE / CONFIG).read_text(encoding="utf-8").replace('by = "votes"', SECRET)
    stage = text[text.index("[stage.vote]") : text.index("[[tier]]")]
    first = 'kind = "vote"\njudges = ["N1", "N2", "N3", "N4", "N5"]'
    text = text.replace('kind = "vote"', first, 1)
    create(folder, text.replace("[[tier]]", f"{SECOND}\n{stage}\n{TOTAL}\n[[tier]]", 1))
    with opened(folder) as award:
        for kind in ("nominations", "judges"):
            apply(award, read(award, kind, [SOURCE / f"{kind}.toml"]))
    return folder


async def test_of_several_secret_votes_one_is_picked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _of_two_votes(tmp_path / "award")
    monkeypatch.chdir(folder)
    for judge in ("N1", "N2", "N3", "N4", "N5"):
        vote_of(folder, judge, "A", "B")
    async with running(folder, keys=("work:vote", "2", "enter")) as one:
        assert "pingxuan vote status --stage late" in one.text
        assert "N6" in await one.press("enter")
        await one.press("escape", "enter", "1", "enter", "4", "enter")
        assert "pingxuan vote close --stage ballot" in one.text
        assert "5 张票一起进入数据库" in await one.press("enter")
    with opened(folder) as award:
        assert [bool(closed(award, one)) for one in secret_stages(award.rules)] == [True, False]


async def test_a_text_is_pasted_read_and_written(copy: Copy) -> None:
    folder = copy("working")
    async with running(folder, keys=("work:paste", "enter", "f2")) as one:
        assert "[E-PASTE-NOTHING]" in one.text
        one.app.post_message(events.Paste("编号\t案例名称\t申报单位\n901\t新\x1b[31m案例\t新单位"))
        await one.settle()
        assert "2 行" in one.text
        assert "\x1b" not in one.text
        await one.press("f2")
        assert "901" in one.text
        assert "pingxuan import --text" in one.text
        with opened(folder) as award:
            assert len(award.store.nominations()) == 12
        await one.press("escape")
        assert "2 行" in one.text
        await one.press("f2", "enter")
        assert "901" not in one.text  # room for the next
        assert "新导入 1 条" in one.text
    with opened(folder) as award:
        assert award.store.nomination("901").unit == "新单位"


async def test_a_runoff_is_taken_back_and_of_several_one_is_picked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build_example("runoff_vote", tmp_path / "award")
    monkeypatch.chdir(folder)
    async with running(folder, keys=("work:runoff-undo",)) as one:
        assert "[E-NOREASON]" in await one.press("enter", "enter")
        text = await _fill(one, "开错了")
        assert "pingxuan runoff undo --number 1 --reason 开错了" in text
        assert "已撤销" in text
    with opened(folder) as award:
        assert held(award)[0].withdrawn == "开错了"


async def test_panels_get_their_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = build_example("science_panels", tmp_path / "award")
    monkeypatch.chdir(folder)
    with opened(folder) as award:
        keys = [one.key for one in panels_of(award)]
        given = award.store.assignment()
    async with running(folder, keys=("work:panels",)) as one:
        assert "[E-PANEL-FORM]" in await one.press("enter")
        text = await _fill(one, f"{keys[0]}=field:没有的")
        assert "[E-PANEL-CASE]" in text
    assert given is not None


async def test_measures_are_read_from_a_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = build_example("diving_platform", tmp_path / "award")
    monkeypatch.chdir(folder)
    with opened(folder) as award:
        case, there = next(iter(measures(award).items()))
        name = next(iter(there))
    (folder / "new.csv").write_text(
        f"编号,案例名称,参评单位,{name}\n{case},甲,乙,3.3\n", encoding="utf-8"
    )
    async with running(folder, keys=("work:measures",)) as one:
        text = await _fill(one, "new.csv")
        assert "pingxuan import --measures new.csv" in text
        assert "其中新登记 1 个" in text
    with opened(folder) as award:
        assert measures(award)[case][name] != there[name]
