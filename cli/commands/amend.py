"""`pingxuan amend FILE... --remove CASE --reason TEXT`: correct cases, or take them off."""

from __future__ import annotations

from pathlib import Path

import click

from award.amending import amend
from award.amending_words import amended_lines
from award.folder import opened
from award.importing import read
from cli import speaking
from cli.options import PATH, award_option, by_option, reason_option
from cli.output import need_reason, say_lines
from sheets.preview_lines import preview_lines
from words import Bad, say


@speaking.command("amend")
@click.argument("files", nargs=-1, type=PATH, metavar="[FILE...]")
@click.option(
    "--remove", "removed", multiple=True, metavar="CASE", help=say("cli.opt.amend_remove")
)
@reason_option
@by_option
@award_option
def command(
    folder: Path, files: tuple[Path, ...], removed: tuple[str, ...], reason: str | None, by: str
) -> int:
    if not files and not removed:
        raise Bad("E-AMEND-NOTHING")
    reason = need_reason(reason)
    with opened(folder) as award:
        rows = []
        if files:
            preview = read(award, "nominations", files).preview
            say_lines(preview_lines(preview))
            if preview.problems:
                return 1  # the sentences are in the preview
            rows = list(preview.rows)
        done = amend(award, rows, removed, reason, by)
    say_lines(amended_lines(done))
    return 0
