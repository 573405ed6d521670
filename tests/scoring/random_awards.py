"""Random awards over all options, from a seed: small, full of ties, holes and recusals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from scoring.cells import Cell, Matrix, State
from scoring.result import Decision, Outcome
from scoring.rules import Criterion, Rules, Scale, ScoreStage
from tests.scoring.samples import criterion, rules, stage

STEPS = ["mean", "median", "high_count", "head_to_head", "more_decimals", "decision"]
HOLES = [State.MISSING, State.ABSTAINED, State.RECUSED, State.NOT_ASSIGNED]


@dataclass(frozen=True)
class RandomAward:
    rules: Rules
    matrix: Matrix
    seed: int


def random_award(seed: int) -> RandomAward:
    """One award; the same seed gives the same award on every machine."""
    pick = Random(seed)
    criteria = random_criteria(pick)
    the_rules = random_rules(pick, criteria)
    matrix = random_matrix(pick, criteria)
    return RandomAward(with_random_weights(the_rules, matrix.judges, seed), matrix, seed)


def with_random_weights(the_rules: Rules, judges: Sequence[str], seed: int) -> Rules:
    """One award in three has judges with a weight, some of these an interval of rounding; drawn
    apart, so that all else stays."""
    pick = Random(f"weights of {seed}")
    if pick.random() < 0.67:
        return the_rules
    made = replace(the_rules, stages=(weighted(pick, the_rules.stages[0], judges),))
    return replace(made, rounding=replace(made.rounding, interval=pick.choice([1, 1, 2, 5, 25])))


def weighted(pick: Random, the_stage: ScoreStage, judges: Sequence[str]) -> ScoreStage:
    """Some of the judges count for less or more than 1."""
    sizes = [5_000, 10_000, 15_000, 20_000, 33_333]
    given = tuple((judge, pick.choice(sizes)) for judge in judges if pick.random() < 0.6)
    return replace(the_stage, judge_weights=given)


def random_criteria(pick: Random) -> list[Criterion]:
    keys = [f"k{n}" for n in range(pick.choice([1, 1, 2, 3, 4]))]
    made = [random_criterion(pick, key) for key in keys]
    if not any(one.counted for one in made):
        made[0] = criterion(made[0].key, 100, scale=made[0].scale)
    return made


def random_criterion(pick: Random, key: str) -> Criterion:
    low = pick.choice([0, 0, 0, -5])
    scale = Scale(low, low + pick.choice([1, 2, 2, 5, 40]), 1)
    return criterion(
        key,
        pick.choice([1, 2, 10, 25, 33, 40]),
        scale=scale,
        counted=pick.random() < 0.85,
        optional=pick.random() < 0.4,
    )


def random_rules(pick: Random, criteria: list[Criterion]) -> Rules:
    keys = [f"criterion:{one.key}" for one in criteria]
    size = pick.randrange(4)
    the_stage = stage(
        criteria,
        decimals=pick.choice([0, 1]),
        method=pick.choice(
            ["mean", "trimmed_mean", "trimmed_mean", "trimmed_mean", "median", "sum"]
        ),
        trim=(pick.randrange(3), pick.randrange(3), pick.randrange(7)),
        of=pick.choice(["total", "total", "criterion", "judge"]),
        policy=pick.choice(["exclude", "exclude", "exclude", "block", "zero"]),
        minimum=pick.choice([0, 1, 1, 2, 3]),
        summing=pick.random() < 0.3,
    )
    return rules(
        the_stage,
        rounding=(
            pick.choice(["half_up", "half_even", "down"]),
            pick.choice([0, 1, 2, 3]),
            pick.choice(["every_criterion", "every_stage", "final"]),
        ),
        exact=pick.random() < 0.25,
        ties=pick.sample(STEPS + keys, min(size, len(STEPS))),
        shared=pick.choice(["skip", "dense"]),
        tiers=[
            (f"t{n}", pick.randrange(4), pick.choice(["open", "include", "exclude"]))
            for n in range(pick.randrange(4))
        ],
    )


def random_matrix(pick: Random, criteria: list[Criterion]) -> Matrix:
    cases = [f"C{n}" for n in range(pick.choice([0, 1, 2, 3, 4, 5, 6, 7]))]
    judges = [f"J{n}" for n in range(pick.choice([0, 1, 2, 3, 4, 5, 6, 7]))]
    holes = pick.choice([0.0, 0.0, 0.0, 0.05, 0.3])
    cells: dict[tuple[str, str, str], Cell] = {}
    for case in cases:
        for judge in judges:
            out = pick.random() < 0.1
            for one in criteria:
                state = State.RECUSED if out else random_state(pick, one, holes)
                points = pick.randrange(one.scale.low, one.scale.high + 1)
                # What is not scored may hold anything: it must never enter.
                cells[case, judge, one.key] = Cell(state, points)
    order = pick.sample([one.key for one in criteria], len(criteria))
    return Matrix.build(cases, judges, order, cells)


def random_state(pick: Random, one: Criterion, holes: float) -> State:
    if pick.random() < holes:
        return pick.choice(HOLES)
    return State.NOT_APPLICABLE if one.optional and pick.random() < 0.2 else State.SCORED


def random_decisions(pick: Random, outcome: Outcome) -> list[Decision]:
    """Decisions on some of the ties and draws that are open, sometimes wrong ones."""
    groups = {tuple(sorted((s.case, *s.tied_with))): None for s in outcome.standings if s.tied_with}
    made = [
        Decision(tuple(pick.sample(group, len(group))), "chair")
        for group in groups
        if pick.random() < 0.7
    ]
    if outcome.open_judges:
        made.append(Decision((), "draw", judge=pick.choice(outcome.open_judges)))
    if pick.random() < 0.15:
        made.append(random_mistake(pick, outcome, made))
    return made


def random_mistake(pick: Random, outcome: Outcome, made: list[Decision]) -> Decision:
    cases = [standing.case for standing in outcome.standings]
    if made and pick.random() < 0.4:
        return pick.choice(made)
    some = pick.sample(cases, min(len(cases), pick.choice([1, 2, 2, 2, 3])))
    return Decision((*some, "no such case") if pick.random() < 0.2 else tuple(some), "chair")
