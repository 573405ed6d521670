"""What click and Python throw, as our own problems."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

import click

from words import Problem


def misused(error: click.ClickException) -> Problem:
    """A wrong call in the user's language; click's own text is kept as the detail."""
    if isinstance(error, click.NoSuchOption):
        hint = ", ".join(error.possibilities or ())
        return Problem("E-USAGE-OPTION", "", {"name": error.option_name, "hint": hint or "--help"})
    if isinstance(error, click.MissingParameter):
        return Problem("E-USAGE-MISSING", "", {"name": _name(error), "command": _command(error)})
    if isinstance(error, click.BadParameter):
        value = {"name": _name(error), "why": error.message, "command": _command(error)}
        return Problem("E-USAGE-VALUE", "", value)
    return Problem("E-USAGE", "", {"why": error.format_message(), "command": _command(error)})


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return error.param_hint if isinstance(error.param_hint, str) else "?"
    return (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
    )


def _command(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context else "pingxuan"


def crashed(error: BaseException) -> Problem:
    """A fault of ours: a report of places without values, and a sentence that names the file.

    The report holds file names and line numbers only: a message or a local variable could
    hold a name or a score.
    """
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return Problem("E-CRASH", "", {"report": _save([type(error).__name__, *lines])})


def _save(lines: list[str]) -> str:
    """A private file in the temporary folder; `-` where even that cannot be written."""
    try:
        handle, name = tempfile.mkstemp(prefix="pingxuan-crash-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
    except OSError:
        return "-"
    return name
