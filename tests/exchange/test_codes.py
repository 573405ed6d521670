"""Codes and receipts survive the ways in which people copy them, or are refused."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.receipts import format_receipt, receipt_of
from exchange.codes import (
    ALPHABET,
    CODE_LENGTH,
    check_symbol,
    format_code,
    new_code,
    parse_code,
    parse_receipt,
)
from tests.exchange.helpers import refused
from words import Bad

REFUSED = {"E-CODE", "E-CODE-LENGTH", "E-CODE-SYMBOL"}
CODES = st.text(ALPHABET, min_size=11, max_size=11).map(lambda data: data + check_symbol(data))


def is_code(typed: str) -> bool:
    try:
        return parse_code(typed) == typed
    except Bad:
        return False


def test_the_alphabet_is_a_prime_number_of_symbols_without_lookalikes() -> None:
    size = len(set(ALPHABET))
    assert size == len(ALPHABET) == 29
    assert all(size % n for n in range(2, size))
    assert not set("BILOSUZ") & set(ALPHABET)


@given(CODES)
def test_every_single_symbol_error_is_caught(code: str) -> None:
    for place in range(CODE_LENGTH):
        for symbol in set(ALPHABET) - {code[place]}:
            assert not is_code(code[:place] + symbol + code[place + 1 :])


@given(CODES)
def test_every_swap_of_neighbours_is_caught_and_of_any_two_places(code: str) -> None:
    for i, j in combinations(range(CODE_LENGTH), 2):
        swapped = list(code)
        swapped[i], swapped[j] = swapped[j], swapped[i]
        assert code[i] == code[j] or not is_code("".join(swapped))


def test_errors_are_caught_in_all_codes_because_the_check_is_linear() -> None:
    # All single errors and all swaps at all places, as changes of the sum: none is 0 mod 29.
    sizes = range(1, len(ALPHABET))
    weights = range(1, CODE_LENGTH + 1)
    assert all(w * d % 29 for w in weights for d in sizes)
    assert all((v - w) * d % 29 for v, w in combinations(weights, 2) for d in sizes)


def test_new_codes_are_valid_and_differ() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(is_code(code) for code in codes)
    assert set("".join(codes)) == set(ALPHABET)


@pytest.mark.parametrize(
    "typed",
    [
        "012J-5V8V-2287",
        "012j5v8v2287",
        " o1 2 j-s u 8 v-z z b 7\n",
        "OI2J-SUBV-ZZB7",
        "ol2j-suBv-zz87",
        "０１２Ｊ－５Ｖ８Ｖ－２２８７",
        "ｏｌ２ｊ\u3000ｓｕｂｖ　ｚｚｂ７",
        "012J–5V8V—2287",
        "012J5V8V\t2287",
    ],
)
def test_all_ways_to_type_a_code_mean_the_same(typed: str) -> None:
    assert parse_code(typed) == "012J5V8V2287"


@given(CODES)
def test_the_printed_form_is_three_groups_of_four_and_reads_back(code: str) -> None:
    printed = format_code(code)
    assert [len(group) for group in printed.split("-")] == [4, 4, 4]
    assert parse_code(printed) == code


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "0" * 11,
        "0" * 13,
        "00000000000!",
        "0" * 11 + "１" * 1,
        "０" * 11 + "é",
        "0" * 12 + "\x1b",
        "\u0661" * 12,
        "ı" * 12,
    ],
)
def test_anything_else_is_refused_without_repeating_what_may_be_of_a_code(typed: str) -> None:
    with pytest.raises(Bad) as caught:
        parse_code(typed)
    assert caught.value.code in REFUSED
    assert set(caught.value.params) <= {"count", "length", "groups", "symbols"}
    assert caught.value.params.get("symbols", "!") in {"!", "é", "U+001B", "\u0661", "ı"}


@pytest.mark.parametrize(
    ("typed", "groups"),
    [("0123-456-789A", "4 + 3 + 4"), ("0123 4567 89ACD", "4 + 4 + 5"), ("01234567", "8"),
     ("", "0"), ("０１２３－４５６－７", "4 + 3 + 1")],
)  # fmt: skip
def test_a_group_with_too_many_or_too_few_symbols_is_seen_in_the_message(
    typed: str, groups: str
) -> None:
    with refused("E-CODE-LENGTH") as caught:
        parse_code(typed)
    assert caught.value.params["groups"] == groups


def test_what_no_code_can_hold_is_named() -> None:
    with refused("E-CODE-SYMBOL") as caught:
        parse_code("0123-45一7-89A\x1b一?!%")
    assert caught.value.params["symbols"] == "一 U+001B ?"


def test_one_wrong_symbol_is_told_from_a_missing_one() -> None:
    with refused("E-CODE") as caught:
        parse_code("012J-5V8V-2288")
    assert "打反" in str(caught.value) or "swapped" in str(caught.value)


@given(st.text(max_size=20))
def test_any_text_is_a_code_or_refused(typed: str) -> None:
    try:
        assert is_code(parse_code(typed))
    except Bad as bad:
        assert bad.code in REFUSED  # noqa: PT017


@given(st.binary(max_size=60))
def test_a_receipt_is_twenty_digits_that_read_back(data: bytes) -> None:
    receipt = receipt_of(data)
    assert len(receipt) == 20
    assert receipt.isdigit()
    assert parse_receipt(format_receipt(receipt)) == receipt
    assert receipt_of(data + b"\0") != receipt


def test_a_receipt_stays_what_it_is() -> None:
    assert format_receipt(receipt_of(b"ballot")) == "7036 3866 7258 3380 0289"


@pytest.mark.parametrize(
    "typed",
    [
        "1234 5678 9012 3456 7890",
        "１２３４－５６７８－９０１２－３４５６－７８９０",
        "12345678901234567890\n",
    ],
)
def test_receipts_may_be_typed_in_these_ways(typed: str) -> None:
    assert parse_receipt(typed) == "12345678901234567890"


@pytest.mark.parametrize("typed", ["", "1" * 19, "1" * 21, "1" * 19 + "A", "²" * 20, "\u0661" * 20])
def test_a_receipt_of_another_length_or_with_letters_is_refused(typed: str) -> None:
    with refused("E-RECEIPTFORM"):
        parse_receipt(typed)
