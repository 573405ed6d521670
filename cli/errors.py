"""What click and Python throw, as our own problems."""

from __future__ import annotations

import os
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from files.reasons import reason
from files.writing import NO_ROOM
from words import Problem

ANSWER_IS_NO, WRONG_USE = 1, 2
WRONG_PLACE = frozenset({"E-NOCOMMAND", "E-NOAWARD", "E-NOFILE"})


def misused(error: click.ClickException) -> Problem:
    """A wrong call in the user's language; click's own English only for what nobody foresaw."""
    code, facts = _misuse(error)
    return Problem(code, "", {"command": _command(error), **facts})


def _misuse(error: click.ClickException) -> tuple[str, dict[str, str]]:
    if isinstance(error, click.NoSuchOption):
        hint = ", ".join(error.possibilities or ()) or "--help"
        code = "E-USAGE-ORDER" if _before_command(error) else "E-USAGE-OPTION"
        return code, {"name": error.option_name, "hint": hint}
    if isinstance(error, click.BadOptionUsage):
        return "E-USAGE-ARGUMENT", {"name": error.option_name}
    if isinstance(error, click.MissingParameter):
        return "E-USAGE-MISSING", {"name": _name(error)}
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    return "E-USAGE", {"why": error.format_message()}


def _bad_value(error: click.BadParameter) -> tuple[str, dict[str, str]]:
    name, kind = _name(error), error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return "E-USAGE-CHOICE", {"name": name, "choices": ", ".join(map(str, kind.choices))}
    if isinstance(kind, type(click.INT)):
        return "E-USAGE-NUMBER", {"name": name}
    return "E-USAGE-VALUE", {"name": name, "why": error.message}


def _before_command(error: click.NoSuchOption) -> bool:
    """The award's folder, named where only `--help` and `--version` may stand."""
    group = error.ctx is not None and isinstance(error.ctx.command, click.Group)
    return group and error.option_name in {"-C", "--award"}


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


def refused(error: OSError) -> Problem | None:
    """What the computer would not do; `None` where it says nothing a person could act on."""
    if error.errno in NO_ROOM:
        return Problem("E-FULL")
    if error.filename is None:
        return None
    if isinstance(error, PermissionError):
        return Problem("E-NOACCESS", "", {"path": error.filename})
    return Problem("E-SYSTEM", "", {"path": error.filename, "why": reason(error)})


def exit_code(problems: Sequence[Problem]) -> int:
    """2 for a wrong call, 1 where the answer is no."""
    code = problems[0].code
    return WRONG_USE if code.startswith("E-USAGE") or code in WRONG_PLACE else ANSWER_IS_NO


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
