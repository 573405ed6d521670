"""Numbers as a committee writes them in config.toml, kept exact.

A number is text ("12.5"), a whole number (12), or an unquoted decimal that the reader kept
as Decimal. Binary floats are refused: they have already lost what was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

MAX_PLACES = 4  # decimals a scale or a weight may have
_PLAIN = re.compile(rf"-?(?:0|[1-9][0-9]{{0,5}})(?:\.[0-9]{{1,{MAX_PLACES}}})?")


@dataclass(frozen=True)
class Exact:
    """A decimal as written: `units` of 10^-`places`."""

    units: int
    places: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.units, 10**self.places)

    def scaled(self, decimals: int) -> int:
        """In units of 10^-decimals; `decimals` is at least `places`."""
        factor: int = 10 ** (decimals - self.places)
        return self.units * factor


def exact(value: object) -> Exact | None:
    """The number, or None where it is not one that can be taken exactly.

    At most six digits before the point and four after it; `1e3`, `inf`, `+1`, `007`,
    full-width digits, true and false are not numbers here.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        return None
    if isinstance(value, int) and abs(value) >= 10**6:
        return None  # before str(): thousands of digits take long
    return _from_text(str(value))


def _from_text(text: str) -> Exact | None:
    if not _PLAIN.fullmatch(text):
        return None
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    return Exact(int(whole + decimals), len(decimals))


def plain(value: Fraction) -> str:
    """A sum of such numbers as people write it: 99.5, 100. Exact for up to MAX_PLACES decimals."""
    units = value * 10**MAX_PLACES
    sign, digits = "-" if units < 0 else "", str(abs(int(units))).rjust(MAX_PLACES + 1, "0")
    return sign + f"{digits[:-MAX_PLACES]}.{digits[-MAX_PLACES:]}".rstrip("0").rstrip(".")
