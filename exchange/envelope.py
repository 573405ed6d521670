"""The text file that carries packets, ballots and close sheets: signed, ASCII, line by line.

::

    pingxuan ballot 1
    {"award":"A1","judge":"J01",...}
    <payload in base64, lines of 76>
    signature ed25519 <base64>

Line ends as CRLF, a byte order mark, NULs or 0x1A at the end and a missing last newline come
from mail and old editors and are put right. Nothing else is: after that the file must equal,
byte for byte, what `write` makes of its own content, so one content has one spelling.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from typing import NoReturn, Protocol

from files import canonical
from files.canonical import Json
from words import Bad

HEADER_LIMIT = 16 * 1024
"""Longest header line in bytes. The header is read before anything is known to be genuine."""

_LINE = 76
_BOM = b"\xef\xbb\xbf"
_KIND_LINE = re.compile(rb"pingxuan ([a-z-]{1,20}) 1")
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]{1,76}={0,2}")
_SIGNATURE = re.compile(
    rb"signature (?:(ed25519) ([A-Za-z0-9+/]{86}==)|(hmac-sha256) ([A-Za-z0-9+/]{43}=))"
)
_SIGNATURE_START = re.compile(rb"signature(?: [a-z0-9-]{0,11}(?: [A-Za-z0-9+/]{0,86}=?)?)?")


class Signer(Protocol):
    """Something that signs under a named scheme, `ed25519` or `hmac-sha256`."""

    @property
    def scheme(self) -> str: ...

    def sign(self, message: bytes) -> bytes: ...


class Checker(Protocol):
    """Something that checks the signatures of one scheme."""

    @property
    def scheme(self) -> str: ...

    def check(self, message: bytes, signature: bytes) -> bool: ...


@dataclass(frozen=True)
class Envelope:
    """A file's content. `digest` identifies the file whatever mail did to its line ends."""

    kind: str
    header: dict[str, Json]
    payload: bytes
    digest: str


@dataclass(frozen=True)
class Unverified:
    """A file that is well formed but may be anybody's. Its header says whose key to try."""

    content: Envelope
    scheme: str
    signature: bytes

    @property
    def header(self) -> dict[str, Json]:
        return self.content.header

    def verified(self, checker: Checker) -> Envelope:
        """The content, once the signature holds. Raises E-SIG, also for another scheme."""
        content = self.content
        message = signed_message(checker.scheme, content.kind, content.header, content.payload)
        if self.scheme != checker.scheme or not checker.check(message, self.signature):
            raise Bad("E-SIG", kind=content.kind)
        return content


def write(kind: str, header: dict[str, Json], payload: bytes, signer: Signer) -> bytes:
    """The bytes of a signed file. Raises E-CANON if the header cannot be encoded."""
    signature = signer.sign(signed_message(signer.scheme, kind, header, payload))
    return _spell(kind, header, payload, signer.scheme, signature)


def read(data: bytes, *, kind: str, limit: int) -> Unverified:
    """Take a file of at most `limit` bytes apart, without believing it yet.

    Raises E-SIZE, E-KIND for another kind of file, E-TRUNCATED for a file whose end is
    missing, E-CANON for the header, and E-FORMAT with the line (`L3`) for the rest.
    """
    if len(data) > limit:
        raise Bad("E-SIZE", name=kind, size=len(data), limit=limit)
    text = _put_right(data)
    lines = text[:-1].split(b"\n")
    _check_kind(lines, kind)
    end = _signature_index(lines)
    scheme, signature = _parse_signature(lines[end], end)
    header, payload = _parse_header(lines[1]), _parse_payload(lines[2:end])
    _check_spelling(text, _spell(kind, header, payload, scheme, signature))
    content = Envelope(kind, header, payload, canonical.digest("file", text))
    return Unverified(content, scheme, signature)


def signed_message(scheme: str, kind: str, header: dict[str, Json], payload: bytes) -> bytes:
    """What is signed: scheme, kind, header and payload after a line with their lengths.

    The lengths keep bytes from moving from one part to the next under the same signature.
    """
    top = canonical.dumps(header)
    lengths = f"pingxuan envelope 1 {scheme} {len(kind)} {len(top)} {len(payload)}\n"
    return lengths.encode("ascii") + kind.encode("ascii") + top + payload


def _spell(
    kind: str, header: dict[str, Json], payload: bytes, scheme: str, signature: bytes
) -> bytes:
    body = b64encode(payload)
    wrapped = (body[i : i + _LINE] for i in range(0, len(body), _LINE))
    last = f"signature {scheme} ".encode("ascii") + b64encode(signature)
    return b"\n".join([_kind_line(kind), canonical.dumps(header), *wrapped, last, b""])


def _kind_line(kind: str) -> bytes:
    return f"pingxuan {kind} 1".encode("ascii")


def _put_right(data: bytes) -> bytes:
    """What mail and editors do to a text file, undone; ends with one newline."""
    text = data.removeprefix(_BOM).rstrip(b"\0\x1a").replace(b"\r\n", b"\n")
    # A lone CR at the very end is a CRLF that has lost its second half.
    text = text.removesuffix(b"\r").removesuffix(b"\n")
    return text + b"\n"


def _check_kind(lines: list[bytes], kind: str) -> None:
    if lines[0] == _kind_line(kind):
        return
    if len(lines) == 1 and _kind_line(kind).startswith(lines[0]):
        raise Bad("E-TRUNCATED")
    found = _KIND_LINE.fullmatch(lines[0])
    raise Bad("E-KIND", kind=kind, found=found[1].decode("ascii") if found else "?")


def _signature_index(lines: list[bytes]) -> int:
    """Where the signature is, which must be the last line."""
    start = b"signature "
    index = next((n for n, line in enumerate(lines) if n > 1 and line.startswith(start)), None)
    if index is None:
        _check_base64(lines[2:])
        raise Bad("E-TRUNCATED")
    if index != len(lines) - 1:
        _refuse_line(index + 1, "")
    return index


def _parse_signature(line: bytes, index: int) -> tuple[str, bytes]:
    found = _SIGNATURE.fullmatch(line)
    if found:
        scheme, text = (part for part in found.groups() if part)
        return scheme.decode("ascii"), b64decode(text)
    if not _SIGNATURE_START.fullmatch(line):
        _refuse_line(index, "signature")
    raise Bad("E-TRUNCATED")


def _parse_header(line: bytes) -> dict[str, Json]:
    if len(line) > HEADER_LIMIT:
        _refuse_line(1, f"<= {HEADER_LIMIT} bytes")
    header = canonical.loads(line)
    return header if isinstance(header, dict) else _refuse_line(1, "{...}")


def _parse_payload(lines: list[bytes]) -> bytes:
    try:
        return b64decode(b"".join(lines), validate=True)
    except Base64Error:
        _check_base64(lines)
        _refuse_line(1 + len(lines), "base64")


def _check_base64(lines: list[bytes]) -> None:
    for index, line in enumerate(lines, start=2):
        if not _BASE64_LINE.fullmatch(line):
            _refuse_line(index, "base64")


def _check_spelling(text: bytes, spelt: bytes) -> None:
    if text != spelt:
        pairs = zip(text.split(b"\n"), spelt.split(b"\n"), strict=False)
        _refuse_line(next(n for n, (line, other) in enumerate(pairs) if line != other), "base64")


def _refuse_line(index: int, need: str) -> NoReturn:
    raise Bad("E-FORMAT", f"L{index + 1}", need=need or "end of file")
