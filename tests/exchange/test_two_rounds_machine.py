"""L09 over two rounds: any order of commands, right or wrong, keeps what must hold."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from award.closed import close_records
from award.closing import accept_late, close
from award.collecting import travelling
from award.entering import entrants
from award.events import CaseEvent, record
from award.finalising import finalise
from award.folder import opened
from award.freezing import freeze
from award.opening import open_ballots
from award.ranking import rank
from award.reopening import reopen
from award.rounds import earlier, round_of, round_on, slates
from award.withdrawing import withdraw
from tests.exchange.any_order import AnyOrder, run
from tests.exchange.circle import SECRETARY
from tests.exchange.two_rounds import FEW, FEW_CASES, Rounds, chair_key, few, quick
from words import Bad

_BUILT: list[Rounds] = []


def first_ring() -> Rounds:
    if not _BUILT:
        ring = few(Path(tempfile.mkdtemp()) / "ring" / "secretary")
        ring.hand_out()
        _BUILT.append(ring)
    return _BUILT[0]


class Secretary(AnyOrder):
    """A secretary of two rounds who does anything at any time. What is refused changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = first_ring().copied(self.top / "own")
        self.where = self.ring.folder
        self.sent: set[bytes] = set()
        self.nonce = 0
        self.key = chair_key(self.ring.folder)

    @rule(judge=st.sampled_from(FEW), seq=st.integers(1, 2))
    def a_ballot_comes(self, judge: str, seq: int) -> None:
        """Of either round, whichever is on; nothing where no packet was made yet."""
        if judge not in self.ring.handed:
            return
        self.nonce += 1
        data = quick(self.ring.handed[judge], seq, f"{self.nonce:032x}")
        self.sent.add(data)
        drop = self.top / "one.ballot"
        drop.write_bytes(data)
        done = self.ring.take(drop)
        with opened(self.ring.folder, readonly=True) as award:
            late = round_of(award, judge) in close_records(award)
        assert (done.arrivals[0].verdict == "late") == late or done.arrivals[0].verdict == "refused"

    @rule()
    def packets_go_out(self) -> None:
        try:
            self.ring.hand_out()
        except Bad:
            return

    @rule()
    def it_is_frozen(self) -> None:
        self.attempt(freeze)

    @rule()
    def it_is_frozen_whatever_is_missing(self) -> None:
        self.attempt(lambda award: freeze(award, despite="minuted"))

    @rule()
    def it_is_closed(self) -> None:
        self.attempt(lambda award: close(award, SECRETARY, "secretary"))

    @rule()
    def it_is_opened(self) -> None:
        self.attempt(lambda award: open_ballots(award, self.key, "chair"))

    @rule()
    def everybody_does_what_is_due(self) -> None:
        """So that the second round is reached, and with it what may go wrong there."""
        for judge in FEW:
            self.a_ballot_comes(judge, 1)
        self.it_is_closed()
        self.it_is_opened()
        self.it_is_frozen()
        self.packets_go_out()

    @rule(judge=st.sampled_from(FEW))
    def a_late_one_is_let_in(self, judge: str) -> None:
        self.attempt(lambda award: accept_late(award, judge, "minuted", "chair"))

    @rule(judge=st.sampled_from(FEW), scores=st.sampled_from(["keep", "drop"]))
    def a_judge_leaves(self, judge: str, scores: str) -> None:
        self.attempt(lambda award: withdraw(award, judge, scores, "ill", "chair"))  # type: ignore[arg-type]

    @rule(judge=st.sampled_from(FEW))
    def a_ballot_is_sent_back(self, judge: str) -> None:
        """Only once it was opened; a ballot that was sent back is no longer on its sheet."""
        with opened(self.ring.folder, readonly=True) as award:
            passed = round_of(award, judge) in earlier(award.rules, round_on(award))
        if passed:
            self.attempt(lambda award: reopen(award, judge, "again", "secretary"))

    @rule(case=st.sampled_from(FEW_CASES), stage=st.sampled_from(["", "first", "second"]))
    def a_case_is_rejected(self, case: str, stage: str) -> None:
        event = CaseEvent("reject", case, "a form is missing", "secretary", stage=stage)
        self.attempt(lambda award: record(award, event))

    @rule()
    def it_is_made_final(self) -> None:
        self.attempt(lambda award: finalise(award, "something is missing", "secretary"))

    @invariant()
    def the_database_is_sound_and_nothing_that_came_is_lost(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            award.store.check()
            kept = award.store.received_digests()
        assert {sha256(data).hexdigest() for data in self.sent} <= kept

    @invariant()
    def ballots_are_open_only_of_rounds_that_were_closed(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            closed = close_records(award)
            assert {round_of(award, one.judge) for one in award.store.all_ballots()} <= set(closed)
            for stage, record_ in closed.items():
                listed = {one.judge for one in record_.counted}
                assert {round_of(award, judge) for judge in listed} <= {stage}

    @invariant()
    def no_round_begins_before_the_one_before_it_was_closed_and_opened(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            stages = [one.slate.stage for one in slates(award)]
            assert stages == sorted(stages)  # first, then second
            assert "second" not in stages or "first" in close_records(award)
            assert set(travelling(award)) <= set(stages)

    @invariant()
    def who_went_on_stays_who_went_on(self) -> None:
        """Once the second round is frozen its cases only become fewer, by an event."""
        with opened(self.ring.folder, readonly=True) as award:
            if round_on(award) != "second":
                return
            now = entrants(award, "second", despite=True)
            slate = [one.number for one in slates(award)[-1].slate.cases]
            assert set(now) <= set(slate)

    @invariant()
    def what_is_ranked_is_what_the_sheets_say(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            try:
                counted = {one.receipt for one in rank(award).ballots}
            except Bad:
                return
            came = {one.receipt for each in close_records(award).values() for one in each.counted}
            late = {one.subject for one in award.store.documents("late")}
            extra = [one for one in award.store.ballots() if one.receipt not in came]
            assert {one.judge for one in extra if one.receipt in counted} <= late


def test_l09_any_order_of_commands_over_two_rounds_keeps_what_must_hold() -> None:
    run(Secretary, 3, 15)


@pytest.mark.soak
def test_l09_two_thousand_steps_over_two_rounds() -> None:
    run(Secretary, 40, 50)
