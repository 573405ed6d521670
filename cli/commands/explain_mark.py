"""`pingxuan explain-mark J07 003 --text TEXT`: why a mark is far from the others."""

from __future__ import annotations

from pathlib import Path

import click

from award.deviating import explain_mark
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option
from cli.output import talk
from words import say


@speaking.command("explain-mark")
@click.argument("judge")
@click.argument("case")
@click.option("--text", default="", metavar="TEXT", help=say("cli.opt.explanation"))
@by_option
@award_option
def command(folder: Path, judge: str, case: str, text: str, by: str) -> None:
    with opened(folder) as award:
        explain_mark(award, judge, case, text, by)
    talk("deviation.recorded", judge=judge, case=case)
