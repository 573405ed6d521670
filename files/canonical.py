"""Canonical JSON: one value, one sequence of bytes; and digests that say what they are of.

The values are null, bool, int below 2^53, str, list and dict with str keys. Keys are sorted
by code point, everything outside printable ASCII is escaped, there are no spaces and no
floats. Reading has one rule that covers duplicate keys, NaN, ``1.0``, ``-0``, spaces and odd
escapes alike: the bytes must equal the re-encoding of what was read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from hashlib import sha256
from itertools import chain
from typing import TypeAlias

from words import Bad

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"

INT_LIMIT = 2**53
"""Integers stay below this in absolute value: every JSON reader in the world keeps them exact."""

MAX_DEPTH = 32
"""How many lists and dicts may stand inside one another; ``[]`` has depth 1."""

_ENCODER = json.JSONEncoder(ensure_ascii=True, sort_keys=True, separators=(",", ":"))
_SURROGATE = re.compile("[\ud800-\udfff]")
_NAME = re.compile("[a-z]+")
_DOMAIN = re.compile("[a-z][a-z0-9-]{0,39}")


def dumps(obj: object) -> bytes:
    """The canonical bytes of a value. Raises E-CANON with the place of what cannot be encoded."""
    _check(obj, "$", 0)
    return _encode(obj)


def table(name: str, rows: Sequence[Sequence[object]]) -> list[bytes]:
    """The canonical bytes of `[name, *row]` for every row, ten thousand as quickly as a few.

    `name` is of small letters, and a row has one value at least, all of them plain. Raises
    E-CANON as `dumps` does.
    """
    if not _NAME.fullmatch(name) or not all(rows):
        raise ValueError(f"not rows of a table: {name!a}")
    _check_list(list(chain.from_iterable(rows)), "$", 1)
    text = _ENCODER.encode([[name, *row] for row in rows])
    # Between two rows stands `],["name",`. In a text it cannot: there a backslash is before
    # every quotation mark but the last, and after the last comes a comma or a bracket.
    lines = text[1:-1].replace(f'],["{name}",', f']\n["{name}",')
    return lines.encode("ascii").splitlines()


def loads(data: bytes) -> Json:
    """The value of canonical bytes. Raises E-CANON with the offset of the first wrong byte."""
    value = _decode(data)
    again = dumps(value)
    if again != data:
        raise Bad("E-CANON", f"+{_first_difference(again, data)}")
    return value


def digest(domain: str, data: bytes) -> str:
    """SHA-256 in lower-case hex over ``pingxuan:<domain>`` NUL ``data``.

    The domain keeps a hash made for one purpose from passing as one made for another. It
    holds no NUL, so no two pairs of domain and data give the same input.
    """
    if not _DOMAIN.fullmatch(domain):
        raise ValueError(f"not a digest domain: {domain!a}")
    return sha256(b"pingxuan:" + domain.encode("ascii") + b"\0" + data).hexdigest()


def _encode(obj: object) -> bytes:
    return _ENCODER.encode(obj).encode("ascii")


def _decode(data: bytes) -> Json:
    try:
        value: Json = json.loads(data.decode("ascii"))
    except UnicodeDecodeError as error:
        raise Bad("E-CANON", f"+{error.start}") from None
    except json.JSONDecodeError as error:
        raise Bad("E-CANON", f"+{error.pos}") from None
    except (RecursionError, ValueError):
        # Nested beyond the interpreter's stack, or an integer of thousands of digits.
        raise Bad("E-CANON", "$") from None
    return value


def _check(obj: object, where: str, depth: int) -> None:
    # Exact types: True is not 1, and subclasses could encode as something else.
    kind = type(obj)
    if isinstance(obj, list) and kind is list:
        _require(depth < MAX_DEPTH, where)
        _check_list(obj, where, depth + 1)
    elif isinstance(obj, dict) and kind is dict:
        _require(depth < MAX_DEPTH, where)
        _check_dict(obj, where, depth + 1)
    else:
        _require(_is_plain(obj), where)


def _check_list(items: list[object], where: str, depth: int) -> None:
    # A ballot is one long list of numbers: naming each of their places would take seconds.
    kinds = set(map(type, items))
    if kinds == {int} and max(map(abs, items)) < INT_LIMIT:  # type: ignore[arg-type]
        return
    if kinds == {str} and _is_text("".join(items)):  # type: ignore[arg-type]
        return  # a row of the database, ten thousand times
    for index, value in enumerate(items):
        if not _is_plain(value):  # most are, and their place is not wanted
            _check(value, f"{where}[{index}]", depth)


def _check_dict(items: dict[object, object], where: str, depth: int) -> None:
    _require(set(map(type, items)) <= {str} and _is_text("".join(items)), where)  # type: ignore[arg-type]
    for value in items.values():
        if not _is_plain(value):
            _check(value, where, depth)


def _is_plain(value: object) -> bool:
    """Whether it is text, a small number, a truth value or nothing."""
    kind = type(value)
    if isinstance(value, str) and kind is str:
        return value.isascii() or not _SURROGATE.search(value)
    if isinstance(value, int) and kind is int:
        return -INT_LIMIT < value < INT_LIMIT
    return value is None or kind is bool


def _is_text(value: object) -> bool:
    return type(value) is str and (value.isascii() or not _SURROGATE.search(value))


def _require(holds: bool, where: str) -> None:
    if not holds:
        raise Bad("E-CANON", where)


def _first_difference(left: bytes, right: bytes) -> int:
    shorter = min(len(left), len(right))
    return next((i for i in range(shorter) if left[i] != right[i]), shorter)
