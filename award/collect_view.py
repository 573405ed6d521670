"""What came back, for a screen: each judge's packet and ballot, and each file that was refused.

No score is in here: what is sealed stays so. The cases are in `coverage`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from award.collecting import known_rounds, state_of
from award.folder import Award
from award.rounds import round_on
from db.records import Judge
from exchange.admitting import Known, admit_to
from exchange.collecting import Seat, receipts_of
from words import Bad, Problem
from words.text import clean_line, cut


@dataclass(frozen=True)
class Returned:
    """One judge. `issue` is the packet that holds (0: none), `revision` and `receipt` those of
    the ballot that counts. `conflict` is keys, content or receipt, with the receipts to choose
    from; `late` and `aside` are receipts of ballots that do not count.
    """

    judge: str
    name: str
    issue: int
    revision: int = 0
    receipt: str = ""
    conflict: str = ""
    receipts: str = ""
    late: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refused:
    """A kept file that is no ballot that counts; `problem` is the reason as it is today."""

    name: str
    at: str
    size: int
    problem: Problem


@dataclass(frozen=True)
class CollectView:
    judges: tuple[Returned, ...]
    refused: tuple[Refused, ...]


def collect_view(award: Award) -> CollectView:
    """Read anew from the kept bytes. Raises E-NOPACKETS before the first packet."""
    known = known_rounds(award)
    now = known.get(round_on(award)) or next(reversed(known.values()))
    state = {judge: seat for one in known.values() for judge, seat in state_of(award, one).items()}
    return CollectView(
        judges=tuple(_returned(one, state.get(one.id)) for one in award.store.judges()),
        refused=_refused(award, known, now),
    )


def _returned(judge: Judge, seat: Seat | None) -> Returned:
    if seat is None:
        return Returned(judge.id, judge.name, 0)
    counts, conflict = seat.counts, seat.conflict
    return Returned(
        judge=judge.id,
        name=judge.name,
        issue=seat.issue,
        revision=counts.seq if counts else 0,
        receipt=counts.receipt if counts else "",
        conflict=conflict.kind if conflict else "",
        receipts=receipts_of(conflict) if conflict else "",
        late=tuple(one.receipt for one in seat.late),
        aside=tuple(one.receipt for one in seat.aside),
    )


def _refused(award: Award, known: Mapping[str, Known], now: Known) -> tuple[Refused, ...]:
    """Files that were refused when they came, or are no longer good since."""
    found = []
    for file in award.store.received():
        try:
            admit_to(file.data, known, now)
        except Bad as bad:
            name = cut(clean_line(file.name), 120)
            found.append(Refused(name, file.at, file.size, bad.problems[0]))
    return tuple(found)
