"""`pingxuan backup`: a checked copy of the database in backups/."""

from __future__ import annotations

from pathlib import Path

from award.folder import opened
from cli import speaking
from cli.options import award_option
from cli.output import show


@speaking.command("backup")
@award_option
def command(folder: Path) -> None:
    with opened(folder) as award:
        show([str(award.store.backup("asked for"))])
