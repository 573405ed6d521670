"""Points as text and back, and the named roundings. Strict: nothing is guessed.

Points are integers in units of 10^-decimals; a published value is an integer in units of
10^-places. No float is ever made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction

from scoring.rules import Rounding, RoundingMode

DIGITS = 9  # before the point; keeps every scale far inside 64 bits

# Only full-width twins of the ASCII characters. Plain NFKC would also turn `8²` into 82 and
# `①` into 1, which is guessing.
_TWINS = str.maketrans("０１２３４５６７８９．。｡－", "0123456789...-")
_NUMBER = re.compile(r"(-?)([0-9]{1,9})(?:\.([0-9]+))?")


def parse_points(text: str, decimals: int, *, signed: bool = False) -> int | None:
    """The points a text says, in units of 10^-decimals; None where it does not say any.

    Full-width digits, `。` and `．` are understood. `1e5`, `1_0`, `8,5`, `.5`, `5.`, other
    scripts' digits and more decimals than the scale has are not. A minus sign is
    understood only where the scale goes below zero (`signed`).

    >>> parse_points("８５。5", 1), parse_points("8,5", 1)
    (855, None)
    """
    match = _NUMBER.fullmatch(text.strip(" \u3000").translate(_TWINS))
    if match is None:
        return None
    minus, whole, part = match[1], match[2], match[3] or ""
    if len(part) > decimals or (minus and not signed):
        return None
    points = int(whole + part.ljust(decimals, "0"))
    return -points if minus else points


def format_points(points: int, decimals: int) -> str:
    """The shortest text of some points: 855 with one decimal is `85.5`, 850 is `85`."""
    text = format_fixed(points, decimals)
    return text.rstrip("0").rstrip(".") if decimals else text


def format_fixed(units: int, places: int) -> str:
    """An integer in units of 10^-places, with all its places: 9143 with two is `91.43`."""
    sign = "-" if units < 0 else ""
    if places == 0:
        return f"{sign}{abs(units)}"
    digits = str(abs(units)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"


# Each says whether the magnitude goes up: whole part, twice the remainder, denominator.
_GOES_UP: dict[RoundingMode, Callable[[int, int, int], bool]] = {
    "half_up": lambda _whole, twice, unit: twice >= unit,
    "half_even": lambda whole, twice, unit: twice > unit or (twice == unit and whole % 2 == 1),
    "down": lambda _whole, _twice, _unit: False,
}


def round_ratio(numerator: int, denominator: int, mode: RoundingMode) -> int:
    """`numerator` over a positive `denominator`, rounded to a whole number.

    The magnitude is rounded and the sign put back: a tie goes away from zero with
    `half_up` (四舍五入), to the even neighbour with `half_even` (GB/T 8170), and `down`
    (截断) always goes towards zero. One step only, from the exact value.
    """
    whole, rest = divmod(abs(numerator), denominator)
    rounded = whole + _GOES_UP[mode](whole, 2 * rest, denominator)
    return -rounded if numerator < 0 else rounded


def round_to(value: Fraction, places: int, mode: RoundingMode) -> int:
    """`value` rounded to `places` decimals, in units of 10^-places (see `round_ratio`)."""
    return round_ratio(value.numerator * 10**places, value.denominator, mode)


def rounded(value: Fraction, rounding: Rounding) -> int:
    """`value` as the rules round it, in units of 10^-places: a whole number of intervals."""
    denominator = value.denominator * rounding.interval
    numerator = value.numerator * 10**rounding.places
    return round_ratio(numerator, denominator, rounding.mode) * rounding.interval


SHOWN_PLACES = 6  # of a value without an end


def format_exact(value: Fraction) -> str:
    """A value in full where its decimals end (`81.742`), else its first places and the
    fraction itself, so that nothing is rounded unsaid: `81.742857.. (2861/35)`.
    """
    places = _places(value.denominator)
    if places is not None:
        return format_points(value.numerator * 10**places // value.denominator, places)
    start = format_fixed(round_to(value, SHOWN_PLACES, "down"), SHOWN_PLACES)
    return f"{start}.. ({value.numerator}/{value.denominator})"


def _places(denominator: int) -> int | None:
    """How many decimals a fraction has, None where they never end (a prime other than 2 and 5)."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else None
