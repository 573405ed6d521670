"""A secret vote from the secretary's screens: who has not voted is named before the box opens."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from award.secret import closed, require_stage
from tests.rulebook.test_secret_votes import master, vote
from tests.tui.screen import ambiguous
from tests.tui_secretary.office import opened
from tests.tui_secretary.screen import running, same_as_golden

__all__ = ["master"]
VOTERS = ("N1", "N2", "N3", "N4", "N6", "N7")  # six of nine: the quorum of two thirds


@pytest.fixture
def voted(master: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = Path(shutil.copytree(master, tmp_path / "award"))
    for judge in VOTERS:
        vote(folder, judge, "A", "B")
    monkeypatch.chdir(folder)
    return folder


async def test_the_end_of_the_vote_names_who_is_missing_and_wants_a_reason(voted: Path) -> None:
    async with running(voted, keys=("work:vote", "4", "enter")) as one:
        assert "还有 3 名评委没有投：N5, N8, N9" in one.text
        assert "9 名中已投 6 名" in one.text
        text = await one.press("enter")
        assert "[E-NOREASON]" in text
        await one.type("出差")
        assert "--reason 出差" in one.text
        text = await one.press("enter")
        assert "6 张票一起进入数据库" in text
        assert "未投票 3：N5, N8, N9" in text
    with opened(voted) as award:
        found = closed(award, require_stage(award))
        assert found is not None
        assert len(found.ballots) == 6


async def test_where_all_have_voted_nothing_is_asked(voted: Path) -> None:
    for judge in ("N5", "N8", "N9"):
        vote(voted, judge, "B")
    async with running(voted, keys=("work:vote", "4", "enter")) as one:
        assert "所有评委都投了" in one.text
        assert "9 张票一起进入数据库" in await one.press("enter")


async def test_status_is_shown_and_papers_are_asked_for_by_themselves(
    voted: Path, tmp_path: Path
) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("A B\n", encoding="utf-8")
    async with running(voted, keys=("work:vote", "1", "enter")) as one:
        assert "未投票 3：N5, N8, N9" in one.text
        await one.press("escape", "enter", "3", "enter")
        for answer in (str(tmp_path / "one.txt"), str(tmp_path / "two.txt"), "N8", "乙"):
            await one.type(answer)
            await one.press("enter")
        assert "1 张纸质票已投入票箱" in one.text
        assert "已投票 7" in one.text


@pytest.mark.parametrize(
    ("size", "lang"), [("80", "zh"), ("120", "zh"), ("80", "en"), ("120", "en")]
)
async def test_the_questions_look_as_they_should(
    voted: Path, monkeypatch: pytest.MonkeyPatch, size: str, lang: str
) -> None:
    async with running(voted, size, lang, ("work:vote",)) as one:
        same_as_golden(f"vote-{size}-{lang}", one.text, monkeypatch)
        for key, name in (("1", "status"), ("2", "print"), ("3", "papers"), ("4", "close")):
            await one.press(key, "enter")
            assert ambiguous(one.text) <= {"“", "”"}
            same_as_golden(f"vote-{name}-{size}-{lang}", one.text, monkeypatch)
            await one.press("escape", *(() if name == "close" else ("work:vote",)))


async def test_a_secret_vote_is_not_offered_to_be_sent_back_and_counts_for_its_cases(
    voted: Path,
) -> None:
    async with running(voted) as one:
        await one.press("home")
        voters = [line for line in one.app.screen.office.board.judges if line.secret]
        assert {line.judge.id for line in voters} == set(VOTERS)
        assert "回执 。" not in one.text
        assert "无记名的票不能退回" in one.text
        assert "份数还不够" not in one.text


async def test_after_the_box_was_opened_nobody_is_waited_for(voted: Path) -> None:
    async with running(voted, keys=("work:vote", "4", "enter")) as one:
        await one.type("出差")
        await one.press("enter", "escape", "escape")
        assert "等评委打分" not in one.text
        assert "还没有交。现在看排名" not in await one.press("f4")
