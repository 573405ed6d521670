"""What the award's database keeps about the exchange: keys, drills, issued packets.

They are documents of the store (`db.documents`), never files that cross.
"""

from __future__ import annotations

from dataclasses import dataclass

from exchange.crypto import WrappedKey
from exchange.objects.terms import Count, Hex32, Id, Mode, require_together


@dataclass(frozen=True)
class Keys:
    """The award's two keys: `award` signs packets and sheets, ballots are sealed to `opening`.

    The private halves are locked, the first with the secretary's passphrase (purpose
    `award-key`), the second with the chair's (`opening-key`).
    """

    award: Hex32
    award_locked: WrappedKey
    opening: Hex32
    opening_locked: WrappedKey


@dataclass(frozen=True)
class Drill:
    """A test ballot was opened with the chair's passphrase and with the recovery sheet."""

    keys: Count
    opening: Hex32


@dataclass(frozen=True)
class Issue:
    """A packet that was made for a judge; it is withdrawn by the next one.

    `file` is the digest of the packet's envelope. `enrol` is the secret a ballot's key must be
    vouched for with. An open award has `mac` instead, the key of the judge's code.
    """

    judge: Id
    issue: Count
    slate: Hex32
    version: Count
    mode: Mode
    keys: Count | None
    file: Hex32
    enrol: Hex32 | None
    mac: Hex32 | None

    def __post_init__(self) -> None:
        require_together(self.mode, keys=self.keys, enrol=self.enrol)
