"""Office files are zip archives: look into one before anything unpacks it.

The sizes written in an archive may lie, so the bytes that really come out are counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, Literal

from files.reading import in_units
from words import Bad

OfficeKind = Literal["xlsx", "xlsb", "docx", "ods", "odt", "pptx", "zip"]
OleKind = Literal["xls", "doc", "locked", "ole"]

MOST_PARTS = 2000
MOST_UNPACKED = 64 << 20  # bytes
MOST_RATIO = 200  # bytes out per byte in, for archives that unpack to over RATIO_FROM
RATIO_FROM = 8 << 20
_CHUNK = 1 << 18
_ENCRYPTED = 1  # a flag bit of a zip entry
_DOCTYPES = tuple(
    f"<!{word}".encode(code)
    for word in ("DOCTYPE", "ENTITY")
    for code in ("ascii", "utf-16-le", "utf-16-be")
)
_MARKS: tuple[tuple[str, OfficeKind], ...] = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("word/document.xml", "docx"),
    ("ppt/presentation.xml", "pptx"),
    ("content.xml", "ods"),
)
_STREAMS: tuple[tuple[str, OleKind], ...] = (
    ("EncryptedPackage", "locked"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "doc"),
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def check_zip(data: bytes) -> None:
    """Refuse an archive that is damaged, encrypted, too large, ambiguous or hostile.

    Raises E-ZIP, E-ZIPLOCKED, E-ZIPSIZE or E-ZIPHOSTILE.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_list(archive.infolist())
            _check_parts(archive, len(data))
    except _BROKEN:
        raise Bad("E-ZIP") from None


def office_kind(data: bytes) -> OfficeKind:
    """Which office file an archive is, by the part that makes it one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind: OfficeKind = next((kind for part, kind in _MARKS if part in names), "zip")
            return "odt" if kind == "ods" and not _is_sheet(archive) else kind
    except _BROKEN:
        raise Bad("E-ZIP") from None


def _is_sheet(archive: zipfile.ZipFile) -> bool:
    """An OpenDocument says in its first part whether it is a table or a text."""
    if "mimetype" not in archive.namelist():
        return True
    with archive.open("mimetype") as part:
        return b"spreadsheet" in part.read(100)


def ole_kind(data: bytes) -> OleKind:
    """Which old office file it is, by the names of its streams; WPS writes the same."""
    return next((kind for name, kind in _STREAMS if _has_stream(data, name)), "ole")


def _has_stream(data: bytes, name: str) -> bool:
    return name.encode("utf-16-le") + b"\0\0" in data


def _check_list(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS:
        raise Bad("E-ZIPSIZE", limit=str(MOST_PARTS))
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise Bad("E-ZIPLOCKED")
    names = [part.filename.replace("\\", "/").casefold() for part in parts]
    twice = next((name for name in names if names.count(name) > 1), "")
    outside = next((n for n in names if n.startswith("/") or ".." in n.split("/")), "")
    if twice or outside:
        raise Bad("E-ZIPHOSTILE", part=(twice or outside)[:100])


def _check_parts(archive: zipfile.ZipFile, packed: int) -> None:
    unpacked = 0
    for part in archive.infolist():
        with archive.open(part) as stream:
            unpacked = _drain(stream, part.filename, unpacked, packed)


def _drain(stream: IO[bytes], name: str, unpacked: int, packed: int) -> int:
    """Read one part to its end; `unpacked` counts all parts so far."""
    tail = b""
    while chunk := stream.read(_CHUNK):
        unpacked += len(chunk)
        if unpacked > MOST_UNPACKED or unpacked > max(RATIO_FROM, packed * MOST_RATIO):
            raise Bad("E-ZIPSIZE", limit=in_units(MOST_UNPACKED))
        # Office writes no DOCTYPE; one that is there is an attack on the XML reader.
        if name.lower().endswith((".xml", ".rels")) and _has_doctype(tail + chunk):
            raise Bad("E-ZIPHOSTILE", part=name[:100])
        tail = chunk[-32:]
    return unpacked


def _has_doctype(data: bytes) -> bool:
    return b"!" in data and any(word in data for word in _DOCTYPES)
