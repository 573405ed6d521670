"""Load a module beside other work: while a database is checked or a code is typed."""

from __future__ import annotations

import importlib
from threading import Thread

from cli.garbage import set_aside

NEXT = tuple(f"tui.screens.{name}" for name in ("score", "review", "comment", "recuse", "help"))
"""The screens that a judge opens from the first one."""


def load_ahead(*names: str) -> None:
    """Begin to import these. Whoever imports one meanwhile waits for it as usual; what does not
    load fails where it is used, not here.
    """
    Thread(target=_load, args=names, daemon=True).start()


def _load(*names: str) -> None:
    for name in names:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: S112 - told by whoever needs the module
            continue


def shown_to_judge() -> None:
    """The first picture is there: what it took stays, and the next screens load beside it."""
    set_aside()
    load_ahead(*NEXT)
