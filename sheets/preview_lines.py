"""A preview in words, line by line, for a terminal or a log."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from sheets.preview import SHOWN_ROWS, Preview, Understood
from words import Problem, say, sentence
from words.text import clean_line, cut

T = TypeVar("T")
CELL = 24  # terminal cells of one value in the first rows
SHOWN_CASES = 20  # whose attachments are listed before an import
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}


def preview_lines(preview: Preview[T], *, wrong_first: bool = False) -> list[str]:
    """Every file as it was understood, then what to check, then what is wrong: on a terminal the
    end stays in sight. On a page that is read from its top, what is wrong comes first.
    """
    lines = [line for alike in _alike(preview.files) for line in _files(alike)]
    lines += _attachments(preview)
    lines += _told("intake.warnings", preview.warnings)
    wrong = list(_told("intake.problems", preview.problems)) or [_ready(preview)]
    return [*wrong, "", *lines] if wrong_first else [*lines, *wrong]


def _ready(preview: Preview[T]) -> str:
    if not (preview.rows or preview.attachments):
        return say("intake.nothing")
    return say("intake.ready", count=len(preview.rows))


def _alike(files: tuple[Understood, ...]) -> list[list[Understood]]:
    """Forms laid out in the same way together, so that a thousand are shown like one."""
    groups: dict[object, list[Understood]] = {}
    for number, file in enumerate(files):
        key = (file.kind, file.mapping) if file.kind == "form" else number
        groups.setdefault(key, []).append(file)
    return list(groups.values())


def _files(alike: list[Understood]) -> Iterator[str]:
    first = tuple(row for file in alike for row in file.first)[:SHOWN_ROWS]
    count = sum(file.rows for file in alike)
    yield from _file(replace(alike[0], first=first, rows=count))
    if len(alike) > 1:
        names = "、".join(file.name for file in alike[1:4])
        yield "  " + say("intake.likewise", count=len(alike) - 1, names=names)


def _attachments(preview: Preview[T]) -> Iterator[str]:
    by_case: dict[str, list[str]] = {}
    for file in preview.attachments:
        by_case.setdefault(file.case, []).append(clean_line(file.path.name))
    if by_case:
        yield say("intake.attachments", count=len(preview.attachments), cases=len(by_case))
    for case, names in list(by_case.items())[:SHOWN_CASES]:
        yield say("intake.attached", case=case, names=cut("、".join(names), 100))


def _file(file: Understood) -> Iterator[str]:
    yield say("intake.file", name=file.name)
    kind = say(f"intake.kind.{file.kind}", encoding=file.encoding, sheet=clean_line(file.sheet),
               row=file.header_row, delimiter=_delimiter(file))  # fmt: skip
    yield f"  {kind}; {say('intake.rows', count=file.rows)}"
    for heading, field in file.mapping:
        name = say(f"intake.field.{field}")
        told = "intake.chosen" if heading in file.chosen else "intake.mapping"
        yield say(told, heading=cut(clean_line(heading), CELL), field=name)
    for heading in file.chosen:
        if heading not in dict(file.mapping):
            yield say("intake.ignored", heading=cut(heading, CELL))
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
