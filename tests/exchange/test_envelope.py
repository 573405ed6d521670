"""A file arrives as it was signed, or is refused with a reason."""

from __future__ import annotations

import random
from base64 import b64encode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange.crypto import Ed25519Checker, Ed25519Signer, HmacKey
from exchange.envelope import HEADER_LIMIT, Envelope, read, signed_message, write
from tests.drawn import many
from tests.exchange.helpers import CHECKER, SIGNER, VALUES, refused
from words import Bad

LIMIT = 100_000
HEADER = {"award": "A1", "judge": "J01", "name": "评委"}
PAYLOAD = bytes(range(256))
FILE = write("ballot", HEADER, PAYLOAD, SIGNER)
HEADERS = st.dictionaries(st.text(max_size=4), VALUES, max_size=4)


def opened(data: bytes, kind: str = "ballot") -> Envelope:
    return read(data, kind=kind, limit=LIMIT).verified(CHECKER)


@given(HEADERS, st.binary(max_size=300))
def test_what_is_written_is_read_back(header: dict[str, object], payload: bytes) -> None:
    envelope = opened(write("ballot", header, payload, SIGNER))
    assert (envelope.kind, envelope.header, envelope.payload) == ("ballot", header, payload)


def test_the_header_may_be_read_to_choose_the_key_before_anything_is_believed() -> None:
    assert read(FILE, kind="ballot", limit=LIMIT).header == HEADER


def test_the_file_looks_like_this_for_ever() -> None:
    assert write("packet", {"a": 1}, b"x" * 60, HmacKey(b"k")).decode("ascii").splitlines() == [
        "pingxuan packet 1",
        '{"a":1}',
        "eHh4" * 19,
        "eHh4",
        "signature hmac-sha256 q6K18xdR5K9rA/yGN7xqVCDeVxTcDjs7SrpXG/N2JKc=",
    ]


MAILED = {
    "CRLF": FILE.replace(b"\n", b"\r\n"),
    "one CRLF": FILE.replace(b"\n", b"\r\n", 1),
    "BOM": b"\xef\xbb\xbf" + FILE,
    "NULs at the end": FILE + b"\0" * 4096,
    "0x1A at the end": FILE + b"\x1a",
    "no last newline": FILE[:-1],
    "no last newline, NULs": FILE[:-1] + b"\0\0",
    "half a CRLF": FILE.replace(b"\n", b"\r\n")[:-1],
    "all of it": b"\xef\xbb\xbf" + FILE.replace(b"\n", b"\r\n") + b"\x1a\0",
}


@pytest.mark.parametrize("name", MAILED)
def test_what_mail_does_to_a_text_file_does_no_harm(name: str) -> None:
    assert opened(MAILED[name]) == opened(FILE)


