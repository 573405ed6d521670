"""What an old binary Office or WPS file (.doc, .xls, .ppt, .wps, .et) says of who made it.

These are compound files: a small file system of sectors. Only the two streams of properties
are read; every chain of sectors is bounded, so that one that runs in a circle ends.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta

Fact = tuple[str, str]

END = 0xFFFFFFFA  # from here on a number is a mark and no sector
CHAIN = 4096  # sectors of one stream
STREAM = 1 << 20  # bytes of one stream
PROPERTIES = 200
MOST = 200  # characters of a value
SUMMARY, DOCUMENT = "\x05SummaryInformation", "\x05DocumentSummaryInformation"
MEANING: Mapping[str, Mapping[int, str]] = {
    SUMMARY: {4: "author", 8: "changed_by", 18: "program", 12: "created", 13: "changed"},
    DOCUMENT: {14: "manager", 15: "company"},
}
CODE_PAGE, TEXT, WIDE_TEXT, TIME = 1, 30, 31, 64
MACROS = {"macros", "_vba_project_cur", "vba"}
CODE_PAGES = {65001: "utf-8", 936: "gb18030", 54936: "gb18030", 950: "big5", 1200: "utf-16-le"}


def of_ole(data: bytes) -> tuple[Fact, ...]:
    """The facts of a compound file, each once; nothing where it is damaged."""
    found: list[Fact] = []
    with suppress(struct.error, IndexError, ValueError, OverflowError):
        for fact in _facts(_Compound(data)):
            found.append(fact)
    return tuple(dict.fromkeys(found))


def _facts(file: _Compound) -> Iterator[Fact]:
    for name, meaning in MEANING.items():
        if name in file.entries:
            yield from _properties(file.stream(name), meaning)
    if any(name.lower() in MACROS for name in file.entries):
        yield "macros", ""


class _Compound:
    """The sectors of a file, and its directory by name: (first sector, size)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, mini = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or mini != 6:
            raise ValueError("sector size")
        self.size = 1 << shift
        (directory,) = struct.unpack_from("<I", data, 48)
        self.cutoff, minifat = struct.unpack_from("<II", data, 56)
        self.table = self._table()
        self.entries: dict[str, tuple[int, int]] = {}
        self.root = (END, 0)
        self._read_directory(self._chain(directory, self.table, CHAIN * self.size))
        found = self._chain(minifat, self.table, CHAIN * self.size)
        self.minitable = struct.unpack(f"<{len(found) // 4}I", found[: len(found) // 4 * 4])

    def _table(self) -> tuple[int, ...]:
        """Which sector follows which. The first 109 parts of the table are named in the header,
        the others in a chain of their own.
        """
        sectors = list(struct.unpack_from("<109I", self.data, 76))
        (more,) = struct.unpack_from("<I", self.data, 68)
        each = self.size // 4 - 1
        for _ in range(CHAIN):
            named = self._sector(more) if more < END else b""
            if len(named) < self.size:
                break
            *names, more = struct.unpack(f"<{each + 1}I", named)
            sectors += names
        # No more than the file has: one that names a sector twice gains nothing by it.
        sectors = [sector for sector in sectors if sector < END][: len(self.data) // self.size]
        raw = b"".join(self._sector(sector) for sector in sectors)
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def _chain(self, first: int, table: tuple[int, ...], most: int) -> bytes:
        parts: list[bytes] = []
        at = first
        for _ in range(CHAIN):
            if at >= END:
                break
            parts.append(self._sector(at))
            at = table[at]
        return b"".join(parts)[:most]

    def _read_directory(self, raw: bytes) -> None:
        for at in range(0, len(raw) - 127, 128):
            length, kind = struct.unpack_from("<HB", raw, at + 64)
            first, size = struct.unpack_from("<II", raw, at + 116)
            name = raw[at : at + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
            if kind == 5:
                self.root = (first, size)
            elif kind:
                self.entries.setdefault(name, (first, size))

    def stream(self, name: str) -> bytes:
        """The bytes of a stream; small ones lie together in the stream of the root."""
        first, size = self.entries[name]
        if size >= self.cutoff:
            return self._chain(first, self.table, min(size, STREAM))
        small = self._chain(self.root[0], self.table, STREAM)
        parts: list[bytes] = []
        at = first
        for _ in range(min(CHAIN, size // 64 + 1)):
            if at >= END:
                break
            parts.append(small[at * 64 : at * 64 + 64])
            at = self.minitable[at]
        return b"".join(parts)[:size]


def _properties(raw: bytes, meaning: Mapping[int, str]) -> Iterator[Fact]:
    """The properties of the first section that have a meaning for us."""
    (start,) = struct.unpack_from("<I", raw, 44)
    section = raw[start:]
    (count,) = struct.unpack_from("<I", section, 4)
    places = dict(
        struct.unpack_from("<II", section, 8 + 8 * at) for at in range(min(count, PROPERTIES))
    )
    page = 1252
    if CODE_PAGE in places:
        page = struct.unpack_from("<H", section, places[CODE_PAGE] + 4)[0]
    for key, what in meaning.items():
        value = _value(section, places[key], page) if key in places else ""
        if value:
            yield what, value[:MOST]


def _value(section: bytes, at: int, page: int) -> str:
    (kind,) = struct.unpack_from("<I", section, at)
    if kind == TIME:
        (ticks,) = struct.unpack_from("<Q", section, at + 4)
        moment = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
        return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if ticks else ""
    (length,) = struct.unpack_from("<I", section, at + 4)
    if kind == WIDE_TEXT:
        raw, encoding = section[at + 8 : at + 8 + min(2 * length, 4 * MOST)], "utf-16-le"
    elif kind == TEXT:
        raw, encoding = section[at + 8 : at + 8 + min(length, 4 * MOST)], _encoding(page)
    else:
        return ""
    return " ".join(raw.decode(encoding, "replace").partition("\0")[0].split())


def _encoding(page: int) -> str:
    known = CODE_PAGES.get(page, f"cp{page}")
    try:
        "".encode(known)
    except LookupError:
        return "latin-1"
    return known
