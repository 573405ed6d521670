"""What people copy by hand: the judge's code on paper and the receipt of a sealed ballot.

A code has 12 symbols from an alphabet of 29, a prime: 11 random ones (53 bits) and a check
symbol. With values x1..x12 and weights 12, 11, .. 1 the weighted sum is 0 modulo 29, as in
ISBN-10. Changing one symbol by d != 0 changes the sum by weight * d, and swapping the symbols
at two places changes it by (weight difference) * (symbol difference); both are products of
numbers that are not 0 modulo a prime, so neither goes unnoticed.

The letters B I L O S U Z are not printed. Typed, they count as the symbol they look like:
8, 1, 1, 0, 5, V, 2.
"""

from __future__ import annotations

import re
import secrets

from db.receipts import DIGITS as RECEIPT_LENGTH
from words import Bad

ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY"
CODE_LENGTH = 12
_GROUP = 4

_VALUE = {symbol: value for value, symbol in enumerate(ALPHABET)}
_LOOKALIKE = {"B": "8", "I": "1", "L": "1", "O": "0", "S": "5", "U": "V", "Z": "2"}
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_BLANKS = " \t\r\n\u00a0\u3000"
_PARTED = re.compile(f"[^{re.escape(_DASHES + _BLANKS)}\uff0d]+")
_TOLD = 3  # symbols that are named in a message


def _typing_table() -> dict[int, str]:
    """What each typed character means; full-width forms lie 0xFEE0 above ASCII."""
    table = {symbol: symbol for symbol in ALPHABET} | _LOOKALIKE
    table |= {symbol.lower(): meaning for symbol, meaning in table.items()}
    table |= dict.fromkeys(_DASHES, "")
    table |= {chr(ord(c) + 0xFEE0): meaning for c, meaning in table.items() if c.isascii()}
    return {ord(c): meaning for c, meaning in (table | dict.fromkeys(_BLANKS, "")).items()}


_TYPED = _typing_table()


def as_typed(text: str) -> str:
    """What was meant by what was typed: look-alikes put right, dashes and blanks left out."""
    return text.translate(_TYPED)


def new_code() -> str:
    """A fresh code from the system's random source: 12 symbols, no dashes."""
    data = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1))
    return data + check_symbol(data)


def check_symbol(data: str) -> str:
    """The last symbol, of weight 1, that brings the sum with 11 data symbols to 0 modulo 29."""
    return ALPHABET[-_weighted_sum(data) % len(ALPHABET)]


def format_code(code: str) -> str:
    """A code as printed on paper: ``XXXX-XXXX-XXXX``."""
    return "-".join(_groups(code))


def parse_code(typed: str) -> str:
    """The code meant by what was typed: any case, full-width or not, dashes and blanks anywhere.

    Raises E-CODE-SYMBOL for what no code can hold, E-CODE-LENGTH with the sizes of the groups as
    they were parted, E-CODE where the check symbol does not agree. What may be of the code is a
    secret and stays out of the message; what no code can hold is told.
    """
    text = as_typed(typed)
    if odd := [symbol for symbol in dict.fromkeys(text) if symbol not in _VALUE]:
        raise Bad("E-CODE-SYMBOL", symbols=" ".join(map(_named, odd[:_TOLD])))
    if len(text) != CODE_LENGTH:
        groups = " + ".join(str(len(as_typed(part))) for part in _PARTED.findall(typed))
        raise Bad("E-CODE-LENGTH", count=len(text), groups=groups or "0", length=CODE_LENGTH)
    if _weighted_sum(text) % len(ALPHABET):
        raise Bad("E-CODE", length=CODE_LENGTH)
    return text


def _named(symbol: str) -> str:
    return symbol if symbol.isprintable() else f"U+{ord(symbol):04X}"


def parse_receipt(typed: str) -> str:
    """The 20 digits of a typed receipt; O for 0 and the like, full-width, dashes, blanks pass.

    Raises E-RECEIPTFORM with ``count``, the characters read that are not dashes or blanks.
    """
    text = typed.translate(_TYPED)
    if len(text) != RECEIPT_LENGTH or not (text.isascii() and text.isdigit()):
        raise Bad("E-RECEIPTFORM", count=len(text), length=RECEIPT_LENGTH)
    return text


def _weighted_sum(symbols: str) -> int:
    weights = range(CODE_LENGTH, 0, -1)
    return sum(weight * _VALUE[symbol] for weight, symbol in zip(weights, symbols, strict=False))


def _groups(text: str) -> list[str]:
    return [text[i : i + _GROUP] for i in range(0, len(text), _GROUP)]
