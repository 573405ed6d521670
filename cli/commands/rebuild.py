"""`pingxuan rebuild DIR --log FILE PATH...`: a lost database from the log and the files."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from award.rebuilding import rebuild
from cli import speaking
from cli.options import PATH
from cli.output import talk
from words import say


@speaking.command("rebuild")
@click.argument("folder", type=PATH, metavar="DIR")
@click.argument("places", nargs=-1, type=PATH, metavar="[PATH...]")
@click.option("--log", "log", type=PATH, required=True, metavar="FILE", help=say("cli.opt.journal"))
def command(folder: Path, places: tuple[Path, ...], log: Path) -> None:
    lost = rebuild(folder, log, places)
    with opened(folder, readonly=True) as award:
        talk("verify.rebuilt", path=folder, head=award.store.head()[:16])
    if lost:
        talk("verify.lost", names=", ".join(lost))
