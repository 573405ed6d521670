"""An archive: plain files and a manifest that names each with its digest, signed by the award.

A folder or a zip of one. Everything is read into memory within bounds; nothing is unpacked onto
the disk. Only the standard library is used.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, TypeVar

from exchange.crypto import Ed25519Checker, Ed25519Signer
from exchange.envelope import signed_message
from exchange.fields import at_most, integer, matching, one_of, pack, require_ascending, unpack
from exchange.objects.terms import Hex32, Id
from files.archives import check_zip
from files.reading import read_bounded
from words import Bad

MANIFEST, SIGNATURE = "manifest.json", "signature.json"
MOST_FILES = 20_000
MOST_BYTES = 512 * 2**20

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,3}")

Files = Mapping[str, bytes]
T = TypeVar("T")


@dataclass(frozen=True)
class Listed:
    """One file of the archive."""

    name: Annotated[str, matching(_NAME.pattern, "a-z/...")]
    sha256: Hex32
    size: Annotated[int, integer(0, MOST_BYTES)]


@dataclass(frozen=True)
class Manifest:
    """What is in the archive: `public` for everybody, `restricted` for those who may know all."""

    format: Annotated[int, integer(1, 1)]
    kind: Annotated[str, one_of("public", "restricted")]
    award: Id
    result: Annotated[int, integer(1, 9999)]
    files: Annotated[tuple[Listed, ...], at_most(MOST_FILES)]

    def __post_init__(self) -> None:
        require_ascending(tuple(one.name for one in self.files), "files")


@dataclass(frozen=True)
class Signature:
    """Of the manifest's bytes, by the award's key."""

    key: Hex32
    value: Annotated[str, matching("[0-9a-f]{128}", "hex 128")]


@dataclass(frozen=True)
class Fault:
    """A file that is not as the manifest says."""

    name: str
    what: str  # changed, missing, added


def with_manifest(
    files: Files, kind: str, award: str, result: int, signer: Ed25519Signer | None
) -> dict[str, bytes]:
    """The files with their manifest, and its signature where there is a key."""
    listed = tuple(
        Listed(name, sha256(data).hexdigest(), len(data)) for name, data in sorted(files.items())
    )
    manifest = pack(Manifest(1, kind, award, result, listed))
    full = {**files, MANIFEST: manifest}
    if signer is not None:
        value = signer.sign(_message(manifest)).hex()
        full[SIGNATURE] = pack(Signature(signer.public.hex(), value))
    return full


def _message(manifest: bytes) -> bytes:
    return signed_message("ed25519", "manifest", {}, manifest)


def digest_of(files: Files) -> str:
    """What stands for the whole archive on paper: any tool's SHA-256 of the manifest."""
    return sha256(files[MANIFEST]).hexdigest()


def manifest_of(files: Files) -> Manifest:
    """Raises E-CANON or E-FORMAT."""
    return _read(Manifest, MANIFEST, files.get(MANIFEST, b""))


def signature_of(files: Files) -> Signature | None:
    """The signature's file; None where there is none. Raises E-CANON or E-FORMAT."""
    return _read(Signature, SIGNATURE, files[SIGNATURE]) if SIGNATURE in files else None


def _read(shape: type[T], name: str, data: bytes) -> T:
    try:
        return unpack(shape, data)
    except Bad as bad:
        raise Bad(bad.code, name, **bad.params) from None


def signed_by(files: Files, signature: Signature) -> bool:
    """Whether the signature is of this manifest."""
    checker = Ed25519Checker(bytes.fromhex(signature.key))
    return checker.check(_message(files[MANIFEST]), bytes.fromhex(signature.value))


def faults(files: Files, manifest: Manifest) -> list[Fault]:
    """Every file that was changed, is missing or was added, by name."""
    listed = {one.name: one for one in manifest.files}
    found = [Fault(name, "added") for name in files if name not in {*listed, MANIFEST, SIGNATURE}]
    for name, one in listed.items():
        if name not in files:
            found.append(Fault(name, "missing"))
        elif sha256(files[name]).hexdigest() != one.sha256 or len(files[name]) != one.size:
            found.append(Fault(name, "changed"))
    return sorted(found, key=lambda fault: fault.name)


def read_bundle(path: Path) -> dict[str, bytes]:
    """Every file of an archive by its name. Raises E-NOFILE, E-BUNDLE, or E-ZIP... for a zip."""
    if not os.path.lexists(path):
        raise Bad("E-NOFILE", path=path)
    files = _read_folder(path) if path.is_dir() else _read_zip(path)
    if MANIFEST not in files:
        raise Bad("E-BUNDLE", path=path, why=f"{MANIFEST}?")
    return files


def _read_folder(top: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    for folder, names, here in os.walk(top, followlinks=False):
        names.sort()
        for name in sorted(here):
            path = Path(folder) / name
            inner = path.relative_to(top).as_posix()
            _require_place(top, inner, len(found))
            found[inner] = read_bounded(path, room, follow_links=False)
            room -= len(found[inner])
    return found


def _require_place(top: Path, name: str, count: int) -> None:
    if count >= MOST_FILES:
        raise Bad("E-BUNDLE", path=top, why=f"> {MOST_FILES}")
    if not _NAME.fullmatch(name):
        raise Bad("E-BUNDLE", path=top, why=ascii(name)[:100])


def _read_zip(path: Path) -> dict[str, bytes]:
    data = read_bounded(path, MOST_BYTES, follow_links=False)
    if not data.startswith(b"PK"):
        raise Bad("E-BUNDLE", path=path, why="zip?")
    check_zip(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if not part.is_dir()]
        for part in parts:
            if stat.S_ISLNK(part.external_attr >> 16):
                raise Bad("E-ZIPHOSTILE", part=ascii(part.filename)[:100])
        top = _common_folder([part.filename for part in parts])
        found = {part.filename.removeprefix(top): archive.read(part) for part in parts}
    for name in found:
        _require_place(path, name, 0)
    return found


def _common_folder(names: list[str]) -> str:
    """A zip made of the folder has the folder's name before every file."""
    first = names[0].split("/")[0] + "/" if names and "/" in names[0] else ""
    return first if first and all(name.startswith(first) for name in names) else ""
