"""`pingxuan attach CASE FILE...`: put files beside a case, or take one off again."""

from __future__ import annotations

from pathlib import Path

import click

from award import attachments
from award.folder import opened
from cli import speaking
from cli.options import PATH, award_option, reason_option
from cli.output import need_reason, talk
from words import Bad, say


@speaking.command("attach")
@click.argument("case", metavar="CASE")
@click.argument("files", nargs=-1, type=PATH, metavar="FILE...")
@click.option("--remove", metavar="NAME", help=say("cli.opt.remove"))
@reason_option
@award_option
def command(
    folder: Path, case: str, files: tuple[Path, ...], remove: str | None, reason: str | None
) -> int:
    if not files and not remove:
        raise Bad("E-USAGE-MISSING", name="FILE", command="pingxuan attach")
    with opened(folder) as award:
        if remove:
            one = attachments.detach(award, case, remove, need_reason(reason))
            talk("cli.attach.removed", case=case, name=one.name)
        if files:
            added = attachments.attach(award, case, files)
            talk("cli.attach.done", case=case, new=len(added.new), same=len(added.same))
    return 0
