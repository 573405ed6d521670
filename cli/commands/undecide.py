"""`pingxuan undecide 2 --reason TEXT`: take a recorded decision back."""

from __future__ import annotations

from pathlib import Path

import click

from award.deciding import undecide
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk


@speaking.command("undecide")
@click.argument("number", type=int)
@reason_option
@by_option
@award_option
def command(folder: Path, number: int, reason: str | None, by: str) -> None:
    with opened(folder) as award:
        undecide(award, number, need_reason(reason), by)
    talk("cli.undecide.done", number=number)
