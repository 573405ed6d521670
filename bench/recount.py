"""The two counts agree on 100,000 random awards, undecided and then decided at random; and on as
many that are drawn over every kind of rule: chains, votes, panels, caps, floors, lines, strikes.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from random import Random

from bench._rows import Row
from scoring.compute import compute
from scoring.recount import recount
from scoring.result import Decision, DecisionError, Outcome
from tests.scoring.random_awards import RandomAward, random_award, random_decisions
from tests.scoring.test_two_counts_of_chains import assert_agree

AWARDS = 100_000
FIRST_SEED = 10_000_000  # other awards than those of the tests
PART = 2_500


def run() -> list[Row]:
    return [
        counted("both counts, one score stage, every award equal", agree),
        counted("both counts, every kind of rule, every award equal", agree_on_chains),
    ]


def counted(name: str, agreed: Callable[[int], Counter[str]]) -> Row:
    start = time.perf_counter()
    parts = range(FIRST_SEED, FIRST_SEED + AWARDS, PART)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = sum(pool.map(agreed, parts), Counter[str]())
    seconds = time.perf_counter() - start
    assert found["awards"] == AWARDS
    seen = ", ".join(f"{number:,} {what}" for what, number in sorted(found.items()))
    return Row(name, seconds, note=seen)


def agree_on_chains(start: int) -> Counter[str]:
    seen: Counter[str] = Counter()
    for seed in range(start, start + PART):
        outcome = assert_agree(seed)
        remarks = sum(len(one.remarks) for one in outcome.standings)
        seen += Counter(awards=1, cases=len(outcome.standings), remarks=remarks)
    return seen


def agree(start: int) -> Counter[str]:
    """How much was compared from this seed on. Raises AssertionError where the counts differ."""
    seen: Counter[str] = Counter()
    for seed in range(start, start + PART):
        seen += agree_on(seed)
    return seen


def agree_on(seed: int) -> Counter[str]:
    award = random_award(seed)
    outcome = same(award, [])
    assert isinstance(outcome, Outcome)
    decisions = random_decisions(Random(seed), outcome)
    if decisions:
        same(award, decisions)
    return Counter(
        awards=1,
        decisions=len(decisions),
        cases=len(outcome.standings),
        ties=sum(bool(one.ties) for one in outcome.standings),
    )


def same(award: RandomAward, decisions: list[Decision]) -> object:
    first, second = (result(way, award, decisions) for way in (compute, recount))
    assert first == second, f"the counts differ on award {award.seed}"
    return first


def result(way, award: RandomAward, decisions: list[Decision]) -> object:  # type: ignore[no-untyped-def]
    """The outcome, or what was refused."""
    try:
        return way(award.rules, award.matrix, decisions)
    except DecisionError as refused:
        return refused.code, refused.names, refused.tied
