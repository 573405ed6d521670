"""The same question has the same answer: any row order, process, hash seed or algorithm."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys

import pytest

from award.assignment import Plan, plan, task_of
from award.assignment_flow import _read, cheapest, luck, network, solver
from tests.assignment.loads import Asked, asked

ROWS = asked(24, 9, 3, fields=("政法委", "法院", "公安"), apart=[(n, n % 9) for n in range(24)])
# Taken once; another digest means that published plans could no longer be repeated.
KNOWN = "fcb669314b4e099393e6d70725ddb4ec95bf94a44e92f41e29f367b7a2b24c0e"
CHILD = "from tests.assignment.test_repeat import *; print(digest(ROWS.plan(2026)))"


def digest(made: Plan) -> str:
    return hashlib.sha256(repr((made.pairs, made.loads, made.fields)).encode()).hexdigest()


def shuffled(rows: Asked, seed: int) -> Plan:
    mixer, cases, judges = random.Random(seed), list(rows.cases), list(rows.judges)
    mixer.shuffle(cases)
    mixer.shuffle(judges)
    return plan(cases, judges, rows.want, 2026)


def test_a_plan_made_years_ago_can_be_made_again() -> None:
    assert digest(ROWS.plan(2026)) == KNOWN


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_leaves_no_trace(seed: int) -> None:
    assert shuffled(ROWS, seed) == ROWS.plan(2026)


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_a_fresh_process_with_another_hash_seed_makes_the_same_plan(hash_seed: str) -> None:
    surroundings = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", CHILD], env=surroundings, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == KNOWN


def test_another_seed_makes_another_plan_of_the_same_quality() -> None:
    one, two = ROWS.plan(1), ROWS.plan(2)
    assert one.pairs != two.pairs
    assert [len(load.cases) for load in one.loads] == [8] * 9
    assert one.fields == two.fields


@pytest.mark.parametrize("seed", range(4))
def test_another_algorithm_finds_the_same_plan_because_there_is_only_one_best(seed: int) -> None:
    rows = asked(10, 6, 3, fields="abc", apart=[(n, n % 6) for n in range(0, 10, 2)])
    task = task_of(rows.cases, rows.judges, rows.want, seed)
    _, flow = solver().capacity_scaling(network(task))
    assert _read(flow) == cheapest(task)


def test_luck_is_a_plain_digest_that_anybody_can_recompute() -> None:
    text = "7\x1f案例一\x1fJ01".encode()
    assert luck(7, ("案例一", "J01")) == int(hashlib.sha256(text).hexdigest()[:16], 16)


@pytest.mark.parametrize("seed", [0, -1, 10**30])
def test_any_whole_number_is_a_seed(seed: int) -> None:
    assert ROWS.plan(seed) == ROWS.plan(seed)
