"""A close sheet: what was in when collecting ended, sent to all judges before opening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from exchange.fields import at_most, matching, require, require_ascending
from exchange.objects.terms import MAX_JUDGES, Hex32, Id, Name, Receipt


@dataclass(frozen=True)
class CloseHeader:
    """What the close sheet closes, and the award key that signs it (none in an open award)."""

    award: Id
    stage: Name
    slate: Hex32
    key: Hex32 | None


@dataclass(frozen=True)
class Returned:
    """Whether a judge's ballot is in."""

    judge: Id
    returned: bool


@dataclass(frozen=True)
class CloseSheet:
    """What is sent to all judges before opening. Receipts and files are sorted, not by judge."""

    judges: Annotated[tuple[Returned, ...], at_most(MAX_JUDGES)]
    receipts: Annotated[tuple[Receipt, ...], at_most(MAX_JUDGES)]
    files: Annotated[tuple[Hex32, ...], at_most(MAX_JUDGES)]
    log_head: Hex32
    closed_at: Annotated[str, matching("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z", "ISO 8601")]

    def __post_init__(self) -> None:
        require_ascending(tuple(line.judge for line in self.judges), "judges")
        require_ascending(self.receipts, "receipts")
        require_ascending(self.files, "files")
        count = sum(line.returned for line in self.judges)
        require(len(self.receipts) == count, "receipts", f"[{count}]")
        require(len(self.files) == count, "files", f"[{count}]")
