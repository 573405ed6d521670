"""Cells made safe once, on entry: lines, texts of paragraphs, and whether they were changed."""

from __future__ import annotations

import re
import unicodedata

from words.text import clean, clean_line

GUARDED = re.compile(r'="(.*)"', re.DOTALL)
GUARDS = frozenset("=\t'")
FORMULA_STARTS = tuple("=+-@\t\r＝＋－＠")
# Letters by category that show as nothing: Hangul fillers, the blank Braille cell.
BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800")


def unguard(cell: str) -> str:
    """Without the guards that keep a spreadsheet from mangling: `="007"`, tab 007, `'=1+1`."""
    if cell[:1] not in GUARDS:
        return cell
    cell = cell.removeprefix("\t")
    if found := GUARDED.fullmatch(cell):
        return found[1].replace('""', '"')
    if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS):
        return cell[1:]
    return cell


def tidy_line(text: str) -> tuple[str, bool]:
    """A text on one line, and whether more than white space and composition was changed."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip(), False
    return clean_line(text), _cleaned(text)


def tidy_body(text: str) -> tuple[tuple[str, ...], bool]:
    """The paragraphs of a text, one per line that is not blank, and whether it was changed."""
    lines = (line.strip() for line in clean(text).split("\n"))
    return tuple(line for line in lines if line), _cleaned(text)


def is_visible(text: str) -> bool:
    """Whether anything of it can be seen on a screen."""
    if text[:1].isalnum() and text[0] not in BLANKS:  # nearly every text, and quick
        return True
    return any(not (c.isspace() or c in BLANKS or unicodedata.combining(c)) for c in text)


def _cleaned(text: str) -> bool:
    """Whether `clean` drops or replaces a character; one Unicode composition is no change."""
    if text.isprintable():
        return False
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return clean(text) != plain
