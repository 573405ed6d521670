"""`pingxuan template nominations`: an empty table with the headings `import` expects; `letters`:
the templates of the letters, to be edited in Word or WPS.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.templates import KINDS, LETTERS, write_template
from cli import speaking
from cli.options import PATH, force_option
from cli.output import talk
from words import say


@speaking.command("template")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-o", "--out", type=PATH, metavar="FILE", help=say("cli.opt.out_file"))
@force_option
def command(kind: str, out: Path | None, force: bool) -> None:
    path = out or Path("templates" if kind == LETTERS else f"{kind}.csv")
    write_template(kind, path, force=force)
    if kind == LETTERS:
        talk("cli.template.letters", path=path)
        return
    option = "" if kind == "nominations" else f" --{kind}"
    talk("cli.template.done", path=path, command=f"pingxuan import{option} {path}")
