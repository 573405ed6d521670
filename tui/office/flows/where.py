"""Files that were written: where each is, and what it is for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.ink import safe
from tui.office.office import Office
from words import say


def where_lines(office: Office, files: Iterable[tuple[Path, str]]) -> list[str]:
    """Each path as one would type it here, what it is for below; the sentence may be empty."""
    lines = []
    for path, key in files:
        lines.append(f"  {safe(str(office.shown(path)))}")
        lines += [f"      {say(key)}"] if key else []
    return lines
