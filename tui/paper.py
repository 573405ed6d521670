"""The material of a case as one text to read."""

from __future__ import annotations

import re

from db.records import Nomination
from words import say

_HEADING = re.compile(r"[一二三四五六七八九十]+、")


def material(case: Nomination) -> str:
    """The body of a nomination to read: paragraphs, a blank line before each heading."""
    lines: list[str] = []
    for paragraph in case.body:
        if lines and _HEADING.match(paragraph):
            lines.append("")
        lines.append(paragraph)
    return "\n".join(lines) or say("tui.paper.none")
