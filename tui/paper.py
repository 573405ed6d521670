"""The material of a case as one text to read."""

from __future__ import annotations

import re

from db.records import Nomination
from words import say

_HEADING = re.compile(r"[一二三四五六七八九十]+、")


def material(case: Nomination) -> str:
    """The body of a nomination to read, with air: a blank line before each numbered heading,
    or between all paragraphs where the text has none.
    """
    headed = any(map(_HEADING.match, case.body))
    lines: list[str] = []
    for paragraph in case.body:
        if lines and (not headed or _HEADING.match(paragraph)):
            lines.append("")
        lines.append(paragraph)
    return "\n".join(lines) or say("tui.paper.none")
