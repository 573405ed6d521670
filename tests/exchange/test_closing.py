"""Closing, late ballots, opening: what is sealed stays sealed, and one bad ballot stops all."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from award.close_pages import sheet_lines, sheet_page, write_sheet
from award.closed import close_record
from award.closing import accept_late
from award.exporting import export
from award.finalising import finalise
from award.folder import opened
from award.freezing import freeze
from award.issuing import require_ready
from award.keys import make_keys
from award.opening import sealed_ballots
from award.ranking import rank
from db.payload import Sheet, pack, receipt, unpack
from db.receipts import format_receipt
from exchange import envelope
from exchange.closing import from_toml, holds, to_toml
from exchange.fields import plain
from exchange.objects import BallotBody
from exchange.sealing import read_ballot
from tests.exchange.circle import Circle, Handed, make_award, nomination, quick_ballot
from tests.exchange.helpers import refused
from tests.exchange.returned import (
    built,
    closed,
    copied,
    open_all,
    resealed,
    rewritten,
    signer_of,
    state,
    take,
    with_payload,
)
from words import Bad


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    return built(tmp_path_factory.mktemp("ring"))


@pytest.fixture
def own(ring: Circle, tmp_path: Path) -> Circle:
    return copied(ring, tmp_path / "own")


def all_in(ring: Circle, *but: str) -> dict[str, bytes]:
    """Everybody's ballot collected, but of those named."""
    files = {j: quick_ballot(one) for j, one in ring.handed.items() if j not in but}
    take(ring, *files.values())
    return files


def final(ring: Circle) -> int:
    with opened(ring.folder) as award:
        return finalise(award, "case 003 has one recusal", "secretary")[0].number


def test_the_close_sheet_says_who_returned_and_every_receipt_in_order(own: Circle) -> None:
    files = all_in(own, "J03")
    signed = closed(own).record.signed
    assert [(one.judge, one.returned) for one in signed.sheet.judges] == [
        ("J01", True), ("J02", True), ("J03", False),
    ]  # fmt: skip
    heads = [read_ballot(data) for data in files.values()]
    assert list(signed.sheet.receipts) == sorted(one.header.receipt for one in heads)
    assert list(signed.sheet.files) == sorted(one.file for one in heads)
    assert holds(signed)


def test_the_sheet_is_the_same_in_toml_text_and_page(own: Circle) -> None:
    all_in(own)
    signed = closed(own).record.signed
    with opened(own.folder) as award:
        paths = write_sheet(award, signed)
        text, html = "\n".join(sheet_lines(award, signed)), sheet_page(award, signed)
    read = from_toml(paths[2].read_bytes())
    assert read == signed
    assert holds(read)
    for one in signed.sheet.receipts:
        assert format_receipt(one) in text
        assert format_receipt(one) in html
    assert "http" not in html


def test_a_changed_sheet_does_not_hold(own: Circle) -> None:
    all_in(own)
    signed = closed(own).record.signed
    for old, new in (("returned = true", "returned = false"), ("prize-26", "prize-27")):
        data = to_toml(signed).replace(old.encode(), new.encode(), 1)
        assert answer(data) in {"E-FORMAT", "False"}


def answer(data: bytes) -> str:
    try:
        return str(holds(from_toml(data)))
    except Bad as bad:
        return bad.code


def test_closing_twice_gives_the_same_sheet(own: Circle) -> None:
    all_in(own)
    first = closed(own)
    again = closed(own)
    assert (first.new, again.new, first.record) == (True, False, again.record)


def test_closing_waits_for_every_conflict(own: Circle) -> None:
    take(own, *(quick_ballot(own.handed["J02"], nonce=n * 16) for n in ("6a", "6b")))
    with refused("E-CONFLICT-CONTENT"):
        closed(own)


def test_l08_nothing_is_opened_before_closing_nor_ranked_before_opening(own: Circle) -> None:
    all_in(own)
    with opened(own.folder) as award:
        for act in (rank, sealed_ballots, lambda a: export(a, own.folder / "x", None, "en")):
            with refused("E-NOTCLOSED"):
                act(award)
    with refused("E-NOTCLOSED"):
        open_all(own)
    closed(own)
    with opened(own.folder) as award, refused("E-NOTOPENED"):
        rank(award)
    assert open_all(own) == 3
    assert open_all(own) == 0
    with opened(own.folder) as award:
        assert len(rank(award).ballots) == 3


