"""L09: any order of commands, right or wrong, keeps what must hold."""

from __future__ import annotations

import tempfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from award.closed import close_record
from award.closing import accept_late
from award.collecting import resolve
from award.finalising import finalise
from award.folder import opened
from award.freezing import freeze
from award.ranking import rank
from award.withdrawing import withdraw
from exchange.collecting import digest_of_state
from tests.exchange.any_order import AnyOrder, run
from tests.exchange.circle import JUDGES, Circle, issue_all, quick_ballot
from tests.exchange.returned import built, closed, copied, open_all, signer_of, state, take
from words import Bad

_BUILT: list[Circle] = []


def first_ring() -> Circle:
    if not _BUILT:
        _BUILT.append(built(Path(tempfile.mkdtemp()) / "ring"))
    return _BUILT[0]


class Secretary(AnyOrder):
    """A secretary who does anything at any time. What is refused must change nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = copied(first_ring(), self.top / "own")
        self.where = self.ring.folder
        self.sent: set[bytes] = set()
        self.results: list[tuple[int, str]] = []
        self.nonce = 0

    def ballot(self, judge: str, seq: int, elsewhere: bool) -> bytes:
        self.nonce += 1
        signer = signer_of("elsewhere") if elsewhere else None
        return quick_ballot(
            self.ring.handed[judge], seq=seq, nonce=f"{self.nonce:032x}", signer=signer
        )

    @rule(
        judge=st.sampled_from(JUDGES),
        seq=st.integers(1, 3),
        elsewhere=st.sampled_from([False] * 5 + [True]),
    )
    def a_ballot_comes(self, judge: str, seq: int, elsewhere: bool) -> None:
        data = self.ballot(judge, seq, elsewhere)
        self.sent.add(data)
        take(self.ring, data)

    @rule(junk=st.binary(max_size=30))
    def junk_comes(self, junk: bytes) -> None:
        self.sent.add(junk)
        take(self.ring, junk)

    @rule()
    def everything_comes_again(self) -> None:
        before = digest_of_state(state(self.ring))
        assert digest_of_state(take(self.ring, *self.sent)) == before

    @rule(judge=st.sampled_from(JUDGES), data=st.data())
    def a_conflict_is_ruled(self, judge: str, data: st.DataObject) -> None:
        seat = state(self.ring)[judge]
        receipts = [one.receipt for one in seat.conflict.ballots] if seat.conflict else ["0" * 20]
        receipt = data.draw(st.sampled_from(receipts))
        self.attempt(lambda award: resolve(award, judge, receipt, "asked", "secretary"))

    @rule(judge=st.sampled_from(JUDGES))
    def a_packet_is_issued_again(self, judge: str) -> None:
        """The letter was lost; the judge goes on with the old packet, which counts no more."""
        if close_record_of(self.ring) is None and state(self.ring)[judge].issue < 2:
            issue_all(self.ring.folder, judge)

    @rule()
    def it_is_closed(self) -> None:
        self.attempt(lambda _: closed(self.ring))

    @rule()
    def it_is_opened(self) -> None:
        self.attempt(lambda _: open_all(self.ring))

    @rule(judge=st.sampled_from(JUDGES))
    def a_late_one_is_let_in(self, judge: str) -> None:
        self.attempt(lambda award: accept_late(award, judge, "minuted", "chair"))

    @rule(judge=st.sampled_from(JUDGES), scores=st.sampled_from(["keep", "drop"]))
    def a_judge_leaves(self, judge: str, scores: str) -> None:
        self.attempt(lambda award: withdraw(award, judge, scores, "ill", "chair"))  # type: ignore[arg-type]

    @rule()
    def it_is_frozen_again(self) -> None:
        self.attempt(freeze)

    @rule()
    def it_is_made_final(self) -> None:
        self.attempt(lambda award: finalise(award, "something is missing", "secretary"))
        with opened(self.ring.folder, readonly=True) as award:
            now = [(one.number, one.digest) for one in award.store.results()]
        assert now[: len(self.results)] == self.results, "a result was changed"
        self.results = now

    @invariant()
    def the_database_is_sound_and_nothing_that_came_is_lost(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            award.store.check()
            kept = {one.digest: one.data for one in award.store.received()}
        assert {sha256(data).hexdigest() for data in self.sent} <= kept.keys()

    @invariant()
    def nothing_is_open_before_closing_and_only_the_sheet_counts(self) -> None:
        with opened(self.ring.folder, readonly=True) as award:
            record = close_record(award)
            ballots = award.store.all_ballots()
            assert record or not ballots
            if record:
                allowed = {one.receipt for one in record.counted}
                allowed |= {
                    seat.counts.receipt for seat in state(self.ring).values() if seat.counts
                }
                assert {one.receipt for one in ballots} <= allowed
            try:
                counted = {one.judge for one in rank(award).ballots}
            except Bad:
                return
            gone = {j for j, one in award.store.withdrawals().items() if one.scores == "drop"}
            assert not counted & gone

    @invariant()
    def nothing_unfinished_is_left(self) -> None:
        assert not list(self.ring.folder.rglob(".tmp-*"))


def close_record_of(ring: Circle) -> object:
    with opened(ring.folder, readonly=True) as award:
        return close_record(award)


def test_l09_any_order_of_commands_keeps_what_must_hold() -> None:
    run(Secretary, 6, 20)


@pytest.mark.soak
def test_l09_two_thousand_steps() -> None:
    run(Secretary, 40, 50)
