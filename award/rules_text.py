"""The text of a config.toml before it is parsed: what would be slow or huge is refused.

A dotted key of 20,000 parts is 40 kB and takes the parser six seconds and 1.5 GB; an integer
of 5,000 digits and 10,000 nested arrays raise errors of their own kind. Everything else the
parser does fast. Source: the safety notes, 1.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from words import Bad

MAX_LINE = 2000
MAX_DOTS = 50  # outside quotes, on one line
MAX_ALL_DOTS = 5000  # and in the whole file: each can be a table of its own
MAX_DEPTH = 12

# Comments and strings as the parser sees them; an unclosed one runs to the end of its reach, so
# that every character is looked at once. Possessive only around single characters: around a
# group they are broken before Python 3.11.5.
PIECES = re.compile(
    r"(?P<comment>\#[^\n]*+)"
    r'|(?P<string>"""(?:[^"\\]++|\\.|"(?!""))*(?:"{3,5}|\Z)'
    r"|'''(?:[^']++|'(?!''))*(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]++|\\[^\n])*"?'
    r"|'[^'\n]*+'?)"
    r"|(?P<mark>[\[\]{}.,=\n])"
    r"|(?P<bare>[^\s\"'\#\[\]{}.,=]++)",
    re.DOTALL,
)


def decoded(data: bytes, name: str) -> str:
    """The text, without a byte-order mark, lines ended by LF. Raises E-RULE-ENCODING."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Bad("E-RULE-ENCODING", name, line=line) from None
    return text.replace("\r\n", "\n")


def hazards(text: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    """(code, line, values) for every line that must not reach the parser."""
    for line, content in enumerate(text.split("\n"), 1):
        if len(content) > MAX_LINE:
            yield "E-RULE-LONGLINE", line, {"length": len(content), "limit": MAX_LINE}
    yield from _marks(text)


def _marks(text: str) -> Iterator[tuple[str, int, dict[str, object]]]:
    line, dots, total, depth = 1, 0, 0, 0
    for found in PIECES.finditer(text):
        piece = found[0]
        if piece == "\n":
            if dots > MAX_DOTS:
                yield "E-RULE-DOTS", line, {"count": dots, "limit": MAX_DOTS}
            dots = 0
        dots, total = dots + (piece == "."), total + (piece == ".")
        if total > MAX_ALL_DOTS:
            yield "E-RULE-ALLDOTS", line, {"limit": MAX_ALL_DOTS}
            return
        depth += (piece in "[{") - (piece in "]}")
        if depth > MAX_DEPTH:
            yield "E-RULE-DEEP", line, {"limit": MAX_DEPTH}
            return
        line += piece.count("\n")
    if dots > MAX_DOTS:
        yield "E-RULE-DOTS", line, {"count": dots, "limit": MAX_DOTS}
