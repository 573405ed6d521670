"""Ballots come back in any order and any state; every refusal has its code."""

from __future__ import annotations

import json
import random
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from award.collecting import collect, resolve
from award.folder import opened
from award.freezing import freeze
from db.records import Nomination
from exchange import envelope
from exchange.admitting import Known, Sealed, admit
from exchange.collecting import digest_of_state, rule, settle
from exchange.crypto import Ed25519Checker, Ed25519Signer
from exchange.ed25519_verify import L
from exchange.ed25519_verify import verify as plain_verify
from exchange.fields import plain
from exchange.objects import BALLOT_LIMIT
from exchange.sealing import read_ballot
from files.canonical import dumps
from tests.drawn import many
from tests.exchange.circle import Circle, issue_all, quick_ballot
from tests.exchange.helpers import refused
from tests.exchange.returned import (
    built,
    copied,
    enrolled,
    known,
    rewritten,
    signer_of,
    state,
    take,
)
from words import Bad

DAMAGED = {"E-TRUNCATED", "E-KIND", "E-FORMAT", "E-CANON", "E-SIG", "E-SIZE"}


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    """Three judges with packets; read only."""
    return built(tmp_path_factory.mktemp("ring"))


@pytest.fixture
def own(ring: Circle, tmp_path: Path) -> Circle:
    return copied(ring, tmp_path / "own")


@pytest.fixture(scope="module")
def facts(ring: Circle) -> Known:
    return known(ring)


@pytest.fixture(scope="module")
def ballot(ring: Circle) -> bytes:
    return quick_ballot(ring.handed["J01"])


@pytest.fixture(scope="module")
def pool(ring: Circle, ballot: bytes) -> list[bytes]:
    """Good ballots, revisions, clashes, strangers, damage."""
    two = ring.handed["J02"]
    return [
        ballot,
        ballot.replace(b"\n", b"\r\n"),
        quick_ballot(ring.handed["J01"], seq=2, shift=5, nonce="6a" * 16),
        quick_ballot(two),
        quick_ballot(two, shift=5, nonce="6b" * 16),
        quick_ballot(two, seq=3, nonce="6c" * 16),
        quick_ballot(ring.handed["J03"]),
        quick_ballot(ring.handed["J03"], seq=2, nonce="6d" * 16, signer=signer_of("elsewhere")),
        ballot[:700],
        b"junk",
        ring.handed["J01"].packet.read_bytes(),
    ]


def admitted(files: list[bytes], facts: Known) -> Iterator[Sealed]:
    for data in files:
        try:
            yield admit(data, facts)
        except Bad:
            continue


