"""A preview in words, line by line, for a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sheets.preview import Preview, Understood
from words import Problem, say, sentence
from words.text import clean_line, cut

T = TypeVar("T")
CELL = 24  # terminal cells of one value in the first rows
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}


def preview_lines(preview: Preview[T]) -> list[str]:
    """Every file as it was understood, then what to check, then what is wrong."""
    lines = [line for file in preview.files for line in _file(file)]
    lines += _told("intake.warnings", preview.warnings)
    lines += _told("intake.problems", preview.problems)
    if not preview.problems:
        lines.append(say("intake.ready", count=len(preview.rows)))
    return lines


def _file(file: Understood) -> Iterator[str]:
    yield say("intake.file", name=file.name)
    kind = say(f"intake.kind.{file.kind}", encoding=file.encoding, sheet=clean_line(file.sheet),
               row=file.header_row, delimiter=_delimiter(file))  # fmt: skip
    yield f"  {kind}; {say('intake.rows', count=file.rows)}"
    for heading, field in file.mapping:
        name = say(f"intake.field.{field}")
        yield say("intake.mapping", heading=cut(clean_line(heading), CELL), field=name)
    if file.first:
        yield "  " + say("intake.first", count=len(file.first))
        for row in file.first:
            yield "    " + " | ".join(cut(clean_line(cell), CELL) for cell in row)


def _delimiter(file: Understood) -> str:
    name = DELIMITERS.get(file.delimiter)
    return say(f"intake.delimiter.{name}") if name else ""


def _told(heading: str, problems: tuple[Problem, ...]) -> list[str]:
    if not problems:
        return []
    return [say(heading, count=len(problems)), *("  " + sentence(each) for each in problems)]
