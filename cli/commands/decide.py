"""`pingxuan decide 010 014 --kind draw --reason TEXT`: a committee's word on a tie."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, cast

import click

from award.deciding import decide
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk
from words import say


@speaking.command("decide")
@click.argument("cases", nargs=-1, required=True, metavar="CASE...")
@click.option(
    "--kind", type=click.Choice(["chair", "draw"]), required=True, help=say("cli.opt.kind")
)
@reason_option
@by_option
@award_option
def command(folder: Path, cases: tuple[str, ...], kind: str, reason: str | None, by: str) -> None:
    with opened(folder) as award:
        decide(award, cases, cast(Literal["chair", "draw"], kind), need_reason(reason), by)
    talk("cli.decide.done", cases=" > ".join(cases))
