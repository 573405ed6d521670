"""Ten million scores (20,000 cases x 100 judges x 5 criteria) to published trimmed means.

Every contender in a process of its own, for honest memory; data made before the clock
starts; rounds interleaved, medians over all. The results are compared: exact ones must be
equal, floating-point ones may be off by one hundredth and every such case is counted.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from typing import Any

from bench._contenders import CONTENDERS
from bench._rows import Row

ROUNDS = 3
RUNS = 7
EXACT = ("ours", "ours, one object per case", "numpy", "numpy, by sorting")


def run() -> list[Row]:
    rounds = [{name: contend(name) for name in CONTENDERS} for _ in range(ROUNDS)]
    seconds = {
        name: statistics.median(s for one in rounds for s in one[name]["seconds"])
        for name in CONTENDERS
    }
    memory = {name: max(one[name]["megabytes"] for one in rounds) for name in CONTENDERS}
    truth = rounds[0]["ours"]["published"]
    return [
        Row(
            name,
            seconds[name],
            seconds[name] / seconds["numpy"],
            memory[name],
            compared(name, rounds[0][name]["published"], truth),
        )
        for name in CONTENDERS
    ]


def contend(name: str) -> dict[str, Any]:
    """One process, one contender, several runs."""
    command = [sys.executable, "-m", "bench._contenders", name, str(RUNS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def compared(name: str, published: list[int], truth: list[int]) -> str:
    """How the result compares with ours. Raises AssertionError where it is wrong."""
    off = [abs(a - b) for a, b in zip(published, truth, strict=True) if a != b]
    assert not off or (name not in EXACT and max(off) == 1), f"{name}: wrong result"
    return f"{len(off)} of {len(truth):,} cases off by 0.01" if off else "equal"
