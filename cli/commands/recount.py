"""`pingxuan recount`: does the second way of counting still give the frozen result?"""

from __future__ import annotations

from pathlib import Path

import click

from award.finalising import recount_result
from award.folder import opened
from cli import speaking
from cli.options import award_option
from cli.output import talk
from words import say


@speaking.command("recount")
@click.option("--number", type=int, metavar="N", help=say("cli.opt.number"))
@award_option
def command(folder: Path, number: int | None) -> None:
    with opened(folder, readonly=True) as award:
        result, cases = recount_result(award, number)
    talk("cli.recount.good", number=result.number, cases=cases)
