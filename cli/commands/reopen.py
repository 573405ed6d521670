"""`pingxuan reopen J01 --reason TEXT`: send a submitted ballot back to its judge."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from award.reopening import reopen
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk


@speaking.command("reopen")
@click.argument("judge")
@reason_option
@by_option
@award_option
def command(folder: Path, judge: str, reason: str | None, by: str) -> None:
    with opened(folder) as award:
        reopen(award, judge, need_reason(reason), by)
    talk("cli.reopen.done", judge=judge)
