"""How many random cases a test draws: a third in the suite, all of them in `make soak`."""

from __future__ import annotations

LONG = [False]  # set before the tests are read
SHARE = 3


def many(cases: int) -> int:
    """So many of these cases in this run."""
    return cases if LONG[0] else cases // SHARE
