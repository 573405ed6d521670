"""`python -m award.verify ARCHIVE`: verify where nothing is installed but Python and our source.

Exit codes: 0 all held, 1 something failed, 2 could not run, 3 held but not all was checked.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from award.verifying import verify, verify_head, verify_receipt
from award.verifying_bundle import COULD_NOT_RUN, Line, exit_code
from exchange.bundle import read_bundle
from exchange.codes import parse_receipt
from words import Bad, say, sentence, use
from words.text import clean_line

USAGE = (
    "python -m award.verify ARCHIVE [--digest DIGEST]... [--receipt CODE | --head HEAD]"
    " [--lang zh|en]"
)

OPTIONS = ("--receipt", "--head", "--digest", "--lang")


def run(path: Path, receipt: str = "", head: str = "", digests: Sequence[str] = ()) -> list[Line]:
    """The lines of one verification. Raises what reading the archive raises."""
    files = read_bundle(path)
    if receipt:
        return verify_receipt(files, parse_receipt(receipt))
    return verify_head(files, head) if head else verify(files, digests)


def text_of(line: Line) -> str:
    """A line for people; what came from the archive is cleaned."""
    return clean_line(f"{say(f'verify.mark.{line.verdict}')} {say(line.key, None, **line.params)}")


def main(words: Sequence[str]) -> int:
    options, paths = _parse(list(words))
    last = {key: values[-1] for key, values in options.items()}
    use(last.get("--lang"))
    if len(paths) != 1:
        sys.stderr.write(USAGE + "\n")
        return COULD_NOT_RUN
    receipt, head = last.get("--receipt", ""), last.get("--head", "")
    try:
        lines = run(Path(paths[0]), receipt, head, options.get("--digest", ()))
    except Bad as bad:
        sys.stderr.write("\n".join(map(sentence, bad.problems)) + "\n")
        return COULD_NOT_RUN
    code = exit_code(lines)
    sys.stdout.write("\n".join([*map(text_of, lines), say(f"verify.exit.{code}"), ""]))
    return code


def _parse(words: list[str]) -> tuple[dict[str, list[str]], list[str]]:
    options: dict[str, list[str]] = {}
    paths = []
    while words:
        word = words.pop(0)
        if word in OPTIONS and words:
            options.setdefault(word, []).append(words.pop(0))
        else:
            paths.append(word)
    return options, paths


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
