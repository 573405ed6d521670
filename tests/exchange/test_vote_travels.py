"""A vote by ticks as the second stage travels as packets, among those whom the first let pass."""

from __future__ import annotations

from pathlib import Path

from award.collecting import state_of
from award.desks import seat_of
from award.finalising import finalise
from award.folder import opened
from award.freezing import freeze
from award.interim import interim
from award.ranking import rank
from award.rounds import slates
from award.rounds_view import rounds_view
from award.secret import require_stage
from award.secret_closing import close_vote
from db.rules_digest import digest_of
from exchange.fields import pack, unpack
from exchange.objects import Slate
from exchange.packet import read_packet
from exchange.slate_rules import rules_of_slate
from scoring.cells import Cell, State
from tests.exchange.circle import Handed, open_packet
from tests.exchange.helpers import refused
from tests.exchange.two_rounds import FEW_CASES, Rounds, few, quick

VOTE = """[[stage]]
key = "second"
name = { zh = "票决", en = "Vote" }
kind = "vote"
judges = ["J1", "J2"]

[stage.vote]
quorum = ">= 2/3"
base = "members"
threshold = "> 1/2"
ticks = 2
fewer = true
over = "ballot"
abstained_in_base = true
by = "votes"

[total]
weights = { second = "1" }

"""
SECRET = ("fewer = true", "fewer = true\nsecret = true")
TICKS = {"J1": ("C4", "C3"), "J2": ("C4",)}


def config(text: str) -> str:
    """The second round a vote, no votes of the public."""
    start, end = text.index('[[stage]]\nkey = "second"'), text.index("[[tier]]")
    ties = 'ties = ["stage:second", "stage:first", "votes:net", "decision"]'
    assert ties in text
    return (text[:start] + VOTE + text[end:]).replace(ties, 'ties = ["stage:first", "decision"]')


def ticked(handed: Handed, cases: tuple[str, ...]) -> Path:
    """The judge opens the packet, ticks these cases and no other, and seals."""
    with open_packet(handed) as work:
        desk = work.desk()
        assert work.rules.stage.key == "second"
        for case in desk.cases:
            desk.set_cell(case.number, "approve", Cell(State.SCORED, int(case.number in cases)))
        return work.ballot_path(desk.submit())


def played(ring: Rounds) -> None:
    """The first round, from its packets to the opened ballots."""
    for n, handed in enumerate(ring.hand_out().values()):
        path = handed.packet.with_suffix(".ballot")
        path.write_bytes(quick(handed, 1, f"{n:032x}"))
        ring.take(path)
    ring.close()
    ring.open()


def test_a_vote_by_ticks_is_issued_sealed_collected_and_counted(tmp_path: Path) -> None:
    ring = few(tmp_path / "secretary", config)
    played(ring)
    ring.freeze()
    given = ring.hand_out()
    packet = read_packet(given["J1"].packet.read_bytes()).opened(given["J1"].code)
    assert [one.number for one in packet.body.cases] == list(FEW_CASES[2:])
    ring.take(*(ticked(given[judge], cases) for judge, cases in TICKS.items()))
    ring.close()
    assert ring.open() == 2
    with opened(ring.folder) as award:
        assert all(seat.counts for seat in state_of(award).values())
        outcome = rank(award).outcome
        tallies = {one.case: (one.votes, one.base) for one in outcome.stages[-1].tallies}
        assert tallies == {"C3": (1, 2), "C4": (2, 2)}
        finalise(award, "", "secretary")


def test_a_secret_vote_after_a_round_by_packets_is_held_at_the_awards_own_computer(
    tmp_path: Path,
) -> None:
    """Whose ballot is whose would be known of packets; what came before travels as ever."""
    ring = few(tmp_path / "secretary", lambda text: config(text).replace(*SECRET))
    played(ring)
    with opened(ring.folder) as award:
        assert interim(award, rank(award)) == "first"
        for judge, cases in TICKS.items():
            desk = seat_of(award, judge).desk
            assert [one.number for one in desk.cases] == list(FEW_CASES[2:])
            for case in desk.cases:
                desk.set_cell(case.number, "approve", Cell(State.SCORED, int(case.number in cases)))
            desk.submit()
        lines = {one.key: (one.how, one.returned, one.on) for one in rounds_view(award)}
        assert lines == {"first": ("done", 2, False), "second": ("here", 2, True)}
        close_vote(award, require_stage(award), "secretary")
        found = rank(award)
        assert interim(award, found) == ""
        assert [one.how for one in rounds_view(award)] == ["done", "done"]
        with refused("E-CLOSED"):
            freeze(award)
        finalise(award, "", "secretary")


def test_the_order_of_tables_that_is_part_of_the_rules_survives_the_journey(tmp_path: Path) -> None:
    """Canonical JSON sorts keys; weights and ticks are read back as they were written."""
    ring = few(tmp_path / "secretary")
    with opened(ring.folder, readonly=True) as award:
        slate, digest = slates(award)[-1].slate, award.rules_file.digest
    again = unpack(Slate, pack(slate))
    assert [one.stage for one in rules_of_slate(again).total] == ["second", "net"]
    assert digest_of(rules_of_slate(again)) == digest == slate.rules_digest
