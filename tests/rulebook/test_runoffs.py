"""Runoffs: a new ballot between the tied alone, from the stop in the ranking to the sheet."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from award.desks import seat_of
from award.folder import opened
from award.runoff_acts import close_runoff, open_runoff, withdraw_runoff
from award.runoff_ballots import enter_ballot
from award.runoffs import find, open_for
from db.booth import Booth
from db.ticks import TICK
from sheets.toml_sheet import read_toml
from tests.cli.conftest import Pingxuan
from tests.rulebook.conftest import Example
from tests.tui.screen import shown
from tui.app import JudgeApp
from tui.plain import run
from tui.screens.receipt import ReceiptScreen
from words import Bad

BY = ("--by", "甲", "--checked-by", "乙")


@pytest.fixture
def tied(example: Example) -> Path:
    """The example of a runoff as it was before: the one that was held is taken back."""
    folder = example("runoff_vote")
    with opened(folder) as award:
        withdraw_runoff(award, 1, "重来", "甲")
    return folder


def tick(folder: Path, judge: str, *cases: str) -> None:
    with opened(folder) as award:
        desk = seat_of(award, judge).desk
        for case in cases:
            desk.set_cell(case, "approve", TICK)
        desk.submit()


def test_the_ranking_stops_and_says_who_votes_on_what(pingxuan: Pingxuan, tied: Path) -> None:
    said = pingxuan("rank", "-C", tied)
    assert said.code == 1
    assert "[E-RUNOFF-WANTED]" in said.err
    assert "C, D" in said.err
    assert "N1, N2, N3, N4, N5, N6, N8, N9" in said.err
    assert "N7" in said.err.split("N9", 1)[1]
    assert "pingxuan runoff open C D" in said.err
    assert pingxuan("finalise", "-C", tied).code == 1


def test_a_runoff_is_opened_voted_on_and_closed_by_commands(pingxuan: Pingxuan, tied: Path) -> None:
    assert pingxuan("runoff", "open", "-C", tied).code == 0
    again = pingxuan("runoff", "open", "C", "D", "-C", tied)
    assert again.code == 0
    assert "[E-RUNOFF-RUNNING]" in pingxuan("rank", "-C", tied).err
    tick(tied, "N1", "D")
    tick(tied, "N2", "D")
    entered = pingxuan("runoff", "enter", "C", "D", "--judge", "N3", *BY, "-C", tied)
    assert entered.code == 0, entered.err
    closed = pingxuan("runoff", "close", "-C", tied)
    assert closed.code == 0
    assert pingxuan("runoff", "close", "--number", "2", "-C", tied).code == 0
    data = json.loads(pingxuan("rank", "--json", "-C", tied).out)
    assert [place["case"] for place in data["ranking"]][:4] == ["A", "B", "D", "C"]
    (runoff,) = data["runoffs"]
    assert (runoff["present"], runoff["void"], runoff["members"]) == (3, 1, 8)
    assert {one["case"]: one["votes"] for one in runoff["votes"]} == {"C": 0, "D": 2}
    assert {"judge": "N3", "ticks": ["C", "D"]} in runoff["ballots"]
    assert "D 2" in pingxuan("rank", "--explain", "D", "-C", tied).out
    assert pingxuan("finalise", "-C", tied).code == 0
    assert pingxuan("recount", "-C", tied).code == 0


def test_the_sheet_with_a_runoff_is_read_again(
    pingxuan: Pingxuan, example: Example, tmp_path
) -> None:
    folder = example("runoff_vote")
    assert pingxuan("finalise", "-C", folder).code == 0
    assert pingxuan("export", "-C", folder, "-o", tmp_path / "out").code == 0
    (path,) = (tmp_path / "out").glob("*.toml")
    sheet = read_toml(path.read_bytes())
    assert [(one.cases, one.places, one.present, one.void) for one in sheet.runoffs] == [
        (("C", "D"), 1, 8, 1)
    ]
    compared = pingxuan("rank", "--compare", "-C", folder)
    assert compared.code == 0, compared.err
    assert pingxuan("rank", "--what-if", "without-judge=N3", "-C", folder).code in (0, 1)


def test_a_judge_in_a_runoff_sees_these_cases_alone_and_votes_once(tied: Path) -> None:
    with opened(tied) as award:
        one, new = open_runoff(award, (), "甲")
        assert new
        assert open_for(award, "N7") is None  # recused from C
        seat = seat_of(award, "N1")
        assert isinstance(seat.desk, Booth)
        assert [case.number for case in seat.desk.cases] == ["C", "D"]
        seat.desk.set_cell("C", "approve", TICK)
        with pytest.raises(Bad, match="E-TICKS-MANY"):
            seat.desk.set_cell("D", "approve", TICK)
        with pytest.raises(Bad, match="E-BOOTH-RECUSE"):
            seat.desk.recuse("D", "亲属")
        ballot = seat.desk.submit()
        again = seat_of(award, "N1").desk
        assert again.submitted is not None
        assert again.submitted.receipt == ballot.receipt
        with pytest.raises(Bad, match="E-SUBMITTED"):
            again.set_cell("D", "approve", TICK)
        with pytest.raises(Bad, match="E-RUNOFF-VOTED"):
            enter_ballot(award, one.number, "N1", ["D"], "甲", "乙")


def test_a_draft_survives_and_what_was_sealed_is_handed_in_once(
    tied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(tied) as award:
        one, _ = open_runoff(award, (), "甲")
        booth = seat_of(award, "N1").desk
        booth.set_cell("C", "approve", TICK)
        assert isinstance(booth, Booth)
        assert booth.undo() is not None
        assert booth.redo() is not None
        again = seat_of(award, "N1").desk
        assert again.answer("C").cells == {"approve": TICK}
        assert isinstance(again, Booth)

        def fails(_ballot: object) -> None:
            raise Bad("E-FULL")

        object.__setattr__(again.seat, "put", fails)
        with pytest.raises(Bad, match="E-FULL"):
            again.submit()
        assert not find(award, one.number).ballots
        assert seat_of(award, "N1").desk.submitted is not None
        assert list(find(award, one.number).ballots) == ["N1"]
        assert seat_of(award, "N1").desk.submitted is not None
        assert not list((tied / "booth").glob("*.json"))


def test_line_by_line_a_judge_votes_in_a_runoff(tied: Path) -> None:
    with opened(tied) as award:
        open_runoff(award, (), "甲")
        seat, out = seat_of(award, "N2"), io.StringIO()
        answers = io.StringIO("2\nd D\n10\n37\n0\n")
        run(seat.desk, seat.rules, stdin=answers, stdout=out, lang="zh", new_code=lambda: "37")
        assert seat.desk.submitted is not None
    assert "再次投票" in out.getvalue()


async def test_on_the_screen_a_judge_ticks_just_the_tied_and_gets_a_receipt(tied: Path) -> None:
    with opened(tied) as award:
        open_runoff(award, (), "甲")
        seat = seat_of(award, "N2")
        app = JudgeApp(seat.desk, seat.rules, name=award.rules.name, lang="zh",
                       memory={"ruler": "1"}, new_code=lambda: "3719")  # fmt: skip
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text = shown(app)
            assert "再次投票" in text.splitlines()[0]
            assert "已选 0 / 1" in text
            assert "城市内涝预警模型" not in text
            await pilot.press("down", "space", "up", "space")
            await pilot.pause()
            assert "[E-TICKS-MANY]" in shown(app)
            await pilot.press("f9")
            await pilot.pause()
            await pilot.press(*"3719")
            await pilot.pause()
            assert isinstance(app.screen, ReceiptScreen)
        assert seat.desk.submitted is not None


REFUSED = [
    (("runoff", "open", "A", "B"), "E-RUNOFF-TIE"),
    (("runoff", "close"), "E-RUNOFF-WHICH"),
    (("runoff", "close", "--number", "9"), "E-RUNOFF-NUMBER"),
    (("runoff", "close", "--number", "1"), "E-RUNOFF-GONE"),
    (("runoff", "undo", "--number", "1", "--reason", "x"), "E-RUNOFF-GONE"),
    (("runoff", "open", "Z"), "E-CASEUNKNOWN"),
]


@pytest.mark.parametrize(("words", "code"), REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence(
    pingxuan: Pingxuan, tied: Path, words, code
) -> None:
    said = pingxuan(*words, "-C", tied)
    assert said.code != 0
    assert f"[{code}]" in said.err


OPENED = [
    (("C",), "N7", ("甲", "乙"), "E-RUNOFF-AWAY"),
    (("A",), "N1", ("甲", "乙"), "E-RUNOFF-CASE"),
    (("C",), "N1", ("甲", " 甲"), "E-PAPER-SAME"),
    (("C",), "N1", ("甲", ""), "E-PAPER-NAME"),
    (("C",), "N99", ("甲", "乙"), "E-JUDGEUNKNOWN"),
]


def test_a_paper_ballot_that_cannot_be_is_refused(tied: Path) -> None:
    with opened(tied) as award:
        one, _ = open_runoff(award, (), "甲")
        with pytest.raises(Bad, match="E-RUNOFF-EMPTY"):
            close_runoff(award, one.number, "甲")
        for ticks, judge, people, code in OPENED:
            with pytest.raises(Bad, match=code):
                enter_ballot(award, one.number, judge, ticks, *people)
        enter_ballot(award, one.number, "N1", ["C"], "甲", "乙")
        close_runoff(award, one.number, "甲")
        with pytest.raises(Bad, match="E-RUNOFF-CLOSED"):
            enter_ballot(award, one.number, "N2", ["C"], "甲", "乙")
        with pytest.raises(Bad, match="E-RUNOFF-NONE"):
            open_runoff(award, (), "甲")


def test_a_runoff_that_ends_equal_may_be_held_again_and_the_last_one_counts(
    pingxuan: Pingxuan, tied: Path
) -> None:
    with opened(tied) as award:
        one, _ = open_runoff(award, (), "甲")
        enter_ballot(award, one.number, "N1", ["C"], "甲", "乙")
        enter_ballot(award, one.number, "N2", ["D"], "甲", "乙")
        close_runoff(award, one.number, "甲")
    said = pingxuan("rank", "-C", tied)
    assert "pingxuan decide" in said.err  # held once and still tied: either will do
    with opened(tied) as award:
        two, new = open_runoff(award, (), "甲")
        assert new
        enter_ballot(award, two.number, "N1", ["D"], "甲", "乙")
        close_runoff(award, two.number, "甲")
    data = json.loads(pingxuan("rank", "--json", "-C", tied).out)
    assert [place["case"] for place in data["ranking"]][2:4] == ["D", "C"]


def test_a_judge_recused_after_voting_no_longer_counts(pingxuan: Pingxuan, tied: Path) -> None:
    with opened(tied) as award:
        one, _ = open_runoff(award, (), "甲")
        enter_ballot(award, one.number, "N1", ["D"], "甲", "乙")
        enter_ballot(award, one.number, "N2", ["D"], "甲", "乙")
        enter_ballot(award, one.number, "N3", ["C"], "甲", "乙")
        close_runoff(award, one.number, "甲")
    for judge in ("N1", "N2"):
        said = pingxuan("recuse", "--judge", judge, "--case", "F", "--reason", "x", "-C", tied)
        assert said.code == 0
    data = json.loads(pingxuan("rank", "--json", "-C", tied).out)
    assert [place["case"] for place in data["ranking"]][2:4] == ["D", "C"]


def test_a_runoff_that_meets_no_tie_any_more_is_named_and_taken_back(
    pingxuan: Pingxuan, example: Example
) -> None:
    folder = example("runoff_vote")
    said = pingxuan("event", "reject", "D", "--reason", "x", "-C", folder)
    assert said.code == 0
    said = pingxuan("rank", "-C", folder)
    assert "[E-RUNOFF-IDLE]" in said.err
    said = pingxuan("runoff", "undo", "--reason", "D 不参评", "-C", folder)
    assert said.code == 0, said.err
    assert pingxuan("rank", "-C", folder).code == 0
    listed = pingxuan("runoff", "list", "-C", folder)
    assert listed.code == 0
    log = pingxuan("log", "-C", folder).out
    assert "再次投票" in log or "runoff" in log
