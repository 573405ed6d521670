"""`pingxuan new DIR`: an award folder with complete, commented rules."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import create
from cli import speaking
from cli.options import PATH
from cli.output import talk


@speaking.command("new")
@click.argument("folder", type=PATH, metavar="DIR")
def command(folder: Path) -> None:
    create(folder)
    talk("cli.new.done", path=folder)
