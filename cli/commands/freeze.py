"""`pingxuan freeze`: the rules and nominations become a numbered slate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import click

from award.folder import opened
from award.freezing import Frozen, freeze, groups
from award.rounds import round_name
from award.stale import Stale, stale_of
from cli import speaking
from cli.options import award_option, by_option, json_option, reason_option
from cli.output import need_reason, show_json, talk
from words import say


@speaking.command("freeze")
@click.option("--despite-missing", "despite", is_flag=True, help=say("cli.opt.freeze_despite"))
@reason_option
@by_option
@award_option
@json_option
def command(folder: Path, by: str, despite: bool, reason: str | None, as_json: bool) -> None:
    with opened(folder) as award:
        frozen = freeze(award, by, need_reason(reason) if despite else "")
        chain = bool(award.rules.chain)
        stage = round_name(award.rules, frozen.slate.stage)
        stale = stale_of(award)
    if as_json:
        show_json(_data(frozen, stale))
    else:
        click.echo(frozen.hash)
    if chain:
        talk("cli.freeze.stage", stage=stage)
    _say(frozen)
    if stale is not None:
        _say_stale(stale)


def _data(frozen: Frozen, stale: Stale | None) -> dict[str, object]:
    slate = frozen.slate
    facts: dict[str, object] = {"version": slate.version, "hash": frozen.hash, "mode": slate.mode}
    return facts if stale is None else {**facts, "since": asdict(stale)}


def _say(frozen: Frozen) -> None:
    slate = frozen.slate
    mode = say(f"letter.mode.{slate.mode}")
    facts = {"version": slate.version, "hash": groups(frozen.hash), "cases": len(slate.cases)}
    talk("cli.freeze.done", mode=mode, **facts)


def _say_stale(stale: Stale) -> None:
    """What has changed, whose packet is out of date, whose ballot no longer counts."""
    joint = say("slate.and")
    talk("slate.changed", version=stale.version, what=joint.join(_changes(stale)))
    if stale.reissue:
        talk("slate.reissue", judges=", ".join(stale.reissue))
    if stale.returned:
        talk("slate.returned", judges=", ".join(stale.returned))


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
