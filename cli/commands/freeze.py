"""`pingxuan freeze`: the rules and nominations become a numbered slate."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from award.freezing import Frozen, freeze, groups
from cli import speaking
from cli.options import award_option, by_option, json_option
from cli.output import show_json, talk
from words import say


@speaking.command("freeze")
@by_option
@award_option
@json_option
def command(folder: Path, by: str, as_json: bool) -> None:
    with opened(folder) as award:
        frozen = freeze(award, by)
    if as_json:
        show_json({"version": frozen.slate.version, "hash": frozen.hash, "mode": frozen.slate.mode})
    else:
        click.echo(frozen.hash)
    _say(frozen)


def _say(frozen: Frozen) -> None:
    slate = frozen.slate
    mode = say(f"letter.mode.{slate.mode}")
    facts = {"version": slate.version, "hash": groups(frozen.hash), "cases": len(slate.cases)}
    talk("cli.freeze.done", mode=mode, **facts)
    if slate.version > 1:
        talk("cli.freeze.again", version=slate.version - 1)
