"""Packets, ballots and close sheets are read strictly, and what belongs together is compared."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from db.payload import Sheet, anonymous_part, receipt
from db.payload import pack as pack_payload
from exchange.crypto import Lock, WrappedKey, opening_public, seal, unseal
from exchange.envelope import read as read_envelope
from exchange.envelope import write
from exchange.fields import pack, plain, read, unpack
from exchange.objects import (
    BALLOT_LIMIT,
    BallotBody,
    BallotHeader,
    Case,
    CloseHeader,
    CloseSheet,
    Context,
    Drill,
    Issue,
    Keys,
    PacketBody,
    PacketHeader,
    Recused,
    Returned,
    Slate,
    check_body,
    check_enrolment,
    check_packet,
    enrolment,
    list_of,
    pack_body,
    unpack_body,
)
from files.canonical import dumps, loads
from tests.exchange.helpers import CHECKER, SIGNER, VALUES, refused
from words import Bad

HASH, OTHER = "a" * 64, "b" * 64
SECRET = "5e" * 32
CASES = tuple(
    Case(number, f"案例{number}", "法院", "", "", "", ("第一段", "第二段"))
    for number in ("001", "002", "案例 3")
)
SLATE = Slate("A1", 1, "sealed", "score", {"scale": {"high": 100}}, HASH, list_of(CASES))
CONTEXT = Context("A1", "J01", "score", SLATE.digest, 1, 1, None, SIGNER.public.hex())
SHEET = Sheet(
    judge="J01",
    revision=1,
    rules=HASH,
    nonce="5e" * 16,
    criteria=("law", "use"),
    cases=("001", "002", "案例 3"),
    states=bytes((1, 2, 1, 3, 4, 4)),
    points=array("q", (905, 0, 880, 0, 0, 0)),
    comments={"001": "好 \x1b[2J"},
    recusals={"案例 3": "本人曾办理"},
)
BODY = BallotBody(pack_payload(SHEET), CONTEXT)
HEADER = BallotHeader(CONTEXT, "sealed", enrolment(SECRET, CONTEXT), receipt(BODY.payload))
PACKET_HEADER = PacketHeader(
    "A1", "J01", "score", SLATE.digest, 1, 1, "sealed", HASH, HASH, Lock(1, 8192, "0" * 32)
)
PACKET = PacketBody("王评委", "", SLATE, CASES, (Recused("002", "家人在该单位"),), SECRET, HASH)
LOCKED = WrappedKey(Lock(1, 8192, "0" * 32), "ab" * 72)
KEYS = Keys(HASH, LOCKED, OTHER, LOCKED)
ISSUE = Issue("J01", 1, HASH, 1, "sealed", 1, HASH, SECRET, None)
CLOSE_HEADER = CloseHeader("A1", "复评", HASH, HASH)
CLOSE = CloseSheet(
    (Returned("J01", True), Returned("J02", False)), ("1" * 20,), (HASH,), HASH, "2026-05-01T08:00Z"
)
OBJECTS = [HEADER, CONTEXT, PACKET_HEADER, PACKET, CLOSE_HEADER, CLOSE, KEYS, Drill(1, HASH), ISSUE]
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
    "judge", ["", "../x", "a/b", "a.b", "-a", "J 1", "评委", "J01\n", "CON:", "x" * 65, "Ｊ01"]
)
def test_an_id_can_be_part_of_a_file_name(judge: str) -> None:
    with refused("E-FORMAT", "context.judge"):
        read(BallotHeader, changed(plain(HEADER), ("context", "judge"), lambda _: judge))


@pytest.mark.parametrize(
    "number", ["", " 1", "1 ", "a\nb", "\x1b[2J", "\u202e1", "\u200b", "\ufeff1", "\x85", "x" * 65]
)
def test_a_case_number_has_no_invisible_characters(number: str) -> None:
    with refused("E-FORMAT", "cases[0].number"):
        read(PacketBody, changed(plain(PACKET), ("cases", 0, "number"), lambda _: number))


INCONSISTENT = {
    "a first revision after another": lambda: replace(CONTEXT, prev=HASH),
    "a sealed ballot without a key": lambda: replace(HEADER, context=replace(CONTEXT, key=None)),
    "an open ballot with a key": lambda: replace(HEADER, mode="open"),
    "a sealed packet without a lock": lambda: replace(PACKET_HEADER, lock=None),
    "an open packet with keys": lambda: replace(PACKET_HEADER, mode="open"),
    "a case twice in a packet": lambda: replace(PACKET, cases=CASES[:1] * 2),
    "a recusal from an unknown case": lambda: replace(PACKET, recused=(Recused("999", "x"),)),
    "a body of too many characters": lambda: replace(CASES[0], body=("x" * 20_000, "y")),
    "an open issue with an enrolment": lambda: replace(ISSUE, mode="open"),
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
    value = changed(plain(PACKET), ("recused", 0, "reason"), lambda _: 987654321987)
    with refused("E-FORMAT", "recused[0].reason") as caught:
        read(PacketBody, value)
    assert "987654321987" not in str(caught.value)


def test_nothing_is_written_that_could_not_be_read() -> None:
    with refused("E-FORMAT", "reason"):
        pack(Recused("001", ""))


def test_the_anonymous_part_names_no_judge_and_no_reason() -> None:
    data = anonymous_part(BODY.payload)
    assert b"J01" not in data
    assert dumps("本人曾办理")[1:-1] not in data


def test_a_ballot_is_inside_the_seal_what_it_is_in_the_database() -> None:
    assert unpack_body(pack_body(BODY)) == BODY
    assert pack_body(BODY).startswith(b'{"ballot":' + BODY.payload)


@pytest.mark.parametrize(
    "path", [(), ("ballot",), ("ballot", "anonymous"), ("ballot", "private"), ("context",)], ids=str
)
def test_a_ballot_with_anything_beside_what_is_read_is_refused(path: tuple[str, ...]) -> None:
    value = changed(loads(pack_body(BODY)), path, lambda parent: {**parent, "extra": 1})
    with pytest.raises(Bad) as caught:
        unpack_body(dumps(value))
    assert caught.value.code in {"E-FORMAT", "E-BALLOT"}


@given(VALUES)
def test_the_inside_of_a_ballot_is_refused_with_a_code(value: object) -> None:
    for data in (dumps(value), dumps({"ballot": value, "context": plain(CONTEXT)})):
        with pytest.raises(Bad) as caught:
            unpack_body(data)
        assert caught.value.code in {"E-FORMAT", "E-BALLOT"}


def test_a_ballot_travels_sealed_and_is_found_to_be_what_it_says() -> None:
    private = bytes(range(32))
    data = write("ballot", plain(HEADER), seal(opening_public(private), pack_body(BODY)), SIGNER)
    envelope = read_envelope(data, kind="ballot", limit=BALLOT_LIMIT).verified(CHECKER)
    header = read(BallotHeader, envelope.header)
    check_enrolment(SECRET, header)
    body = unpack_body(unseal(private, envelope.payload))
    check_body(header, body)
    assert (header, body) == (HEADER, BODY)


@pytest.mark.parametrize(
    "change",
    [
        {"award": "A2"},
        {"judge": "J02"},
        {"stage": "other"},
        {"slate": OTHER},
        {"issue": 2},
        {"seq": 2},
        {"key": OTHER},
    ],
)
def test_a_content_copied_into_another_envelope_is_caught(change: dict[str, Any]) -> None:
    with refused("E-COPY"):
        check_body(replace(HEADER, context=replace(CONTEXT, **change)), BODY)


@pytest.mark.parametrize("change", [{"judge": "J02"}, {"revision": 2}])
def test_the_parts_of_a_ballot_must_belong_together(change: dict[str, Any]) -> None:
    with refused("E-COPY"):
        check_body(HEADER, replace(BODY, payload=pack_payload(replace(SHEET, **change))))


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
        (replace(PACKET, slate=replace(SLATE, version=2)), "slate"),
        (replace(PACKET, slate=replace(SLATE, cases=SLATE.cases[:-1])), "slate"),
        (replace(PACKET, cases=(CASES[0], replace(CASES[1], title="改"))), "002"),
        (replace(PACKET, cases=(*CASES, replace(CASES[0], number="004"))), "004"),
    ],
)
def test_a_changed_rule_or_case_is_noticed(body: PacketBody, where: str) -> None:
    with refused("E-SLATE", where):
        check_packet(PACKET_HEADER, body)
