"""A crash report that cannot leak: where it happened, never with what.

No value of a variable, no source line and no message of the exception is in it, because
each may hold a name, a score or a comment.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from pathlib import Path


def write_report(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write the report to a new file only its owner can read; None where that is impossible."""
    try:
        handle, name = tempfile.mkstemp(
            "-crash.txt", "pingxuan-", folder
        )  # 0600, never an old file
    except OSError:
        return None
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(report(error))
    return Path(name)


def report(error: BaseException) -> str:
    """Types and places of the error and of what caused it."""
    from importlib.metadata import version  # mail and calendars come with it

    lines = [f"python {platform.python_version()} {sys.platform} textual {version('textual')}"]
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(type(link).__name__)
        for frame in traceback.extract_tb(link.__traceback__):
            lines.append(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}")
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"
