"""An award of several rounds travels: each has its packets, its close sheet, its opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from award.closed import close_records
from award.closing import accept_late
from award.collecting import state_of
from award.events import CaseEvent, record
from award.examples import build_example
from award.finalising import finalise, recount_result
from award.folder import opened
from award.freezing import freeze, require_frozen
from award.issuing import issues
from award.keys import make_keys
from award.ranking import rank
from award.rounds import round_on, slates
from scoring.result import Outcome
from tests.exchange.circle import CHAIR, SECRETARY, issue_all
from tests.exchange.helpers import CHEAP, refused
from tests.exchange.two_rounds import EXPECTED, FIRST, SECOND, Rounds, begun, sealed


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
