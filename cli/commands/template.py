"""`pingxuan template nominations`: an empty table with the headings `import` expects."""

from __future__ import annotations

from pathlib import Path

import click

from cli import speaking
from cli.options import PATH, force_option
from cli.output import talk
from files.writing import write_atomic
from sheets.templates import template_csv
from words import say

KINDS = ("nominations", "judges", "recusals")


@speaking.command("template")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-o", "--out", type=PATH, metavar="FILE", help=say("cli.opt.out_file"))
@force_option
def command(kind: str, out: Path | None, force: bool) -> None:
    path = out or Path(f"{kind}.csv")
    write_atomic(path, template_csv(kind), overwrite=force)
    talk("cli.template.done", path=path)
