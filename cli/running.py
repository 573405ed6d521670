"""One command, every ending turned into an exit code and at most a few sentences."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

import click

from cli.errors import crashed, exit_code, misused, refused
from cli.interrupts import INTERRUPTED
from cli.surroundings import check_layout
from words import Bad, Problem, say, sentence

DONE = 0


def run(words: Sequence[str]) -> int:
    """Run it: 0 done, 1 the answer is no, 2 wrong use, 130 stopped."""
    from cli.group import pingxuan  # after the language is set: help texts are made on import

    try:
        check_layout()
        with pingxuan.make_context("pingxuan", list(words)) as context:
            answer = pingxuan.invoke(context)
        return answer if isinstance(answer, int) else DONE
    except click.exceptions.Exit as ending:  # --help and --version
        return ending.exit_code
    except Bad as bad:
        return tell(bad.problems)
    except click.ClickException as error:
        return tell([misused(error)])
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("cli.stopped"), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _let_go(sys.stdout, sys.stderr)
        return DONE
    except OSError as error:
        _settle()
        return tell([refused(error) or crashed(error)])
    except Exception as error:
        return tell([crashed(error)])


def _let_go(*streams: TextIO | None) -> None:
    """Whoever read our lines has seen enough; the last flush must not complain of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, streams):
        os.dup2(nowhere, stream.fileno())


def _settle() -> None:
    """What a full disk did not take must not be tried again at the very end: some versions of
    Python would then end with a code of their own."""
    try:
        sys.stdout.flush()
    except OSError:
        _let_go(sys.stdout)


def tell(problems: Sequence[Problem]) -> int:
    """Say what is wrong, one sentence a line, on stderr; the exit code."""
    for problem in problems:
        click.echo(sentence(problem), err=True)
    return exit_code(problems)
