"""`pingxuan freeze`: the rules and nominations become a numbered slate."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from award.folder import opened
from award.freezing import Frozen, freeze
from award.rounds import round_name
from award.stale import Stale, stale_of
from award.stale_words import stale_lines
from cli import speaking
from cli.options import award_option, by_option, json_option, reason_option
from cli.output import need_reason, say_lines, show_json, talk
from db.receipts import groups
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
        say_lines(stale_lines(stale))


def _data(frozen: Frozen, stale: Stale | None) -> dict[str, object]:
    slate = frozen.slate
    facts: dict[str, object] = {"version": slate.version, "hash": frozen.hash, "mode": slate.mode}
    return facts if stale is None else {**facts, "since": asdict(stale)}


def _say(frozen: Frozen) -> None:
    slate = frozen.slate
    mode = say(f"letter.mode.{slate.mode}")
    facts = {"version": slate.version, "hash": groups(frozen.hash), "cases": len(slate.cases)}
    talk("cli.freeze.done", mode=mode, **facts)
