"""What a new slate makes stale: which packets, which ballots that are back already, and why."""

from __future__ import annotations

from dataclasses import dataclass

from award.folder import Award
from award.freezing import KIND, Changes, changes_between
from award.issuing import current_issue
from award.rounds import judges_of
from exchange.fields import unpack
from exchange.objects import Slate
from exchange.sealing import read_ballot
from words import Bad


@dataclass(frozen=True)
class Stale:
    """From slate `version` to the one that holds.

    `tables` are the tables of config.toml that differ. `reissue` are the judges whose packet is
    of another slate, `returned` those among them whose ballot came back and no longer counts.
    """

    version: int
    changes: Changes
    tables: tuple[str, ...]
    reissue: tuple[str, ...]
    returned: tuple[str, ...]


def stale_of(award: Award) -> Stale | None:
    """What the newest slate withdrew; None for the first one of a stage."""
    kept = award.store.documents(KIND)
    if len(kept) < 2:
        return None
    old, new = (unpack(Slate, one.payload) for one in kept[-2:])
    if old.stage != new.stage:
        return None
    packets = {one.id: current_issue(award, one.id) for one in judges_of(award, new.stage)}
    reissue = tuple(
        judge for judge, packet in packets.items() if packet and packet.slate != kept[-1].digest
    )
    came = _came(award, new.stage, kept[-1].digest)
    return Stale(
        version=old.version,
        changes=changes_between(old, new),
        tables=_tables(old, new),
        reissue=reissue,
        returned=tuple(judge for judge in reissue if judge in came),
    )


def _tables(old: Slate, new: Slate) -> tuple[str, ...]:
    names = {**new.rules, **old.rules}
    return tuple(name for name in names if old.rules.get(name) != new.rules.get(name))


def _came(award: Award, stage: str, slate: str) -> set[str]:
    """The judges from whom a ballot of another slate of the stage than this one is kept."""
    found = set()
    for file in award.store.received(whole=True):
        try:
            context = read_ballot(file.data).header.context
        except Bad:
            continue
        if context.stage == stage and context.slate != slate:
            found.add(context.judge)
    return found
