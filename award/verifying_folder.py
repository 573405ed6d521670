"""Verify an award's own folder: the database against its log, its slate and its close sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from award.closed import close_record, close_records
from award.collecting import state_of, travelling
from award.folder import Award
from award.freezing import frozen, require_frozen
from award.opening import require_opened
from award.verifying_bundle import FAILED, HELD, UNCHECKED, Line, says
from exchange.closing import holds
from words import Bad, sentence


def verify_folder(award: Award, head: str = "") -> list[Line]:
    """What can be said of a database that was opened, which proved its log and rows already."""
    lines = [_tried("store", award.store.check)]
    if frozen(award) is None:
        lines.append(Line(UNCHECKED, "verify.folder.none"))
    else:
        lines.append(_tried("slate", lambda: require_frozen(award)))
    if travel := travelling(award):
        lines.append(_tried("state", lambda: _settled(award, travel)))
    for record in close_records(award).values():
        held = holds(record.signed)
        at = record.signed.sheet.closed_at
        lines.append(
            Line(UNCHECKED, "verify.close.unsigned")
            if held is None
            else says(held, "verify.close", at=at)
        )
        lines.append(says(award.store.holds_head(record.signed.sheet.log_head), "verify.log.close"))
    if head:
        wanted = "".join(head.lower().split())
        there = len(wanted) >= 12 and any(e.digest.startswith(wanted) for e in award.store.log())
        lines.append(says(there, "verify.head", head=wanted[:64]))
    return lines


def _settled(award: Award, stages: Sequence[str]) -> None:
    """Of each round whose ballots travel: what came back agrees, with its close sheet if closed."""
    for stage in stages:
        if close_record(award, stage) is None:
            state_of(award, stage=stage)
        else:
            require_opened(award, [stage])


def _tried(part: str, check: Callable[[], object]) -> Line:
    try:
        check()
    except Bad as bad:
        why = " ".join(map(sentence, bad.problems))
        return Line(FAILED, "verify.broken", {"part": part, "why": why})
    return Line(HELD, f"verify.folder.{part}.good")
