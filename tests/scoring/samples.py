"""Small awards for the tests, in one line each, and random ones from a seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from scoring.cells import Cell, Matrix, State
from scoring.points import parse_points
from scoring.rules import (
    Aggregation,
    Announce,
    Criterion,
    Missing,
    Rounding,
    Rules,
    Scale,
    ScoreStage,
    Text,
    Tier,
    TieStep,
)

STATES = {
    "-": State.RECUSED,
    "?": State.MISSING,
    "n": State.NOT_APPLICABLE,
    "a": State.ABSTAINED,
    "x": State.NOT_ASSIGNED,
}


def criterion(key: str, weight: int = 100, **changes: object) -> Criterion:
    made = Criterion(key, Text(en=key), weight, Scale(0, 1000, 1))
    return replace(made, **changes)  # type: ignore[arg-type]


def stage(
    criteria: Sequence[Criterion] = (criterion("total"),),
    *,
    decimals: int = 1,
    method: str = "mean",
    trim: tuple[int, int, int] = (0, 0, 0),
    of: str = "total",
    policy: str = "exclude",
    minimum: int = 1,
    summing: bool = False,
) -> ScoreStage:
    """A stage; `trim` is (high, low, start)."""
    return ScoreStage(
        "s",
        Text(en="Stage"),
        tuple(criteria),
        decimals,
        0,
        Aggregation(method, *trim, of),  # type: ignore[arg-type]
        Missing(policy, minimum),  # type: ignore[arg-type]
        summing,
    )


def rules(
    the_stage: ScoreStage,
    *,
    rounding: tuple[str, int, str] = ("half_up", 2, "every_stage"),
    exact: bool = False,
    ties: Sequence[str] = (),
    shared: str = "skip",
    tiers: Sequence[tuple[str, int, str]] = (),
) -> Rules:
    """Rules; ties as in config.toml (`criterion:effect`), tiers as (key, size, at_cut)."""
    steps = [tie.partition(":") for tie in ties]
    return Rules(
        "award",
        Text(en="Award"),
        (the_stage,),
        Rounding(*rounding),  # type: ignore[arg-type]
        exact,
        tuple(TieStep(kind, key) for kind, _, key in steps),  # type: ignore[arg-type]
        shared,  # type: ignore[arg-type]
        tuple(Tier(key, Text(en=key), size, cut) for key, size, cut in tiers),  # type: ignore[arg-type]
        Announce(Text(en="A"), "rank", (), "in_order"),
    )


def cell(text: str | int, decimals: int = 1) -> Cell:
    """`88.5` is scored; for the letters and marks see STATES."""
    if str(text) in STATES:
        return Cell(STATES[str(text)])
    points = parse_points(str(text), decimals, signed=True)
    assert points is not None, text
    return Cell(State.SCORED, points)


def table(
    rows: Mapping[str, str],
    criteria: Sequence[str] = ("total",),
    decimals: int = 1,
) -> Matrix:
    """One line per case, one word per judge, criteria parted by `/`: {"A": "80/90 -/- 70/n"}."""
    words = {case: line.split() for case, line in rows.items()}
    count = max((len(line) for line in words.values()), default=0)
    judges = tuple(f"J{n}" for n in range(1, count + 1))
    cells = {
        (case, judge, key): cell(text, decimals)
        for case, line in words.items()
        for judge, word in zip(judges, line, strict=True)
        for key, text in zip(criteria, word.split("/"), strict=True)
    }
    return Matrix.build(tuple(rows), judges, tuple(criteria), cells)
