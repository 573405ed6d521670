"""`pingxuan recuse --judge J01 --case 005 --reason TEXT`: one judge does not score one case."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from award.recusing import recuse
from cli import speaking
from cli.options import award_option, reason_option
from cli.output import need_reason, talk
from words import say


@speaking.command("recuse")
@click.option("--judge", required=True, metavar="ID", help=say("cli.opt.recused_judge"))
@click.option("--case", required=True, metavar="CASE", help=say("cli.opt.recused_case"))
@reason_option
@award_option
def command(folder: Path, judge: str, case: str, reason: str | None) -> None:
    with opened(folder) as award:
        new = recuse(award, judge, case, need_reason(reason))
    talk("cli.recuse.done" if new else "cli.recuse.same", judge=judge, case=case)
