"""Ed25519 verification in plain Python, for computers without PyNaCl. It checks, never signs.

Written from RFC 8032, section 5.1: the curve -x^2 + y^2 = 1 + d x^2 y^2 over the integers
modulo 2^255 - 19, points as (X, Y, Z, T) with x = X/Z, y = Y/Z, x y = T/Z. Not constant in
time, which is no loss: everything it sees is public.

Stricter than the RFC where libraries differ, so that everybody gives the same answer: S and
both encodings are reduced, and the key is a point of prime order. Then the equation holds
with the cofactor exactly when it holds without it.
"""

from __future__ import annotations

from hashlib import sha512
from typing import TypeAlias

Point: TypeAlias = tuple[int, int, int, int]

P = 2**255 - 19
"""The field's prime."""

L = 2**252 + 27742317777372353535851937790883648493
"""The order of the base point."""

_D = -121665 * pow(121666, -1, P) % P
_SQRT_MINUS_1 = pow(2, (P - 1) // 4, P)
_IDENTITY: Point = (0, 1, 1, 0)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether ``signature`` (64 bytes: R, S) is one of ``message`` under ``public`` (32 bytes).

    The equation is [S]B = R + [h]A with h = SHA-512(R, A, message) modulo L.
    """
    if len(public) != 32 or len(signature) != 64:
        return False
    key, commitment = decode_point(public), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or commitment is None or s >= L or not has_prime_order(key):
        return False
    # With a key of prime order only the identity is left among the small-order R.
    h = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    found = add(multiply(s, BASE), multiply(L - h, key))
    return same(found, commitment) and not same(found, _IDENTITY)


def decode_point(data: bytes) -> Point | None:
    """The point of a 32-byte encoding, or None if it is not reduced or not on the curve."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    x = _x_of(y) if y < P else None
    if x is None or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


def has_prime_order(point: Point) -> bool:
    """Whether the point lies in the subgroup of order L and is not its neutral element."""
    return not same(point, _IDENTITY) and same(multiply(L, point), _IDENTITY)


def multiply(scalar: int, point: Point) -> Point:
    """``point`` added to itself ``scalar`` times, by doubling and adding."""
    result = _IDENTITY
    for bit in bin(scalar)[2:]:
        result = _double(result)
        if bit == "1":
            result = add(result, point)
    return result


def add(left: Point, right: Point) -> Point:
    """The sum of two points (RFC 8032, 5.1.4; complete, so also for equal points)."""
    x1, y1, z1, t1 = left
    x2, y2, z2, t2 = right
    a, b = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * _D % P, 2 * z1 * z2 % P
    return _from_parts(b - a, d - c, d + c, b + a)


def same(left: Point, right: Point) -> bool:
    """Whether two points are equal, whatever their Z."""
    x1, y1, z1, _ = left
    x2, y2, z2, _ = right
    return (x1 * z2 - x2 * z1) % P == 0 and (y1 * z2 - y2 * z1) % P == 0


def _double(point: Point) -> Point:
    x, y, z, _ = point
    a, b, c = x * x % P, y * y % P, 2 * z * z % P
    h = a + b
    return _from_parts(h - (x + y) * (x + y), c + a - b, a - b, h)


def _from_parts(e: int, f: int, g: int, h: int) -> Point:
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _x_of(y: int) -> int | None:
    """A root of x^2 = (y^2 - 1) / (d y^2 + 1), or None if there is none (RFC 8032, 5.1.3)."""
    u, v = (y * y - 1) % P, (_D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if (v * x * x - u) % P:
        x = x * _SQRT_MINUS_1 % P
    return x if (v * x * x - u) % P == 0 else None


def _base_point() -> Point:
    """The point with y = 4/5 and even x."""
    point = decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    assert point is not None
    return point


BASE = _base_point()
