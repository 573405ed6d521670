"""Blank tables for people to fill in, with our own headings."""

from __future__ import annotations

import codecs
from typing import cast

from sheets.headings import FIELDS, RecordKind

WITHOUT = {"label", "files"}  # only an announcement has the one, few people need the other


def template_csv(kind: str) -> bytes:
    """The headings of `nominations`, `judges` or `recusals`, as CSV in UTF-8.

    The BOM makes Excel and WPS show Chinese.
    """
    headings = (
        field.headings[0] for field in FIELDS[cast(RecordKind, kind)] if field.name not in WITHOUT
    )
    return codecs.BOM_UTF8 + (",".join(headings) + "\r\n").encode("utf-8")
