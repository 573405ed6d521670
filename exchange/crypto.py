"""Locks and signatures: a thin layer over PyNaCl, which is imported at first use.

Without PyNaCl everything that needs it raises E-NOCRYPTO, but signatures are still checked,
by `ed25519_verify`. An award in `mode = "open"` needs the standard library only.
"""

from __future__ import annotations

import hashlib
import hmac
import importlib
import secrets
import unicodedata
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from exchange import ed25519_verify
from exchange.fields import integer, matching, refuse
from files.canonical import digest, dumps
from words import Bad

KEY_BYTES = 32
OPEN_ROUNDS = 600_000
"""PBKDF2-HMAC-SHA256 rounds for the key of an open award (OWASP's figure of 2023)."""


@dataclass(frozen=True)
class Cost:
    """What one guess at a secret costs: Argon2id passes, and memory in bytes."""

    passes: int
    memory: int


CODE_COST = Cost(4, 64 * 2**20)
"""For judge codes: 53 random bits need no more, and old 32-bit machines must manage it."""

PASSPHRASE_COST = Cost(3, 256 * 2**20)
"""For what people think up: libsodium's MODERATE."""


@dataclass(frozen=True)
class Lock:
    """How a key comes from a secret: the parameters of Argon2id 1.3, stored beside the box.

    The bounds keep a foreign file from asking for hours or for all the memory.
    """

    passes: Annotated[int, integer(1, 16)]
    memory: Annotated[int, integer(2**13, 2**30)]
    salt: Annotated[str, matching("[0-9a-f]{32}", "hex 32")]

    @classmethod
    def new(cls, cost: Cost) -> Lock:
        """A lock of this cost with a fresh salt."""
        return cls(cost.passes, cost.memory, secrets.token_hex(16))


@dataclass(frozen=True)
class WrappedKey:
    """A 32-byte key locked with a passphrase."""

    lock: Lock
    box: Annotated[str, matching("[0-9a-f]{144}", "hex 144")]


