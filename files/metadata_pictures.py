"""What a photograph or picture says of who made it, and where: EXIF, XMP, comments, PNG texts.

Only the labels are read, never the picture. Every walk is bounded by the length of the data, a
number of steps, and a length of what is kept; what is damaged ends the walk and says nothing.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from html import unescape

Fact = tuple[str, str]

JPEG, PNG, TIFFS = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", (b"II*\0", b"MM\0*")
STEPS = 500  # segments, chunks or entries that are looked at
MOST = 200  # characters of a value
LABEL = 4000  # bytes of one label that are read
XMP = b"http://ns.adobe.com/xap/1.0/\0"
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
"""Bytes of one value of each EXIF type."""
TAGS = {
    0x010E: "comment", 0x010F: "camera", 0x0110: "camera", 0x0131: "program", 0x013B: "author",
    0x8298: "copyright", 0x9C9C: "comment", 0x9C9D: "author", 0x9003: "created", 0x0132: "changed",
    0xA430: "author", 0xA431: "serial",
}  # fmt: skip
EXIF, GPS = 0x8769, 0x8825
WIDE = {0x9C9C, 0x9C9D}
"""Tags of Windows, in UTF-16."""
TEXTS = {"author": "author", "software": "program", "creation time": "created",
         "copyright": "copyright"}  # fmt: skip
IN_XMP = (
    ("author", rb"<dc:creator>.{0,200}?<rdf:li[^>]{0,80}>([^<]{1,200})<"),
    ("program", rb"xmp:CreatorTool(?:=\"|>)([^\"<]{1,200})[\"<]"),
    ("created", rb"xmp:CreateDate(?:=\"|>)([^\"<]{1,60})[\"<]"),
)


def is_picture(data: bytes) -> bool:
    return data.startswith((JPEG, PNG, *TIFFS))


def of_picture(data: bytes) -> tuple[Fact, ...]:
    """What a JPEG, PNG or TIFF says, each once; nothing where it is damaged."""
    walks = {JPEG: _jpeg, PNG: _png, **dict.fromkeys(TIFFS, _tiff)}
    walk = next((walk for magic, walk in walks.items() if data.startswith(magic)), None)
    found: list[Fact] = []
    # Cut off or damaged: what came before holds.
    with suppress(struct.error, IndexError, zlib.error):
        for what, value in walk(data) if walk else ():
            said = " ".join(value.replace("\0", " ").split())[:MOST]
            if said:
                found.append((what, said))
    return tuple(dict.fromkeys(found))


# -- JPEG -----------------------------------------------------------------------------------


def _jpeg(data: bytes) -> Iterator[Fact]:
    """The segments before the picture itself."""
    at = 2
    for _ in range(STEPS):
        if data[at] != 0xFF:
            return
        marker, size = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if marker in (0xD9, 0xDA) or size < 2:
            return
        yield from _segment(marker, data[at + 4 : at + 2 + size])
        at += 2 + size


def _segment(marker: int, body: bytes) -> Iterator[Fact]:
    if marker == 0xE1 and body.startswith(b"Exif\0\0"):
        yield from _tiff(body[6:])
    elif marker == 0xE1 and body.startswith(XMP):
        yield from _xmp(body)
    elif marker == 0xFE:
        yield "comment", _decoded(body[:LABEL])


def _xmp(body: bytes) -> Iterator[Fact]:
    for what, pattern in IN_XMP:
        found = re.search(pattern, body, re.DOTALL)
        if found:
            yield what, unescape(_decoded(found[1]))


# -- EXIF, which is a small TIFF ------------------------------------------------------------


def _tiff(data: bytes) -> Iterator[Fact]:
    order = "<" if data[:2] == b"II" else ">"
    (start,) = struct.unpack_from(order + "I", data, 4)
    entries = dict(_entries(data, order, start))
    if EXIF in entries:
        entries |= dict(_entries(data, order, _number(entries[EXIF], order)))
    yield from _labels(entries)
    if GPS in entries:
        yield from _place(dict(_entries(data, order, _number(entries[GPS], order))), order)


def _entries(data: bytes, order: str, start: int) -> Iterator[tuple[int, bytes]]:
    """The bytes of each tag of one directory; those that lie outside the data are left out."""
    (count,) = struct.unpack_from(order + "H", data, start)
    for at in range(start + 2, start + 2 + 12 * min(count, STEPS), 12):
        tag, kind, length = struct.unpack_from(order + "HHI", data, at)
        size = SIZES.get(kind, 0) * length
        if not 0 < size <= LABEL:
            continue
        place = at + 8 if size <= 4 else struct.unpack_from(order + "I", data, at + 8)[0]
        if place + size <= len(data):
            yield tag, data[place : place + size]


def _number(raw: bytes, order: str) -> int:
    found: int = struct.unpack_from(order + "I", raw.ljust(4, b"\0"))[0]
    return found


def _labels(entries: dict[int, bytes]) -> Iterator[Fact]:
    cameras = []
    for tag, raw in entries.items():
        what = TAGS.get(tag)
        text = raw.decode("utf-16-le", "replace") if tag in WIDE else _decoded(raw)
        if what == "camera":
            cameras.append(text.strip("\0 "))
        elif what:
            yield what, text
    if cameras:
        yield "camera", " ".join(dict.fromkeys(cameras))


def _place(gps: dict[int, bytes], order: str) -> Iterator[Fact]:
    """Where the photograph was taken, in degrees to four places (some ten metres)."""
    if not {1, 2, 3, 4} <= gps.keys():
        return
    parts = []
    for letter, value in ((1, 2), (3, 4)):
        numbers = struct.unpack_from(order + "6I", gps[value])
        if 0 in numbers[1::2]:
            return
        degrees, minutes, seconds = (
            Fraction(numbers[at], numbers[at + 1]) for at in range(0, 6, 2)
        )
        # In ten-thousandths of a degree, cut off.
        whole = int((degrees + minutes / 60 + seconds / 3600) * 10_000)
        parts.append(f"{whole // 10_000}.{whole % 10_000:04} {_decoded(gps[letter]).strip(chr(0))}")
    yield "place", ", ".join(parts)


# -- PNG ------------------------------------------------------------------------------------


def _png(data: bytes) -> Iterator[Fact]:
    at = len(PNG)
    for _ in range(STEPS):
        size, kind = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + min(size, LABEL * 16)]
        if kind == b"IEND":
            return
        if kind == b"eXIf":
            yield from _tiff(body)
        elif kind in (b"tEXt", b"zTXt", b"iTXt"):
            yield from _png_text(kind, body)
        at += 12 + size


def _png_text(kind: bytes, body: bytes) -> Iterator[Fact]:
    key, _, rest = body.partition(b"\0")
    packed = kind == b"zTXt" or (kind == b"iTXt" and rest[:1] == b"\1")
    if kind == b"iTXt":
        rest = rest[2:].split(b"\0", 2)[-1]
    elif kind == b"zTXt":
        rest = rest[1:]
    if packed:
        rest = zlib.decompressobj().decompress(rest, LABEL)
    name = _decoded(key)
    if name == "XML:com.adobe.xmp":
        yield from _xmp(rest)
    elif name.lower() in TEXTS:
        yield TEXTS[name.lower()], _decoded(rest[:LABEL])
    else:
        yield "comment", f"{name}: {_decoded(rest[:LABEL])}"


def _decoded(raw: bytes) -> str:
    """Text of no said encoding: UTF-8, else what Chinese programs write."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
