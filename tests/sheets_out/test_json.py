"""JSON: the whole result for other programs, read back unchanged."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from sheets.json_sheet import read_json, write_json
from sheets.sheet_model import ResultSheet
from tests.drawn import many
from tests.export import samples
from words import Bad


@settings(max_examples=many(40), deadline=None)
@given(samples.sheets())
def test_any_sheet_is_read_back_the_same(sheet: ResultSheet) -> None:
    assert read_json(write_json(sheet)) == sheet


def test_another_program_may_have_saved_it_again() -> None:
    data = json.loads(write_json(samples.sheet()))
    again = json.dumps(data, ensure_ascii=True).replace(", ", ",\r\n").encode("utf-8-sig")
    assert read_json(again) == samples.sheet()


EDITS = [
    ('"86.60"', '"86.61"', "E-SHEETCHANGED"),
    ('"kind": "final"', '"kind": "semi"', "E-SHEETFORM"),
    ('"number": 3', '"number": 3.0', "E-SHEETTEXT"),
    ('"number": 3', '"number": NaN', "E-SHEETTEXT"),
    ('"number": 3', '"number": 3, "number": 3', "E-SHEETTEXT"),
    ('"pingxuan": "result"', '"pingxuan": "slate"', "E-SHEETTEXT"),
    ("{", "[", "E-SHEETTEXT"),
    ("{", "[" * 100_000, "E-SHEETTEXT"),
]


@pytest.mark.parametrize(("old", "new", "code"), EDITS)
def test_a_spoilt_file_is_refused_with_a_sentence(old: str, new: str, code: str) -> None:
    text = write_json(samples.sheet()).decode("utf-8")
    assert old in text
    with pytest.raises(Bad) as caught:
        read_json(text.replace(old, new, 1).encode("utf-8"))
    assert caught.value.code == code
    assert str(caught.value)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"[]", b"null", b"1e999999", b'"x"'])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(Bad):
        read_json(data)