@settings(
    max_examples=many(300),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_b01_any_order_and_multiplicity_gives_one_state(
    pool: list[bytes], facts: Known, data: st.DataObject
) -> None:
    chosen = data.draw(st.sets(st.integers(0, len(pool) - 1)))
    files = [pool[i] for i in sorted(chosen)]
    shuffled = data.draw(
        st.permutations(
            files + data.draw(st.lists(st.sampled_from(files), max_size=5)) if files else []
        )
    )
    states = [
        digest_of_state(settle(admitted(list(one), facts), facts)) for one in (files, shuffled)
    ]
    assert states[0] == states[1]


def test_b01_what_was_collected_in_parts_is_what_is_collected_at_once(
    own: Circle, pool: list[bytes], tmp_path: Path
) -> None:
    other = copied(own, tmp_path / "other")
    for data in reversed(pool):
        last = take(own, data)
    assert digest_of_state(last) == digest_of_state(take(other, *pool))


def test_b02_every_truncation_is_refused(ballot: bytes, facts: Known) -> None:
    for length in range(0, len(ballot) - 1, 7):
        with pytest.raises(Bad) as caught:
            admit(ballot[:length], facts)
        assert caught.value.code in {"E-TRUNCATED", "E-KIND"}, length
    assert admit(ballot[:-1], facts) == admit(ballot, facts)


def test_b03_random_bit_flips_are_refused_or_harmless(ballot: bytes, facts: Known) -> None:
    dice, good = random.Random(3), admit(ballot, facts)
    seen = set()
    for _ in range(20_000):
        place = dice.randrange(len(ballot))
        changed = bytearray(ballot)
        changed[place] ^= 1 << dice.randrange(8)
        seen.add(answer(bytes(changed), facts))
    assert seen <= DAMAGED | {"E-AWARD", "E-JUDGE", "E-UNISSUED", "E-ENROLL", good.digest}


def answer(data: bytes, facts: Known) -> str:
    """The code of a refusal, or the digest of what was taken."""
    try:
        return admit(data, facts).digest
    except Bad as bad:
        return bad.code


@pytest.mark.parametrize(
    "spoil",
    [
        lambda b: b.replace(b"\n", b"\r\n"),
        lambda b: b"\xef\xbb\xbf" + b,
        lambda b: b + b"\0" * 512,
        lambda b: b + b"\x1a",
        lambda b: b.rstrip(b"\n"),
    ],
)
def test_b04_what_mail_does_to_a_file_changes_nothing(spoil, ballot, facts) -> None:  # type: ignore[no-untyped-def]
    assert admit(spoil(ballot), facts) == admit(ballot, facts)


def zipped(data: bytes) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.ballot", data)
    return stream.getvalue()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda b: b.decode().encode("utf-16"),
        lambda b: b"> " + b.replace(b"\n", b"\n> "),
        lambda b: b"<html><pre>" + b + b"</pre></html>",
        zipped,
    ],
)
def test_b05_a_converted_file_is_refused_with_the_remedy(spoil, ballot, facts) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(Bad) as caught:
        admit(spoil(ballot), facts)
    assert caught.value.code in {"E-KIND", "E-FORMAT"}
    assert "the file itself" in str(caught.value)


def test_b05_a_zip_with_a_ballot_in_it_is_noticed_in_a_folder(own: Circle, ballot: bytes) -> None:
    drop = own.folder.parent / "drop"
    drop.mkdir()
    (drop / "mail.zip").write_bytes(zipped(ballot))
    with opened(own.folder) as award:
        (arrival,) = collect(award, [drop]).arrivals
    assert arrival.problem
    assert arrival.problem.code == "E-KIND"


def test_b06_a_packet_or_a_receipt_is_no_ballot(own: Circle, tmp_path: Path) -> None:
    page = tmp_path / "receipt.html"
    page.write_text("<!doctype html><title>回执</title>", encoding="utf-8")
    with opened(own.folder) as award:
        done = collect(award, [own.handed["J01"].packet, page])
    assert [one.problem.code for one in done.arrivals if one.problem] == ["E-KIND", "E-KIND"]


def test_b07_a_ballot_of_another_award_is_refused(ballot: bytes, facts: Known) -> None:
    with refused("E-AWARD"):
        admit(ballot, replace(facts, award="prize-27"))
    forged = rewritten(
        ballot,
        signer_of("J01"),
        lambda h: replace(h, context=replace(h.context, award="prize-27")),
    )
    with refused("E-ENROLL"):
        admit(forged, replace(facts, award="prize-27"))


def test_b08_another_judges_id_needs_that_judges_packet(ballot: bytes, facts: Known) -> None:
    forged = rewritten(
        ballot, signer_of("J01"), lambda h: replace(h, context=replace(h.context, judge="J02"))
    )
    with refused("E-ENROLL"):
        admit(forged, facts)


def test_b09_a_couriers_own_key_is_not_vouched_for(ballot: bytes, facts: Known) -> None:
    courier = Ed25519Signer(b"c" * 32)
    forged = rewritten(
        ballot,
        courier,
        lambda h: replace(h, context=replace(h.context, key=courier.public.hex())),
    )
    with refused("E-ENROLL"):
        admit(forged, facts)


def _with_signature(ballot: bytes, signature: bytes) -> bytes:
    content = envelope.read(ballot, kind="ballot", limit=BALLOT_LIMIT)

    class Fixed:
        scheme = "ed25519"

        def sign(self, _: bytes) -> bytes:
            return signature

    return envelope.write("ballot", content.header, content.content.payload, Fixed())


