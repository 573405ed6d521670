"""Whether there is something to show screens on."""

from __future__ import annotations

import os
import sys


def has_screen() -> bool:
    """A terminal, or the browser's driver, which has no terminal."""
    return sys.stdout.isatty() or "TEXTUAL_DRIVER" in os.environ
