"""The one place that opens a file somebody else made."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Literal

from files.reasons import reason
from words import Bad

Kind = Literal["empty", "zip", "ole", "pdf", "sqlite", "utf16", "binary", "text"]

_LOOK = 4096  # bytes at the start that decide the kind
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),  # xlsx, docx, ods: archives.office_kind says which
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),  # xls, doc, and encrypted xlsx
    (b"%PDF-", "pdf"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\xff\xfe", "utf16"),
    (b"\xfe\xff", "utf16"),
)


def read_bounded(path: Path | str, limit: int, *, follow_links: bool = True) -> bytes:
    """The bytes of a regular file of at most `limit` bytes; never waits, never reads more.

    Raises E-NOFILE, E-NOTFILE (a folder, pipe, device or, where told, a link), E-SIZE or
    E-CANNOTREAD. Source: the drop-folder rules of the safety notes, 1.4.
    """
    path = Path(path)
    try:
        handle = _open(path, follow_links)
        with os.fdopen(handle, "rb") as file:
            _require_regular(path, os.fstat(handle), limit)
            data = file.read(limit + 1)
    except OSError as error:
        raise cannot_read(path, error) from None
    except ValueError:  # a NUL in the name
        raise Bad("E-NOFILE", path=repr(str(path))) from None
    if len(data) > limit:  # still growing, or a file that does not know its size
        raise Bad("E-SIZE", name=path.name, size=f"> {in_units(limit)}", limit=in_units(limit))
    return data


def read_start(path: Path | str, length: int) -> bytes:
    """The first `length` bytes of a regular file that is no link, however long it is.

    Raises E-NOFILE, E-NOTFILE or E-CANNOTREAD.
    """
    path = Path(path)
    try:
        with os.fdopen(_open(path, False), "rb") as file:
            return file.read(length)
    except OSError as error:
        raise cannot_read(path, error) from None


def _open(path: Path, follow_links: bool) -> int:
    # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if not follow_links:
        flags |= getattr(os, "O_NOFOLLOW", 0)
        if path.is_symlink():  # where the system has no O_NOFOLLOW
            raise Bad("E-NOTFILE", path=path)
    if not stat.S_ISREG(path.stat().st_mode):  # on Windows a folder cannot even be opened
        raise Bad("E-NOTFILE", path=path)
    return os.open(path, flags)


def _require_regular(path: Path, found: os.stat_result, limit: int) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise Bad("E-NOTFILE", path=path)
    if found.st_size > limit:
        sizes = {"size": in_units(found.st_size), "limit": in_units(limit)}
        raise Bad("E-SIZE", name=path.name, **sizes)


def cannot_read(path: Path, error: OSError) -> Bad:
    """What to tell the user of a failed read."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return Bad("E-NOFILE", path=path)
    if error.errno in {errno.ELOOP, errno.EISDIR, errno.ENXIO}:
        return Bad("E-NOTFILE", path=path)
    return Bad("E-CANNOTREAD", path=path, why=reason(error))


def in_units(size: int) -> str:
    """A number of bytes for people: `640 B`, `12 KiB`, `64 MiB`."""
    for unit, name in ((1 << 20, "MiB"), (1 << 10, "KiB")):
        if size >= unit:
            return f"{-(-size // unit)} {name}"
    return f"{size} B"


def sniff(data: bytes) -> Kind:
    """What the bytes are; the name of a file proves nothing."""
    if not data:
        return "empty"
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    head = data[:_LOOK]
    return _with_nuls(head) if b"\0" in head else "text"


def _with_nuls(head: bytes) -> Kind:
    """UTF-16 without a mark has its NULs all on even or all on odd places, for the ASCII in it."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    regular = min(even, odd) == 0 and max(even, odd) > 1
    return "utf16" if regular and max(even, odd) * 8 >= len(head) else "binary"
