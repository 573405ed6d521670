"""The entry point: Ctrl-C is provided for, then the language is set, then the rest is loaded."""

from __future__ import annotations

import sys

try:
    from cli.garbage import rarely
    from cli.interrupts import INTERRUPTED, leave_at_once, stoppable
except KeyboardInterrupt:
    sys.exit(130)  # INTERRUPTED, which is not there yet

TYPE_CHECKING = False  # what is loaded before Ctrl-C is provided for is kept small
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run one command and exit: 0 done, 1 the answer is no, 2 wrong use, 130 stopped."""
    try:
        if arguments is None:  # we are the program itself
            leave_at_once()
            rarely()
        code = _answer(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:  # between two moments that are provided for
        code = INTERRUPTED
    sys.exit(code)


def _answer(arguments: list[str]) -> int:
    from cli.running import tell
    from cli.surroundings import use_utf8
    from words import Problem, use
    from words.catalog import LANGUAGES

    use_utf8()
    lang = _take_language(arguments)
    use(lang)
    if lang not in {None, *LANGUAGES}:
        return tell([Problem("E-USAGE-LANG")])
    return run(arguments)


def run(words: Sequence[str]) -> int:
    """One command in the language that is set; its exit code."""
    from cli import running

    with stoppable():
        return running.run(words)


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
