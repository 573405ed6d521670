"""Look a TOML text over before the parser does: some small files take it minutes and gigabytes.

A key of 20,000 parts (40 kB) takes seconds and 1.5 GiB, nested brackets exhaust the stack.
Only what lies outside quotes and comments counts. Source: the safety notes, 1.4.
"""

from __future__ import annotations

import re

MOST_DOTS = 50  # in one line
MOST_DOTS_IN_ALL = 1000
MOST_DEPTH = 20
MOST_BRACKETS = 4_000_000  # a million entries have three each

# Possessive only around single characters: around a group they are broken before Python 3.11.5.
TOKENS = re.compile(
    r'"""(?:[^"\\]++|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']++|'(?!''))*'{3,5}"
    r'|(?P<open>"""|\'\'\')'
    r'|"(?:[^"\\\n]++|\\.)*"'
    r"|'[^'\n]*+'"
    r"|\#[^\n]*+"
    r"|(?P<mark>[.\[\]{}\n])",
    re.DOTALL,
)


def find_trap(text: str) -> tuple[str, int] | None:
    """What is refused, as an error code, and the line; None where the text may be parsed."""
    dots = all_dots = depth = brackets = 0
    for token in TOKENS.finditer(text):
        mark = token["mark"]
        if mark == ".":
            dots, all_dots = dots + 1, all_dots + 1
        elif mark == "\n":
            dots = 0
        elif mark:
            depth += 1 if mark in "[{" else -1
            brackets += mark in "[{"
        if token["open"]:
            return "E-TOMLOPEN", _line(text, token.start())
        if dots > MOST_DOTS or all_dots > MOST_DOTS_IN_ALL:
            return "E-TOMLDOTS", _line(text, token.start())
        if depth > MOST_DEPTH or brackets > MOST_BRACKETS:
            return "E-TOMLDEPTH", _line(text, token.start())
    return None


def _line(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
