"""One window works on an award; the next one looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from award.folder import DATABASE, Award, opened
from db.clock import local_time
from db.lock import Hold, hold
from words import Bad, say

OFFICE = "office"
LOOKING = frozenset({"E-LOCKED", "E-READONLY"})


@contextmanager
def only_window(folder: Path) -> Iterator[tuple[Award, str]]:
    """The award, open for work; or only to look at, with the sentence that says why.

    So it is where another window has it, or where nothing can be written. The place is given
    back at the end, and by the system however the program ends.
    """
    try:
        place = _hold(folder)
    except Bad as bad:
        if bad.code not in LOOKING:
            raise
        with opened(folder, readonly=True) as award:
            yield award, _why(bad)
        return
    try:
        with opened(folder) as award:
            yield award, ""
    finally:
        place.release()


def _hold(folder: Path) -> Hold:
    from db.connection import require_writable

    if not (folder / DATABASE).is_file():
        raise Bad("E-NOAWARD", path=folder.absolute())
    require_writable(folder / DATABASE)
    return hold(folder / DATABASE, f"-{OFFICE}", local_time)


def _why(bad: Bad) -> str:
    if bad.code != "E-LOCKED":
        return str(bad)
    return say("work.watching", owner=_told(str(bad.problems[0].params["owner"])))


def _told(owner: str) -> str:
    """Which computer and since when; the number of a process tells a secretary nothing."""
    _, *parts = owner.split(", ")
    return ", ".join(part for part in parts if not part.startswith("PID "))
