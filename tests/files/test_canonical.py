"""One value has one sequence of bytes, and nothing else is read."""

import json
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from files.canonical import INT_LIMIT, MAX_DEPTH, digest, dumps, loads, table
from tests.exchange.helpers import VALUES, refused
from words import Bad


@given(VALUES)
def test_what_is_written_is_read_back(value: object) -> None:
    assert loads(dumps(value)) == value


@given(VALUES)
def test_the_bytes_are_printable_ascii_and_ordinary_json(value: object) -> None:
    data = dumps(value)
    assert all(0x20 <= byte <= 0x7E for byte in data)
    assert json.loads(data) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        ({"b": 1, "a": [None, True, False]}, b'{"a":[null,true,false],"b":1}'),
        ('评选\x7f\n"\\/', rb'"\u8bc4\u9009\u007f\n\"\\/"'),
        ("\U0001f3c6", rb'"\ud83c\udfc6"'),
        ({"\uffff": 1, "\U00010000": 2}, rb'{"\uffff":1,"\ud800\udc00":2}'),
        (-0, b"0"),
    ],
)
def test_the_encoding_is_this_one_for_ever(value: object, data: bytes) -> None:
    assert dumps(value) == data


@pytest.mark.parametrize(
    "data",
    [
        b"", b" 1", b"1\n", b"\xef\xbb\xbf1", b"01", b"-0", b"1.0", b"1e3", b"1e999999", b"NaN",
        b"Infinity", b"-Infinity", b'{"a":1,"a":1}', b'{"a":1,"a":2}', b'{"b":1,"a":2}',
        b'{"a": 1}', b"[1,]", b"[1] ", b'"\\ud800"', b'{"\\udfff":1}', b'"\\u0041"', b'"\\/"',
        b'"\\u8BC4"', b'"\xe8\xaf\x84"', b'"\x7f"', b'"\t"', b"'a'", b"nul", b"9007199254740992",
        b"-9007199254740992", b"1" * 5000, b"[" * 100_000, b"[" * 33 + b"]" * 33, b"\xff\xfe1\0",
    ],
)  # fmt: skip
def test_any_other_spelling_is_refused(data: bytes) -> None:
    with refused("E-CANON"):
        loads(data)


class Grade(IntEnum):
    FIRST = 1


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), b"a", (1,), {1}, {1: 2}, {None: 1}, Grade.FIRST, INT_LIMIT, -INT_LIMIT,
     "\ud800", {"\udc00": 1}, object()],
)  # fmt: skip
def test_values_outside_the_six_kinds_are_refused(value: object) -> None:
    with refused("E-CANON", "$[0]"):
        dumps([value])


def test_nesting_is_allowed_to_the_stated_depth_only() -> None:
    deepest = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert dumps(loads(deepest)) == deepest
    with refused("E-CANON"):
        dumps([loads(deepest)])


EVIL = st.sampled_from(
    [
        '],["nomination",',
        "],[",
        '"],["nomination",',
        "\\",
        '\\"],["nomination",',
        "\n",
        "\x85",
        "案",
    ]
)
CELL = EVIL | st.text(max_size=6) | st.integers(-(2**53) + 1, 2**53 - 1) | st.none()


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), max_size=6))
def test_many_rows_are_spelled_together_as_each_by_itself(rows: list[list[object]]) -> None:
    alone = [dumps(["nomination", *row]) for row in rows]
    assert table("nomination", rows) == alone


def test_a_row_that_cannot_be_canonical_is_refused_in_a_table_too() -> None:
    for wrong in (1.5, 2**53, "\ud800"):
        with pytest.raises(Bad, match="E-CANON"):
            table("nomination", [["a"], [wrong]])
    for name, rows in (('a"', [["x"]]), ("a", [[]])):
        with pytest.raises(ValueError, match="not rows"):
            table(name, rows)


def test_the_first_wrong_byte_is_named() -> None:
    with refused("E-CANON", "+4"):
        loads(b'{"a" :1}')


@given(st.binary(max_size=40))
def test_random_bytes_are_refused_or_already_canonical(data: bytes) -> None:
    try:
        assert dumps(loads(data)) == data
    except Bad as bad:
        assert bad.code == "E-CANON"  # noqa: PT017


@given(VALUES, st.data())
def test_a_flipped_bit_never_reads_as_the_same_value(value: object, draw: st.DataObject) -> None:
    data = bytearray(dumps(value))
    data[draw.draw(st.integers(0, len(data) - 1))] ^= 1 << draw.draw(st.integers(0, 7))
    try:
        assert dumps(loads(bytes(data))) != dumps(value)
    except Bad as bad:
        assert bad.code == "E-CANON"  # noqa: PT017


def test_digests_of_two_purposes_differ_and_stay_as_they_are() -> None:
    assert digest("case", b"x") != digest("slate", b"x")
    assert (
        digest("case", b"x") == "33f6e1a17915ea6a9c3dfa8f1138f778bc6ea6d3934ac54a1f92c697d50c49cd"
    )


@pytest.mark.parametrize("domain", ["", "A", "a b", "a\0", "a" * 41])
def test_a_digest_domain_is_a_short_plain_word(domain: str) -> None:
    with pytest.raises(ValueError, match="digest domain"):
        digest(domain, b"")
