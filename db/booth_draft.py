"""The draft of a voting booth: one file beside the database, whose name tells neither judge nor
vote. It holds what was done so far, or the ballot once it is sealed and not handed in yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from db.draft import Event, Slot, Value
from db.entries import entries_of
from db.payload import digest_of, receipt, unpack
from db.records import Ballot
from files import canonical
from files.reading import read_bounded
from files.writing import write_atomic

FOLDER = "booth"
LIMIT = 16 * 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """What a draft holds: every step so far, or a sealed ballot."""

    events: tuple[Event, ...]
    sealed: Ballot | None


def draft_file(folder: Path, judge: str, vote: str) -> Path:
    """Where the draft of a judge in a vote lies; the name tells neither."""
    name = sha256(f"{judge}\0{vote}".encode()).hexdigest()[:16]
    return folder / FOLDER / f"{name}.json"


def write(path: Path, events: Sequence[Event], sealed: Ballot | None) -> None:
    """The whole draft anew."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    kept = {
        "events": [[e.step, *e.slot, *e.value, e.at] for e in events],
        "sealed": sealed.payload.decode("ascii") if sealed else "",
        "at": sealed.at if sealed else "",
    }
    write_atomic(path, canonical.dumps(kept), overwrite=True)


def read(path: Path) -> Kept:
    """The draft again. Raises E-BALLOT for a sealed ballot that is none."""
    kept = cast(dict[str, Any], canonical.loads(read_bounded(path, LIMIT)))
    if kept["sealed"]:
        return Kept((), ballot_of(kept["sealed"].encode("ascii"), kept["at"]))
    return Kept(tuple(_event(n, row) for n, row in enumerate(kept["events"], 1)), None)


def _event(n: int, row: Sequence[Any]) -> Event:
    step, what, case, key, state, points, text, at = row
    return Event(n, 1, step, Slot(what, case, key), Value(state, points, text), at)


def ballot_of(payload: bytes, at: str) -> Ballot:
    """A ballot from its bytes. Raises E-BALLOT."""
    sheet = unpack(payload)
    return Ballot(
        sheet.judge, sheet.revision, entries_of(sheet), payload, digest_of(payload),
        receipt(payload), at, rules=sheet.rules,
    )  # fmt: skip