def test_b10_a_signature_that_is_not_the_judges_is_refused(
    ring: Circle, ballot: bytes, facts: Known
) -> None:
    content = envelope.read(ballot, kind="ballot", limit=BALLOT_LIMIT)
    real = content.signature
    other = envelope.read(quick_ballot(ring.handed["J02"]), kind="ballot", limit=BALLOT_LIMIT)
    larger = int.from_bytes(real[32:], "little") + L
    for signature in (bytes(64), other.signature, real[:32] + larger.to_bytes(32, "little")):
        with refused("E-SIG"):
            admit(_with_signature(ballot, signature), facts)
        message = envelope.signed_message(
            "ed25519", "ballot", content.header, content.content.payload
        )
        key = signer_of("J01").public
        assert not Ed25519Checker(key).check(message, signature)
        assert not plain_verify(key, message, signature)
    with refused("E-TRUNCATED"):
        admit(ballot[: ballot.index(b"signature")], facts)


def test_b10_a_key_of_small_order_signs_nothing(ring: Circle, ballot: bytes, facts: Known) -> None:
    key = (1).to_bytes(32, "little").hex()
    context = replace(read_ballot(ballot).header.context, key=key)
    enrol = enrolled(ring.handed["J01"], context)
    forged = rewritten(ballot, signer_of("J01"), lambda h: replace(h, context=context, enrol=enrol))
    with refused("E-SIG"):
        admit(_with_signature(forged, bytes.fromhex(key) + bytes(32)), facts)


def test_b11_a_ballot_on_an_older_slate_is_stale(own: Circle, ballot: bytes) -> None:
    with opened(own.folder) as award:
        award.store.add_nominations([Nomination("013", "新案例", "单位", "法院")])
        freeze(award)
    assert take(own, ballot)["J01"].counts is None
    with refused("E-STALE-SLATE") as caught:
        admit(ballot, known(own))
    assert caught.value.params["judge"] == "J01"


def test_b12_a_ballot_of_a_withdrawn_packet_is_stale(own: Circle, ballot: bytes) -> None:
    assert take(own, ballot)["J01"].counts
    issue_all(own.folder, "J01")
    with refused("E-STALE-PACKET"):
        admit(ballot, known(own))
    assert state(own)["J01"].counts is None


def test_b13_an_older_revision_changes_nothing(ring: Circle, ballot: bytes, facts: Known) -> None:
    newer = admit(quick_ballot(ring.handed["J01"], seq=2, nonce="6a" * 16), facts)
    older = admit(ballot, facts)
    seat = settle([newer, older], facts)["J01"]
    assert (seat.counts, seat.earlier) == (newer, (older,))


def test_b14_two_contents_under_one_number_wait_for_a_ruling(own: Circle) -> None:
    one, other = (quick_ballot(own.handed["J02"], nonce=n * 16) for n in ("6a", "6b"))
    seat = take(own, one, other)["J02"]
    assert seat.counts is None
    assert seat.conflict
    assert seat.conflict.kind == "content"
    receipt = read_ballot(other).header.receipt
    with opened(own.folder) as award:
        resolve(award, "J02", receipt, "the judge read it out by telephone", "secretary")
        assert "telephone" in str(award.store.log()[-1].detail)
    ruled = state(own)["J02"]
    assert ruled.counts
    assert ruled.counts.receipt == receipt
    assert len(ruled.aside) == 1
    third = quick_ballot(own.handed["J02"], nonce="6c" * 16)
    assert take(own, third)["J02"].conflict, "a ruling covers only what was known then"


def test_b14_a_ruling_names_a_receipt_of_the_conflict(own: Circle, ballot: bytes) -> None:
    where = take(own, ballot)
    with refused("E-NOCONFLICT"):
        rule(where, "J01", "0" * 20)
    clash = take(own, *(quick_ballot(own.handed["J02"], nonce=n * 16) for n in ("6a", "6b")))
    with refused("E-NOTINCONFLICT"):
        rule(clash, "J02", "0" * 20)
    with refused("E-JUDGE"):
        rule(clash, "J99", "0" * 20)


