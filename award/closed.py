"""Whether collecting has ended: asked by everything that would change what was closed."""

from __future__ import annotations

from award.folder import Award
from exchange.closing import CloseRecord
from exchange.fields import unpack
from words import Bad

KIND = "close"


def close_record(award: Award) -> CloseRecord | None:
    """What was closed; None while ballots still count as they come."""
    kept = award.store.document(KIND)
    return unpack(CloseRecord, kept.payload) if kept else None


def require_open(award: Award) -> None:
    """Raises E-CLOSED."""
    if record := close_record(award):
        raise Bad("E-CLOSED", at=record.signed.sheet.closed_at)
