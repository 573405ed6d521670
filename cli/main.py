"""The entry point: language, streams, one place where every error becomes a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from cli.errors import crashed, exit_code, misused, refused
from cli.surroundings import check_layout, use_utf8
from words import Bad, Problem, say, sentence, use
from words.catalog import LANGUAGES

DONE, INTERRUPTED = 0, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0 done, 1 the answer is no, 2 wrong use."""
    use_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    lang = _take_language(words)
    use(lang)
    sys.exit(run(words) if lang in {None, *LANGUAGES} else tell([Problem("E-USAGE-LANG")]))


def run(words: Sequence[str]) -> int:
    """One command, every ending turned into an exit code and at most a few sentences."""
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
        _let_go()
        return DONE
    except OSError as error:
        return tell([refused(error) or crashed(error)])
    except Exception as error:
        return tell([crashed(error)])


def _let_go() -> None:
    """Whoever read our lines has seen enough; the last flush must not complain of it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(None, (sys.stdout, sys.stderr)):
        os.dup2(nowhere, stream.fileno())


def tell(problems: Sequence[Problem]) -> int:
    """Say what is wrong, one sentence a line, on stderr; the exit code."""
    for problem in problems:
        click.echo(sentence(problem), err=True)
    return exit_code(problems)


def _take_language(words: list[str]) -> str | None:
    """Take `--lang zh` or `--lang=zh` out of the arguments, wherever it stands."""
    for i, word in enumerate(words):
        if word == "--lang":
            return [*_cut(words, i, 2), ""][1]
        if word.startswith("--lang="):
            return _cut(words, i, 1)[0].removeprefix("--lang=")
    return None


def _cut(words: list[str], start: int, count: int) -> list[str]:
    taken = words[start : start + count]
    del words[start : start + count]
    return taken


if __name__ == "__main__":
    main()
