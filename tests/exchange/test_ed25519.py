"""The plain-Python check of signatures says what PyNaCl says, also to forged ones."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import crypto
from exchange.crypto import Ed25519Checker, Ed25519Signer
from exchange.ed25519_verify import BASE, L, P, Point, add, decode_point, multiply, verify
from tests.drawn import many
from words import Bad

# RFC 8032, section 7.1: public key, message, and the two halves of the signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155",
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da",
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac",
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]

SEEDS = st.binary(min_size=32, max_size=32)


def both(public: bytes, message: bytes, signature: bytes) -> bool:
    """The answer with PyNaCl, after making sure that it is also the one without."""
    answer = Ed25519Checker(public).check(message, signature)
    assert verify(public, message, signature) is answer
    return answer


def encode(point: Point) -> bytes:
    x, y, z, _ = point
    x, y = x * pow(z, -1, P) % P, y * pow(z, -1, P) % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def torsion() -> list[Point]:
    """The eight points of small order: L times a point of full order, and its multiples."""
    for y in range(2, 100):
        point = decode_point(y.to_bytes(32, "little"))
        if point and len({encode(multiply(n, multiply(L, point))) for n in range(8)}) == 8:
            return [multiply(n, multiply(L, point)) for n in range(8)]
    raise AssertionError


SMALL = torsion()


def forge(secret: int, key: Point, commitment: Point, nonce: int, message: bytes) -> bytes:
    """A signature whose R and A may carry a part of small order."""
    r, a = encode(commitment), encode(key)
    h = int.from_bytes(hashlib.sha512(r + a + message).digest(), "little") % L
    return r + ((nonce + h * secret) % L).to_bytes(32, "little")


@pytest.mark.parametrize(("public", "message", "r", "s"), RFC_8032)
def test_the_examples_of_the_rfc_hold(public: str, message: str, r: str, s: str) -> None:
    assert both(bytes.fromhex(public), bytes.fromhex(message), bytes.fromhex(r + s))


@settings(max_examples=many(25), deadline=None)
@given(SEEDS, st.binary(max_size=200))
def test_what_is_signed_holds_and_nothing_else_does(seed: bytes, message: bytes) -> None:
    signer = Ed25519Signer(seed)
    signature = signer.sign(message)
    assert both(signer.public, message, signature)
    assert not both(signer.public, message + b"\0", signature)
    assert not both(Ed25519Signer(hashlib.sha256(seed).digest()).public, message, signature)


@settings(max_examples=many(60), deadline=None)
@given(st.integers(0, 64 * 8 - 1), st.binary(max_size=20))
def test_a_flipped_bit_of_the_signature_is_noticed(bit: int, message: bytes) -> None:
    signer = Ed25519Signer(bytes(32))
    signature = bytearray(signer.sign(message))
    signature[bit // 8] ^= 1 << bit % 8
    assert not both(signer.public, message, bytes(signature))


@settings(max_examples=many(60), deadline=None)
@given(st.integers(0, 255))
def test_a_flipped_bit_of_the_key_is_noticed(bit: int) -> None:
    signer = Ed25519Signer(bytes(32))
    public = bytearray(signer.public)
    public[bit // 8] ^= 1 << bit % 8
    assert not both(bytes(public), b"m", signer.sign(b"m"))


@pytest.mark.parametrize("times", range(1, 16))
def test_s_with_a_multiple_of_the_order_added_is_refused(times: int) -> None:
    signer = Ed25519Signer(bytes(32))
    signature = signer.sign(b"m")
    s = int.from_bytes(signature[32:], "little") + times * L
    if s < 2**256:
        assert not both(signer.public, b"m", signature[:32] + s.to_bytes(32, "little"))


@pytest.mark.parametrize("key", SMALL)
@pytest.mark.parametrize("commitment", SMALL)
def test_keys_and_commitments_of_small_order_are_refused(key: Point, commitment: Point) -> None:
    for n in range(8):  # with a key of order 8 one message in eight would pass without the check
        assert not both(encode(key), bytes([n]), encode(commitment) + bytes(32))
    signer = Ed25519Signer(bytes(32))
    assert not both(signer.public, b"m", encode(commitment) + bytes(32))


@pytest.mark.parametrize("y", [*range(20), *range(P, 2**255)])
@pytest.mark.parametrize("sign", [0, 1])
def test_keys_at_the_edges_of_the_encoding_get_one_answer(y: int, sign: int) -> None:
    public = (y | sign << 255).to_bytes(32, "little")
    assert not both(public, b"m", encode(BASE) + bytes(32))
    assert y < P or decode_point(public) is None


@pytest.mark.parametrize("part", SMALL)
@pytest.mark.parametrize("where", ["key", "commitment", "both"])
def test_a_part_of_small_order_makes_key_or_commitment_unusable(part: Point, where: str) -> None:
    secret, nonce = 1234567, 7654321
    key, commitment = multiply(secret, BASE), multiply(nonce, BASE)
    key = add(key, part) if where != "commitment" else key
    commitment = add(commitment, part) if where != "key" else commitment
    for n in range(8):
        message = bytes([n])
        signature = forge(secret, key, commitment, nonce, message)
        assert both(encode(key), message, signature) is (part is SMALL[0])


@pytest.mark.parametrize(("public", "signature"), [(31, 64), (33, 64), (32, 63), (32, 65), (0, 0)])
def test_other_lengths_are_refused(public: int, signature: int) -> None:
    assert not both(bytes(public), b"", bytes(signature))


def test_without_pynacl_the_plain_check_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    signer = Ed25519Signer(bytes(32))
    public, signature = signer.public, signer.sign(b"m")

    def missing(module: str) -> object:
        raise Bad("E-NOCRYPTO")

    monkeypatch.setattr(crypto, "_nacl", missing)
    assert Ed25519Checker(public).check(b"m", signature)
    assert not Ed25519Checker(public).check(b"n", signature)
