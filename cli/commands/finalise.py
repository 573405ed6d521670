"""`pingxuan finalise`: freeze a numbered result, counted twice."""

from __future__ import annotations

from pathlib import Path

import click

from award.finalising import finalise
from award.folder import opened
from cli import speaking
from cli.opening import chair_option, open_if_needed, sheet_option
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk
from words import say


@speaking.command("finalise")
@click.option("--despite-missing", "despite", is_flag=True, help=say("cli.opt.despite"))
@reason_option
@by_option
@chair_option
@sheet_option
@award_option
def command(
    folder: Path,
    despite: bool,
    reason: str | None,
    by: str,
    chair_file: Path | None = None,
    sheet_file: Path | None = None,
) -> None:
    with opened(folder) as award:
        open_if_needed(award, chair_file, sheet_file)
        override = need_reason(reason) if despite else ""
        result, new = finalise(award, override, by)
    key = "cli.finalise.done" if new else "cli.finalise.same"
    talk(key, number=result.number, digest=result.digest[:16])
