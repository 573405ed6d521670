"""What an office file says of the people who made it, for the secretary to see.

Only what lies in the open: core properties and authors of changes and comments of OOXML, the
properties of OpenDocument and PDF, the labels of the pictures in them. Old binary files and
pictures by themselves: `metadata_ole`, `metadata_pictures`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from files.archives import check_zip
from files.metadata_pictures import of_picture

Fact = tuple[str, str]  # what (see FACTS), the value

FACTS = ("author", "changed_by", "company", "manager", "program", "created", "changed",
         "people", "macros", "camera", "serial", "place", "comment", "copyright")  # fmt: skip
_TAGS = {
    "dc:creator": "author",
    "cp:lastModifiedBy": "changed_by",
    "Company": "company",
    "Manager": "manager",
    "Application": "program",
    "dcterms:created": "created",
    "dcterms:modified": "changed",
    "meta:initial-creator": "author",
    "meta:creation-date": "created",
    "meta:generator": "program",
    "dc:date": "changed",
}
_PARTS = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_PEOPLE = re.compile(r"""w:author="([^"]{1,200})\"""")
_MOST_SHOWN = 200  # characters of a value
_MEDIA = re.compile(r"(?:/media/|^Pictures/).*\.(?:jpe?g|png|tiff?)$", re.IGNORECASE)
_MOST_PICTURES, _PICTURE = 30, 1 << 20  # bytes: labels stand at the beginning
_PERSONAL = ("author", "camera", "serial", "place", "copyright")


def of_office(data: bytes) -> tuple[Fact, ...]:
    """What a zip of OOXML or OpenDocument says, in the order of its parts. Raises E-ZIP..."""
    check_zip(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple(dict.fromkeys(_facts(archive)))


def _facts(archive: zipfile.ZipFile) -> Iterator[Fact]:
    names = set(archive.namelist())
    for part in _PARTS:
        if part in names:
            yield from _of_part(_text(archive, part))
    written = [n for n in ("word/document.xml", "word/comments.xml") if n in names]
    people = dict.fromkeys(p for name in written for p in _PEOPLE.findall(_text(archive, name)))
    if people:
        yield "people", "、".join(map(unescape, list(people)[:20]))[:_MOST_SHOWN]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield "macros", ""
    yield from _in_pictures(archive)


def _of_part(text: str) -> Iterator[Fact]:
    for tag, what in _TAGS.items():
        found = re.search(rf"<{tag}(?:\s[^>]*)?>([^<]{{1,2000}})</{tag}>", text)
        if found and found[1].strip():
            yield what, unescape(found[1]).strip()[:_MOST_SHOWN]


def _in_pictures(archive: zipfile.ZipFile) -> Iterator[Fact]:
    """What photographs inside the file say: they are often put in as the camera made them."""
    media = [entry for entry in archive.infolist() if _MEDIA.search(entry.filename)]
    for entry in media[:_MOST_PICTURES]:
        with archive.open(entry) as file:
            found = of_picture(file.read(_PICTURE))
        yield from (fact for fact in found if fact[0] in _PERSONAL)


def _text(archive: zipfile.ZipFile, part: str) -> str:
    return archive.read(part).decode("utf-8", errors="replace")


_INFO = {
    "/Author": "author",
    "/Company": "company",
    "/Creator": "program",
    "/Producer": "program",
    "/CreationDate": "created",
    "/ModDate": "changed",
    "/SourceModified": "changed",
}


def of_pdf(info: dict[str, str]) -> tuple[Fact, ...]:
    """What the information of a PDF says of people and dates."""
    return tuple((what, info[key].strip()[:_MOST_SHOWN]) for key, what in _INFO.items()
                 if info.get(key, "").strip())  # fmt: skip
