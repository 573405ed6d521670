"""What is locked opens with its own secret only, and a missing library is a sentence."""

from __future__ import annotations

import subprocess
import sys

import nacl.exceptions
import nacl.pwhash.argon2id
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exchange import crypto
from exchange.codes import new_code
from exchange.crypto import (
    Ed25519Signer,
    HmacKey,
    Lock,
    WrappedKey,
    box,
    derive_key,
    fingerprint,
    open_key,
    opening_public,
    seal,
    unbox,
    unseal,
    unwrap_key,
    wrap_key,
)
from exchange.fields import pack, read, unpack
from tests.conftest import ROOT
from tests.drawn import many
from tests.exchange.helpers import CHEAP, refused

LOCK = Lock(1, 8192, "00" * 16)
KEY = bytes(range(32))
PUBLIC = opening_public(KEY)


@settings(max_examples=many(20), deadline=None)
@given(st.text(max_size=30), st.binary(max_size=100))
def test_a_box_opens_with_the_secret_it_was_made_with(secret: str, data: bytes) -> None:
    assert (
        unbox(derive_key(secret, "packet", LOCK), box(derive_key(secret, "packet", LOCK), data))
        == data
    )


def test_another_secret_purpose_salt_or_cost_gives_another_key() -> None:
    keys = {
        derive_key("a", "packet", LOCK),
        derive_key("b", "packet", LOCK),
        derive_key("a", "draft", LOCK),
        derive_key("a", "packet", Lock.new(CHEAP)),
        derive_key("a", "packet", Lock(2, 8192, LOCK.salt)),
        derive_key("a", "packet", Lock(1, 16384, LOCK.salt)),
    }
    assert len(keys) == 6


def test_the_derivation_stays_what_it_is() -> None:
    assert (
        derive_key("口令", "packet", LOCK).hex()
        == "bc31f7df47abdbcd59f53c9eed501417d56a79be2e14995403dc507bfbe0ac8d"
    )


def test_full_width_letters_of_an_input_method_do_not_matter() -> None:
    assert derive_key("ＡＢ１ é", "key", LOCK) == derive_key("AB1 e\u0301", "key", LOCK)
    assert derive_key("\ud800", "key", LOCK) != derive_key("?", "key", LOCK)


def test_a_code_is_refused_by_a_box_of_another_code() -> None:
    boxed = box(derive_key(new_code(), "packet", LOCK), b"data")
    with refused("E-WRONGCODE"):
        unbox(derive_key(new_code(), "packet", LOCK), boxed)


@pytest.mark.parametrize("sealed", [False, True])
def test_every_truncation_and_flipped_bit_of_a_box_is_noticed(sealed: bool) -> None:
    whole = seal(PUBLIC, b"data") if sealed else box(KEY, b"data")
    number, length = int.from_bytes(whole, "big"), len(whole)
    flips = [(number ^ 1 << bit).to_bytes(length, "big") for bit in range(8 * length)]
    for data in [*flips, *(whole[:i] for i in range(length)), whole + b"\0"]:
        with refused("E-OPEN" if sealed else "E-WRONGCODE"):
            unseal(KEY, data) if sealed else unbox(KEY, data)


@given(st.binary(max_size=100))
def test_what_is_sealed_opens_with_the_opening_key_only(data: bytes) -> None:
    sealed = seal(PUBLIC, data)
    assert unseal(KEY, sealed) == data
    with refused("E-OPEN"):
        unseal(bytes(32), sealed)


def test_the_same_ballot_sealed_twice_looks_different() -> None:
    assert seal(PUBLIC, b"data") != seal(PUBLIC, b"data")


@pytest.mark.parametrize("public", [bytes(32), b"\1" + bytes(31)])
def test_nothing_is_sealed_to_a_key_that_protects_nothing(public: bytes) -> None:
    with refused("E-FORMAT", "opening"):
        seal(public, b"data")


def test_a_wrapped_key_is_stored_as_text_and_opens_with_its_passphrase() -> None:
    wrapped = unpack(WrappedKey, pack(wrap_key(KEY, "长口令", "award-key", CHEAP)))
    assert unwrap_key(wrapped, "长口令", "award-key") == KEY
    for passphrase, purpose in [
        ("长口", "award-key"),
        ("长口令", "opening-key"),
        ("", "award-key"),
    ]:
        with refused("E-PASSPHRASE"):
            unwrap_key(wrapped, passphrase, purpose)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("passes", 0),
        ("passes", 17),
        ("passes", True),
        ("memory", 8191),
        ("memory", 2**31),
        ("salt", "0" * 31),
        ("salt", "G" * 32),
    ],
)
def test_a_lock_that_asks_too_much_is_refused(field: str, value: object) -> None:
    with refused("E-FORMAT", field):
        read(Lock, {"passes": 1, "memory": 8192, "salt": "0" * 32, field: value})


def test_too_little_memory_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object, **options: object) -> bytes:
        raise nacl.exceptions.RuntimeError

    monkeypatch.setattr(nacl.pwhash.argon2id, "kdf", fails)
    with refused("E-MEMORY"):
        derive_key("a", "packet", LOCK)


def test_an_open_award_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nacl", None)
    key = open_key("012J5V8V2287", "A1", "J01", rounds=10)
    assert key.check(b"m", key.sign(b"m"))
    assert not key.check(b"m", key.sign(b"n"))
    for code, award, judge in [
        ("012J5V8V2288", "A1", "J01"),
        ("012J5V8V2287", "A2", "J01"),
        ("012J5V8V2287", "A1", "J02"),
    ]:
        assert open_key(code, award, judge, rounds=10) != key


def test_without_the_library_locking_and_signing_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("nacl", *(name for name in sys.modules if name.startswith("nacl."))):
        monkeypatch.setitem(sys.modules, module, None)
    for attempt in (
        lambda: derive_key("a", "packet", LOCK),
        lambda: box(KEY, b""),
        lambda: unbox(KEY, b""),
        lambda: seal(PUBLIC, b""),
        lambda: unseal(KEY, b""),
        lambda: wrap_key(KEY, "a", "award-key"),
        lambda: Ed25519Signer(KEY).sign(b""),
        lambda: Ed25519Signer(KEY).public,
    ):
        with refused("E-NOCRYPTO"):
            attempt()


def test_importing_the_module_does_not_load_the_library() -> None:
    modules = "exchange.crypto, exchange.envelope, exchange.objects"
    code = f"import sys, {modules}; sys.exit('nacl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_secrets_do_not_show_when_printed() -> None:
    for holder in (Ed25519Signer(KEY), HmacKey(KEY)):
        assert str(KEY)[2:10] not in repr(holder)


def test_fingerprints_are_short_and_differ() -> None:
    assert [len(group) for group in fingerprint(KEY).split()] == [4] * 5
    assert fingerprint(KEY) != fingerprint(PUBLIC)


def test_the_costs_are_those_the_documents_name() -> None:
    assert (crypto.CODE_COST.passes, crypto.CODE_COST.memory) == (4, 64 * 2**20)
    assert (crypto.PASSPHRASE_COST.passes, crypto.PASSPHRASE_COST.memory) == (3, 256 * 2**20)
