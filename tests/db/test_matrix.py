"""From submitted ballots to the score matrix, exactly and in the declared order."""

from __future__ import annotations

import json
from array import array
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import ballots, log, payload
from db.bounds import require_sheet
from db.connection import connect, writing
from db.payload import Sheet, pack, unpack
from db.records import Ballot, Recusal
from db.rules_digest import digest_of
from scoring.cells import Cell, State
from tests.db import world
from tests.db.world import CASES, JUDGES, KEYS, RULES
from words import Bad

STAGE = RULES.stage
SHEET = Sheet("J01", 1, "r", "n", KEYS, ("001",), b"\1" * 4, array("q", [850] * 4), {}, {})


def test_every_score_is_in_its_place(full: Path) -> None:
    with world.opened(full) as store:
        matrix = store.matrix(STAGE)
        by_judge = {ballot.judge: ballot for ballot in store.ballots()}
    assert (matrix.cases, matrix.judges, matrix.criteria) == (CASES, JUDGES, KEYS)
    for c, _ in enumerate(CASES):
        for j, judge in enumerate(JUDGES):
            for k, key in enumerate(KEYS):
                assert matrix.cell(c, j, k) == by_judge[judge].entries[c].cells[key]


def test_drafts_are_not_in_the_matrix(filled: Path) -> None:
    with world.opened(filled) as store:
        assert set(store.matrix(STAGE).states) == {State.MISSING}


def test_a_ballot_sent_back_is_missing_again(full: Path) -> None:
    with world.opened(full) as store:
        store.reopen("J02", "弄错", "secretary")
        matrix = store.matrix(STAGE)
    assert {matrix.cell(i, 1, 0).state for i in range(12)} == {State.MISSING}
    assert {matrix.cell(i, 0, 0).state for i in range(12)} == {State.SCORED}


def test_recusals_count_before_and_after_the_ballot(path: Path) -> None:
    with world.opened(path) as store:
        store.add_recusals([Recusal("J01", "002", "同单位", "", "")])
    world.submitted(path, "J01")
    with world.opened(path) as store:
        store.add_recusals([Recusal("J01", "003", "后来发现", "", ""),
                            Recusal("J02", "001", "同单位", "", "")])  # fmt: skip
        matrix = store.matrix(STAGE)
    states = [[matrix.cell(c, j, 0).state for j in range(3)] for c in range(3)]
    gone, yes, none = State.RECUSED, State.SCORED, State.MISSING
    assert states == [[yes, gone, none], [gone, none, none], [gone, none, none]]
    assert matrix.cell(2, 0, 3) == Cell(gone, 0)


def test_cases_added_after_a_ballot_are_missing_in_it(full: Path) -> None:
    with world.opened(full) as store:
        before = store.matrix(STAGE)
        store.add_nominations([world.nomination("000"), world.nomination("006b")])
        after = store.matrix(STAGE)
    assert len(after.cases) == 14
    for case in after.cases:
        place = after.cases.index(case)
        for j in range(3):
            if case in CASES:
                assert after.cell(place, j, 1) == before.cell(CASES.index(case), j, 1)
            else:
                assert after.cell(place, j, 1) == Cell(State.MISSING)


def test_a_ballot_under_other_criteria_is_refused(full: Path) -> None:
    other = replace(STAGE, criteria=STAGE.criteria[:3])
    with world.opened(full) as store, pytest.raises(Bad, match="E-OTHERRULES"):
        store.matrix(other)


def test_a_narrower_scale_finds_the_score_that_is_off_it_without_saying_it(full: Path) -> None:
    narrow = replace(STAGE.criteria[1], scale=replace(STAGE.criteria[1].scale, high=800))
    other = replace(STAGE, criteria=(STAGE.criteria[0], narrow, *STAGE.criteria[2:]))
    with world.opened(full) as store, pytest.raises(Bad) as caught:
        store.matrix(other)
    assert caught.value.code == "E-RANGE"
    assert caught.value.problems[0].where == "J02 001 effect"
    assert "80.5" not in str(caught.value)


