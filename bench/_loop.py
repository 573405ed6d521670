"""How long the event loop of a program with screens is held: each step of it, in processor time.

The program runs without a terminal. One step is what asyncio runs without looking at the keys in
between; its processor time is that of its thread alone, so that other programs on the machine
and work beside it in threads are not in the figure.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any

from bench._rows import Row
from cli.garbage import set_aside

TARGET = "target 50 ms"
Story = Sequence[tuple[str, Sequence[str]]]  # what is told of it, the keys


@contextmanager
def steps() -> Iterator[list[float]]:
    """The seconds of every step while this is open."""
    taken: list[float] = []
    run: Callable[[Any], None] = asyncio.Handle._run  # type: ignore[attr-defined]

    def timed(handle: Any) -> None:
        began = time.thread_time()
        run(handle)
        taken.append(time.thread_time() - began)

    asyncio.Handle._run = timed  # type: ignore[attr-defined]
    try:
        yield taken
    finally:
        asyncio.Handle._run = run  # type: ignore[attr-defined]


async def told(press: Callable[[str], Awaitable[object]], story: Story) -> dict[str, float]:
    """The longest step of each part of a story; one without a name only goes on."""
    set_aside()  # as the program does once its first picture is there
    found: dict[str, float] = {}
    for name, keys in story:
        longest = []
        for key in keys:
            with steps() as taken:
                await press(key)
            longest.append(max(taken))
        if name:
            found[name] = median(longest)
    return found


def rows(what: str, runs: Sequence[dict[str, float]]) -> list[Row]:
    """A row for each part, the median of the runs."""
    return [
        Row(f"{name}, {what}", median(run[name] for run in runs), note=TARGET) for name in runs[0]
    ]