def test_b15_two_computers_with_one_code_are_a_conflict_of_keys(own: Circle) -> None:
    here = quick_ballot(own.handed["J03"])
    there = quick_ballot(own.handed["J03"], seq=2, nonce="6d" * 16, signer=signer_of("elsewhere"))
    seat = take(own, here, there)["J03"]
    assert seat.counts is None
    assert seat.conflict
    assert seat.conflict.kind == "keys"
    receipt = read_ballot(here).header.receipt
    with opened(own.folder) as award:
        resolve(award, "J03", receipt, "told by telephone", "secretary")
    counts = state(own)["J03"].counts
    assert counts
    assert counts.receipt == receipt


def test_b16_a_previous_ballot_that_never_came_is_a_line_in_the_log(own: Circle) -> None:
    first = quick_ballot(own.handed["J01"])
    second = quick_ballot(own.handed["J01"], seq=2, prev="ab" * 32, nonce="6a" * 16)
    seat = take(own, first, second)["J01"]
    assert seat.counts
    assert seat.counts.seq == 2
    with opened(own.folder, readonly=True) as award:
        assert [one.action for one in award.store.log()].count("previous-differs") == 1


@pytest.mark.parametrize("seq", [0, -1, 10**6, True, "1", None])
def test_b17_a_sequence_is_a_small_number(seq: object, ballot: bytes, facts: Known) -> None:
    content = envelope.read(ballot, kind="ballot", limit=BALLOT_LIMIT)
    header = json.loads(dumps(content.header))
    header["context"]["seq"] = seq
    forged = envelope.write("ballot", header, content.content.payload, signer_of("J01"))
    with refused("E-FORMAT"):
        admit(forged, facts)


def test_b17_a_sequence_with_a_decimal_point_is_no_canonical_number(
    ballot: bytes, facts: Known
) -> None:
    with refused("E-CANON"):
        admit(ballot.replace(b'"seq":1,', b'"seq":1.0,'), facts)


@settings(
    max_examples=many(150),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(None)
@example([])
@example({"x": [[[[[[]]]]]]})
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
        lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=5), x, max_size=3),
    )
)
def test_b23_a_strange_header_is_refused(ballot: bytes, facts: Known, value: object) -> None:
    lines = ballot.split(b"\n")
    lines[1] = dumps(value)
    with pytest.raises(Bad) as caught:
        admit(b"\n".join(lines), facts)
    assert caught.value.code in DAMAGED


def test_b23_a_header_of_a_megabyte_or_with_another_key_is_refused(
    ballot: bytes, facts: Known
) -> None:
    content = envelope.read(ballot, kind="ballot", limit=BALLOT_LIMIT)
    for extra in ({"note": "x" * (1 << 20)}, {"note": "x"}):
        header = {**content.header, **extra}
        forged = envelope.write("ballot", header, content.content.payload, signer_of("J01"))
        with refused("E-FORMAT"):
            admit(forged, facts)


def test_b24_a_key_that_stands_twice_is_refused(ballot: bytes, facts: Known) -> None:
    with refused("E-CANON"):
        admit(ballot.replace(b'"mode":"sealed"', b'"mode":"open","mode":"sealed"'), facts)


def test_b25_one_receipt_for_two_judges_stops_both(own: Circle) -> None:
    mine = quick_ballot(own.handed["J01"])
    receipt = read_ballot(mine).header.receipt
    theirs = rewritten(
        quick_ballot(own.handed["J02"]), signer_of("J02"), lambda h: replace(h, receipt=receipt)
    )
    seats = take(own, mine, theirs)
    assert [seats[j].conflict.kind for j in ("J01", "J02") if seats[j].conflict] == ["receipt"] * 2  # type: ignore[union-attr]
    with opened(own.folder) as award:
        resolve(award, "J01", receipt, "compared", "secretary")
    seats = state(own)
    assert seats["J01"].counts
    assert seats["J02"].counts is None


