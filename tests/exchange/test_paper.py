"""Judges on paper: one person enters, another confirms or rejects, then it is a ballot."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from award.amending import amend
from award.closing import close
from award.folder import Award, opened
from award.freezing import freeze
from award.paper import check, enter, finish, sheet_of
from award.paper_pages import write_sheets
from scoring.cells import Cell, State
from tests.exchange.circle import CASES, frozen_award, nomination
from tests.exchange.helpers import refused
from tui.plain_paper import PaperTalk
from tui.plain_talk import Talk

JUDGE, FIRST, SECOND = "J02", "录入员小李", "核对员小周"
SCORED = tuple(case for case in CASES if case != "003")  # J02 is recused from 003


@pytest.fixture
def award(tmp_path: Path) -> Iterator[Award]:
    frozen_award(tmp_path / "award", mode="open")
    with opened(tmp_path / "award") as award:
        yield award


def marks(award: Award, points: int = 800) -> dict[str, Cell]:
    return {one.key: Cell(State.SCORED, points) for one in award.rules.stage.criteria}


def entered(award: Award, *cases: str) -> None:
    for case in cases or SCORED:
        enter(award, JUDGE, FIRST, case, marks(award))


def checked(award: Award, *rejected: str) -> None:
    for line in sheet_of(award, JUDGE):
        if line.where == "entered":
            check(award, JUDGE, SECOND, line, agreed=line.case.number not in rejected)


def where(award: Award, case: str) -> str:
    return {one.case.number: one.where for one in sheet_of(award, JUDGE)}[case]


def test_two_people_make_a_ballot_that_counts(award: Award) -> None:
    entered(award)
    assert finish(award, JUDGE) is None
    checked(award)
    ballot = finish(award, JUDGE)
    assert ballot is not None
    assert [one.receipt for one in award.store.ballots()] == [ballot.receipt]
    assert {one.case: one.recusal for one in ballot.entries if one.recusal} == {
        "003": "家人在该单位工作"
    }
    entry = award.store.log()[-1]
    assert (entry.action, entry.detail["entered_by"], entry.detail["checked_by"]) == (
        "paper", [FIRST], [SECOND],
    )  # fmt: skip
    record = close(award, "", "秘书").record
    assert [one.judge for one in record.counted] == [JUDGE]
    award.store.check()


@pytest.mark.parametrize("name", [FIRST, f" {FIRST} ", "录入员 小李"])
def test_the_same_person_cannot_check(award: Award, name: str) -> None:
    entered(award)
    with refused("E-PAPER-SAME"):
        check(award, JUDGE, name, sheet_of(award, JUDGE)[0], agreed=True)


def test_the_second_person_rejects_and_never_edits(award: Award) -> None:
    entered(award)
    checked(award, "005")
    assert finish(award, JUDGE) is None
    assert where(award, "005") == "rejected"
    enter(award, JUDGE, FIRST, "005", marks(award, 905))
    assert where(award, "005") == "entered"
    checked(award)
    ballot = finish(award, JUDGE)
    assert ballot is not None
    points = {one.case: {cell.points for cell in one.cells.values()} for one in ballot.entries}
    assert (points["005"], points["004"]) == ({905}, {800})


def test_a_case_entered_anew_must_be_checked_anew(award: Award) -> None:
    entered(award)
    line = sheet_of(award, JUDGE)[0]
    enter(award, JUDGE, FIRST, "001", marks(award, 700))
    with refused("E-PAPER-STALE"):
        check(award, JUDGE, SECOND, line, agreed=True)
    checked(award)
    enter(award, JUDGE, FIRST, "001", marks(award, 705))
    assert where(award, "001") == "entered"
    assert finish(award, JUDGE) is None


def test_what_is_not_whole_or_off_the_scale_is_not_kept(award: Award) -> None:
    key = award.rules.stage.criteria[0].key
    with refused("E-PAPER-CELLS"):
        enter(award, JUDGE, FIRST, "001", {key: Cell(State.SCORED, 800)})
    with refused("E-RANGE"):
        enter(award, JUDGE, FIRST, "001", marks(award, 1005))
    with refused("E-RECUSED"):
        enter(award, JUDGE, FIRST, "003", marks(award))
    with refused("E-PAPER-NAME"):
        enter(award, JUDGE, " ", "001", marks(award))
    assert where(award, "001") == "missing"


def test_a_recusal_written_on_the_paper_is_entered_with_its_reason(award: Award) -> None:
    entered(award, *SCORED[1:])
    enter(award, JUDGE, FIRST, "001", {}, "本人参与申报")
    checked(award)
    ballot = finish(award, JUDGE)
    assert ballot is not None
    assert {one.case: one.recusal for one in ballot.entries if one.recusal} == {
        "001": "本人参与申报", "003": "家人在该单位工作",
    }  # fmt: skip


def test_a_ballot_that_is_there_is_sent_back_before_it_is_entered_anew(award: Award) -> None:
    entered(award)
    checked(award)
    first = finish(award, JUDGE)
    with refused("E-PAPER-DONE"):
        enter(award, JUDGE, FIRST, "001", marks(award, 700))
    award.store.reopen(JUDGE, "抄错一行", "秘书")
    enter(award, JUDGE, FIRST, "001", marks(award, 700))
    checked(award)
    second = finish(award, JUDGE)
    assert first is not None
    assert second is not None
    assert second.revision == 2
    assert first.receipt != second.receipt


def test_a_changed_case_is_entered_anew_and_the_others_stand(award: Award) -> None:
    entered(award)
    checked(award)
    amend(award, [nomination("004", "新名称")], [], "更正", "秘书")
    freeze(award)
    assert [one.case.number for one in sheet_of(award, JUDGE) if one.where == "missing"] == ["004"]


def test_after_closing_nothing_is_entered(award: Award) -> None:
    close(award, "", "秘书")
    with refused("E-CLOSED"):
        entered(award, "001")


def test_no_score_is_in_the_log(award: Award) -> None:
    entered(award)
    checked(award)
    finish(award, JUDGE)
    assert not [one for one in award.store.log() if "800" in str(one.detail.get("cells", ""))]
    assert all("cells" not in one.detail for one in award.store.log())


def test_a_sheet_lists_every_case_and_strikes_recusals_out(award: Award) -> None:
    paths = write_sheets(award)
    again = [path.read_bytes() for path in write_sheets(award)]
    assert [path.read_bytes() for path in paths] == again
    page = paths[1].read_text(encoding="utf-8")
    assert page.count("<tr><td>") - page.count("<tr><td><del>") >= len(SCORED)
    assert page.count('class="mark"') == len(SCORED) * len(award.rules.stage.criteria)
    assert "<del>003</del>" in page
    assert "J01" not in page


# --- line by line ----------------------------------------------------------------------


def talked(award: Award, lines: list[str], act: str = "enter", by: str = "") -> str:
    out = io.StringIO()
    typed = io.StringIO("".join(f"{line}\n" for line in lines))
    getattr(PaperTalk(award, JUDGE, Talk(typed, out), by), act)()
    return out.getvalue()


def test_entering_can_stop_and_go_on(award: Award) -> None:
    width = len(award.rules.stage.criteria)
    said = talked(award, [FIRST, *["80"] * width, "/"])
    assert "001 saved" in said
    assert "10 case(s) are not entered yet" in said
    said = talked(award, [*["81.5"] * (width * 10)], by=FIRST)
    assert "Nothing to enter" in said


def test_a_slip_is_said_and_a_case_can_be_typed_from_its_start(award: Award) -> None:
    width = len(award.rules.stage.criteria)
    said = talked(award, ["800", "80.2", "eighty", "80", "*", *["90"] * width, "/"], by=FIRST)
    assert said.count("001 saved") == 1
    assert where(award, "001") == "entered"
    assert {one.points for one in sheet_of(award, JUDGE)[0].marks.cells} == {900}  # type: ignore[union-attr]


def test_checking_asks_for_another_name_and_names_what_differs(award: Award) -> None:
    entered(award)
    said = talked(award, [FIRST, "", SECOND, "2", *["1"] * (len(SCORED) - 1)], "check")
    assert "[E-PAPER-SAME]" in said
    assert "[E-PAPER-NAME]" in said
    assert "Different: 001" in said
    width = len(award.rules.stage.criteria)
    said = talked(award, ["85"] * width, by=FIRST)
    assert f"({SECOND} found it different" in said
    said = talked(award, ["1"], "check", SECOND)
    assert "All agree" in said
    assert award.store.ballots()[0].receipt in said.replace(" ", "")


def test_nothing_entered_is_a_sentence(award: Award) -> None:
    with refused("E-PAPER-NOTHING"):
        talked(award, [], "check", SECOND)
