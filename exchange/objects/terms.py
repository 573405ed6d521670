"""The words that packets, ballots and close sheets share: ids, names, hashes, limits."""

from __future__ import annotations

import re
import secrets
from typing import Annotated, TypeAlias

from exchange.fields import integer, matching, one_of, require, text

PACKET_LIMIT = 64 * 2**20
"""Largest packet file in bytes."""
BALLOT_LIMIT = 4 * 2**20
CLOSE_SHEET_LIMIT = 2**20
MAX_CASES = 1_000_000
MAX_JUDGES = 500

_ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}"
Id: TypeAlias = Annotated[str, matching(_ID, "[A-Za-z0-9_-]{1,64}")]
"""An award or a judge; file names are made of these."""

# The exclusions are spelt out: character classes of the language grow with each Unicode.
_UNSEEN = "\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
Name: TypeAlias = Annotated[
    str, matching(rf"(?! )[^{_UNSEEN}]{{1,64}}(?<! )", '"1..64", no control characters')
]
"""A case number, criterion or stage: text on one line without invisible characters."""

Hex32: TypeAlias = Annotated[str, matching("[0-9a-f]{64}", "hex 64")]
"""32 bytes: a SHA-256, a key or a nonce."""
Receipt: TypeAlias = Annotated[str, matching("[0-9]{20}", "0-9 x 20")]
Count: TypeAlias = Annotated[int, integer(1, 9999)]
Mode: TypeAlias = Annotated[str, one_of("sealed", "open")]


Line: TypeAlias = Annotated[str, text(0, 20_000)]
"""Text of a nomination, as it was taken in."""


def is_id(text: str) -> bool:
    """Whether a text can be an id, and so a part of a file name."""
    return re.fullmatch(_ID, text) is not None


def new_secret() -> str:
    """32 random bytes in hex, for an enrolment."""
    return secrets.token_hex(32)


def require_together(mode: str, **parts: object) -> None:
    """In a sealed award every one of the parts is there, in an open one none is."""
    for name, part in parts.items():
        require((part is None) == (mode == "open"), name, "null" if mode == "open" else "!= null")
