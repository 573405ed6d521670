"""What a new slate has changed, whose packet is out of date, whose ballot no longer counts."""

from __future__ import annotations

from collections.abc import Iterator

from award.stale import Stale
from words import say


def stale_lines(stale: Stale) -> Iterator[str]:
    """A sentence for each."""
    what = say("slate.and").join(_changes(stale))
    yield say("slate.changed", version=stale.version, what=what)
    if stale.reissue:
        yield say("slate.reissue", judges=", ".join(stale.reissue))
    if stale.returned:
        yield say("slate.returned", judges=", ".join(stale.returned))


def _changes(stale: Stale) -> Iterator[str]:
    changes = stale.changes
    if changes.changed:
        yield say("slate.changed.cases", cases=", ".join(changes.changed))
    if changes.added:
        yield say("slate.changed.added", cases=", ".join(changes.added))
    if changes.removed:
        yield say("slate.changed.removed", cases=", ".join(changes.removed))
    if changes.rules:
        yield say("slate.changed.rules", tables=", ".join(stale.tables) or say("slate.none"))
    if changes.mode:
        yield say("slate.changed.mode")
