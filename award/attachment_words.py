"""A file beside a case, in words: its size, and what it reveals of its authors."""

from __future__ import annotations

from collections.abc import Iterator

from award.attachments import Listed
from files.metadata import Fact
from files.reading import in_units
from words import say
from words.text import clean_line


def attachment_lines(each: Listed) -> Iterator[str]:
    """Case, name, size and digest; below, what the file says of itself."""
    one = each.attachment
    gone = say("cli.attachments.gone") if each.missing else ""
    yield f"{one.case}  {one.name}  {in_units(one.size)}  {one.digest[:12]}  {gone}".rstrip()
    for fact in each.facts:
        yield "    " + _said(fact)


def _said(fact: Fact) -> str:
    what, value = fact
    return say(f"cli.attachments.{what}", value=clean_line(value))
