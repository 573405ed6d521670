"""What an import understood, as lines to read before saying yes."""

from __future__ import annotations

from collections.abc import Iterator

from award.importing import Reading
from sheets.preview import Understood
from words import say, sentence
from words.text import clean_line, cut

SHOWN_CELL = 24  # cells of the terminal per value of a first row


def preview_lines(reading: Reading) -> list[str]:
    """Each file as it was understood, then what to look at. Problems are told elsewhere."""
    preview = reading.preview
    lines = [line for file in preview.files for line in _file(file)]
    if preview.warnings:
        lines.append(say("intake.warnings", count=len(preview.warnings)))
        lines += [f"  {sentence(problem)}" for problem in preview.warnings]
    if not preview.problems:
        lines.append(say("intake.ready", count=len(preview.rows)))
    return lines


def _file(file: Understood) -> Iterator[str]:
    yield say("intake.file", name=file.name)
    yield "  " + _kind(file)
    yield "  " + say("intake.rows", count=file.rows)
    for heading, field in file.mapping:
        yield say("intake.mapping", heading=heading, field=say(f"intake.field.{field}"))
    if file.first:
        yield "  " + say("intake.first", count=len(file.first))
    for row in file.first:
        yield "    " + " | ".join(cut(clean_line(cell), SHOWN_CELL) for cell in row)


def _kind(file: Understood) -> str:
    delimiter = say(f"intake.delimiter.{file.delimiter}") if file.delimiter else ""
    return say(
        f"intake.kind.{file.kind}",
        encoding=file.encoding,
        delimiter=delimiter,
        row=file.header_row,
        sheet=file.sheet,
    )
