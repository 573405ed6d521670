"""Open the secretary's screens: on an award, or on the questions that make one."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from award.folder import DATABASE
from award.near import is_award
from cli.garbage import set_aside
from cli.memory import Memory
from cli.terminal import has_screen
from words import Bad, language


def here() -> Path | None:
    """The award that is meant where nothing is said: PINGXUAN_AWARD, or the folder we stand in.

    None where there is none, or no terminal to show screens on.
    """
    folder = Path(os.environ.get("PINGXUAN_AWARD", "."))
    return folder if is_award(folder) and _on_terminal() else None


def _on_terminal() -> bool:
    return sys.stdout.isatty() and sys.stdin.isatty()


def start() -> int | None:
    """What one can begin with where no award is; None where there is no screen to ask on."""
    if not (_on_terminal() and has_screen()):
        return None
    from tui.office.start import StartApp

    app = StartApp(Path.cwd(), lang=language(), memory=Memory(), shown=set_aside)
    app.run()
    if app.packet is not None:
        from cli.judging import judge

        return judge(app.packet, None)
    return desk(app.chosen) if app.chosen is not None else 0


def desk(folder: Path) -> int:
    """Run until the secretary leaves; 0. Where there is no award yet, the questions come first.

    Raises E-NOTERMINAL where there is no screen.
    """
    if not has_screen():
        raise Bad("E-NOTERMINAL")
    if not (folder / DATABASE).exists() and not _created(folder):
        return 1
    from award.one_window import only_window

    with only_window(folder) as (award, watching):
        from tui.office.app import SecretaryApp

        SecretaryApp(award, watching, lang=language(), memory=Memory(), shown=set_aside).run()
    return 0


def _created(folder: Path) -> bool:
    from tui.office.create import CreateApp

    app = CreateApp(folder, lang=language(), memory=Memory(), shown=set_aside)
    app.run()
    return app.made