def test_l08_after_closing_nothing_is_frozen_issued_or_locked_anew(own: Circle) -> None:
    all_in(own)
    closed(own)
    with opened(own.folder) as award:
        award.store.add_nominations([nomination("013")])
        for act in (freeze, require_ready, lambda a: make_keys(a, "x" * 12, "y" * 12, again=True)):
            with refused("E-CLOSED"):
                act(award)


def test_b18_a_ballot_after_closing_is_kept_and_not_counted(own: Circle) -> None:
    all_in(own, "J03")
    closed(own)
    open_all(own)
    number = final(own)
    seat = take(own, quick_ballot(own.handed["J03"]))["J03"]
    assert (seat.counts, len(seat.late)) == (None, 1)
    assert final(own) == number


def test_b18_a_newer_revision_after_closing_is_late_too(own: Circle) -> None:
    files = all_in(own)
    closed(own)
    newer = quick_ballot(own.handed["J01"], seq=2, nonce="6a" * 16)
    seat = take(own, newer)["J01"]
    assert seat.counts
    assert seat.counts.digest == read_ballot(files["J01"]).file


def test_b19_a_late_ballot_let_in_by_decision_makes_version_2(own: Circle) -> None:
    all_in(own, "J03")
    closed(own)
    open_all(own)
    first = final(own)
    take(own, quick_ballot(own.handed["J03"]))
    with opened(own.folder) as award:
        accept_late(award, "J03", "snow on the road, minuted", "chair")
    assert open_all(own) == 1
    assert final(own) == first + 1
    with opened(own.folder, readonly=True) as award:
        assert [one.number for one in award.store.results()] == [first, first + 1]
        assert any("snow" in str(one.detail) for one in award.store.log())


def test_b19_only_what_is_late_and_newer_can_be_let_in(own: Circle) -> None:
    all_in(own)
    with opened(own.folder) as award, refused("E-NOTCLOSED"):
        accept_late(award, "J01", "reason", "chair")
    closed(own)
    with opened(own.folder) as award, refused("E-NOLATE"):
        accept_late(award, "J01", "reason", "chair")
    take(own, quick_ballot(own.handed["J01"], nonce="6a" * 16))
    with opened(own.folder) as award, refused("E-LATE-SEQ"):
        accept_late(award, "J01", "reason", "chair")


def stopped(ring: Circle, code: str, *others: bytes) -> None:
    """Opening stops with this code, and nothing at all is opened."""
    take(ring, *others)
    closed(ring)
    with refused(code):
        open_all(ring)
    with opened(ring.folder) as award:
        assert award.store.all_ballots() == ()
        with refused("E-NOTOPENED"):
            rank(award)


def test_b20_a_sealed_content_in_another_judges_envelope_is_a_copy(own: Circle) -> None:
    mine, theirs = (quick_ballot(own.handed[j]) for j in ("J01", "J02"))
    content = read_ballot(mine)
    head = read_ballot(theirs).header
    copy = envelope.write("ballot", plain(head), content.content.content.payload, signer_of("J02"))
    stopped(own, "E-COPY", mine, copy)


def test_b21_a_receipt_that_is_not_the_contents_stops(own: Circle) -> None:
    false = rewritten(
        quick_ballot(own.handed["J01"]), signer_of("J01"), lambda h: replace(h, receipt="1" * 20)
    )
    stopped(own, "E-RECEIPT", false, quick_ballot(own.handed["J02"]))


def spoilt(change: Callable[[Sheet], Sheet]) -> Callable[[Circle, Handed], bytes]:
    """A ballot of the right judge whose scores are changed in a way our program never would."""

    def make(ring: Circle, handed: Handed) -> bytes:
        kept: list[bytes] = []

        def inside(body: BallotBody) -> bytes:
            kept.append(pack(change(unpack(body.payload))))
            return with_payload(kept[0])(body)

        first = resealed(ring, handed, inside)
        del first
        return resealed(ring, handed, with_payload(kept[0]), receipt(kept[0]))

    return make


def _too_high(sheet: Sheet) -> Sheet:
    return replace(sheet, points=array("q", [10**6, *sheet.points[1:]]))


