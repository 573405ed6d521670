"""Comparing and trying out work for chains of stages as for one: they only ask the engine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.comparison import compare, every_form, settle
from scoring.compute import compute_award
from scoring.selection import without
from scoring.whatif import assume, parse
from tests.scoring.random_chains import random_chain

SEEDS = range(40)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_comparison_names_every_ranked_case_with_its_own_rank_in_the_range(seed: int) -> None:
    made = random_chain(seed)
    outcome = settle(made.rules, made.inputs)[0]
    found = compare(made.rules, made.inputs, outcome)
    ranked = {one.case: one.rank for one in outcome.standings if one.rank is not None}
    if made.rules.chain:
        assert found.ranges.keys() == ranked.keys()
        for case, rank in ranked.items():
            assert found.ranges[case].best <= rank <= found.ranges[case].worst


@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_judge_is_the_chain_without_that_judge(seed: int) -> None:
    made = random_chain(seed)
    judges = [judge for matrix in made.inputs.matrices.values() for judge in matrix.judges]
    if not judges:
        return
    rules, inputs = assume(made.rules, made.inputs, [parse(f"without-judge={judges[0]}")])
    by_hand = {key: without(one, judges=judges[:1]) for key, one in made.inputs.matrices.items()}
    expected = settle(made.rules, replace(made.inputs, matrices=by_hand))[0]
    assert settle(rules, inputs)[0] == expected
    assert rules == made.rules


@pytest.mark.parametrize("seed", SEEDS)
def test_assuming_what_is_so_changes_nothing(seed: int) -> None:
    made = random_chain(seed)
    mode = made.rules.rounding.mode
    rules, inputs = assume(made.rules, made.inputs, [parse(f"rounding.mode={mode}")])
    assert compute_award(rules, inputs) == compute_award(made.rules, made.inputs)


def test_the_forms_of_the_chain_change_with_the_stages_and_votes_stay() -> None:
    for seed in SEEDS:
        rules = random_chain(seed).rules
        changed = every_form(rules, lambda one: replace(one, decimals=4))
        for before, after in zip(rules.chain, changed.chain, strict=True):
            if before.kind == "score":
                assert after.form
                assert after.form.decimals == 4
            else:
                assert after == before
