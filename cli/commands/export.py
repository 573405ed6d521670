"""`pingxuan export`: the result sheets and the announcement, as files."""

from __future__ import annotations

from pathlib import Path

import click

from award.exporting import export
from award.folder import opened
from cli import speaking
from cli.options import PATH, award_option, force_option
from cli.output import show, talk
from words import language, say


@speaking.command("export")
@click.option("--number", type=int, metavar="N", help=say("cli.opt.number"))
@click.option("-o", "--out", type=PATH, metavar="DIR", help=say("cli.opt.out_dir"))
@award_option
@force_option
def command(folder: Path, number: int | None, out: Path | None, force: bool) -> None:
    with opened(folder) as award:
        done = export(award, out or folder / "exports", number, language(), force=force)
    talk("cli.export.done", number=done.number, kind=say(f"cli.export.{done.kind}"))
    show(str(path) for path in done.paths)
