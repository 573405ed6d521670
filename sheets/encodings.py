"""Bytes to text: BOM, then the NUL pattern of UTF-16, then strict UTF-8, then strict GB18030.

Nothing is guessed by statistics: short Chinese texts deceive them. What cannot be told apart
this way (Big5) is named by the user.
"""

from __future__ import annotations

import codecs
import re

from words import Bad

CHUNK = 1 << 20
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
NAMED = (
    "utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "big5", "big5hkscs",
    "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1",
)  # fmt: skip


def find_encoding(data: bytes, name: str, chosen: str | None = None) -> str:
    """The encoding in which the whole of `data` is valid; `chosen` by the user is only checked.

    `name` is the file, for the message. Raises E-ENCODING, E-ENCODINGNAME or E-NUL.
    """
    encoding = _named(chosen, data) if chosen else _by_bytes(data, name)
    if encoding is None or not decodes(data, encoding):
        raise Bad("E-ENCODING", name, tried=encoding or "UTF-8, GB18030")
    if not encoding.startswith("utf-16") and b"\0" in data:
        raise Bad("E-NUL", name, at=data.index(b"\0") + 1)
    return encoding


def decodes(data: bytes, encoding: str) -> bool:
    """Whether all of it is valid, found piece by piece without keeping the text."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for start in range(0, len(data), CHUNK):
            decoder.decode(data[start : start + CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _named(chosen: str, data: bytes) -> str:
    """The encoding meant; where the file begins with its BOM, the form that takes it off."""
    wanted = chosen.strip().lower().replace("_", "-")
    marked = next((encoding for mark, encoding in MARKS if data.startswith(mark)), "")
    if wanted in NAMED:
        return marked if marked[:5] == wanted[:5] else wanted
    raise Bad("E-ENCODINGNAME", "", name=chosen, known=", ".join(NAMED))


def _by_bytes(data: bytes, name: str) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data:
        return _utf_16(data, name)
    return next((known for known in ("utf-8", "gb18030") if decodes(data, known)), None)


def _utf_16(data: bytes, name: str) -> str:
    """UTF-16 without a BOM: its ASCII characters put NULs on one side of the pairs only.

    Valid UTF-8 with a few NULs is not UTF-16 but a damaged file: refused, never repaired.
    """
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd >= even else "utf-16-be"
    damaged = decodes(data, "utf-8") and (even + odd) * 4 < len(data)
    if damaged or len(data) % 2 or not decodes(data, encoding) or not _has_lines(data, encoding):
        raise Bad("E-NUL", name, at=data.index(b"\0") + 1)
    return encoding


def _has_lines(data: bytes, encoding: str) -> bool:
    """Text of ours has line ends or separators, and no NUL, once decoded."""
    text = data.decode(encoding)
    return "\0" not in text and re.search(r"[\r\n,;\t]", text) is not None
