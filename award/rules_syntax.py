"""One plain sentence for text that is not TOML: where, and what people usually meant."""

from __future__ import annotations

import re

from award.rules_text import PIECES

AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
TWINS = dict(zip("“”＂‘’＝，。【】［］｛｝＃：、", '"""""=,.[][]{}#=,', strict=True))
KINDS = (
    ("Unterminated string", "E-RULE-QUOTE"),
    ("Illegal character", "E-RULE-QUOTE"),
    ("Unescaped", "E-RULE-QUOTE"),
    ("Expected '='", "E-RULE-EQUALS"),
    ("Invalid value", "E-RULE-VALUE"),
    ("Cannot ", "E-RULE-REPEATED"),
    ("Duplicate", "E-RULE-REPEATED"),
    ("Unclosed", "E-RULE-BRACKET"),
    ("Expected ']", "E-RULE-BRACKET"),
)
"""How the parser's sentences begin, and what we say instead."""


def mistake(text: str, error: Exception) -> tuple[str, int, dict[str, object]]:
    """(code, line, values) for what the parser refused."""
    line, column = _place(text, str(error))
    lines = text.split("\n")
    content = lines[line - 1] if line <= len(lines) else ""
    return _fullwidth(content, line) or (_code(str(error)), line, {"column": column})


def _code(said: str) -> str:
    return next((code for start, code in KINDS if said.startswith(start)), "E-RULE-SYNTAX")


def _place(text: str, said: str) -> tuple[int, int]:
    """Line and column, from 1; the end of the last line with something on it where unsaid."""
    found = AT.search(said)
    if found and found[1]:
        return int(found[1]), int(found[2])
    lines = text.rstrip().split("\n")
    return len(lines), len(lines[-1]) + 1


def _fullwidth(content: str, line: int) -> tuple[str, int, dict[str, object]] | None:
    """The Chinese punctuation outside strings and comments, which looks right and is not."""
    for piece in PIECES.finditer(content):
        for offset, char in enumerate(piece["bare"] or ""):
            if char in TWINS:
                values = {"char": char, "plain": TWINS[char], "column": piece.start() + offset + 1}
                return "E-RULE-FULLWIDTH", line, values
    return None
