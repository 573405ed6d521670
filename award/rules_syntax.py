"""One plain sentence for text that is not TOML: where, and what people usually meant."""

from __future__ import annotations

import re

from award.rules_text import PIECES

AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)\Z")
TWINS = dict(zip("“”＂‘’＝，。【】［］｛｝＃：、", '"""""=,.[][]{}#=,', strict=True))
KINDS = (
    ("Unterminated string", "E-RULE-QUOTE"),
    (r"Illegal character '\n'", "E-RULE-QUOTE"),
    ("Illegal character", "E-RULE-CONTROL"),
    ("Unescaped", "E-RULE-BACKSLASH"),
    ("Escaped", "E-RULE-BACKSLASH"),
    ("Invalid hex", "E-RULE-BACKSLASH"),
    ("Invalid date", "E-RULE-VALUE"),
    ("Expected '='", "E-RULE-EQUALS"),
    ("Invalid value", "E-RULE-VALUE"),
    ("Cannot ", "E-RULE-REPEATED"),
    ("Duplicate", "E-RULE-REPEATED"),
    ("Unclosed", "E-RULE-BRACKET"),
    ("Expected ']", "E-RULE-BRACKET"),
    ('Expected "', "E-RULE-QUOTE"),
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
    """Line and column, from 1. Where the text ended too early, that of what was left open."""
    found = AT.search(said)
    if found and found[1]:
        return int(found[1]), int(found[2])
    before = text[: _last_string(text) if _code(said) == "E-RULE-QUOTE" else len(text.rstrip())]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _last_string(text: str) -> int:
    """Where the last string begins: the one that was not closed."""
    return max((piece.start() for piece in PIECES.finditer(text) if piece["string"]), default=0)


def _fullwidth(content: str, line: int) -> tuple[str, int, dict[str, object]] | None:
    """The Chinese punctuation outside strings and comments, which looks right and is not."""
    for piece in PIECES.finditer(content):
        for offset, char in enumerate(piece["bare"] or ""):
            if char in TWINS:
                values = {"char": char, "plain": TWINS[char], "column": piece.start() + offset + 1}
                return "E-RULE-FULLWIDTH", line, values
    return None