def _one_missing(sheet: Sheet) -> Sheet:
    return replace(
        sheet, states=bytes([0, *sheet.states[1:]]), points=array("q", [0, *sheet.points[1:]])
    )


def _case_gone(sheet: Sheet) -> Sheet:
    width = len(sheet.criteria)
    return replace(
        sheet, cases=sheet.cases[1:], states=sheet.states[width:], points=sheet.points[width:]
    )


def _other_case(sheet: Sheet) -> Sheet:
    return replace(sheet, cases=("999", *sheet.cases[1:]))


def _extra_criterion(sheet: Sheet) -> Sheet:
    width, states, points = len(sheet.criteria), bytearray(), array("q")
    for row in range(len(sheet.cases)):
        states += sheet.states[row * width : (row + 1) * width] + b"\1"
        points.extend([*sheet.points[row * width : (row + 1) * width], 800])
    return replace(sheet, criteria=(*sheet.criteria, "extra"), states=bytes(states), points=points)


def _other_rules(sheet: Sheet) -> Sheet:
    return replace(sheet, rules="ab" * 32)


def _recused_without_reason(sheet: Sheet) -> Sheet:
    width = len(sheet.criteria)
    states = bytes([4] * width) + sheet.states[width:]
    return replace(sheet, states=states, points=array("q", [0] * width) + sheet.points[width:])


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (_too_high, {"E-RANGE"}),
        (_one_missing, {"E-BALLOTGAPS", "E-RANGE"}),
        (_case_gone, {"E-BALLOTCASES"}),
        (_other_case, {"E-BALLOTCASES"}),
        (_extra_criterion, {"E-OTHERRULES"}),
        (_other_rules, {"E-BALLOTRULES"}),
        (_recused_without_reason, {"E-BALLOTGAPS"}),
    ],
)
def test_b22_a_ballot_that_breaks_the_rules_stops_the_ranking(  # type: ignore[no-untyped-def]
    own: Circle, change, codes
) -> None:
    bad = spoilt(change)(own, own.handed["J01"])
    take(own, bad, quick_ballot(own.handed["J02"]))
    closed(own)
    with pytest.raises(Bad) as caught:
        open_all(own)
    assert {one.code for one in caught.value.problems} <= codes
    with opened(own.folder) as award:
        assert award.store.all_ballots() == ()


def test_every_bad_ballot_is_told_at_once(own: Circle) -> None:
    bad = [spoilt(_too_high)(own, own.handed[j]) for j in ("J01", "J02")]
    take(own, *bad)
    closed(own)
    with pytest.raises(Bad) as caught:
        open_all(own)
    assert len(caught.value.problems) == 2


def test_l07_a_received_ballot_left_out_after_closing_stops_the_ranking(own: Circle) -> None:
    all_in(own)
    closed(own)
    open_all(own)
    with opened(own.folder) as award:
        award.store.reopen("J01", "left out", "secretary")
        with refused("E-LEFTOUT"):
            rank(award)


def test_l01_rules_or_texts_changed_after_freezing_are_told(own: Circle) -> None:
    all_in(own)
    config = own.folder / "config.toml"
    config.write_text(
        config.read_text(encoding="utf-8").replace("min_ballots = 3", "min_ballots = 2")
    )
    with opened(own.folder) as award, refused("E-SLATECHANGED"):
        closed(own)
        rank(award)


def test_ballots_of_an_open_award_need_no_key(tmp_path: Path) -> None:
    ring = built(tmp_path / "open", mode="open")
    all_in(ring)
    record = closed(ring).record
    assert holds(record.signed) is None
    assert open_all(ring) == 3
    with opened(ring.folder) as award:
        assert len(rank(award).ballots) == 3


def test_closing_a_committee_on_one_computer_needs_no_packet(practice_ring: Path) -> None:
    with opened(practice_ring) as award:
        freeze(award)
        assert close_record(award) is None
        assert sealed_ballots(award) == ()
        rank(award)


@pytest.fixture
def practice_ring(tmp_path: Path) -> Path:
    return make_award(tmp_path / "one")


def test_state_after_reopening_the_program_is_the_same(own: Circle) -> None:
    all_in(own)
    assert state(own) == state(own)
