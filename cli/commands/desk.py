"""`pingxuan desk`: the secretary's screens on an award folder."""

from __future__ import annotations

from pathlib import Path

from cli import speaking
from cli.options import award_option


@speaking.command("desk")
@award_option
def command(folder: Path) -> int:
    from cli.secretary import desk

    return desk(folder)
