"""Whether there is something to show screens on."""

from __future__ import annotations

import os
import sys

BARE = ("dumb", "unknown", "emacs")
"""Terminals that say of themselves that they can only write lines."""


def has_screen() -> bool:
    """A terminal that can place its cursor, or the browser's driver, which has no terminal."""
    if "TEXTUAL_DRIVER" in os.environ:
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") not in BARE
