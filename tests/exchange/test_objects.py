"""Packets, ballots and close sheets are read strictly, and what belongs together is compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.receipts import receipt_of
from exchange.crypto import Lock, opening_public, seal, unseal
from exchange.envelope import read as read_envelope
from exchange.envelope import write
from exchange.fields import pack, plain, read, unpack
from exchange.objects import (
    BALLOT_LIMIT,
    Anonymous,
    Attachment,
    BallotBody,
    BallotHeader,
    Case,
    CloseHeader,
    CloseSheet,
    Context,
    Note,
    PacketBody,
    PacketHeader,
    Private,
    Returned,
    Score,
    Slate,
    SlateCase,
    check_body,
    check_enrolment,
    check_packet,
    enrolment,
    new_nonce,
)
from files.canonical import dumps
from tests.exchange.helpers import CHECKER, SIGNER, VALUES, refused

HASH, OTHER = "a" * 64, "b" * 64
SECRET = "5e" * 32
CASES = tuple(
    Case(
        number,
        f"案例{number}",
        "法院",
        "",
        "",
        "",
        ("第一段", "第二段"),
        (Attachment("a.pdf", 9, HASH),),
    )
    for number in ("001", "002", "案例 3")
)
SLATE = Slate(
    {"scale": {"high": 100}}, tuple(SlateCase(case.number, case.digest) for case in CASES)
)
CONTEXT = Context("A1", "J01", "复评", SLATE.digest, 1, 1, None, SIGNER.public.hex())
ANONYMOUS = Anonymous(
    SLATE.digest,
    "复评",
    new_nonce(),
    (
        Score("001", "law", "scored", 905),
        Score("001", "use", "not_applicable", None),
        Score("002", "law", "abstained", None),
    ),
    ("案例 3",),
)
PRIVATE = Private("J01", (Note("001", "好 \x1b[2J"),), (Note("案例 3", "本人曾办理"),))
BODY = BallotBody(ANONYMOUS, PRIVATE, CONTEXT)
HEADER = BallotHeader(CONTEXT, "sealed", enrolment(SECRET, CONTEXT), ANONYMOUS.receipt)
PACKET_HEADER = PacketHeader(
    "A1", "J01", "复评", SLATE.digest, 1, "sealed", HASH, HASH, Lock(1, 8192, "0" * 32)
)
PACKET = PacketBody("年度评选", "王评委", SLATE, CASES, ("002",), SECRET, HASH)
CLOSE_HEADER = CloseHeader("A1", "复评", HASH, HASH)
CLOSE = CloseSheet(
    (Returned("J01", True), Returned("J02", False)), ("1" * 20,), (HASH,), HASH, "2026-05-01T08:00Z"
)
OBJECTS = [HEADER, BODY, PACKET_HEADER, PACKET, CLOSE_HEADER, CLOSE]
NAMES = [type(obj).__name__ for obj in OBJECTS]


def paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The places of all values within a JSON value."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(place for key, item in items for place in paths(item, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], change: Callable[[Any], Any]) -> Any:
    """The JSON value with one place in it changed."""
    if not path:
        return change(value)
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    items = {
        key: changed(item, path[1:], change) if key == path[0] else item for key, item in pairs
    }
    return items if isinstance(value, dict) else list(items.values())


@pytest.mark.parametrize("obj", OBJECTS, ids=NAMES)
def test_every_object_reads_back_as_it_was(obj: object) -> None:
    assert unpack(type(obj), pack(obj)) == obj


@pytest.mark.parametrize("obj", OBJECTS, ids=NAMES)
def test_a_value_of_another_type_is_refused_at_every_place(obj: object) -> None:
    value = plain(obj)
    for path in paths(value):
        if "rules" not in path:
            for wrong in (1.5, -(10**12), [[]], {"": None}, b"", "x" * 20_001):
                with refused("E-FORMAT"):
                    read(type(obj), changed(value, path, lambda _, wrong=wrong: wrong))


@pytest.mark.parametrize("obj", OBJECTS, ids=NAMES)
def test_a_missing_or_unknown_key_is_refused_at_every_place(obj: object) -> None:
    value = plain(obj)
    for path in paths(value):
        if path and isinstance(path[-1], str) and "rules" not in path[:-1]:
            drop = lambda parent, key=path[-1]: {k: v for k, v in parent.items() if k != key}  # noqa: E731
            more = lambda parent: {**parent, "extra": 1}  # noqa: E731
            for change in (drop, more):
                with refused("E-FORMAT"):
                    read(type(obj), changed(value, path[:-1], change))


@pytest.mark.parametrize("obj", OBJECTS, ids=NAMES)
@given(value=VALUES)
def test_any_other_value_is_refused_with_a_code(obj: object, value: object) -> None:
    with refused("E-FORMAT"):
        read(type(obj), value)


@pytest.mark.parametrize("seq", [0, -1, 10**6, True, "1", 1.0, None])
def test_a_sequence_number_is_a_small_whole_number(seq: object) -> None:
    with refused("E-FORMAT", "context.seq"):
        read(BallotHeader, changed(plain(HEADER), ("context", "seq"), lambda _: seq))


@pytest.mark.parametrize(
    "judge", ["", "../x", "a/b", "a.b", "-a", "J 1", "评委", "J01\n", "CON:", "x" * 41, "Ｊ01"]
)
def test_an_id_can_be_part_of_a_file_name(judge: str) -> None:
    with refused("E-FORMAT", "context.judge"):
        read(BallotHeader, changed(plain(HEADER), ("context", "judge"), lambda _: judge))


@pytest.mark.parametrize(
    "number", ["", " 1", "1 ", "a\nb", "\x1b[2J", "\u202e1", "\u200b", "\ufeff1", "\x85", "x" * 65]
)
def test_a_case_number_has_no_invisible_characters(number: str) -> None:
    with refused("E-FORMAT", "anonymous.scores[0].case"):
        read(BallotBody, changed(plain(BODY), ("anonymous", "scores", 0, "case"), lambda _: number))


INCONSISTENT = {
    "points without a score": lambda: Score("001", "law", "abstained", 5),
    "a score without points": lambda: Score("001", "law", "scored", None),
    "scores out of order": lambda: replace(ANONYMOUS, scores=ANONYMOUS.scores[::-1]),
    "a score twice": lambda: replace(ANONYMOUS, scores=ANONYMOUS.scores[:1] * 2),
    "a recusal twice": lambda: replace(ANONYMOUS, recusals=("案例 3",) * 2),
    "a score in a recused case": lambda: replace(ANONYMOUS, recusals=("001",)),
    "two remarks on a case": lambda: replace(PRIVATE, remarks=PRIVATE.remarks * 2),
    "a reason without a recusal": lambda: replace(
        BODY, private=replace(PRIVATE, reasons=(Note("001", "x"),))
    ),
    "a first revision after another": lambda: replace(CONTEXT, prev=HASH),
    "a sealed ballot without a key": lambda: replace(HEADER, context=replace(CONTEXT, key=None)),
    "an open ballot with a key": lambda: replace(HEADER, mode="open"),
    "a sealed packet without a lock": lambda: replace(PACKET_HEADER, lock=None),
    "an open packet with keys": lambda: replace(PACKET_HEADER, mode="open"),
    "a case twice in a packet": lambda: replace(PACKET, cases=CASES[:1] * 2),
    "a recusal from an unknown case": lambda: replace(PACKET, recused=("999",)),
    "a slate out of order": lambda: replace(SLATE, cases=SLATE.cases[::-1]),
    "more receipts than ballots": lambda: replace(CLOSE, receipts=("1" * 20, "2" * 20)),
    "fewer files than ballots": lambda: replace(CLOSE, files=()),
    "a judge twice on the close sheet": lambda: replace(CLOSE, judges=CLOSE.judges[:1] * 2),
}


@pytest.mark.parametrize("name", INCONSISTENT)
def test_fields_that_contradict_each_other_are_refused(name: str) -> None:
    with refused("E-FORMAT"):
        INCONSISTENT[name]()


def test_an_open_award_has_neither_keys_nor_enrolment() -> None:
    context = replace(CONTEXT, key=None)
    assert BallotHeader(context, "open", None, HEADER.receipt)
    assert replace(PACKET_HEADER, mode="open", key=None, opening=None, lock=None)


def test_the_place_of_a_mistake_is_named_and_its_value_is_not() -> None:
    value = changed(plain(BODY), ("anonymous", "scores", 1, "points"), lambda _: 987654321987)
    with refused("E-FORMAT", "anonymous.scores[1].points") as caught:
        read(BallotBody, value)
    assert "987654321987" not in str(caught.value)


def test_nothing_is_written_that_could_not_be_read() -> None:
    with refused("E-FORMAT", "text"):
        pack(Note("001", ""))


def test_the_receipt_is_of_the_anonymous_part_and_its_nonce() -> None:
    assert ANONYMOUS.receipt == receipt_of(dumps(plain(ANONYMOUS)))
    assert replace(ANONYMOUS, nonce=new_nonce()).receipt != ANONYMOUS.receipt


def test_the_anonymous_part_names_no_judge_and_no_reason() -> None:
    data = pack(ANONYMOUS)
    assert b"J01" not in data
    assert dumps("本人曾办理")[1:-1] not in data


def test_a_ballot_travels_sealed_and_is_found_to_be_what_it_says() -> None:
    private = bytes(range(32))
    data = write("ballot", plain(HEADER), seal(opening_public(private), pack(BODY)), SIGNER)
    envelope = read_envelope(data, kind="ballot", limit=BALLOT_LIMIT).verified(CHECKER)
    header = read(BallotHeader, envelope.header)
    check_enrolment(SECRET, header)
    body = unpack(BallotBody, unseal(private, envelope.payload))
    check_body(header, body)
    assert (header, body) == (HEADER, BODY)


@pytest.mark.parametrize(
    "change",
    [
        {"award": "A2"},
        {"judge": "J02"},
        {"stage": "初评"},
        {"slate": OTHER},
        {"issue": 2},
        {"seq": 2},
        {"key": OTHER},
    ],
)
def test_a_content_copied_into_another_envelope_is_caught(change: dict[str, Any]) -> None:
    with refused("E-COPY"):
        check_body(replace(HEADER, context=replace(CONTEXT, **change)), BODY)


@pytest.mark.parametrize(
    "body",
    [
        replace(BODY, private=replace(PRIVATE, judge="J02")),
        replace(BODY, anonymous=replace(ANONYMOUS, slate=OTHER)),
        replace(BODY, anonymous=replace(ANONYMOUS, stage="初评")),
    ],
)
def test_the_parts_of_a_ballot_must_belong_together(body: BallotBody) -> None:
    with refused("E-COPY"):
        check_body(HEADER, body)


def test_another_receipt_than_the_announced_one_is_caught() -> None:
    with refused("E-RECEIPT"):
        check_body(replace(HEADER, receipt="1" * 20), BODY)


@pytest.mark.parametrize("change", [{"award": "A2"}, {"judge": "J02"}, {"key": OTHER}])
def test_an_enrolment_vouches_for_one_key_of_one_judge(change: dict[str, Any]) -> None:
    with refused("E-ENROLL"):
        check_enrolment(SECRET, replace(HEADER, context=replace(CONTEXT, **change)))
    with refused("E-ENROLL"):
        check_enrolment(OTHER, HEADER)


def test_a_packet_holds_what_its_slate_stands_for() -> None:
    check_packet(PACKET_HEADER, PACKET)
    check_packet(PACKET_HEADER, replace(PACKET, cases=CASES[1:]))


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (replace(PACKET, slate=replace(SLATE, rules={})), "slate"),
        (replace(PACKET, slate=replace(SLATE, cases=SLATE.cases[:-1])), "slate"),
        (replace(PACKET, cases=(CASES[0], replace(CASES[1], title="改"))), "002"),
        (replace(PACKET, cases=(*CASES, replace(CASES[0], number="004"))), "004"),
    ],
)
def test_a_changed_rule_or_case_is_noticed(body: PacketBody, where: str) -> None:
    with refused("E-SLATE", where):
        check_packet(PACKET_HEADER, body)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(-9, 9)),
        unique_by=lambda s: s[:2],
    )
)
def test_any_set_of_scores_travels_in_its_one_order(rows: list[tuple[str, str, int]]) -> None:
    scores = tuple(
        Score(case, criterion, "scored", points) for case, criterion, points in sorted(rows)
    )
    anonymous = replace(ANONYMOUS, scores=scores)
    assert unpack(Anonymous, pack(anonymous)) == anonymous
