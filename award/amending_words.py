"""What an amendment changes, and what it makes out of date once it is frozen."""

from __future__ import annotations

from collections.abc import Iterator

from award.amending import Amended
from award.folder import Award
from award.issuing import current_issue
from words import say


def amended_lines(done: Amended) -> Iterator[str]:
    """The cases, by what becomes of them; that the slate waits to be frozen anew."""
    facts = {
        name: ", ".join(getattr(done, name)) or say("slate.none")
        for name in ("changed", "added", "removed")
    }
    yield say("slate.amended", same=len(done.same), **facts)
    if done.frozen and (done.changed or done.added or done.removed):
        yield say("slate.amended.freeze")


def effect_lines(award: Award, done: Amended) -> Iterator[str]:
    """Before it is done: whose packet and whose ballot will be out of date."""
    if not (done.frozen and (done.changed or done.added or done.removed)):
        return
    out = [one.id for one in award.store.judges() if current_issue(award, one.id)]
    if out:
        yield say("slate.reissue", judges=", ".join(out))
