"""An award of several rounds travels: each has its packets, its close sheet, its opening."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from award.amending import amend
from award.assigning import assign, planned
from award.closed import close_records
from award.closing import accept_late
from award.collecting import state_of
from award.correcting import correct
from award.dashboard import dashboard
from award.desks import seat_of
from award.events import CaseEvent, record
from award.events import withdraw as withdraw_event
from award.examples import build_example
from award.finalising import finalise, recount_result
from award.folder import Award, opened
from award.freezing import freeze, require_frozen
from award.issuing import issues
from award.keys import make_keys
from award.opening import require_opened
from award.ranking import rank
from award.recusing import recuse
from award.reopening import reopen
from award.rounds import counted_judges, judges_of, round_on, slates
from award.stale import stale_of
from award.verifying_folder import verify_folder
from award.withdrawing import replace_judge, withdraw
from cli.main import run
from db.records import Correction, Judge, Nomination
from scoring.cells import Cell, State
from scoring.points import parse_points
from scoring.result import Outcome
from tests.exchange.circle import CHAIR, SECRETARY, issue_all, open_packet
from tests.exchange.helpers import CHEAP, refused
from tests.exchange.two_rounds import EXPECTED, FIRST, SCORES, SECOND, Rounds, begun, sealed


def ranks(outcome: Outcome) -> list[tuple[str, int | None, int | None, str]]:
    return [(one.case, one.rank, one.score.published, one.tier) for one in outcome.standings]


def test_two_rounds_and_a_public_vote_by_packets_give_what_one_computer_gives(
    halfway: Rounds, tmp_path: Path
) -> None:
    ring = halfway
    ring.freeze()
    ring.votes()
    ring.play()
    with opened(ring.folder) as award:
        assert [(one.slate.version, one.slate.stage) for one in slates(award)] == [
            (1, "first"),
            (2, "second"),
        ]
        second = [one.number for one in slates(award)[1].slate.cases]
        assert second == sorted(EXPECTED["advanced"])
        assert list(close_records(award)) == ["first", "second"]
        record(award, CaseEvent("object", "C04", "数据失实", "secretary"))
        travelled = ranks(rank(award).outcome)
        finalise(award, "", "secretary")
        recount_result(award, None)
    with opened(build_example("cases_two_rounds", tmp_path / "demo"), readonly=True) as award:
        assert travelled == ranks(rank(award).outcome)


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Rounds:
    """The packets of the first round are with its judges, and all have sealed. To be copied."""
    ring = begun(tmp_path_factory.mktemp("rounds") / "one" / "secretary")
    for handed in ring.hand_out().values():
        sealed(handed)
    return ring


@pytest.fixture
def ring(issued: Rounds, tmp_path: Path) -> Rounds:
    """A copy of it to work on."""
    return issued.copied(tmp_path / "copy")


@pytest.fixture(scope="module")
def after_one(issued: Rounds, tmp_path_factory: pytest.TempPathFactory) -> Rounds:
    """The first round is closed and opened, with the ballots of all."""
    ring = issued.copied(tmp_path_factory.mktemp("rounds") / "two")
    ring.play()
    return ring


@pytest.fixture
def halfway(after_one: Rounds, tmp_path: Path) -> Rounds:
    """A copy of it to work on."""
    return after_one.copied(tmp_path / "copy")


def test_packets_go_to_the_judges_of_the_round_that_is_on_alone(halfway: Rounds) -> None:
    assert tuple(halfway.handed) == FIRST
    with refused("E-CLOSED-ROUND"):
        issue_all(halfway.folder)
    halfway.freeze()
    assert tuple(halfway.hand_out()) == SECOND
    with opened(halfway.folder) as award:
        assert {one.version for one in issues(award) if one.judge in SECOND} == {2}
    with refused("E-STAGE-OTHER"):
        issue_all(halfway.folder, "E1")


def test_the_second_round_is_not_frozen_before_the_first_is_closed_and_opened(
    ring: Rounds,
) -> None:
    ring.take(*ring.ballots())
    with opened(ring.folder) as award, refused("E-FROZEN-ROUND"):
        freeze(award)
    ring.close()
    with opened(ring.folder) as award, refused("E-NOTOPENED"):
        freeze(award)
    ring.open()
    ring.freeze()
    with opened(ring.folder, readonly=True) as award:
        assert round_on(award) == "second"


def test_a_judge_who_is_missing_is_named_and_may_be_passed_over_with_a_reason(
    ring: Rounds,
) -> None:
    ring.play(without=("E3",))
    with opened(ring.folder) as award:
        with refused("E-STAGE-WAITS") as caught:
            freeze(award)
        assert "E3" in str(caught.value)
        found = freeze(award, despite="病假，会议同意")
        assert found.slate.stage == "second"
        assert award.store.log()[-1].detail["despite"] == "病假，会议同意"
        assert require_frozen(award).hash == found.hash


def test_a_ballot_of_the_first_round_that_comes_in_the_second_is_late_and_stays_out(
    halfway: Rounds,
) -> None:
    late = sealed(halfway.handed["E1"], shift=-5)
    halfway.freeze()
    given = halfway.hand_out()
    done = halfway.take(late, sealed(given["J1"]))
    assert sorted(one.verdict for one in done.arrivals) == ["late", "taken"]
    assert done.state["J1"].counts is not None
    assert "E1" not in done.state
    with opened(halfway.folder) as award, refused("E-STAGE-PASSED"):
        accept_late(award, "E1", "snow", "chair")
    halfway.close()
    assert halfway.open() == 1
    with opened(halfway.folder) as award:
        assert [(one.judge, one.revision) for one in award.store.ballots()] == [
            *((judge, 1) for judge in FIRST), ("J1", 1)
        ]  # fmt: skip


def test_a_late_ballot_is_let_in_while_its_round_is_the_last_that_was_frozen(
    ring: Rounds,
) -> None:
    ring.play(without=("E1",))
    ring.take(*ring.ballots("E1"))
    with opened(ring.folder) as award:
        accept_late(award, "E1", "snow", "chair")
    assert ring.open() == 1
    ring.freeze()
    with opened(ring.folder, readonly=True) as award:
        assert [one.number for one in slates(award)[1].slate.cases] == sorted(EXPECTED["advanced"])


def test_a_case_that_is_taken_out_after_freezing_makes_no_new_packets(halfway: Rounds) -> None:
    halfway.freeze()
    with opened(halfway.folder) as award:
        before = require_frozen(award).hash
        record(award, CaseEvent("veto", "C08", "失实", "chair", stage="second"))
        assert require_frozen(award).hash == before


def test_new_keys_between_two_rounds_leave_the_first_as_it_was(halfway: Rounds) -> None:
    halfway.freeze()
    with opened(halfway.folder) as award:
        make_keys(award, SECRETARY + " new", CHAIR, again=True, cost=CHEAP)
        state = state_of(award, stage="first")
        assert [seat.counts is not None for seat in state.values()] == [True] * 5
        assert require_frozen(award).slate.stage == "second"


def test_a_round_that_is_over_is_changed_by_nothing(halfway: Rounds) -> None:
    """Each would change who went on, after the judges of the next round have begun."""
    halfway.freeze()
    case = Nomination("C99", "新案例", "单位")
    with opened(halfway.folder) as award:
        held = {one.number: one for one in award.store.nominations()}
        head = award.store.head()
        with refused("E-STAGE-PASSED"):
            reopen(award, "E1", "another look", "secretary")
        with refused("E-STAGE-PASSED"):
            correct(award, Correction("E1", 0, "C01", "score", "sum_wrong", "", "secretary"))
        with refused("E-STAGE-PASSED"):
            withdraw(award, "E1", "drop", "ill", "chair")
        with refused("E-STAGE-PASSED"):
            recuse(award, "E1", "C02", "relative")
        with refused("E-EVENT-PASSED") as caught:
            record(award, CaseEvent("reject", "C01", "缺章", "secretary"))
        assert "--stage second" in str(caught.value)
        with refused("E-EVENT-PASSED"):
            withdraw_event(award, 1, "a mistake", "secretary")
        for rows, removed in (
            ([case], []),
            ([replace(held["C07"], title="另一个题目", digest="")], []),
            ([], ["C01"]),
        ):
            with refused("E-STAGE-CASES"):
                amend(award, rows, removed, "asked for", "secretary")
        assert award.store.head() == head


def test_scores_that_were_dropped_do_not_count_after_all_once_the_round_is_over(
    ring: Rounds,
) -> None:
    with opened(ring.folder) as award:
        withdraw(award, "E3", "drop", "ill", "chair")
    ring.play()
    ring.freeze()
    with opened(ring.folder) as award:
        head = award.store.head()
        with refused("E-STAGE-PASSED"):
            withdraw(award, "E3", "keep", "well again", "chair")
        assert award.store.head() == head


def test_the_text_of_a_case_that_goes_on_is_corrected_and_the_round_frozen_again(
    halfway: Rounds,
) -> None:
    halfway.freeze()
    halfway.hand_out()
    with opened(halfway.folder) as award:
        held = award.store.nomination("C01")
        amend(
            award, [replace(held, title="更正的题目", digest="")], [], "typing error", "secretary"
        )
        with refused("E-SLATECHANGED"):
            require_frozen(award)
        slate = freeze(award).slate
        assert (slate.version, slate.stage) == (3, "second")
        found = stale_of(award)
        assert found is not None
        assert (found.changes.changed, found.reissue) == (("C01",), SECOND)
        require_opened(award, ["first"])
    assert tuple(halfway.hand_out()) == SECOND
    with open_packet(halfway.handed["J1"]) as work:
        assert work.rules.stage.key == "second"


def test_who_comes_for_a_judge_sits_in_the_same_round(halfway: Rounds) -> None:
    halfway.freeze()
    halfway.hand_out()
    with opened(halfway.folder) as award:
        replace_judge(award, "J7", Judge("J8", "新评委"), "drop", "ill", "chair")
        replace_judge(award, "J8", Judge("J9", "再新评委"), "drop", "ill too", "chair")
        assert [one.id for one in judges_of(award, "second")] == [*SECOND, "J8", "J9"]
    assert tuple(halfway.hand_out()) == ("J8", "J9")
    with opened(halfway.folder, readonly=True) as award:
        (stage,) = [one for one in award.rules.chain if one.key == "second"]
        assert counted_judges(award, stage) == (*SECOND[:6], "J9")


def test_status_and_the_overview_show_the_round_that_is_on(
    halfway: Rounds, capsys: pytest.CaptureFixture[str]
) -> None:
    halfway.freeze()
    given = halfway.hand_out()
    halfway.take(sealed(given["J1"]))
    with opened(halfway.folder, readonly=True) as award:
        board = dashboard(award)
        assert [one.judge.id for one in board.judges] == list(SECOND)
        assert [(one.judge.id, one.where) for one in board.others] == [(e, "in") for e in FIRST]
        assert [(one.key, one.how, one.returned) for one in board.rounds] == [
            ("first", "done", 5), ("second", "collecting", 1), ("net", "waits", 0)
        ]  # fmt: skip
        assert {one.case for one in board.cases} == set(EXPECTED["advanced"])
        assert (board.count("in"), board.closed, board.travels) == (1, False, True)
        assert {one.todo for one in board.judges} == {6, 7}  # two are recused from one
    assert run(["status", "-C", str(halfway.folder), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["on"] for one in data["stages"]] == [False, True, False]
    assert {one["state"] for one in data["judges"] if one["stage"] == "first"} == {"returned"}


def test_the_ranking_so_far_says_who_goes_on_and_what_comes_next(
    halfway: Rounds, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rank", "-C", str(halfway.folder)]) == 1
    said = capsys.readouterr()
    assert said.out.count("goes on to Second round") == 7
    assert "rank 8 in First round, 6 go on" in said.out
    assert "Next: Second round, 7 cases" in said.err


def on_this_computer(award: Award, judge: str) -> None:
    """One judge's ballot, key by key, at the award's own computer."""
    seat = seat_of(award, judge)
    for case in seat.desk.cases:
        if not seat.desk.answer(case.number).recused:
            text = SCORES[judge][case.number]["score"]
            points = parse_points(text, seat.rules.stage.decimals)
            assert points is not None
            seat.desk.set_cell(case.number, "score", Cell(State.SCORED, points))
    seat.desk.submit()


def test_the_second_round_may_be_held_on_the_awards_own_computer(halfway: Rounds) -> None:
    halfway.votes()
    with opened(halfway.folder) as award:
        on_this_computer(award, "J1")
        board = dashboard(award)
        assert ([one.judge.id for one in board.judges], board.travels) == ([*SECOND], False)
        for judge in SECOND[1:]:
            on_this_computer(award, judge)
        result, _ = finalise(award, "", "secretary")
        assert result.kind == "final"


def test_a_ballot_that_came_and_one_typed_here_stop_the_closing_of_the_second_round(
    halfway: Rounds,
) -> None:
    halfway.freeze()
    given = halfway.hand_out()
    halfway.take(sealed(given["J1"]))
    with opened(halfway.folder) as award:
        on_this_computer(award, "J1")
    with refused("E-BOTHWAYS"):
        halfway.close()


def test_verifying_the_folder_names_every_close_sheet(halfway: Rounds) -> None:
    halfway.freeze()
    halfway.hand_out()
    halfway.close()
    with opened(halfway.folder, readonly=True) as award:
        lines = verify_folder(award)
    assert {line.verdict for line in lines} == {"held"}
    assert [line.key for line in lines].count("verify.close.good") == 2


def test_the_cases_of_a_round_are_shared_out_among_its_own_judges(halfway: Rounds) -> None:
    with opened(halfway.folder) as award:
        plan = planned(award, 3, 7)
        assert {load.judge for load in plan.loads} == set(SECOND)
        one = assign(award, plan, "secretary")
        assert all(len(one.shares[judge]) == 10 for judge in FIRST)
        read = {case for judge in SECOND for case in one.shares[judge]}
        assert read == set(EXPECTED["advanced"])
        freeze(award)
        replace_judge(award, "J7", Judge("J8", "新评委"), "drop", "ill", "chair")
        shares = award.store.assignment()
        assert shares is not None
        assert shares.shares["J8"] == one.shares["J7"]
