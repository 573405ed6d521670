"""Open the secretary's screens: on an award, or on the questions that make one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from award.folder import CONFIG, DATABASE, opened
from cli.memory import Memory
from cli.terminal import has_screen
from words import Bad, language


def here() -> Path | None:
    """The award that is meant where nothing is said: PINGXUAN_AWARD, or the folder we stand in.

    None where there is none, or no terminal to show screens on.
    """
    folder = Path(os.environ.get("PINGXUAN_AWARD", "."))
    there = (folder / DATABASE).exists() and (folder / CONFIG).exists()
    return folder if there and sys.stdout.isatty() and sys.stdin.isatty() else None


def desk(folder: Path) -> int:
    """Run until the secretary leaves; 0. Where there is no award yet, the questions come first.

    Raises E-NOTERMINAL where there is no screen.
    """
    if not has_screen():
        raise Bad("E-NOTERMINAL")
    if not (folder / DATABASE).exists() and not _created(folder):
        return 1
    with opened(folder) as award:
        from tui.office.app import SecretaryApp

        SecretaryApp(award, lang=language(), memory=Memory()).run()
    return 0


def _created(folder: Path) -> bool:
    from tui.office.create import CreateApp

    app = CreateApp(folder, lang=language(), memory=Memory())
    app.run()
    return app.made
