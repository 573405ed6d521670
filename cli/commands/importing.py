"""`pingxuan import FILE...`: say what was understood, then import all or nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from award.folder import opened
from award.importing import Kind, apply, read
from cli import speaking
from cli.options import PATH, award_option
from cli.output import say_lines, talk
from sheets.preview_lines import preview_lines
from words import say


@speaking.command("import")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE...")
@click.option("--judges", "kind", flag_value="judges", help=say("cli.opt.judges"))
@click.option("--recusals", "kind", flag_value="recusals", help=say("cli.opt.recusals"))
@click.option("--encoding", metavar="NAME", help=say("cli.opt.encoding"))
@click.option("--sheet", metavar="NAME", help=say("cli.opt.sheet"))
@click.option("--dry-run", is_flag=True, help=say("cli.opt.dry"))
@click.option("--yes", is_flag=True, help=say("cli.opt.yes"))
@award_option
def command(
    folder: Path,
    files: tuple[Path, ...],
    kind: Kind | None,
    encoding: str | None,
    sheet: str | None,
    dry_run: bool,
    yes: bool,
) -> int:
    with opened(folder) as award:
        reading = read(award, kind or "nominations", files, encoding=encoding, sheet=sheet)
        say_lines(preview_lines(reading.preview))
        if reading.preview.problems:
            return 1  # the sentences are in the preview
        if dry_run or not (yes or _agreed()):
            talk("cli.import.dry")
            return 0
        added = apply(award, reading)
    talk("cli.import.done", new=len(added.new), same=len(added.same))
    return 0


def _agreed() -> bool:
    """Ask a person; a script has said it by calling."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    return click.confirm(say("cli.import.ask"), default=True, err=True)
