"""Cases that are shared out: shown first, then every desk, packet, count and matrix goes by it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from award.assigning import assign, planned, unassign
from award.closing import close
from award.collecting import collect
from award.dashboard import dashboard
from award.folder import Award, opened
from award.freezing import freeze
from award.keys import opening_key
from award.opening import open_ballots, opening_keys
from award.ranking import rank
from scoring.cells import State
from tests.exchange.circle import (
    CHAIR,
    SECRETARY,
    hand_out,
    issue_all,
    make_award,
    score_all,
    sealed_ballot,
    with_keys,
)
from tests.tui_secretary.conftest import Copy
from tests.tui_secretary.screen import running
from words import Bad

BALLOTS, SEED = 2, 7


def shared_out(award: Award) -> dict[str, frozenset[str]]:
    return dict(assign(award, planned(award, BALLOTS, SEED), "secretary").shares)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve cases, three judges, one recusal; not frozen."""
    return make_award(tmp_path / "award", mode="open")


def test_every_case_gets_its_judges_and_no_recused_one(folder: Path) -> None:
    with opened(folder) as award:
        shares = shared_out(award)
        counts = Counter(case for cases in shares.values() for case in cases)
        assert set(counts.values()) == {BALLOTS}
        assert "003" not in shares["J02"]
        assert max(map(len, shares.values())) - min(map(len, shares.values())) <= 1


def test_a_plan_alone_writes_nothing_and_the_same_plan_is_written_once(folder: Path) -> None:
    with opened(folder) as award:
        before = len(award.store.log())
        found = planned(award, BALLOTS, SEED)
        assert award.store.assignment() is None
        assign(award, found, "secretary")
        assign(award, planned(award, BALLOTS, SEED), "secretary")
        assert len(award.store.log()) == before + 1


def test_a_desk_shows_only_the_own_cases_and_nobody_waits_for_the_others(folder: Path) -> None:
    with opened(folder) as award:
        award_rules = award.rules
        shares = shared_out(award)
        for judge in award.store.judges():
            desk = award.store.desk(judge.id, award_rules)
            assert {case.number for case in desk.cases} == shares[judge.id]
            score_all(desk)
            desk.submit()
        matrix = award.store.matrix(award_rules.stage)
        for at, case in enumerate(matrix.cases):
            for place, judge in enumerate(matrix.judges):
                state = matrix.cell(at, place, 0).state
                assert (state is State.SCORED) == (case in shares[judge])
                assert state in (State.SCORED, State.NOT_ASSIGNED, State.RECUSED)
        assert {gap.judge for gap in rank(award).outcome.gaps} <= {""}


def test_progress_and_coverage_count_the_shares(folder: Path) -> None:
    with opened(folder) as award:
        shares = shared_out(award)
        board = dashboard(award)
        assert [line.todo for line in board.judges] == [len(shares[j]) for j in sorted(shares)]
        assert {one.reachable for one in board.cases} == {BALLOTS}


def test_it_cannot_change_once_a_ballot_is_in(folder: Path) -> None:
    with opened(folder) as award:
        shared_out(award)
        desk = award.store.desk("J01", award.rules)
        score_all(desk)
        desk.submit()
        with pytest.raises(Bad) as refused:
            unassign(award, "secretary")
        assert refused.value.code == "E-ASSIGN-LATE"


def test_taken_back_everybody_reads_everything(folder: Path) -> None:
    with opened(folder) as award:
        shared_out(award)
        assert unassign(award, "secretary")
        assert not unassign(award, "secretary")
        assert len(award.store.desk("J01", award.rules).cases) == 12


def test_more_judges_than_there_are_is_a_sentence(folder: Path) -> None:
    with opened(folder) as award, pytest.raises(Bad):
        assign(award, planned(award, 9, SEED), "secretary")


def test_a_packet_takes_a_judge_the_own_cases_and_the_ballot_comes_back(tmp_path: Path) -> None:
    folder = make_award(tmp_path / "secretary")
    with opened(folder) as award:
        with_keys(award)
        shares = shared_out(award)
        freeze(award)
    files = []
    for judge, issued in issue_all(folder).items():
        handed = hand_out(issued, tmp_path / f"at-{judge}")
        files.append(sealed_ballot(handed))
    with opened(folder) as award:
        assert collect(award, files).count("taken") == 3
        close(award, SECRETARY, "secretary")
        held = opening_keys(award)
        assert held is not None
        assert open_ballots(award, opening_key(held, CHAIR), "chair") == 3
        sent = {
            ballot.judge: {one.case for one in ballot.entries} for ballot in award.store.ballots()
        }
        assert sent == {judge: set(cases) for judge, cases in shares.items()}
        assert rank(award).outcome.standings


async def test_the_screen_shows_the_plan_and_does_it_on_enter(copy: Copy) -> None:
    folder = copy("working")
    with opened(folder) as award:
        for judge in ("J01", "J02"):
            award.store.reopen(judge, "重新分配", "secretary")
    async with running(folder, keys=("work:assign",)) as one:
        await one.press("backspace", "3", "enter")
        text = await one.press("enter")
        assert "12 个案例，每个案例 3 位评委" in text
        assert "pingxuan assign --ballots 3 --seed 1 --yes" in text
        text = await one.press("enter")
        assert "已分配" in text
    with opened(folder) as award:
        assigned = award.store.assignment()
        assert assigned is not None
        assert assigned.ballots == 3


async def test_what_cannot_be_shared_out_says_why_and_enter_is_off(copy: Copy) -> None:
    async with running(copy("working"), keys=("work:assign",)) as one:
        await one.press("backspace", "9", "enter")
        text = await one.press("enter")
        assert "不可用：这样分不了" in text
        await one.press("enter")
        text = await one.press("escape", "enter", "backspace", "x", "enter", "enter")
        assert "[E-NUMBER]" in text