def test_the_same_folder_again_writes_nothing(own: Circle, pool: list[bytes]) -> None:
    take(own, *pool)
    with opened(own.folder, readonly=True) as award:
        head, kept = award.store.head(), award.store.received_digests()
    take(own, *pool)
    with opened(own.folder, readonly=True) as award:
        assert (award.store.head(), award.store.received_digests()) == (head, kept)


def test_refused_bytes_are_kept_as_they_came(own: Circle, ballot: bytes) -> None:
    take(own, ballot[:700], b"not a ballot")
    with opened(own.folder, readonly=True) as award:
        kept = {one.data: one.code for one in award.store.received()}
    assert kept == {ballot[:700]: "E-TRUNCATED", b"not a ballot": "E-KIND"}


def test_a_judge_to_whom_nothing_was_issued_is_unknown(ballot: bytes, facts: Known) -> None:
    some = {judge: packets for judge, packets in facts.issues.items() if judge != "J01"}
    with refused("E-JUDGE"):
        admit(ballot, replace(facts, issues=some))
    later = {**facts.issues, "J01": (replace(facts.issues["J01"][0], issue=2),)}
    with refused("E-UNISSUED"):
        admit(ballot, replace(facts, issues=later))


def test_an_open_awards_ballots_are_proved_by_the_code(tmp_path: Path) -> None:
    ring = built(tmp_path / "open", mode="open")
    good = quick_ballot(ring.handed["J01"])
    assert take(ring, good)["J01"].counts
    content = envelope.read(good, kind="ballot", limit=BALLOT_LIMIT)
    forged = envelope.write(
        "ballot", plain(read_ballot(good).header), content.content.payload, signer_of("J01")
    )
    with refused("E-SIG"):
        admit(forged, known(ring))


def test_b27_a_file_that_was_still_being_copied_is_taken_at_the_next_run(
    own: Circle, ballot: bytes
) -> None:
    assert take(own, ballot[: len(ballot) // 2])["J01"].counts is None
    assert take(own, ballot)["J01"].counts
    with opened(own.folder, readonly=True) as award:
        assert dict(award.store.received_counts()) == {"": 1, "E-TRUNCATED": 1}


def test_b32_a_remark_with_control_characters_stays_sealed_and_its_bytes_are_kept(
    own: Circle, ballot: bytes
) -> None:
    take(own, ballot)
    with opened(own.folder, readonly=True) as award:
        assert [one.data for one in award.store.received()] == [ballot]


def test_l02_l03_what_was_received_cannot_be_changed_through_the_program(
    own: Circle, ballot: bytes
) -> None:
    take(own, ballot)
    database = own.folder / "award.db"
    changes = (
        "UPDATE received SET code = 'E-KIND'",
        "DELETE FROM received",
        "INSERT OR REPLACE INTO received SELECT * FROM received",
    )
    for recursive in ("ON", "OFF"):
        for change in changes:
            with closing(sqlite3.connect(database)) as conn:
                conn.execute(f"PRAGMA recursive_triggers={recursive}")
                with pytest.raises(sqlite3.IntegrityError):
                    conn.execute(change)
    with closing(sqlite3.connect(database)) as conn:
        conn.execute("DROP TRIGGER received_no_update")
        conn.commit()
    with refused("E-TRIGGERS"), opened(own.folder):
        pass


def test_l04_a_received_row_changed_from_outside_is_found(own: Circle, ballot: bytes) -> None:
    take(own, ballot)
    database = own.folder / "award.db"
    with closing(sqlite3.connect(database)) as conn:
        (sql,) = conn.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'received_no_update'"
        ).fetchone()
        conn.execute("DROP TRIGGER received_no_update")
        conn.execute("UPDATE received SET code = 'E-KIND'")
        conn.execute(sql)
        conn.commit()
    with refused("E-ROWS"), opened(own.folder):
        pass
