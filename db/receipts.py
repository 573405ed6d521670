"""The receipt: the short code by which a judge recognises the ballot that was counted; and how
long digests are shown to people.
"""

from __future__ import annotations

from files import canonical

DIGITS = 20
_GROUP = 4


def receipt_of(anonymous: bytes) -> str:
    """The 20 decimal digits (66 bits) of the canonical bytes of a ballot's anonymous part.

    That part can be published, so that anyone can check a receipt against it; its nonce keeps
    the receipt from betraying the scores to somebody who tries them all. The digest is reduced
    modulo 10^20; the bias of that is below 2^-189.
    """
    number = int(canonical.digest("receipt", anonymous), 16) % 10**DIGITS
    return f"{number:0{DIGITS}d}"


def format_receipt(receipt: str) -> str:
    """A receipt in five groups of four, as shown and printed."""
    return " ".join(receipt[i : i + _GROUP] for i in range(0, len(receipt), _GROUP))


def groups(digest: str) -> str:
    """A digest as people compare it: its first five groups of four."""
    return format_receipt(digest[: 5 * _GROUP])
