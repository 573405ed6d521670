"""The two ways of counting agree to the bit on random awards over every kind of rule."""

from __future__ import annotations

from collections import Counter

import pytest

from scoring.compute import compute_award
from scoring.inputs import AwardInputs
from scoring.recount import recount_award
from scoring.result import DecisionError, Outcome
from tests.scoring.random_chains import RandomChain, decided, random_chain

SUITE = 800
PART = 200


def outcome_or_refusal(way, award: RandomChain, inputs: AwardInputs) -> object:  # type: ignore[no-untyped-def]
    try:
        return way(award.rules, inputs)
    except DecisionError as refused:
        return refused.code, refused.names, refused.tied


def assert_agree(seed: int) -> Outcome:
    """One award, undecided and then decided at random; what came of it undecided."""
    award = random_chain(seed)
    first = outcome_or_refusal(compute_award, award, award.inputs)
    assert first == outcome_or_refusal(recount_award, award, award.inputs), f"seed {seed}"
    assert isinstance(first, Outcome)
    inputs = decided(seed, award, first)
    again = [outcome_or_refusal(way, award, inputs) for way in (compute_award, recount_award)]
    assert again[0] == again[1], f"seed {seed}, decided"
    return first


@pytest.mark.parametrize("start", range(0, SUITE, PART))
def test_both_ways_agree_on_random_awards_over_all_rules(start: int) -> None:
    for seed in range(start, start + PART):
        assert_agree(seed)


def test_two_equal_floors_keep_their_places_twice() -> None:
    """A seed of the long run in which the two ways once differed."""
    assert_agree(2_008_550)


@pytest.mark.soak
@pytest.mark.parametrize("start", range(1_000_000, 1_100_000, 5000))
def test_both_ways_agree_on_a_hundred_thousand_awards_over_all_rules(start: int) -> None:
    for seed in range(start, start + 5000):
        assert_agree(seed)


def test_the_random_awards_meet_every_remark_and_every_reason() -> None:
    """Else the agreement would be about less than it says."""
    met: Counter[str] = Counter()
    for seed in range(1200):
        award = random_chain(seed)
        outcome = compute_award(award.rules, award.inputs)
        for standing in outcome.standings:
            met.update(remark.code for remark in standing.remarks)
            met[standing.score.unranked] += 1
        met["cut"] += len(outcome.open_cuts)
        met["quorum"] += len(outcome.open_stages)
    wanted = {
        "rejected", "vetoed", "struck", "below_min", "not_promoted", "open_cut", "below_line",
        "below_threshold", "no_quorum", "not_elected", "cap", "floor", "tier_line",
        "tier_threshold", "ceiling", "cut_open", "cut_excluded", "preset", "reserve",
        "mixed_panels", "no_votes", "too_few_ballots", "too_many_ballots", "blocked", "no_factor",
        "no_base",
        "cut", "quorum",
    }  # fmt: skip
    assert {code for code in wanted if met[code] < 5} == set()
