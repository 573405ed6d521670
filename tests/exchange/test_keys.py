"""Two keys, two people, a sheet of paper, and a drill before anything leaves."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.folder import Award, opened
from award.freezing import freeze
from award.issuing import issue
from award.keys import (
    drill,
    is_drilled,
    make_keys,
    opening_key,
    recovered_key,
    recovery_of,
    require_keys,
    signer_of,
)
from exchange.codes import ALPHABET
from exchange.recovery import GROUPS, key_of, recovery_groups
from tests.exchange.circle import (
    CHAIR,
    SECRETARY,
    Circle,
    issue_all,
    make_award,
    open_packet,
    sealed_ballot,
    with_keys,
)
from tests.exchange.helpers import CHEAP, refused

KEYS = st.binary(min_size=32, max_size=32)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_award(tmp_path / "award")


def made(award: Award) -> tuple[str, ...]:
    held = make_keys(award, SECRETARY, CHAIR, cost=CHEAP)
    return recovery_of(held, CHAIR)


@given(KEYS)
def test_a_sheet_gives_the_key_back_however_it_is_typed(key: bytes) -> None:
    groups = recovery_groups(key)
    assert len(groups) == GROUPS
    numbered = "\n".join(f"{n:02}: {group}" for n, group in enumerate(groups, 1))
    for typed in ("".join(groups), " - ".join(groups).lower(), numbered):
        assert key_of(typed) == key


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, 4), st.sampled_from(ALPHABET))
def test_l11_a_wrong_symbol_names_its_group(key: bytes, group: int, at: int, symbol: str) -> None:
    groups = list(recovery_groups(key))
    if groups[group][at] == symbol:
        return
    groups[group] = groups[group][:at] + symbol + groups[group][at + 1 :]
    with refused("E-RECOVERY") as caught:
        key_of(" ".join(groups))
    assert caught.value.params["groups"] == str(group + 1)


@given(KEYS, st.integers(0, GROUPS - 2))
def test_l11_groups_in_each_others_place_are_both_named(key: bytes, first: int) -> None:
    groups = list(recovery_groups(key))
    groups[first], groups[first + 1] = groups[first + 1], groups[first]
    with refused("E-RECOVERY") as caught:
        key_of(" ".join(groups))
    assert caught.value.params["groups"] == f"{first + 1}, {first + 2}"


@pytest.mark.parametrize("typed", ["", "0", "0" * 69, "0" * 71, "评" * 70])
def test_l11_a_sheet_of_another_length_is_told_so(typed: str) -> None:
    with refused("E-RECOVERY" if len(typed) == 70 else "E-RECOVERYLENGTH"):
        key_of(typed)


def test_l11_the_sheet_opens_when_the_passphrase_is_lost(folder: Path) -> None:
    with opened(folder) as award:
        sheet = made(award)
        held = require_keys(award)
        assert recovered_key(held, " ".join(sheet)) == opening_key(held, CHAIR)
        with refused("E-OTHERSHEET"):
            recovered_key(held, " ".join(recovery_groups(b"\1" * 32)))


def test_l10_a_wrong_passphrase_locks_nobody_out(folder: Path) -> None:
    with opened(folder) as award:
        made(award)
        held = require_keys(award)
        for _ in range(5):
            with refused("E-PASSPHRASE"):
                opening_key(held, SECRETARY)
            with refused("E-PASSPHRASE"):
                signer_of(held, CHAIR)
        assert len(opening_key(held, CHAIR)) == 32
        assert signer_of(held, SECRETARY).public.hex() == held.keys.award


def test_l12_nothing_is_issued_before_the_drill(folder: Path) -> None:
    with opened(folder) as award:
        freeze(award)
        with refused("E-NOKEYSYET"):
            list(issue(award, SECRETARY, cost=CHEAP))
        made(award)
        with refused("E-NODRILL"):
            list(issue(award, SECRETARY, cost=CHEAP))
    assert not (folder / "packets").exists()


def test_l12_a_drill_that_failed_does_not_count(folder: Path) -> None:
    with opened(folder) as award:
        sheet = list(made(award))
        held = require_keys(award)
        key = opening_key(held, CHAIR)
        with refused("E-RECOVERY"):
            drill(award, key, " ".join([sheet[0][:4] + "?", *sheet[1:]]))
        with refused("E-OPEN"):
            drill(award, b"\1" * 32, " ".join(sheet))
        assert not is_drilled(award, held)
        drill(award, key, " ".join(sheet))
        drill(award, key, " ".join(sheet))
        assert is_drilled(award, held)
        assert len(award.store.documents("drill")) == 1


def test_l12_new_keys_need_a_new_drill_and_new_packets(folder: Path) -> None:
    with opened(folder) as award:
        with_keys(award)
        freeze(award)
    issue_all(folder)
    with opened(folder) as award:
        with refused("E-KEYSTHERE"):
            make_keys(award, SECRETARY, CHAIR, cost=CHEAP)
        held = make_keys(award, SECRETARY, CHAIR, again=True, cost=CHEAP)
        with refused("E-NODRILL"):
            list(issue(award, SECRETARY, cost=CHEAP))
        drill(award, opening_key(held, CHAIR), " ".join(recovery_of(held, CHAIR)))
        assert [one.issue for one in issue(award, SECRETARY, cost=CHEAP)] == [2, 2, 2]


@pytest.mark.parametrize(
    ("secretary", "chair", "code"),
    [("short", CHAIR, "E-SHORT"), (SECRETARY, "", "E-SHORT"), (CHAIR, CHAIR, "E-SAMEPHRASE")],
)
def test_a_poor_pair_of_passphrases_is_refused(
    folder: Path, secretary: str, chair: str, code: str
) -> None:
    with opened(folder) as award, refused(code):
        make_keys(award, secretary, chair, cost=CHEAP)


def test_an_open_award_has_no_keys(tmp_path: Path) -> None:
    with opened(make_award(tmp_path / "award", mode="open")) as award, refused("E-OPENMODE"):
        make_keys(award, SECRETARY, CHAIR, cost=CHEAP)


def test_l13_no_code_passphrase_or_private_key_is_stored_in_clear(around: Circle) -> None:
    sealed_ballot(around.handed["J01"])
    with opened(around.folder) as award:
        held = require_keys(award)
        private = [opening_key(held, CHAIR), signer_of(held, SECRETARY).seed]
        sheet = recovery_of(held, CHAIR)
    with open_packet(around.handed["J01"]) as work:
        signer = work._signer()
        assert signer is not None
        private.append(signer.seed)
    # A group of five digits may stand anywhere; two groups together are of no other origin.
    rows = [sign.join(pair) for pair in pairwise(sheet) for sign in ("", " ", "-")]
    texts = [SECRETARY, CHAIR, *rows, *(key.hex() for key in private)]
    for one in around.handed.values():
        texts += [one.code, one.code.replace("-", "")]
    wanted = [*(text.encode() for text in texts), *private]
    for path in around.folder.parent.rglob("*"):
        if path.is_file() and path.parent.name != "letters":
            data = path.read_bytes()
            assert not [one for one in wanted if one in data], path.name
