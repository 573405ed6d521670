"""`pingxuan score --judge J01`: the scoring screens, straight on the award folder."""

from __future__ import annotations

from pathlib import Path

import click

from cli import speaking
from cli.options import award_option
from words import say


@speaking.command("score")
@click.option("--judge", required=True, metavar="ID", help=say("cli.opt.judge"))
@click.option("--plain", is_flag=True, help=say("cli.opt.plain"))
@award_option
def command(folder: Path, judge: str, plain: bool) -> int:
    from cli.screens import score

    return score(folder, judge, plain=plain)
