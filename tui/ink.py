"""Lines of text for the screen: made safe, measured in cells, spread, ruled, barred.

The one place where foreign text becomes text on a screen. Nothing here knows markup.
"""

from __future__ import annotations

from functools import lru_cache

from words.text import clean, clean_line, cut, pad, width

# Characters some terminals draw one cell wide and some two, and what stands for them
# where the judge has said that the ruler does not line up.
PLAIN = str.maketrans(
    {
        "“": '"', "”": '"', "‘": "'", "’": "'", "…": ".", "—": "-", "–": "-", "·": ".",
        "×": "x", "÷": "/", "°": "o", "±": "+", "→": ">", "←": "<", "●": "*", "○": "o",
        "★": "*", "☆": "*", "■": "#", "□": "o", "▲": "^", "△": "^", "◆": "*", "※": "*",
        "Ⅰ": "I", "Ⅱ": "2", "Ⅲ": "3", "①": "1", "②": "2", "③": "3", "④": "4", "⑤": "5",
        "⑥": "6", "⑦": "7", "⑧": "8", "⑨": "9", "│": "|", "─": "-",
    }
)  # fmt: skip
_SELECTORS = {0xFE0E: None, 0xFE0F: None}  # they change a width after the fact

_plain = False


def use_plain(on: bool) -> None:
    """From now on show only characters whose width every terminal agrees on."""
    global _plain
    _plain = on
    safe.cache_clear()


@lru_cache(maxsize=16384)
def safe(text: str) -> str:
    """Foreign text on one line, literal, with no control character in it."""
    return _shown(clean_line(text))


def safe_lines(text: str) -> str:
    """As `safe`, with line ends and tabs kept (a tab is four spaces)."""
    return _shown(clean(text).replace("\t", "    "))


def _shown(text: str) -> str:
    text = text.translate(_SELECTORS)
    return text.translate(PLAIN) if _plain else text


def spread(left: str, right: str, cells: int) -> str:
    """`left` and `right` at the two ends of a line; the left gives way."""
    room = max(cells - width(right) - (2 if right else 0), 0)
    return pad(left, room) + (f"  {right}" if right else "")


def rule(cells: int, left: str = "", right: str = "") -> str:
    """`-- left ------ right --`, exactly `cells` wide."""
    head = f"-- {left} " if left else ""
    tail = f" {right} --" if right else ""
    return cut(head, cells) + "-" * max(cells - width(head) - width(tail), 0) + tail


def bar(done: int, total: int, cells: int) -> str:
    """`[###.....]`, `cells` marks long; full only when everything is done."""
    filled = done * cells // total if total else 0
    return f"[{'#' * filled}{'.' * (cells - filled)}]"


def columns(parts: list[tuple[str, int, str]]) -> str:
    """Texts in columns: (text, cells, align), one space between them."""
    return " ".join(pad(text, cells, align) for text, cells, align in parts)
