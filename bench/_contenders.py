"""One contender of the engine bench, in a process of its own: `python -m bench._contenders NAME`.

Prints JSON: the seconds of each run, the peak memory of the process, and the published
hundredths of all cases. Every contender gets the same scores in the form it likes best;
making them is not timed. Ours counts half points as integers and is exact, so does `numpy`;
the others calculate in floating point, as their users would.
"""

from __future__ import annotations

import json
import resource
import sys
from array import array
from collections.abc import Callable
from typing import Any

import numpy as np

from bench._rows import times
from scoring import fast
from scoring.aggregate import score_cases
from scoring.cells import Matrix
from scoring.rules import Aggregation, Criterion, Missing, Rounding, Scale, ScoreStage, Text

CASES, JUDGES = 20_000, 100
WEIGHTS = (25, 35, 25, 10, 5)
KEYS = ("a", "b", "c", "d", "e")
SEED = 20_261_123
Work = Callable[[], Any]


def draw(points: Any) -> None:
    """Points from 50.0 to 100.0 in half points, as tenths; in blocks, to keep memory low."""
    chance = np.random.default_rng(SEED)
    for at in range(0, len(points), 500_000):
        block = points[at : at + 500_000]
        block[:] = chance.integers(100, 201, len(block)) * 5


def integers() -> Any:
    points = np.empty(CASES * JUDGES * len(KEYS), np.int64)
    draw(points)
    return points


def columns() -> dict[str, Any]:
    """One row per ballot: case, judge, and five floating-point scores."""
    points = integers().reshape(-1, len(KEYS))
    cases = np.repeat(np.arange(CASES), JUDGES)
    judges = np.tile(np.arange(JUDGES), CASES)
    scores = {key: np.divide(points[:, at], 10) for at, key in enumerate(KEYS)}
    return {"case_no": cases, "judge": judges, **scores}


def matrix() -> Matrix:
    size = CASES * JUDGES * len(KEYS)
    points = array("q", bytes(8 * size))
    draw(np.frombuffer(points, np.int64))
    names = tuple(f"C{n}" for n in range(CASES)), tuple(f"J{n}" for n in range(JUDGES))
    return Matrix(*names, KEYS, points, bytearray(b"\1") * size)


def stage() -> ScoreStage:
    criteria = tuple(
        Criterion(key, Text(en=key), weight, Scale(0, 1000, 5))
        for key, weight in zip(KEYS, WEIGHTS, strict=True)
    )
    how = Aggregation("trimmed_mean", 1, 1, 5)
    return ScoreStage("s", Text(en="Stage"), criteria, 1, 0, how, Missing("exclude", 3))


ROUNDING = Rounding("half_up", 2, "every_stage")


def ours() -> tuple[Work, Work]:
    """The columns of the bulk count, with everything it checks."""
    whole, rules = matrix(), stage()
    return lambda: fast.bulk(rules, ROUNDING, whole), lambda found: found.published.tolist()


def ours_objects() -> tuple[Work, Work]:
    """Up to one CaseScore per case, with the exact fraction and what was dropped."""
    whole, rules = matrix(), stage()
    return lambda: score_cases(rules, ROUNDING, whole), lambda found: [s.published for s in found]


def plain_numpy() -> tuple[Work, Work]:
    """The least work there is: no states, no bounds, no record of what was dropped."""
    points, weights = integers().reshape(CASES, JUDGES, len(KEYS)), np.array(WEIGHTS)
    divisor = sum(WEIGHTS) * 10 * (JUDGES - 2)

    def work() -> Any:
        totals = points @ weights
        kept = totals.sum(axis=1) - totals.max(axis=1) - totals.min(axis=1)
        return (2 * 100 * kept + divisor) // (2 * divisor)

    return work, lambda found: found.tolist()


def sorted_numpy() -> tuple[Work, Work]:
    """The same with a sort, as for any number of extremes."""
    points, weights = integers().reshape(CASES, JUDGES, len(KEYS)), np.array(WEIGHTS)
    divisor = sum(WEIGHTS) * 10 * (JUDGES - 2)

    def work() -> Any:
        kept = np.sort(points @ weights, axis=1)[:, 1:-1].sum(axis=1)
        return (2 * 100 * kept + divisor) // (2 * divisor)

    return work, lambda found: found.tolist()


def hundredths(values: Any) -> list[int]:
    return [int(value) for value in np.rint(np.asarray(values) * 100)]


def with_pandas() -> tuple[Work, Work]:
    import pandas as pd

    frame = pd.DataFrame(columns())

    def work() -> Any:
        total = sum(frame[key] * (w / 100) for key, w in zip(KEYS, WEIGHTS, strict=True))
        by = total.groupby(frame["case_no"]).agg(["sum", "max", "min", "count"])
        mean = (by["sum"] - by["max"] - by["min"]) / (by["count"] - 2)
        return np.floor(mean * 100 + 0.5) / 100

    return work, lambda found: hundredths(found.to_numpy())


def with_polars() -> tuple[Work, Work]:
    import polars as pl

    frame = pl.DataFrame(columns())
    total = pl.sum_horizontal(pl.col(key) * (w / 100) for key, w in zip(KEYS, WEIGHTS, strict=True))
    t = pl.col("total")
    mean = (t.sum() - t.max() - t.min()) / (pl.len() - 2)

    def work() -> Any:
        totals = frame.lazy().select("case_no", total.alias("total"))
        by = totals.group_by("case_no").agg(((mean * 100 + 0.5).floor() / 100).alias("mean"))
        return by.sort("case_no").collect()

    return work, lambda found: hundredths(found["mean"].to_numpy())


def with_duckdb() -> tuple[Work, Work]:
    import duckdb
    import pandas as pd

    db = duckdb.connect()
    db.register("frame", pd.DataFrame(columns()))
    db.execute("create table ballots as select * from frame")
    db.unregister("frame")
    total = " + ".join(f"{key} * {w / 100}" for key, w in zip(KEYS, WEIGHTS, strict=True))
    query = f"""
        select round((sum(t) - max(t) - min(t)) / (count(*) - 2), 2)
        from (select case_no, {total} as t from ballots) group by case_no order by case_no
    """
    return lambda: db.execute(query).fetchnumpy(), lambda found: hundredths(
        next(iter(found.values()))
    )


CONTENDERS: dict[str, Callable[[], tuple[Work, Work]]] = {
    "ours": ours,
    "ours, one object per case": ours_objects,
    "numpy": plain_numpy,
    "numpy, by sorting": sorted_numpy,
    "pandas": with_pandas,
    "polars": with_polars,
    "duckdb": with_duckdb,
}


def main(name: str, runs: int) -> None:
    work, published = CONTENDERS[name]()
    seconds = times(work, runs)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak, "published": published(work())}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
