"""What a set of ballots comes to: a pure function, whatever their order and number.

Of one judge the highest sequence counts. The same file again is nothing new. The same sequence
with another content, two keys for one judge, or one receipt for two judges is a conflict: then
nothing of that judge counts until the secretary has ruled. What came after closing is late.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from db.receipts import format_receipt
from exchange.admitting import Known, Ruling, Sealed
from words import Bad, Problem

Clash = Literal["content", "keys", "receipt"]


@dataclass(frozen=True)
class Conflict:
    """Ballots of which at most one can hold; by receipt, so that people can compare."""

    kind: Clash
    ballots: tuple[Sealed, ...]


@dataclass(frozen=True)
class Seat:
    """One judge's side of the state. `issue` is the packet that holds, 0 where none was made.

    `earlier` were replaced by a later sequence, `aside` by a ruling; `late` are those that
    came after closing and were not let in. None of these counts.
    """

    judge: str
    issue: int
    counts: Sealed | None = None
    conflict: Conflict | None = None
    earlier: tuple[Sealed, ...] = ()
    aside: tuple[Sealed, ...] = ()
    late: tuple[Sealed, ...] = ()

    @property
    def odd_previous(self) -> bool:
        """The ballot names another one before it than the one that came: worth a line, no more."""
        before = [
            one.digest
            for one in self.earlier
            if one.seq == (self.counts.seq - 1 if self.counts else 0)
        ]
        named = self.counts.context.prev if self.counts else None
        return bool(before) and named is not None and named not in before


State = Mapping[str, Seat]


def settle(ballots: Iterable[Sealed], known: Known) -> State:
    """The state of every judge to whom a packet was issued, by id."""
    own: dict[str, dict[str, Sealed]] = {judge: {} for judge in sorted(known.issues)}
    for one in ballots:
        own[one.judge][one.digest] = one
    aside = set_aside(known.rulings)
    seats = {judge: _seat(judge, list(mine.values()), aside, known) for judge, mine in own.items()}
    return _without_shared_receipts(seats)


def set_aside(rulings: Iterable[Ruling]) -> frozenset[str]:
    """The digests that no longer take part; a later ruling may take one back."""
    out: set[str] = set()
    for ruling in rulings:
        out = (out | set(ruling.over)) - {ruling.keep}
    return frozenset(out)


def _seat(judge: str, mine: list[Sealed], aside: frozenset[str], known: Known) -> Seat:
    late = [one for one in mine if _is_late(one, known)]
    out = [one for one in mine if one.digest in aside and one not in late]
    live = [one for one in mine if one not in late and one not in out]
    seat = Seat(judge, known.issues[judge][-1].issue, aside=_in_order(out), late=_in_order(late))
    if clash := _clash(live):
        return replace(seat, conflict=clash, earlier=_in_order(set(live) - set(clash.ballots)))
    last = max(live, key=lambda one: one.seq, default=None)
    return replace(seat, counts=last, earlier=_in_order(one for one in live if one is not last))


def _is_late(one: Sealed, known: Known) -> bool:
    return known.closed is not None and one.digest not in known.closed | known.accepted


def _clash(live: list[Sealed]) -> Conflict | None:
    """Two keys are worse than two contents: one of them may be a stranger's."""
    by_key = {key: _top(live, key) for key in {one.context.key for one in live}}
    tops = [one for top in by_key.values() for one in top]
    if len(by_key) > 1:
        return Conflict("keys", _in_order(tops))
    return Conflict("content", _in_order(tops)) if len(tops) > 1 else None


def _top(live: list[Sealed], key: str | None) -> list[Sealed]:
    """All ballots of a key with the highest sequence."""
    mine = [one for one in live if one.context.key == key]
    last = max(one.seq for one in mine)
    return [one for one in mine if one.seq == last]


def _without_shared_receipts(seats: dict[str, Seat]) -> State:
    """A receipt belongs to one judge; two that show the same one are both stopped."""
    holders: dict[str, list[Sealed]] = {}
    for seat in seats.values():
        if seat.counts:
            holders.setdefault(seat.counts.receipt, []).append(seat.counts)
    for shared in (held for held in holders.values() if len(held) > 1):
        clash = Conflict("receipt", _in_order(shared))
        seats |= {
            one.judge: replace(seats[one.judge], counts=None, conflict=clash) for one in shared
        }
    return seats


def _in_order(ballots: Iterable[Sealed]) -> tuple[Sealed, ...]:
    return tuple(sorted(ballots, key=lambda one: (one.judge, one.seq, one.receipt, one.digest)))


@dataclass(frozen=True)
class Choice:
    """What a ruling would do; `ruling` is what is recorded."""

    ruling: Ruling
    kept: Sealed
    dropped: tuple[Sealed, ...] = field(default=())


def rule(state: State, judge: str, receipt: str) -> Choice:
    """The ruling that keeps the ballot with this receipt and sets the others of the conflict aside.

    Raises E-JUDGE, E-NOCONFLICT, or E-NOTINCONFLICT naming the receipts there are to choose from.
    """
    if judge not in state:
        raise Bad("E-JUDGE", judge=judge)
    conflict = state[judge].conflict
    if conflict is None:
        raise Bad("E-NOCONFLICT", judge=judge)
    kept = [one for one in conflict.ballots if one.receipt == receipt and one.judge == judge]
    if not kept:
        raise Bad("E-NOTINCONFLICT", judge=judge, known=_for_people(conflict))
    over = {one.digest: one for one in conflict.ballots if one is not kept[0]}
    if conflict.kind == "keys":
        strangers = [one for one in state[judge].earlier if one.context.key != kept[0].context.key]
        over |= {one.digest: one for one in strangers}
    return Choice(Ruling(judge, kept[0].digest, tuple(sorted(over))), kept[0], tuple(over.values()))


def receipts_of(conflict: Conflict) -> str:
    """The receipts of a conflict in one line, in order."""
    return ", ".join(dict.fromkeys(one.receipt for one in conflict.ballots))


def _for_people(conflict: Conflict) -> str:
    """The receipts in fours, as they are printed and read out on the telephone."""
    return ", ".join(map(format_receipt, dict.fromkeys(one.receipt for one in conflict.ballots)))


def conflict_problems(state: State) -> tuple[Problem, ...]:
    """One problem for every judge whose ballot waits for a ruling."""
    return tuple(
        Problem(
            f"E-CONFLICT-{seat.conflict.kind.upper()}",
            "",
            {"judge": judge, "receipts": _for_people(seat.conflict)},
        )
        for judge, seat in state.items()
        if seat.conflict
    )


def digest_of_state(state: State) -> str:
    """One hash over everything the state says: equal for equal sets of files."""
    from files.canonical import digest, dumps

    def digests(ballots: Iterable[Sealed]) -> list[str]:
        return [one.digest for one in ballots]

    lines = [
        [
            judge,
            seat.issue,
            seat.counts.digest if seat.counts else None,
            [seat.conflict.kind, digests(seat.conflict.ballots)] if seat.conflict else None,
            digests(seat.earlier),
            digests(seat.aside),
            digests(seat.late),
        ]
        for judge, seat in sorted(state.items())
    ]
    return digest("collected", dumps(lines))
