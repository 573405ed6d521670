"""Codes and passphrases: typed without being shown, or from a file or the environment.

Never from the command line, which other programs and the shell's history can read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from cli.options import PATH
from exchange.recovery import GROUP, GROUPS, SYMBOLS, symbols_in
from files.reading import read_bounded
from words import Bad, say
from words.text import clean

LIMIT = 4096  # bytes of a file with a secret in it
TRIES = 5

T = TypeVar("T")


def file_option(name: str, target: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """An option that names a file with a secret in it."""
    return click.option(name, target, type=PATH, metavar="FILE", help=say("cli.opt.secret_file"))


def ask(what: str, env: str, file: Path | None = None, *, twice: bool = False) -> str:
    """A secret: from the file, the environment variable, or typed at the terminal.

    `what` is the id of its words. Raises E-NOSECRET where nobody can be asked.
    """
    given = _given(env, file)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Bad("E-NOSECRET", what=say(what), env=env)
    again = say("cli.ask.again") if twice else False
    typed = click.prompt(say(what), hide_input=True, confirmation_prompt=again, err=True)
    return str(typed)


def ask_sheet(what: str, env: str, file: Path | None = None) -> str:
    """The recovery sheet: seventy symbols, shown as they are typed, over as many lines as liked.

    What stands on the sheet has left its envelope; a long hidden line would be typed wrong. Each
    line is read until there are enough symbols; an empty line ends it sooner.
    """
    given = _given(env, file)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise Bad("E-NOSECRET", what=say(what), env=env)
    click.echo(say(what), err=True)
    lines: list[str] = []
    while symbols_in(text := " ".join(lines)) < SYMBOLS:
        line = click.prompt(
            say("cli.ask.sheet.line", done=symbols_in(text) // GROUP, groups=GROUPS),
            default="", show_default=False, err=True,
        )  # fmt: skip
        if not line.strip():
            break
        lines.append(line)
    return " ".join(lines)


def ask_until(
    what: str,
    env: str,
    file: Path | None,
    use: Callable[[str], T],
    slips: frozenset[str],
    how: Callable[..., str] = ask,
) -> T:
    """Ask and use a secret; a slip of the keyboard is told and asked again, a few times."""
    for _ in range(TRIES - 1):
        try:
            return use(how(what, env, file))
        except Bad as bad:
            if bad.code not in slips or _given(env, file) is not None:
                raise
            click.echo(clean(str(bad)), err=True)
    return use(how(what, env, file))


def _given(env: str, file: Path | None) -> str | None:
    if file is not None:
        text = read_bounded(file, LIMIT).decode("utf-8-sig", "replace")
        return text.strip("\r\n")
    return os.environ.get(env)
