"""A file opened with the system's own program for it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from files.reasons import reason
from words import Bad


def open_outside(path: Path, name: str, code: str, where: str = "") -> None:
    """Open a file of our own making. Raises `code`, with the name it goes by and the reason."""
    try:
        _open(path)
    except OSError as error:
        raise Bad(code, where, name=name, why=reason(error)) from None


def _open(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the ending is one of ours
        return
    command = "open" if sys.platform == "darwin" else "xdg-open"
    subprocess.Popen(  # noqa: S603 - a path of our own making, no shell
        [command, str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
