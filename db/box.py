"""The ballot box of a secret vote: a file beside the database until the vote is closed.

It holds the anonymous parts of the ballots in the order of their receipts, written anew as a
whole with each ballot, so that neither place nor time in it says who came when. The database
has nothing of it before closing, and then all of it at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, cast

from db.booth_draft import FOLDER
from db.receipts import receipt_of
from files import canonical
from files.reading import read_bounded
from files.writing import erase, write_atomic

BOX_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True)
class Content:
    """The anonymous parts in the order of their receipts, and the receipts of void papers."""

    ballots: tuple[bytes, ...]
    void: frozenset[str]


@dataclass(frozen=True)
class Box:
    """One vote's box, by the folder of the award and the key of the vote."""

    folder: Path
    vote: str

    @property
    def path(self) -> Path:
        name = sha256(f"box\0{self.vote}".encode()).hexdigest()[:16]
        return self.folder / FOLDER / f"box-{name}.json"

    def read(self) -> Content:
        if not self.path.exists():
            return Content((), frozenset())
        kept = cast(dict[str, Any], canonical.loads(read_bounded(self.path, BOX_LIMIT)))
        return Content(
            tuple(one.encode("ascii") for one in kept["ballots"]), frozenset(kept["void"])
        )

    def add(self, parts: Iterable[bytes], void: Collection[str] = ()) -> None:
        """Put ballots in, with the receipts of those that are void; again adds nothing."""
        there = self.read()
        by_receipt = {receipt_of(one): one for one in (*there.ballots, *parts)}
        self.path.parent.mkdir(mode=0o700, exist_ok=True)
        kept = {
            "ballots": [by_receipt[code].decode("ascii") for code in sorted(by_receipt)],
            "void": sorted(there.void | set(void)),
        }
        write_atomic(self.path, canonical.dumps(kept), overwrite=True)

    def empty(self) -> None:
        """After closing: the database has the ballots now."""
        erase(self.path)
