"""The receipt: the short code by which a judge recognises the ballot that was counted."""

from __future__ import annotations

from files import canonical

DIGITS = 20


def receipt_of(anonymous: bytes) -> str:
    """20 digits in five groups of four, of the canonical bytes of a ballot's anonymous part.

    That part can be published, so that anyone can check a receipt against it; its nonce keeps
    the receipt from betraying the scores to somebody who tries them all.
    """
    number = int(canonical.digest("receipt", anonymous), 16) % 10**DIGITS
    digits = f"{number:0{DIGITS}d}"
    return " ".join(digits[i : i + 4] for i in range(0, DIGITS, 4))
