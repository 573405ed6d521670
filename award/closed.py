"""Whether collecting has ended: asked by everything that would change what was closed.

In a chain every round is closed by itself. The document's subject is the round's key; that of
an award of one stage is empty.
"""

from __future__ import annotations

from award.folder import Award
from award.rounds import following, round_name, round_on, rounds
from db.clock import on_the_wall
from exchange.closing import CloseRecord
from exchange.fields import unpack
from words import Bad

KIND = "close"


def close_records(award: Award) -> dict[str, CloseRecord]:
    """What was closed, by the key of the stage, in the order of the stages."""
    kept = (unpack(CloseRecord, one.payload) for one in award.store.documents(KIND))
    found = {one.signed.header.stage: one for one in kept}
    known = [one.key for one in rounds(award.rules) if one.key in found]
    return {key: found[key] for key in dict.fromkeys([*known, *found])}


def close_record(award: Award, stage: str = "") -> CloseRecord | None:
    """What was closed of a stage, of the one that is on where none is named; None while its
    ballots still count as they come.
    """
    if award.rules.chain:
        return close_records(award).get(stage or round_on(award))
    kept = award.store.document(KIND)
    return unpack(CloseRecord, kept.payload) if kept else None


def require_open(award: Award, stage: str = "") -> None:
    """Raises E-CLOSED where collecting of a stage (the one that is on) has ended; in a chain
    E-CLOSED-ROUND where another round follows.
    """
    record = close_record(award, stage)
    if record is None:
        return
    at, key = on_the_wall(record.signed.sheet.closed_at), record.signed.header.stage
    if not award.rules.chain or not (after := following(award.rules, key)):
        raise Bad("E-CLOSED", at=at)
    names = {"stage": round_name(award.rules, key), "next": round_name(award.rules, after)}
    raise Bad("E-CLOSED-ROUND", at=at, **names)
