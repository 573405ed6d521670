"""What a new revision may change after a correction: the marks that were sent back, no others.

Asked of the award by a ranking, and of an archive by `verify`, where there is no database.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from db.records import Ballot, Correction
from words import Problem


def beyond(recorded: Sequence[Correction], ballots: Sequence[Ballot]) -> Iterator[Problem]:
    """E-CORRECTION-SCOPE for every revision that changes more than was sent back."""
    by_number = {(one.judge, one.revision): one for one in ballots}
    allowed: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for one in recorded:
        allowed.setdefault((one.judge, one.revision), set()).add((one.case, one.criterion))
    for (judge, revision), cells in allowed.items():
        old, new = by_number.get((judge, revision)), by_number.get((judge, revision + 1))
        if old is None or new is None or not _stands(new, allowed):
            continue
        if more := sorted(_changed(old, new) - cells):
            places = ", ".join(" ".join(filter(None, place)) for place in more[:10])
            about = {"judge": judge, "revision": new.revision, "places": places}
            yield Problem("E-CORRECTION-SCOPE", "", about)


def _stands(ballot: Ballot, allowed: Mapping[tuple[str, int], object]) -> bool:
    """Whether what it says still counts, itself or in a revision that only corrects it."""
    return not ballot.reopened or (ballot.judge, ballot.revision) in allowed


def _changed(old: Ballot, new: Ballot) -> set[tuple[str, str]]:
    """The cells that differ, and (case, "") where a recusal does; new cases are no change."""
    before = {entry.case: entry for entry in old.entries}
    found: set[tuple[str, str]] = set()
    for entry in new.entries:
        was = before.get(entry.case)
        if was is None:
            continue
        keys = was.cells.keys() | entry.cells.keys()
        found |= {(entry.case, k) for k in keys if was.cells.get(k) != entry.cells.get(k)}
        if bool(was.recusal) != bool(entry.recusal):
            found.add((entry.case, ""))
    return found
