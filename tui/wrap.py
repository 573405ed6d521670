"""Long Chinese text in lines: Han characters break anywhere, numbers and words stay whole.

No closing mark starts a line and no opening mark ends one, wherever the width allows it.
Only a piece wider than the whole line is cut, because it cannot be shown otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from words.text import char_width, width

CLOSING = frozenset("，。、；：？！）》〉」』】〕”’％%,.;:!?)]}…")
OPENING = frozenset("（《〈「『【〔“‘([{")
# A number with its signs, a Latin word, a run of blanks, or any single character.
_TOKEN = re.compile(r"(?:--?|[/~])?[0-9A-Za-z][0-9A-Za-z,.:/'_@+%-]*|[^\S\n]+|.", re.DOTALL)


def wrap(text: str, cells: int) -> list[str]:
    """The lines of `text`, none wider than `cells`. Empty lines are kept."""
    return [line for paragraph in text.split("\n") for line in _paragraph(paragraph, cells)]


def _paragraph(text: str, cells: int) -> Iterator[str]:
    line, used = "", 0
    for unit in _fitting(_units(_TOKEN.findall(text)), cells):
        size = width(unit)
        if used + size > cells and line:
            yield line.rstrip()
            line, used = "", 0
            if unit.isspace():
                continue
        if not line and unit.isspace() and used == 0 and size > cells:
            continue
        line, used = line + unit, used + size
    yield line.rstrip()


def _units(tokens: Iterable[str]) -> Iterator[list[str]]:
    """Tokens glued to what they must not be parted from."""
    unit: list[str] = []
    for token in tokens:
        glued = unit and ((token in CLOSING and not unit[-1].isspace()) or unit[-1] in OPENING)
        if unit and not (glued and not token.isspace()):
            yield unit
            unit = []
        unit.append(token)
    if unit:
        yield unit


def _fitting(units: Iterable[list[str]], cells: int) -> Iterator[str]:
    """Units no wider than a line: too wide ones fall back to tokens, then to characters."""
    for unit in units:
        whole = "".join(unit)
        if width(whole) <= cells:
            yield whole
            continue
        for token in unit:
            yield from [token] if width(token) <= cells else _chopped(token, cells)


def _chopped(token: str, cells: int) -> Iterator[str]:
    piece, used = "", 0
    for char in token:
        if used + char_width(char) > cells and piece:
            yield piece
            piece, used = "", 0
        piece, used = piece + char, used + char_width(char)
    yield piece
