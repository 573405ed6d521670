"""What a command needs of the machine before it starts."""

from __future__ import annotations

import importlib.util
import sys
from io import TextIOWrapper
from pathlib import Path

from words import Bad

PACKAGES = ("award", "cli", "db", "exchange", "files", "scoring", "sheets", "tui", "words")


def use_utf8() -> None:
    """Chinese through a pipe on Windows: UTF-8 whatever the code page; never fail to print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def check_layout() -> None:
    """Our packages lie side by side; another `db` or `tui` in front of ours is told, not run.

    Raises E-MIXED naming the package that came from elsewhere.
    """
    home = Path(__file__).resolve().parent.parent
    for name in PACKAGES:
        spec = importlib.util.find_spec(name)
        found = Path(spec.origin).resolve().parent if spec and spec.origin else None
        if found != home / name:
            raise Bad("E-MIXED", name=name, path=found or "-", home=home)
