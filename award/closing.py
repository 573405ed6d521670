"""End collecting: the close sheet, and late ballots that a minuted decision lets in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from award.closed import KIND, close_record, close_records, require_open
from award.folder import Award
from award.freezing import require_frozen
from award.keys import Held, held_keys, signer_of
from award.rounds import judges_of, require_not_passed, round_of, round_on
from db.records import Ballot
from exchange.closing import CloseRecord, Counted, sign
from exchange.collecting import State, conflict_problems, settle
from exchange.fields import pack, unpack
from exchange.objects import CloseHeader, CloseSheet, Returned
from exchange.rulings import LateRecord
from words import Bad

LATE = "late"

__all__ = [
    "KIND",
    "accept_late",
    "close",
    "close_record",
    "close_records",
    "late_files",
    "require_open",
]


@dataclass(frozen=True)
class Closed:
    """The record, and whether this call made it."""

    record: CloseRecord
    new: bool


def late_files(award: Award) -> tuple[LateRecord, ...]:
    """The late ballots that were let in, in the order of the decisions."""
    return tuple(unpack(LateRecord, one.payload) for one in award.store.documents(LATE))


def key_to_sign(award: Award) -> Held | None:
    """The award's keys; none in an open award, whose sheet stays unsigned.

    Raises E-NOTFROZEN, E-SLATECHANGED or E-NOKEYS, before a passphrase is asked for.
    """
    if require_frozen(award).slate.mode == "open":
        return None
    held = held_keys(award)
    if held is None:
        raise Bad("E-NOKEYS")
    return held


def close(award: Award, passphrase: str, by: str) -> Closed:
    """Make the close sheet of the round that is on; again gives the same one.

    Raises E-CONFLICT-... for every conflict without a ruling, E-BOTHWAYS, E-PASSPHRASE, and
    what `key_to_sign` raises.
    """
    from award.collecting import genuine, has_packets, known_of

    if record := close_record(award):
        return Closed(record, False)
    slate, held = require_frozen(award), key_to_sign(award)
    state: State = {}
    received: list[str] = []
    stage = slate.slate.stage
    if has_packets(award, stage):
        known = known_of(award, stage)
        ballots = tuple(genuine(award, known))
        state, received = settle(ballots, known), sorted({one.digest for one in ballots})
    if problems := conflict_problems(state):
        raise Bad.of(problems)
    judges = tuple(one.id for one in judges_of(award, stage))
    counted = _counted(award, state, judges)
    header = CloseHeader(
        slate.slate.award, slate.slate.stage, slate.hash, held.keys.award if held else None
    )
    sheet = _sheet(award, counted, judges)
    signed = sign(header, sheet, signer_of(held, passphrase) if held else None)
    full = CloseRecord(signed, tuple(counted[key] for key in sorted(counted)), tuple(received))
    detail = {"returned": len(counted), "judges": len(sheet.judges)}
    subject = stage if award.rules.chain else ""
    award.store.add_document(KIND, subject, pack(full), number=1, detail=detail, actor=by)
    return Closed(full, True)


def _counted(award: Award, state: State, judges: Collection[str]) -> dict[str, Counted]:
    """What counts of each judge: the file that came, or what was submitted on this computer."""
    gone = {judge for judge, one in award.store.withdrawals().items() if one.scores == "drop"}
    here = {one.judge: one for one in award.store.ballots() if one.judge in judges}
    counted = {one.judge: _typed(one) for one in here.values()}
    for judge, seat in state.items():
        if seat.counts and judge in here:
            raise Bad("E-BOTHWAYS", judge=judge)
        if seat.counts and judge not in gone:
            counted[judge] = Counted(judge, seat.counts.receipt, seat.counts.digest)
    return counted


def _typed(ballot: Ballot) -> Counted:
    return Counted(ballot.judge, ballot.receipt, ballot.digest)


def _sheet(award: Award, counted: Mapping[str, Counted], judges: Collection[str]) -> CloseSheet:
    return CloseSheet(
        judges=tuple(Returned(judge, judge in counted) for judge in sorted(judges)),
        receipts=tuple(sorted(one.receipt for one in counted.values())),
        files=tuple(sorted(one.file for one in counted.values())),
        log_head=award.store.head(),
        closed_at=_utc(award.store.now()),
    )


def _utc(at: str) -> str:
    """A clock text as the sheet has it, the same in every time zone."""
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")


def accept_late(award: Award, judge: str, reason: str, by: str) -> LateRecord:
    """Let the newest late ballot of a judge in; the next final result is a new version.

    Raises E-STAGE-PASSED once a later round stands on this one, E-NOTCLOSED, E-NOLATE,
    E-CONFLICT-CONTENT where two came under one number, or
    E-LATE-SEQ where it could replace nothing.
    """
    from award.collecting import state_of

    stage = round_of(award, judge) or round_on(award)
    record = close_record(award, stage)
    if record is None:
        raise Bad("E-NOTCLOSED")
    require_not_passed(award, stage)
    seat = state_of(award, stage=stage).get(judge)
    if seat is None or not seat.late:
        raise Bad("E-NOLATE", judge=judge)
    last = max(one.seq for one in seat.late)
    newest = [one for one in seat.late if one.seq == last]
    if len(newest) > 1:
        receipts = ", ".join(one.receipt for one in newest)
        raise Bad("E-CONFLICT-CONTENT", judge=judge, receipts=receipts)
    if seat.counts and last <= seat.counts.seq:
        raise Bad("E-LATE-SEQ", judge=judge, seq=last, counted=seat.counts.seq)
    found = newest[0]
    late = LateRecord(judge, found.digest, found.receipt, found.seq, reason)
    detail = {"receipt": found.receipt, "reason": reason}
    award.store.add_document(LATE, judge, pack(late), detail=detail, actor=by)
    return late
