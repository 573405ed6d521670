"""Foreign text made safe: cleaned once when it enters, measured and cut in terminal cells.

Widths follow Unicode East Asian Width as modern terminals do: wide and full-width
characters take two cells, ambiguous ones one, combining marks none.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

REPLACEMENT = "〓"  # visible, so that tampering is seen


def clean(text: str) -> str:
    """NFC; newlines and tabs kept; invisible format characters dropped; controls made visible."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(map(_clean_char, unicodedata.normalize("NFC", text)))


def clean_line(text: str) -> str:
    """`clean`, on one line: every run of white space becomes one space, none at the ends."""
    return " ".join(clean(text).split())


def moment(at: str) -> str:
    """A time as people write it: `2026-06-30 10:45:00`, from one with `T` and an offset."""
    return clean_line(at).replace("T", " ")[:19]


@lru_cache(maxsize=8192)
def _clean_char(char: str) -> str:
    if char in "\n\t":
        return char
    category = unicodedata.category(char)
    if category in {"Cf", "Zl", "Zp"}:
        return ""
    return REPLACEMENT if category in {"Cc", "Cs", "Co", "Cn"} else char


@lru_cache(maxsize=8192)
def char_width(char: str) -> int:
    """Cells one character takes: 0, 1 or 2."""
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def width(text: str) -> int:
    """Cells a line takes."""
    return sum(map(char_width, text))


def cut(text: str, cells: int, mark: str = "..") -> str:
    """The text, or as much of it as fits in `cells` with `mark` at its end."""
    if width(text) <= cells:
        return text
    room, kept = max(cells - width(mark), 0), ""
    for char in text:
        if width(kept) + char_width(char) > room:
            break
        kept += char
    return (kept + mark)[:cells] if cells < width(mark) else kept + mark


def pad(text: str, cells: int, align: str = "<") -> str:
    """Cut or filled with spaces to exactly `cells`; `align` is `<`, `>` or `^`."""
    text = cut(text, cells)
    free = cells - width(text)
    left = {"<": 0, ">": free, "^": free // 2}[align]
    return " " * left + text + " " * (free - left)
