"""Make a packet for one judge, and open one with the judge's code."""

from __future__ import annotations

from dataclasses import dataclass, field

from exchange import crypto, envelope
from exchange.codes import parse_code
from exchange.crypto import Cost, Ed25519Checker, HmacKey, Lock
from exchange.envelope import Signer, Unverified
from exchange.fields import pack, plain, read, unpack
from exchange.objects import PACKET_LIMIT, PacketBody, PacketHeader, check_packet
from files.canonical import digest
from words import Bad

KIND = "packet"
PURPOSE = "packet"


@dataclass(frozen=True)
class ClosedPacket:
    """A packet before the code: whole, and signed by the key it names. Whose key is not known."""

    header: PacketHeader
    file: str
    _content: Unverified = field(repr=False)

    def opened(self, typed: str) -> OpenPacket:
        """The content. Raises E-CODE for a typing error, E-WRONGCODE, E-SLATE, E-FORMAT."""
        code = parse_code(typed)
        if self.header.mode == "open":
            return self._checked(code)
        assert self.header.lock is not None  # the header has been read
        key = crypto.derive_key(code, PURPOSE, self.header.lock)
        return self._open(crypto.unbox(key, self._content.content.payload), key, None)

    def _checked(self, code: str) -> OpenPacket:
        """In an open award the code proves the packet instead of unlocking it."""
        key = crypto.open_key(code, self.header.award, self.header.judge)
        try:
            payload = self._content.verified(key).payload
        except Bad:
            raise Bad("E-WRONGCODE") from None
        return self._open(payload, key.key, key)

    def _open(self, data: bytes, key: bytes, mac: HmacKey | None) -> OpenPacket:
        body = unpack(PacketBody, data)
        check_packet(self.header, body)
        return OpenPacket(self.header, body, self.file, key, mac)


@dataclass(frozen=True)
class OpenPacket:
    """A packet that was opened; `file` is its digest."""

    header: PacketHeader
    body: PacketBody
    file: str
    _key: bytes = field(repr=False)
    mac: HmacKey | None = field(repr=False)

    def key_for(self, purpose: str) -> bytes:
        """A key that only this packet's code gives, for what lies beside the packet."""
        return bytes.fromhex(digest(purpose, self._key))


def read_packet(data: bytes) -> ClosedPacket:
    """A packet file, before anything is asked.

    Raises E-SIZE, E-KIND, E-TRUNCATED, E-CANON, E-FORMAT, or E-SIG where it was altered.
    """
    content = envelope.read(data, kind=KIND, limit=PACKET_LIMIT)
    header = read(PacketHeader, content.header)
    if header.key is not None:
        content.verified(Ed25519Checker(bytes.fromhex(header.key)))
    return ClosedPacket(header, content.content.digest, content)


def new_lock(cost: Cost | None = None) -> Lock:
    """A lock for a judge's code."""
    return Lock.new(cost or crypto.CODE_COST)


def write_packet(header: PacketHeader, body: PacketBody, code: str, signer: Signer | None) -> bytes:
    """The packet file. A sealed award signs with its key; an open one with the code's."""
    check_packet(header, body)
    data = pack(body)
    if header.lock is not None and signer is not None:
        key = crypto.derive_key(code, PURPOSE, header.lock)
        return envelope.write(KIND, plain(header), crypto.box(key, data), signer)
    return envelope.write(
        KIND, plain(header), data, crypto.open_key(code, header.award, header.judge)
    )
