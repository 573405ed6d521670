"""The cases that are checked again: drawn once, by a seed, the same for everybody."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.sampling import Plan, Sample, draw, must_check_all
from tests.cli.conftest import Pingxuan

CASES = [f"{n:03}" for n in range(1, 31)]


def test_the_first_ten_and_fifteen_in_a_hundred_of_the_others() -> None:
    found = draw(CASES, "seed", Plan())
    assert found.first == tuple(CASES[:10])
    assert len(found.drawn) == 3  # 15 % of 20


@pytest.mark.parametrize(("others", "drawn"), [(0, 0), (1, 1), (6, 1), (7, 2), (20, 3), (21, 4)])
def test_a_part_of_a_case_is_a_whole_one(others: int, drawn: int) -> None:
    assert (
        len(draw(CASES[: 10 + others] if others <= 20 else [*CASES, "x"], "s", Plan()).drawn)
        == drawn
    )


def test_anybody_can_draw_it_again_with_a_hash() -> None:
    lots = {case: sha256(f"7 12 30\0{case}".encode()).hexdigest() for case in CASES[10:]}
    expected = sorted(sorted(lots, key=lots.__getitem__)[:3])
    assert list(draw(CASES, "7 12 30", Plan()).drawn) == expected


@given(st.permutations(CASES[10:]), st.text(max_size=8))
def test_the_order_of_the_others_has_no_influence(others: list[str], seed: str) -> None:
    found = draw([*CASES[:10], *others], seed, Plan())
    assert set(found.drawn) == set(draw(CASES, seed, Plan()).drawn)


@pytest.mark.parametrize(
    ("size", "wrong", "all_of_them"), [(20, 1, False), (19, 1, True), (20, 2, True), (20, 0, False)]
)
def test_more_than_five_in_a_hundred_wrong_is_all(size: int, wrong: int, all_of_them: bool) -> None:
    """1 of 20 is exactly five in a hundred, and not more."""
    sample = Sample("s", tuple(map(str, range(size))), ())
    assert must_check_all(sample, list(map(str, range(wrong))), Plan()) is all_of_them


def test_drawn_once_it_stays_whatever_happens_to_the_ranking(
    pingxuan: Pingxuan, award: Path
) -> None:
    first = json.loads(pingxuan("sample", "--json", "-C", award).out)
    log = pingxuan("log", "-C", award).out
    pingxuan("reopen", "J07", "--reason", "typing slip", "-C", award)
    assert json.loads(pingxuan("sample", "--json", "-C", award).out) == first
    assert log.count("sample") == pingxuan("log", "-C", award).out.count("sample")
    assert len(first["cases"]) == 12


def test_a_correction_among_twelve_means_all(pingxuan: Pingxuan, award: Path) -> None:
    first = json.loads(pingxuan("sample", "--json", "-C", award).out)
    pingxuan("correct", first["drawn"][0], "J01", "--criterion", "effect", "--reason",
             "objective_differs", "-C", award)  # fmt: skip
    said = pingxuan("sample", "-C", award)
    assert said.code == 1
    assert "all 20 cases must be checked" in said.err


def test_it_is_not_drawn_again_without_a_reason(pingxuan: Pingxuan, award: Path) -> None:
    assert pingxuan("sample", "--seed", "3 14 15", "-C", award).code == 0
    assert "[E-SAMPLE-SEED]" in pingxuan("sample", "--seed", "other", "-C", award).err
    assert "[E-NOREASON]" in pingxuan("sample", "--again", "-C", award).err
    again = pingxuan("sample", "--again", "--seed", "9", "--reason", "seen before", "-C", award)
    assert again.code == 0
    assert "seen before" in pingxuan("log", "-C", award).out


def test_the_rules_may_say_other_numbers(pingxuan: Pingxuan, award: Path) -> None:
    config = award / "config.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}\n[recheck]\ntop = 2\npercent = 50\nall_over = 10\n", "utf-8")
    found = json.loads(pingxuan("sample", "--json", "-C", award).out)
    assert (len(found["first"]), len(found["drawn"])) == (2, 9)
