"""Office files are looked into before anything unpacks them."""

from __future__ import annotations

import io
import time
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files import archives
from files.archives import check_zip, office_kind
from words import Bad


def packed(*parts: tuple[str, bytes]) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a part twice
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in parts:
                part = zipfile.ZipInfo(name)  # no time of day: a test's name holds these bytes
                archive.writestr(part, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


GOOD = packed(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>" * 50))


def refused(data: bytes) -> str:
    with pytest.raises(Bad) as caught:
        check_zip(data)
    return caught.value.code


def test_an_ordinary_workbook_passes() -> None:
    check_zip(GOOD)
    assert office_kind(GOOD) == "xlsx"


@pytest.mark.parametrize(
    ("part", "kind"),
    [("word/document.xml", "docx"), ("content.xml", "ods"), ("readme.txt", "zip")],
)
def test_the_main_part_says_which_office_file_it_is(part: str, kind: str) -> None:
    assert office_kind(packed((part, b"<x/>"))) == kind


def test_m01_a_bomb_is_refused_quickly() -> None:
    bomb = packed(("xl/sharedStrings.xml", b"a" * (100 << 20)))
    assert len(bomb) < 400_000
    start = time.perf_counter()
    assert refused(bomb) == "E-ZIPSIZE"
    assert time.perf_counter() - start < 3  # on a busy machine


def test_m01_many_small_parts_together_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 10_000)
    assert refused(packed(*((f"p{i}", b"x" * 3000) for i in range(4)))) == "E-ZIPSIZE"


def test_m01_too_many_parts_are_refused() -> None:
    assert refused(packed(*((f"p{i}", b"") for i in range(2001)))) == "E-ZIPSIZE"


@pytest.mark.parametrize(
    "names", [("a", "a"), ("a", "A"), ("x/a", "x\\a"), ("../a",), ("/a",), ("x/../../a",)]
)
def test_x07_parts_that_collide_or_lead_outside_are_refused(names: tuple[str, ...]) -> None:
    assert refused(packed(*((name, b"x") for name in names))) == "E-ZIPHOSTILE"


@pytest.mark.parametrize("code", ["ascii", "utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("word", ["DOCTYPE", "ENTITY"])
def test_m02_a_document_type_is_refused_in_any_encoding(word: str, code: str) -> None:
    text = f'<?xml version="1.0"?><!{word} x [<!ELEMENT a ANY>]><x/>'
    assert refused(packed(("xl/worksheets/sheet1.xml", text.encode(code)))) == "E-ZIPHOSTILE"


def test_m02_a_document_type_across_two_chunks_is_found() -> None:
    for place in range(archives._CHUNK - 9, archives._CHUNK + 1):
        data = b" " * place + b"<!DOCTYPE x><x/>"
        assert refused(packed(("a.xml", data))) == "E-ZIPHOSTILE", place


def test_a_locked_archive_is_said_so() -> None:
    locked = bytearray(GOOD)
    for sign, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = locked.find(sign)
        locked[at + place] |= 1
    assert refused(bytes(locked)) == "E-ZIPLOCKED"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", GOOD[:-30], GOOD[:50]])
def test_what_is_no_archive_is_refused(data: bytes) -> None:
    assert refused(data) == "E-ZIP"
    with pytest.raises(Bad, match="E-ZIP"):
        office_kind(data)


@given(place=st.integers(0, len(GOOD) - 1), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_harmless(place: int, bit: int) -> None:
    data = bytearray(GOOD)
    data[place] ^= 1 << bit
    try:
        check_zip(bytes(data))
    except Bad as bad:
        said = bad.code
    else:
        said = "fine"
    assert said in {"fine", "E-ZIP", "E-ZIPLOCKED", "E-ZIPSIZE", "E-ZIPHOSTILE"}