TAMPERED = {
    "two BOMs": (b"\xef\xbb\xbf" * 2 + FILE, "E-KIND"),
    "UTF-16": (FILE.decode("ascii").encode("utf-16"), "E-KIND"),
    "quoted mail": (b"> " + FILE.replace(b"\n", b"\n> "), "E-KIND"),
    "HTML": (b"<html><pre>" + FILE + b"</pre></html>", "E-KIND"),
    "a zip": (b"PK\x03\x04" + FILE, "E-KIND"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "E-KIND"),
    "a blank line first": (b"\n" + FILE, "E-KIND"),
    "a newer version": (FILE.replace(b" 1\n", b" 2\n", 1), "E-KIND"),
    "nothing": (b"", "E-TRUNCATED"),
    "only NULs": (bytes(1000), "E-TRUNCATED"),
    "a blank line last": (FILE + b"\n", "E-FORMAT"),
    "a mail footer": (FILE + b"-- \nsent from my phone\n", "E-FORMAT"),
    "a second file": (FILE + FILE, "E-FORMAT"),
    "the signature twice": (FILE + FILE.splitlines(keepends=True)[-1], "E-FORMAT"),
    "CR only": (FILE.replace(b"\n", b"\r"), "E-KIND"),
    "a blank in the payload": (FILE.replace(b"AAEC", b"AA EC"), "E-FORMAT"),
    "a non-ASCII byte": (FILE.replace(b"AAEC", b"AA\xe9C"), "E-FORMAT"),
    "a NUL in the middle": (FILE.replace(b"AAEC", b"AA\0C"), "E-FORMAT"),
    "other line lengths": (FILE.replace(b"AAEC", b"AAEC\n"), "E-FORMAT"),
    "a space in the header": (FILE.replace(b'":"', b'": "', 1), "E-CANON"),
    "a key twice": (FILE.replace(b"{", b'{"award":"A1",', 1), "E-CANON"),
    "no signature": (FILE[: FILE.index(b"signature")], "E-TRUNCATED"),
    "an unknown scheme": (FILE.replace(b" ed25519 ", b" rsa "), "E-FORMAT"),
    "the other scheme": (FILE.replace(b" ed25519 ", b" hmac-sha256 "), "E-FORMAT"),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_anything_else_done_to_it_is_refused_with_its_code(name: str) -> None:
    data, code = TAMPERED[name]
    with refused(code):
        opened(data)


@pytest.mark.parametrize("header", [None, [], [[]], "x", 1, True])
def test_a_header_that_is_no_object_is_refused(header: object) -> None:
    with refused("E-FORMAT", "L2"):
        opened(write("ballot", header, b"x", SIGNER))  # type: ignore[arg-type]


def test_a_long_header_is_refused_before_it_is_read() -> None:
    with refused("E-FORMAT", "L2"):
        opened(write("ballot", {"a": "x" * HEADER_LIMIT}, b"x", SIGNER))


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
@pytest.mark.parametrize("signer", [SIGNER, HmacKey(b"k")], ids=["ed25519", "hmac"])
@pytest.mark.parametrize("payload", [PAYLOAD, PAYLOAD[:57], b""], ids=["long", "line", "none"])
def test_a_file_cut_anywhere_is_called_incomplete(
    ends: bytes, signer: HmacKey, payload: bytes
) -> None:
    whole = write("ballot", HEADER, payload, signer).replace(b"\n", ends)
    for length in range(len(whole) - len(ends)):
        for filler in (b"", b"\0" * 512):  # copying may set the size first
            with refused("E-TRUNCATED"):
                read(whole[:length] + filler, kind="ballot", limit=LIMIT)


def test_twenty_thousand_flipped_bits_are_noticed() -> None:
    chance, same = random.Random(7), opened(FILE)
    for _ in range(20_000):
        data = bytearray(FILE)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        try:
            assert opened(bytes(data)) == same
        except Bad as bad:
            assert bad.code in {"E-KIND", "E-FORMAT", "E-TRUNCATED", "E-CANON", "E-SIG"}  # noqa: PT017


def test_a_file_has_one_spelling_only() -> None:
    # The unused bits at the end of base64 are where two spellings would hide.
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    last = alphabet.index(chr(FILE[-4]))
    for bits in range(1, 16):
        other = alphabet[last ^ bits].encode("ascii")
        with refused("E-FORMAT"):
            opened(FILE[:-4] + other + FILE[-3:])


def test_a_file_over_the_limit_is_refused_at_once() -> None:
    with refused("E-SIZE") as caught:
        read(FILE, kind="ballot", limit=len(FILE) - 1)
    assert caught.value.params["size"] == len(FILE)
    assert read(FILE, kind="ballot", limit=len(FILE))


def test_another_kind_is_named() -> None:
    with refused("E-KIND") as caught:
        opened(FILE, kind="packet")
    assert caught.value.params == {"kind": "packet", "found": "ballot"}


def test_the_line_of_a_damage_is_named() -> None:
    lines = FILE.split(b"\n")
    lines[3] = lines[3].replace(b"a", b"!", 1)
    with refused("E-FORMAT", "L4"):
        opened(b"\n".join(lines))


@pytest.mark.parametrize(
    ("kind", "header", "payload"),
    [
        ("packet", HEADER, PAYLOAD),
        ("ballot", {**HEADER, "judge": "J02"}, PAYLOAD),
        ("ballot", HEADER, PAYLOAD + b"\0"),
        ("ballot", HEADER, b""),
    ],
)
def test_a_signature_holds_for_one_content_only(
    kind: str, header: dict[str, object], payload: bytes
) -> None:
    signature = b64encode(SIGNER.sign(signed_message("ed25519", "ballot", HEADER, PAYLOAD)))
    other = write(kind, header, payload, SIGNER)
    forged = other[: other.rindex(b" ") + 1] + signature + b"\n"
    with refused("E-SIG"):
        opened(forged, kind=kind)


def test_the_signatures_of_strangers_and_of_other_schemes_do_not_hold() -> None:
    shared = HmacKey(SIGNER.public)  # the classical confusion: a public key as HMAC key
    for data, checker in [
        (write("ballot", HEADER, PAYLOAD, Ed25519Signer(bytes(32))), CHECKER),
        (write("ballot", HEADER, PAYLOAD, shared), CHECKER),
        (FILE, shared),
        (FILE, Ed25519Checker(bytes(32))),
    ]:
        with refused("E-SIG"):
            read(data, kind="ballot", limit=LIMIT).verified(checker)


def test_a_file_of_an_open_award_is_checked_with_the_shared_key() -> None:
    data = write("ballot", HEADER, PAYLOAD, HmacKey(b"k"))
    assert read(data, kind="ballot", limit=LIMIT).verified(HmacKey(b"k")).payload == PAYLOAD
    with refused("E-SIG"):
        read(data, kind="ballot", limit=LIMIT).verified(HmacKey(b"l"))


def test_parts_cannot_be_moved_across_their_borders() -> None:
    assert signed_message("s", "ballot", {}, b"x") != signed_message("s", "ballo", {}, b"tx")
    assert signed_message("s", "a", {}, b"{}") != signed_message("s", "a{}", {}, b"")


@settings(max_examples=many(300))
@given(st.binary(max_size=120), st.sampled_from([b"", b"pingxuan ballot 1\n", FILE[:80]]))
def test_random_bytes_are_refused_with_a_code(tail: bytes, head: bytes) -> None:
    with pytest.raises(Bad):
        opened(head + tail)
