"""Load a module beside other work: while a database is checked or a code is typed."""

from __future__ import annotations

import importlib
from threading import Thread


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
