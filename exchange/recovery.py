"""The opening key on paper: fourteen groups of five symbols, each of which checks itself.

The 256 bits are a number in base 29 (a prime), four digits to a group, and a fifth symbol that
brings the group's weighted sum, with its place on the sheet, to 0 modulo 29: any one wrong
symbol, two swapped ones, and two groups written in each other's place are noticed and named.
"""

from __future__ import annotations

import re

from exchange.codes import ALPHABET, as_typed
from words import Bad

GROUPS = 14
_DIGITS = 4
GROUP = _DIGITS + 1
SYMBOLS = GROUPS * GROUP
_PLACES = re.compile(r"(?<!\w)\d{1,2} ?[:：]")  # printed before the groups; typed by some
_SIZE = len(ALPHABET)
_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}


def recovery_groups(key: bytes) -> tuple[str, ...]:
    """The groups of a 32-byte key, to be printed in order."""
    number, symbols = int.from_bytes(key, "big"), ""
    for _ in range(GROUPS * _DIGITS):
        number, digit = divmod(number, _SIZE)
        symbols = ALPHABET[digit] + symbols
    parts = (symbols[i : i + _DIGITS] for i in range(0, len(symbols), _DIGITS))
    return tuple(part + _check(part, place) for place, part in enumerate(parts, 1))


def key_of(typed: str) -> bytes:
    """The key of a sheet as typed: any case, blanks and dashes anywhere, with or without
    the numbers of the groups.

    Raises E-RECOVERYLENGTH, or E-RECOVERY naming every group that cannot be right.
    """
    text = _symbols(typed)
    if len(text) != SYMBOLS:
        raise Bad("E-RECOVERYLENGTH", count=len(text), length=SYMBOLS)
    groups = [text[i : i + GROUP] for i in range(0, len(text), GROUP)]
    wrong = [str(n) for n, group in enumerate(groups, 1) if not _holds(group, n)]
    number = 0 if wrong else _number("".join(group[:_DIGITS] for group in groups))
    if wrong or number >= 1 << 256:
        raise Bad("E-RECOVERY", groups=", ".join(wrong) or "1")
    return number.to_bytes(32, "big")


def groups_typed(typed: str) -> tuple[tuple[str, bool], ...]:
    """The groups so far, as they are printed, and whether each can be right; the last one may
    still be without its end, and is not judged then.
    """
    text = _symbols(typed)
    groups = [text[i : i + GROUP] for i in range(0, len(text), GROUP)]
    return tuple(
        (group, len(group) < GROUP or _holds(group, place)) for place, group in enumerate(groups, 1)
    )


def symbols_in(typed: str) -> int:
    """How many symbols have been typed, for asking line by line."""
    return len(_symbols(typed))


def _symbols(typed: str) -> str:
    return as_typed(_PLACES.sub(" ", typed))


def _check(part: str, place: int) -> str:
    # Weights 5, 4, 3, 2 and 1 for the check symbol; 6 for the place, which is below 29.
    weighted = sum(weight * _VALUE[s] for weight, s in zip((5, 4, 3, 2), part, strict=True))
    return ALPHABET[-(weighted + 6 * place) % _SIZE]


def _holds(group: str, place: int) -> bool:
    return set(group) <= set(ALPHABET) and group[-1] == _check(group[:-1], place)


def _number(symbols: str) -> int:
    number = 0
    for symbol in symbols:
        number = number * _SIZE + _VALUE[symbol]
    return number
