"""`pingxuan export`: the result sheets and the announcement, as files."""

from __future__ import annotations

from pathlib import Path

import click

from award.exporting import export
from award.folder import opened
from cli import speaking
from cli.options import PATH, award_option, force_option
from cli.output import say_lines, show, talk
from words import language, say, sentence


@speaking.command("export")
@click.option("--number", type=int, metavar="N", help=say("cli.opt.number"))
@click.option("-o", "--out", type=PATH, metavar="DIR", help=say("cli.opt.out_dir"))
@click.option("--set", "which", metavar="NAME", default="", help=say("cli.opt.set"))
@award_option
@force_option
def command(folder: Path, number: int | None, out: Path | None, which: str, force: bool) -> int:
    with opened(folder) as award:
        place = out or folder / "exports"
        done = export(award, place, number, language(), force=force, which=which)
    talk("cli.export.done", number=done.number, kind=say(f"cli.export.{done.kind}"))
    show(str(path) for path in done.paths)
    say_lines(map(sentence, done.told))
    return int(done.failed)
