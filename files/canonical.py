"""Canonical JSON: one value, one sequence of bytes; and digests that say what they are of.

Values are null, bool, int below 2^53, str, list and dict with str keys, at most 32 deep.
Keys are sorted, everything outside ASCII is escaped, there are no spaces and no floats.
Bytes are canonical when encoding what they hold gives the same bytes again.
"""

from __future__ import annotations

import json
from hashlib import sha256

from words import Bad

INT_LIMIT = 2**53  # every JSON reader in the world keeps smaller integers exact
MAX_DEPTH = 32


def dumps(obj: object) -> bytes:
    """The canonical bytes of a value. Raises E-CANON for what cannot be encoded."""
    _check(obj, MAX_DEPTH)
    text = json.dumps(obj, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return text.encode("ascii")


def loads(data: bytes) -> object:
    """The value of canonical bytes. Raises E-CANON for any other bytes."""
    try:
        value: object = json.loads(data.decode("ascii"))
    except (ValueError, RecursionError):
        raise Bad("E-CANON") from None
    _require(dumps(value) == data)
    return value


def digest(domain: str, data: bytes) -> str:
    """SHA-256 in hex of `data`; `domain` keeps one purpose's digest from passing as another's."""
    return sha256(b"pingxuan:" + domain.encode("ascii") + b"\0" + data).hexdigest()


def _check(obj: object, depth: int) -> None:
    # Exact types: True is not 1, and a subclass could encode as something else.
    if type(obj) is int:
        _require(-INT_LIMIT < obj < INT_LIMIT)
    elif type(obj) is str:
        _require(obj.isascii() or not any("\ud800" <= char <= "\udfff" for char in obj))
    elif isinstance(obj, (list, dict)):
        _check_items(obj, depth - 1)
    else:
        _require(obj is None or type(obj) is bool)


def _check_items(obj: list[object] | dict[object, object], depth: int) -> None:
    _require(depth >= 0)
    for key in obj if isinstance(obj, dict) else ():
        _require(type(key) is str)
        _check(key, depth)
    for value in obj.values() if isinstance(obj, dict) else obj:
        _check(value, depth)


def _require(holds: bool) -> None:
    if not holds:
        raise Bad("E-CANON")
