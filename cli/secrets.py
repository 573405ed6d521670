"""Codes and passphrases: typed at the terminal, or from a file or the environment.

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
from cli.terminal import has_screen
from exchange.recovery import GROUP, GROUPS, SYMBOLS, symbols_in
from files.reading import read_bounded
from words import Bad, say
from words.text import clean

LIMIT = 4096  # bytes of a file with a secret in it
TRIES = 5
_WIPE = "\x1b[1A\r\x1b[2K"  # one line up, and nothing on it any more

T = TypeVar("T")


def file_option(name: str, target: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """An option that names a file with a secret in it."""
    return click.option(name, target, type=PATH, metavar="FILE", help=say("cli.opt.secret_file"))


def ask(what: str, env: str, file: Path | None = None) -> str:
    """A secret: from the file, the environment variable, or typed at the terminal.

    `what` is the id of its words. Raises E-NOSECRET where nobody can be asked.
    """
    given = _given(env, file)
    if given is not None:
        return given
    _require_person(what, env)
    return str(click.prompt(say(what), hide_input=True, err=True))


def _require_person(what: str, env: str) -> None:
    if not sys.stdin.isatty():
        raise Bad("E-NOSECRET", what=say(what), env=env)


def ask_new(whose: str, env: str, file: Path | None = None) -> str:
    """A new passphrase of `secretary` or `chair`, typed twice until both are the same."""
    given = _given(env, file)
    while given is None:
        first = ask(f"cli.ask.{whose}_new", env)
        again = say("cli.ask.again", whose=say(f"cli.whose.{whose}"))
        if click.prompt(again, hide_input=True, err=True) == first:
            return first
        click.echo(str(Bad("E-TYPEDTWICE", whose=say(f"cli.whose.{whose}"))), err=True)
    return given


def ask_code(what: str, env: str, file: Path | None = None) -> str:
    """A judge's code: seen while it is typed, for it is copied from paper that lies open beside
    the screen. Then its line is wiped: some terminals keep what was on them in a file, and the
    packet lies on the same disk. Where no line can be wiped it is typed unseen.
    """
    given = _given(env, file)
    if given is not None:
        return given
    _require_person(what, env)
    if not (sys.stderr.isatty() and has_screen()):
        return ask("cli.ask.code_unseen", env)
    click.echo(say("cli.ask.code.seen"), err=True)
    typed = str(click.prompt(say(what), default="", show_default=False, err=True))
    click.echo(f"{_WIPE}{say(what)}: ****", err=True)
    return typed


def ask_sheet(what: str, env: str, file: Path | None = None) -> str:
    """The recovery sheet: seventy symbols, shown as they are typed, over as many lines as liked.

    What stands on the sheet has left its envelope; a long hidden line would be typed wrong. Each
    line is read until there are enough symbols; an empty line ends it sooner.
    """
    given = _given(env, file)
    if given is not None:
        return given
    _require_person(what, env)
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
