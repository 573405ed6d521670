"""`pingxuan template nominations`: an empty table with the headings `import` expects; `letters`:
the templates of the letters, to be edited in Word or WPS.
"""

from __future__ import annotations

from pathlib import Path

import click

from cli import speaking
from cli.options import PATH, force_option
from cli.output import talk
from files.writing import write_atomic
from sheets.templates import template_csv
from words import language, say

LETTERS = "letters"
KINDS = ("nominations", "judges", "recusals", LETTERS)


@speaking.command("template")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-o", "--out", type=PATH, metavar="FILE", help=say("cli.opt.out_file"))
@force_option
def command(kind: str, out: Path | None, force: bool) -> None:
    if kind == LETTERS:
        _letters(out or Path("templates"), force=force)
        return
    path = out or Path(f"{kind}.csv")
    write_atomic(path, template_csv(kind), overwrite=force)
    option = "" if kind == "nominations" else f" --{kind}"
    talk("cli.template.done", path=path, command=f"pingxuan import{option} {path}")


def _letters(folder: Path, *, force: bool) -> None:
    """Every letter's template; `export` uses those in the award's folder templates."""
    from award.delivering import deliver, refuse_overwriting
    from sheets.office.docx_templates import NAMES, standard

    files = {f"{name}-{language()}.docx": standard(name, language()) for name in NAMES}
    refuse_overwriting(folder, files, force=force)
    deliver(folder, files)
    talk("cli.template.letters", path=folder)
