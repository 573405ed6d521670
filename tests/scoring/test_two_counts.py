"""The first count, the bulk count and the recount agree on random awards, to the bit."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from scoring import fast
from scoring.aggregate import Count
from scoring.compute import DecisionError, compute
from scoring.recount import recount
from scoring.result import Decision, Outcome
from tests.scoring.random_awards import RandomAward, random_award, random_decisions
from tests.scoring.random_factors import with_sums

SUITE = 800
PART = 200


def outcome_or_refusal(way, award: RandomAward, decisions: list[Decision]) -> object:  # type: ignore[no-untyped-def]
    try:
        return way(award.rules, award.matrix, decisions)
    except DecisionError as refused:
        return refused.code, refused.names, refused.tied


def assert_agree(seed: int) -> None:
    """One award, undecided and then decided at random; some count the sum of what is left."""
    award = random_award(seed)
    award = replace(award, rules=with_sums(Random(f"sums of {seed}"), award.rules))
    first = outcome_or_refusal(compute, award, [])
    assert first == outcome_or_refusal(recount, award, []), f"seed {seed}"
    assert isinstance(first, Outcome)
    decisions = random_decisions(Random(seed), first)
    if decisions:
        again = [outcome_or_refusal(way, award, decisions) for way in (compute, recount)]
        assert again[0] == again[1], f"seed {seed}, decided"


@pytest.mark.parametrize("start", range(0, SUITE, PART))
def test_compute_and_recount_agree_on_random_awards(start: int) -> None:
    for seed in range(start, start + PART):
        assert_agree(seed)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(1_000_000, 1_100_000, 5000))
def test_compute_and_recount_agree_on_a_hundred_thousand_random_awards(start: int) -> None:
    for seed in range(start, start + 5000):
        assert_agree(seed)


def test_bulk_counting_gives_the_same_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy", reason="bulk counting needs numpy, which is not installed here")
    monkeypatch.setattr(fast, "CELLS", 1)
    taken = 0
    for seed in range(3000):
        award = random_award(seed)
        stage, rounding = award.rules.stage, award.rules.rounding
        found = fast.scores(stage, rounding, award.matrix)
        count = Count(stage, rounding, award.matrix)
        taken += found is not None
        if found is not None:
            plain = tuple(count.score(at) for at in range(len(award.matrix.cases)))
            assert found == plain, f"seed {seed}"
    assert taken > 1000


def test_bulk_counting_in_small_blocks_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy", reason="bulk counting needs numpy, which is not installed here")
    monkeypatch.setattr(fast, "CELLS", 1)
    whole = [
        fast.scores(a.rules.stage, a.rules.rounding, a.matrix)
        for a in map(random_award, range(300))
    ]
    from scoring import blocks

    monkeypatch.setattr(blocks, "BLOCK", 1)
    assert whole == [
        fast.scores(a.rules.stage, a.rules.rounding, a.matrix)
        for a in map(random_award, range(300))
    ]


def test_bulk_counting_gives_up_where_64_bits_are_too_few(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy", reason="bulk counting needs numpy, which is not installed here")
    monkeypatch.setattr(fast, "CELLS", 1)
    from tests.scoring.samples import rules, stage, table

    made, matrix = rules(stage()), table({"A": "80 90", "B": "70 60"})
    for points in (2**61, -(2**61)):
        matrix.points[0] = points
        assert fast.scores(made.stage, made.rounding, matrix) is None
        assert compute(made, matrix) == recount(made, matrix)


def test_small_awards_never_look_for_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "_can", lambda *_: pytest.fail("asked for numpy"))
    award = random_award(3)
    compute(award.rules, award.matrix)
