"""The entry point: language, streams, one place where every error becomes a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from cli.errors import crashed, misused
from cli.surroundings import check_layout, use_utf8
from words import Bad, Problem, say, sentence, use

DONE, ANSWER_IS_NO, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0 done, 1 the answer is no, 2 wrong use."""
    use_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    use(_take_language(words))
    sys.exit(run(words))


def run(words: Sequence[str]) -> int:
    """One command, every ending turned into an exit code and at most a few sentences."""
    from cli.group import pingxuan  # after the language is set: help texts are made on import

    try:
        check_layout()
        answer = pingxuan.main(args=list(words), prog_name="pingxuan", standalone_mode=False)
        return answer if isinstance(answer, int) else DONE
    except Bad as bad:
        return tell(bad.problems)
    except click.ClickException as error:
        return tell([misused(error)])
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("cli.stopped"), err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        return tell([crashed(error)])


def tell(problems: Sequence[Problem]) -> int:
    """Say what is wrong, one sentence a line, on stderr; the exit code."""
    for problem in problems:
        click.echo(sentence(problem), err=True)
    return WRONG_USE if problems[0].code in WRONG_USE_CODES else ANSWER_IS_NO


WRONG_USE_CODES = frozenset({"E-USAGE", "E-NOCOMMAND", "E-NOAWARD", "E-NOFILE"})


def _take_language(words: list[str]) -> str | None:
    """Take `--lang zh` or `--lang=zh` out of the arguments, wherever it stands."""
    for i, word in enumerate(words):
        if word == "--lang" and i + 1 < len(words):
            return _cut(words, i, 2)[1]
        if word.startswith("--lang="):
            return _cut(words, i, 1)[0].removeprefix("--lang=")
    return None


def _cut(words: list[str], start: int, count: int) -> list[str]:
    taken = words[start : start + count]
    del words[start : start + count]
    return taken


if __name__ == "__main__":
    main()
