"""What attachments say of the people who made them: photographs, pictures, old binary files."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from files.metadata import FACTS, of_office
from files.metadata_ole import of_ole
from files.metadata_pictures import of_picture
from tests.libreoffice import converted, needs_soffice
from words import entry

DATES = ("created", "changed", "program")


def exif(labels: dict[int, bytes], inner: dict[int, bytes], gps: dict[int, bytes]) -> bytes:
    """A little TIFF with its main directory, the one of the camera and the one of the place."""
    parts: list[tuple[dict[int, bytes], int]] = []
    blob, start = bytearray(b"II*\0\x08\0\0\0"), 8
    counts = [len(labels) + bool(inner) + bool(gps), len(inner), len(gps)]
    starts = [start + sum(6 + 12 * n for n in counts[:at]) for at in range(3)]
    data_at = starts[2] + 6 + 12 * counts[2]
    links = {0x8769: starts[1]} if inner else {}
    links |= {0x8825: starts[2]} if gps else {}
    tail = bytearray()
    for at, table in enumerate((labels, inner, gps)):
        rows = [(tag, 5 if len(raw) == 24 else 2, raw) for tag, raw in table.items()]
        more = [(tag, 4, struct.pack("<I", to)) for tag, to in links.items()] if at == 0 else []
        blob += struct.pack("<H", len(rows) + len(more))
        for tag, kind, raw in [*rows, *more]:
            count = {5: len(raw) // 8, 4: 1}.get(kind, len(raw))
            place = raw.ljust(4, b"\0")
            if len(raw) > 4:
                place = struct.pack("<I", data_at + len(tail))
                tail += raw
            blob += struct.pack("<HHI", tag, kind, count) + place
        blob += bytes(4)
        parts.append((table, len(rows)))
    return bytes(blob + tail)


def degrees(*numbers: int) -> bytes:
    return struct.pack("<6I", *(part for number in numbers for part in (number, 1)))


PHOTO = exif(
    {0x010F: b"Huawei\0", 0x0110: b"P60\0", 0x013B: "张三".encode() + b"\0"},
    {0x9003: b"2026:11:02 09:30:00\0", 0xA431: b"SN12345\0"},
    {1: b"N\0", 2: degrees(38, 52, 30), 3: b"E\0", 4: degrees(115, 27, 0)},
)


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack(">BBH", 255, mark, len(raw) + 2) + raw for mark, raw in segments)
    return b"\xff\xd8" + body + b"\xff\xda\0\x02picture\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(kind: bytes, raw: bytes) -> bytes:
        return struct.pack(">I", len(raw)) + kind + raw + struct.pack(">I", zlib.crc32(kind + raw))

    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in [*chunks, (b"IEND", b"")])


def test_a_photograph_says_who_when_where_and_with_what() -> None:
    assert dict(of_picture(jpeg((0xE0, b"JFIF\0"), (0xE1, b"Exif\0\0" + PHOTO)))) == {
        "author": "张三",
        "created": "2026:11:02 09:30:00",
        "serial": "SN12345",
        "camera": "Huawei P60",
        "place": "38.8750 N, 115.4500 E",
    }


def test_xmp_and_comments_are_read_too() -> None:
    xmp = b'http://ns.adobe.com/xap/1.0/\0<x xmp:CreatorTool="GIMP"><dc:creator><rdf:Seq>'
    xmp += "<rdf:li>李&amp;四</rdf:li></rdf:Seq></dc:creator></x>".encode()
    found = of_picture(jpeg((0xE1, xmp), (0xFE, "某局办公室".encode("gb18030"))))
    assert found == (("author", "李&四"), ("program", "GIMP"), ("comment", "某局办公室"))


def test_the_texts_of_a_png_are_read_packed_or_not() -> None:
    packed = b"Author\0\0" + zlib.compress("王五".encode())
    world = b"Software\0\1\0zh\0\0" + zlib.compress(b"Snip")
    data = png((b"tEXt", b"Title\0Plan"), (b"zTXt", packed), (b"iTXt", world), (b"eXIf", PHOTO))
    found = dict(of_picture(data))
    assert (found["author"], found["program"], found["comment"]) == ("张三", "Snip", "Title: Plan")
    assert ("author", "王五") in of_picture(data)


def test_photographs_inside_a_document_say_the_same() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/media/image1.jpeg", jpeg((0xE1, b"Exif\0\0" + PHOTO)))
    assert ("place", "38.8750 N, 115.4500 E") in of_office(out.getvalue())


def test_a_bomb_in_a_text_of_a_png_is_not_unpacked() -> None:
    bomb = b"x\0\0" + zlib.compress(bytes(50_000_000))
    assert sum(len(value) for _, value in of_picture(png((b"zTXt", bomb)))) < 300


# -- old binary files ---------------------------------------------------------------------------


def compound(streams: dict[str, bytes], extra: tuple[str, ...] = ()) -> bytes:
    """A compound file with small streams: table, directory, small table, small stream."""
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    small, entries, minis = b"", [], []
    for name, raw in streams.items():
        entries.append((name, 2, len(small) // 64, len(raw)))
        blocks = -(-len(raw) // 64)
        minis += [len(minis) + at + 1 for at in range(blocks - 1)] + [end]
        small += raw.ljust(blocks * 64, b"\0")
    entries += [(name, 1, 0, 0) for name in extra]
    wide = -(-len(small) // 512)
    directory = b"".join(
        entry_of(*one) for one in [("Root Entry", 5, 3, len(small)), *entries]
    ).ljust(1024, b"\0")
    first = 3 + wide  # the directory after the small stream
    fat = [table, free, end, *[at + 1 for at in range(3, 3 + wide - 1)], end, first + 1, end]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    )
    head += bytes(6) + struct.pack("<5I", 0, 1, first, 0, 4096) + struct.pack("<4I", 2, 1, end, 0)
    head += struct.pack("<109I", 0, *([free] * 108))
    sectors = [
        struct.pack("<128I", *fat, *([free] * (128 - len(fat)))),
        bytes(512),
        struct.pack("<128I", *minis, *([free] * (128 - len(minis)))),
        small.ljust(wide * 512, b"\0"),
        directory,
    ]
    return head + b"".join(sectors)


def entry_of(name: str, kind: int, first: int, size: int) -> bytes:
    raw = name.encode("utf-16-le").ljust(64, b"\0")
    return (
        raw
        + struct.pack("<HB", 2 * len(name) + 2, kind)
        + bytes(49)
        + struct.pack("<III", first, size, 0)
    )


def properties(values: dict[int, bytes], page: int = 936) -> bytes:
    """A stream of properties: the code page, then texts and times as given."""
    values = {1: struct.pack("<IHH", 2, page, 0), **values}
    at, places, body = 8 + 8 * len(values), b"", b""
    for key, raw in values.items():
        places += struct.pack("<II", key, at + len(body))
        body += raw
    section = struct.pack("<II", at + len(body), len(values)) + places + body
    return (
        struct.pack("<HHI", 0xFFFE, 0, 2)
        + bytes(16)
        + struct.pack("<I", 1)
        + bytes(16)
        + struct.pack("<I", 48)
        + section
    )


def text(value: str, encoding: str = "gb18030") -> bytes:
    raw = value.encode(encoding) + b"\0"
    return struct.pack("<II", 30, len(raw)) + raw.ljust(-(-len(raw) // 4) * 4, b"\0")


OLD = compound(
    {
        "\x05SummaryInformation": properties(
            {4: text("张三"), 8: text("李四"), 18: text("WPS 文字"),
             12: struct.pack("<IQ", 64, 133_800_000_000_000_000)}
        ),
        "\x05DocumentSummaryInformation": properties(
            {15: text("某市人民法院"), 14: text("王主任")}
        ),
    },
    extra=("Macros",),
)  # fmt: skip


def test_an_old_document_says_author_editor_company_and_macros() -> None:
    assert of_ole(OLD) == (
        ("author", "张三"), ("changed_by", "李四"), ("program", "WPS 文字"),
        ("created", "2024-12-30T02:40:00Z"), ("manager", "王主任"), ("company", "某市人民法院"),
        ("macros", ""),
    )  # fmt: skip


@pytest.mark.parametrize("data", [OLD, jpeg((0xE1, b"Exif\0\0" + PHOTO)), png((b"eXIf", PHOTO))])
def test_damaged_files_say_less_and_nothing_breaks(data: bytes) -> None:
    chance = random.Random(7)
    read = of_ole if data is OLD else of_picture
    for _ in range(400):
        wrong = bytearray(data[: chance.randrange(8, len(data) + 1)])
        for _ in range(chance.randrange(4)):
            wrong[chance.randrange(8, len(wrong)) if len(wrong) > 8 else 0] = chance.randrange(256)
        assert all(what in FACTS and len(value) <= 200 for what, value in read(bytes(wrong)))


def test_every_fact_has_its_words() -> None:
    assert all(entry(f"cli.attachments.{what}") for what in FACTS)


@needs_soffice
def test_files_that_libreoffice_wrote_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.fodt").write_text(FLAT, encoding="utf-8")
    (made,) = converted([tmp_path / "a.fodt"], "doc", tmp_path)
    found = dict(of_ole(made.read_bytes()))
    assert found["author"] == "赵六"


FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:initial-creator>赵六</meta:initial-creator></office:meta>
<office:body><office:text><text:p>某案例</text:p></office:text></office:body></office:document>"""