def derive_key(secret: str, purpose: str, lock: Lock) -> bytes:
    """The 32-byte key of a code or passphrase for one purpose. Slow on purpose; keep the key.

    The secret is brought to NFKC, so that an input method's full-width letters do not matter.
    Raises E-NOCRYPTO, and E-MEMORY if the computer lacks the memory the lock asks for.
    """
    typed = unicodedata.normalize("NFKC", secret).encode("utf-8", "surrogatepass")
    password = purpose.encode("ascii") + b"\0" + typed
    kdf, salt = _nacl("pwhash.argon2id").kdf, bytes.fromhex(lock.salt)
    try:
        key = kdf(KEY_BYTES, password, salt, opslimit=lock.passes, memlimit=lock.memory)
    except _nacl("exceptions").RuntimeError:
        raise Bad("E-MEMORY", mib=lock.memory // 2**20) from None
    return bytes(key)


def box(key: bytes, data: bytes) -> bytes:
    """Encrypt and authenticate with a key from `derive_key` (SecretBox, random nonce)."""
    return bytes(_nacl("secret").SecretBox(key).encrypt(data))


def unbox(key: bytes, boxed: bytes, wrong: str = "E-WRONGCODE") -> bytes:
    """The content of a box. Raises the code `wrong` for another key or a changed box."""
    return _decrypt(_nacl("secret").SecretBox(key), boxed, wrong)


def wrap_key(key: bytes, passphrase: str, purpose: str, cost: Cost = PASSPHRASE_COST) -> WrappedKey:
    """Lock a 32-byte key with a passphrase."""
    lock = Lock.new(cost)
    return WrappedKey(lock, box(derive_key(passphrase, purpose, lock), key).hex())


def unwrap_key(wrapped: WrappedKey, passphrase: str, purpose: str) -> bytes:
    """The key again. Raises E-PASSPHRASE for another passphrase or purpose."""
    key = derive_key(passphrase, purpose, wrapped.lock)
    return unbox(key, bytes.fromhex(wrapped.box), "E-PASSPHRASE")


def opening_public(private: bytes) -> bytes:
    """The public half of an opening key (X25519); any 32 random bytes are a private one."""
    return bytes(_nacl("public").PrivateKey(private).public_key)


def seal(public: bytes, data: bytes) -> bytes:
    """Encrypt so that only the opening key's private half can read it (SealedBox).

    Raises E-FORMAT for a public key of small order, with which anybody could read it.
    """
    public_module = _nacl("public")
    try:
        sealed = public_module.SealedBox(public_module.PublicKey(public)).encrypt(data)
    except _nacl("exceptions").CryptoError:
        refuse("X25519", "opening")
    return bytes(sealed)


def unseal(private: bytes, sealed: bytes) -> bytes:
    """What was sealed. Raises E-OPEN for another opening key or changed bytes."""
    public_module = _nacl("public")
    opener = public_module.SealedBox(public_module.PrivateKey(private))
    return _decrypt(opener, sealed, "E-OPEN")


@dataclass(frozen=True)
class Ed25519Signer:
    """Signs with the key of a 32-byte seed."""

    scheme: ClassVar[str] = "ed25519"
    seed: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The 32 bytes that others check with."""
        return bytes(_nacl("signing").SigningKey(self.seed).verify_key)

    def sign(self, message: bytes) -> bytes:
        return bytes(_nacl("signing").SigningKey(self.seed).sign(message).signature)


@dataclass(frozen=True)
class Ed25519Checker:
    """Checks with a 32-byte public key, with PyNaCl or without."""

    scheme: ClassVar[str] = "ed25519"
    public: bytes

    def check(self, message: bytes, signature: bytes) -> bool:
        if len(self.public) != 32 or len(signature) != 64:
            return False
        try:
            bindings = _nacl("bindings")
        except Bad:
            return ed25519_verify.verify(self.public, message, signature)
        return _check_with(bindings, self.public, message, signature)


@dataclass(frozen=True)
class HmacKey:
    """Signs and checks with one shared key: the scheme of open awards."""

    scheme: ClassVar[str] = "hmac-sha256"
    key: bytes = field(repr=False)

    def sign(self, message: bytes) -> bytes:
        return hmac.digest(self.key, message, "sha256")

    def check(self, message: bytes, signature: bytes) -> bool:
        return hmac.compare_digest(self.sign(message), signature)


def open_key(code: str, award: str, judge: str, rounds: int | None = None) -> HmacKey:
    """The HMAC key of a judge's code in an open award. Needs no PyNaCl."""
    salt = digest("open-key", dumps([award, judge])).encode("ascii")
    return HmacKey(hashlib.pbkdf2_hmac("sha256", code.encode("ascii"), salt, rounds or OPEN_ROUNDS))


def fingerprint(public: bytes) -> str:
    """Five groups of four hex digits (80 bits) by which people compare public keys."""
    text = digest("key", public)
    return " ".join(text[i : i + 4] for i in range(0, 20, 4))


def _check_with(bindings: Any, public: bytes, message: bytes, signature: bytes) -> bool:
    # libsodium's releases differ on points outside the subgroup of prime order; asking first
    # gives one answer with all of them, the one of `ed25519_verify`.
    points = (public, signature[:32])
    if not all(bindings.crypto_core_ed25519_is_valid_point(point) for point in points):
        return False
    try:
        bindings.crypto_sign_open(signature + message, public)
    except _nacl("exceptions").BadSignatureError:
        return False
    return True


def _decrypt(opener: Any, data: bytes, wrong: str) -> bytes:
    try:
        return bytes(opener.decrypt(data))
    except (_nacl("exceptions").CryptoError, ValueError):  # ValueError: shorter than its frame
        raise Bad(wrong) from None


def _nacl(module: str) -> Any:
    try:
        return importlib.import_module(f"nacl.{module}")
    except ImportError:
        raise Bad("E-NOCRYPTO") from None
