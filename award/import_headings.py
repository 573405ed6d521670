"""Every heading of files that were read or refused, and the field it fills: to be corrected."""

from __future__ import annotations

from dataclasses import dataclass

from award.importing import Reading
from sheets.mapping import field_of, pairs_of
from sheets.opening import BETWEEN


@dataclass(frozen=True)
class Heading:
    """A heading; `field` is empty where it fills none, `example` its value in the first row."""

    text: str
    field: str
    example: str = ""


def headings_of(reading: Reading, mapping: tuple[str, ...] = ()) -> list[Heading]:
    """Each heading once: those that fill a field, then the others.

    `mapping` is what was typed so far; a file that was refused for its headings is there, too.
    """
    typed = pairs_of(mapping, reading.kind)
    found: dict[str, Heading] = {}
    for file in reading.preview.files:
        first = dict(zip((heading for heading, _ in file.mapping), *file.first[:1], strict=False))
        for heading, field in file.mapping:
            found.setdefault(heading, Heading(heading, field, first.get(heading, "")))
        for heading in (*file.chosen, *file.unread):
            found.setdefault(heading, Heading(heading, ""))
    for text in _refused(reading):
        field = typed.get(text, field_of(text, reading.kind) or "")
        found.setdefault(text, Heading(text, field))
    return list(found.values())


def _refused(reading: Reading) -> list[str]:
    """The headings of files in which a needed one was not found, or one stands twice."""
    seen = [str(one.params.get("seen", "")) for one in reading.preview.problems
            if one.code in ("E-NOHEADING", "E-HEADINGTWICE")]  # fmt: skip
    return [line for text in seen for line in text.split(BETWEEN) if line]
