"""What the TOML and CSV parsers refuse, in our own words: their sentences are English only."""

from __future__ import annotations

import re

from words import say

AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)\Z")
TOML = (
    ("Unterminated string", "quote"),
    (r"Illegal character '\n'", "quote"),
    ('Expected "', "quote"),
    ("Illegal character", "control"),
    ("Unescaped", "backslash"),
    ("Escaped", "backslash"),
    ("Invalid hex", "backslash"),
    ("Expected '='", "equals"),
    ("Invalid value", "value"),
    ("Invalid date", "value"),
    ("Cannot ", "twice"),
    ("Duplicate", "twice"),
    ("Unclosed", "bracket"),
    ("Expected ']", "bracket"),
    ("Exceeds the limit", "digits"),
    ("maximum recursion", "bracket"),
)
"""How the parser's sentences begin, and which of ours stands for them."""
CSV = (
    ("unexpected end", "open"),
    ("field larger", "long"),
    ("new-line", "newline"),
)
OTHER = "quote"  # `',' expected after '"'`


def toml_mistake(text: str, error: Exception) -> str:
    """Where and what, such as `第 3 行第 9 列，数字太长`; no place where it is unknown."""
    said = str(error)
    kind = say(f"intake.toml.{_kind(said, TOML, 'other')}")
    found = AT.search(said)
    if found is None:
        return kind
    line, column = (found["line"], found["column"]) if found["line"] else _end(text)
    return say("intake.toml.at", line=line, column=column, what=kind)


def csv_mistake(error: Exception) -> str:
    return say(f"intake.csv.{_kind(str(error), CSV, OTHER)}")


def _kind(said: str, table: tuple[tuple[str, str], ...], other: str) -> str:
    return next((kind for start, kind in table if said.startswith(start)), other)


def _end(text: str) -> tuple[int, int]:
    """Where what is written ends, from 1: the text ended too early."""
    before = text.rstrip()
    return before.count("\n") + 1, len(before) - before.rfind("\n")
