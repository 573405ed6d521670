"""Case numbers: given where a file has none, doubted where a spreadsheet has mangled them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

WIDTH = 3  # digits of a number we give, at least
MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
MANGLED = (
    re.compile(r"\d+(\.\d+)?[Ee]\+?\d+"),  # 1E5, 1.00E+05
    re.compile(r"\d{16,}"),  # spreadsheets keep 15 digits and fill with zeros
    re.compile(r"\d+\.\d+"),
    re.compile(
        r"\d{4}[-/.年]\d{1,2}月?([-/.]\d{1,2}|(?<=月)\d{1,2}日)?( \d\d:\d\d(:\d\d)?)?"
    ),  # a date
    re.compile(r"\d{1,2}[-/月]\d{1,2}日?"),
    re.compile(rf"{MONTH}-\d{{1,4}}", re.IGNORECASE),
    re.compile(rf"\d{{1,2}}-{MONTH}(-\d{{2,4}})?", re.IGNORECASE),
)


def given(count: int, used: Collection[str], prefix: str = "", width: int = WIDTH) -> Iterator[str]:
    """`count` numbers in order, zero-padded alike, without those in `used`."""
    width = max(width, len(str(count + len(used))))
    number = 0
    while count:
        number += 1
        text = f"{prefix}{number:0{width}d}"
        if text not in used:
            count -= 1
            yield text


def is_mangled(number: str) -> bool:
    """Whether it looks like what a spreadsheet makes of a number: `1E5`, a date, 16 digits."""
    return any(pattern.fullmatch(number) for pattern in MANGLED)


def too_short(numbers: Sequence[str]) -> list[int]:
    """Positions of `7` among `001`, `002`: digits shorter than those that begin with a zero."""
    widths = Counter(len(n) for n in numbers if n.isdecimal() and n.startswith("0"))
    if not widths:
        return []
    width = max(widths, key=lambda w: (widths[w], w))
    return [i for i, n in enumerate(numbers) if n.isdecimal() and len(n) < width]
