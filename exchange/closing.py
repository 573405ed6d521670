"""The close sheet: which ballots were in when collecting ended, signed, for everybody to keep.

Three spellings of one content: canonical JSON in the database, signed TOML for machines, text
and a page for people. The signature is over canonical JSON, so that a reader of any spelling
checks the same bytes. Only the standard library is needed to read.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from exchange.crypto import Ed25519Checker, Ed25519Signer
from exchange.envelope import signed_message
from exchange.fields import at_most, matching, pack, plain, read, require_ascending
from exchange.objects import CLOSE_SHEET_LIMIT, CloseHeader, CloseSheet
from exchange.objects.terms import Hex32, Id, Receipt
from files import canonical
from words import Bad

KIND = "close-sheet"
MOST_FILES = 100_000


@dataclass(frozen=True)
class Counted:
    """A ballot on the close sheet: whose it is stays with the secretary."""

    judge: Id
    receipt: Receipt
    file: Hex32


@dataclass(frozen=True)
class SignedSheet:
    """A close sheet with its signature in hex; an open award has none (empty)."""

    header: CloseHeader
    sheet: CloseSheet
    signature: Annotated[str, matching("([0-9a-f]{128})?", "hex 128")]


@dataclass(frozen=True)
class CloseRecord:
    """What the award keeps of its closing: the sheet, whose ballot is which, and every ballot
    that was there, also those that did not count."""

    signed: SignedSheet
    counted: Annotated[tuple[Counted, ...], at_most(500)]
    received: Annotated[tuple[Hex32, ...], at_most(MOST_FILES)]

    def __post_init__(self) -> None:
        require_ascending(tuple(one.judge for one in self.counted), "counted")
        require_ascending(self.received, "received")


def sign(header: CloseHeader, sheet: CloseSheet, signer: Ed25519Signer | None) -> SignedSheet:
    """The sheet signed by the award's key; unsigned in an open award."""
    signature = signer.sign(_message(header, sheet)).hex() if signer else ""
    return SignedSheet(header, sheet, signature)


def holds(signed: SignedSheet) -> bool | None:
    """Whether the signature holds; None where there is none."""
    if signed.header.key is None:
        return None
    checker = Ed25519Checker(bytes.fromhex(signed.header.key))
    return checker.check(_message(signed.header, signed.sheet), bytes.fromhex(signed.signature))


def digest_of(signed: SignedSheet) -> str:
    """What stands for the whole sheet on its own print, signed or not."""
    return canonical.digest(KIND, _message(signed.header, signed.sheet))


def _message(header: CloseHeader, sheet: CloseSheet) -> bytes:
    return signed_message("ed25519", KIND, plain(header), pack(sheet))


def to_toml(signed: SignedSheet, comments: Sequence[str] = ()) -> bytes:
    """The sheet as TOML: the same fields, and the signature last."""
    parts = [f"# {line}" for line in comments]
    parts += ['format = "close-sheet/1"', f'closed_at = "{signed.sheet.closed_at}"']
    parts += [f'log_head = "{signed.sheet.log_head}"']
    parts += list(_list("receipts", signed.sheet.receipts)) + list(
        _list("files", signed.sheet.files)
    )
    parts += ["", "[award]", *_pairs(plain(signed.header))]
    for line in signed.sheet.judges:
        parts += [
            "",
            "[[judge]]",
            f'id = "{line.judge}"',
            f"returned = {str(line.returned).lower()}",
        ]
    parts += ["", "[signature]", f'scheme = "{"ed25519" if signed.signature else "none"}"']
    return "\n".join([*parts, f'value = "{signed.signature}"', ""]).encode("utf-8")


def _list(name: str, items: Sequence[str]) -> Iterator[str]:
    yield f"{name} = ["
    yield from (f'    "{item}",' for item in items)
    yield "]"


def _pairs(values: Mapping[str, object]) -> Iterator[str]:
    for key, value in values.items():
        if value is not None:
            yield f"{key} = {_quoted(str(value))}"


def _quoted(text: str) -> str:
    """A basic string; names hold no control characters (`objects.terms.Name`)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def from_toml(data: bytes) -> SignedSheet:
    """The sheet of TOML bytes, whatever its comments. Raises E-SIZE or E-FORMAT."""
    if len(data) > CLOSE_SHEET_LIMIT:
        raise Bad("E-SIZE", name=KIND, size=len(data), limit=CLOSE_SHEET_LIMIT)
    try:
        value = tomllib.loads(data.decode("utf-8"))
        sheet = {key: value[key] for key in ("receipts", "files", "log_head", "closed_at")}
        sheet["judges"] = [
            {"judge": one["id"], "returned": one["returned"]} for one in value.get("judge", [])
        ]
        header = {"key": None, **value["award"]}
        whole = {"header": header, "sheet": sheet, "signature": value["signature"]["value"]}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Bad("E-FORMAT", KIND, need="TOML") from None
    return read(SignedSheet, whole)