def _forge(path: Path, sheet: Sheet) -> None:
    """A ballot with a right digest and receipt in the database, as a forger would leave it."""
    data = pack(sheet)
    made = payload.digest_of(data), payload.receipt(data)
    ballot = Ballot(sheet.judge, sheet.revision, (), data, *made, world.AT)
    db = connect(path)
    with writing(db):
        ballots.insert(db, log.next_number(db), ballot)
        log.append(db, world.AT, "x", "submit", {})
    db.close()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"points": array("q", [850, 850, 1005, 850])}, "E-RANGE"),
        ({"points": array("q", [850, 850, 851, 850])}, "E-RANGE"),
        ({"states": b"\1\1\0\1"}, "E-RANGE"),
        ({"states": b"\1\1\2\1"}, "E-RANGE"),
        ({"states": b"\1\1\5\1"}, "E-RANGE"),
        ({"cases": ("099",)}, "E-SCOPE"),
    ],
)
def test_a_forged_ballot_off_the_rules_is_not_ranked(
    path: Path, changes: dict[str, object], code: str
) -> None:
    _forge(path, replace(SHEET, **changes))  # type: ignore[arg-type]
    with world.opened(path) as store, pytest.raises(Bad, match=code):
        store.matrix(STAGE)


SHEETS = st.builds(
    lambda cases, keys, seed, texts: Sheet(
        "J01", 1, "r", "n", tuple(keys), tuple(cases),
        bytes((seed + i) % 6 for i in range(len(cases) * len(keys))),
        array("q", [seed * i for i in range(len(cases) * len(keys))]),
        texts, {}),
    st.lists(st.text(max_size=5), unique=True, max_size=4),
    st.lists(st.text(max_size=5), unique=True, max_size=3),
    st.integers(0, 1000),
    st.dictionaries(st.text(max_size=4), st.text(max_size=30), max_size=3),
)  # fmt: skip


@given(sheet=SHEETS)
def test_a_payload_opens_to_what_was_packed(sheet: Sheet) -> None:
    data = pack(sheet)
    assert unpack(data) == sheet
    from files import canonical

    published = canonical.dumps(json.loads(data)["anonymous"])
    assert payload.anonymous_part(data) == published


JUNK = [
    b"", b"null", b"[]", b"{}", b"1", b'"x"', b"\xff", b"[" * 100_000,
    b'{"kind":"ballot/1"}', b'{"anonymous":null,"kind":"ballot/1","private":null}',
]  # fmt: skip


@pytest.mark.parametrize("data", JUNK)
def test_junk_is_no_ballot(data: bytes) -> None:
    with pytest.raises(Bad, match="E-BALLOT"):
        unpack(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"[850,850,850,850]", b"[850,850,850]"),
        (b"[850,850,850,850]", b"[850,850,850,true]"),
        (b"[850,850,850,850]", b'[850,850,850,"850"]'),
        (b"[850,850,850,850]", b"[850,850,850,8.5]"),
        (b"[850,850,850,850]", b"[850,850,850,NaN]"),
        (b"[850,850,850,850]", b"[850,850,850,9223372036854775808]"),
        (b'"1111"', b'"1119"'),
        (b'"1111"', b'"111"'),
        (b'"001"', b'"001","001"'),
        (b'"001"', b"1"),
        (b'"001"', b"[1]"),
        (b'"revision":1', b'"revision":true'),
        (b'"comments":{}', b'"comments":{"001":5}'),
        (b"ballot/1", b"ballot/2"),
    ],
)
def test_s23_a_payload_with_one_wrong_value_is_refused(old: bytes, new: bytes) -> None:
    data = pack(SHEET)
    assert old in data
    with pytest.raises(Bad, match="E-BALLOT"):
        unpack(data.replace(old, new))


def test_the_bounds_of_a_good_sheet_hold() -> None:
    require_sheet(SHEET, STAGE)


def test_rules_that_differ_in_what_decides_have_another_digest() -> None:
    assert digest_of(world.rules()) == digest_of(RULES)
    assert digest_of(
        world.rules(**{'weight = "25"': 'weight = "20"', 'weight = "15"': 'weight = "25"'})
    ) != digest_of(RULES)
    assert digest_of(replace(RULES, deadline="2026-12-31")) == digest_of(RULES)
