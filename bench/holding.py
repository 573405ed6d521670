"""What holds the event loop longest on a judge's screens, with 10,000 cases all scored."""

from __future__ import annotations

import asyncio
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.worker import WorkerCancelled

from award.desks import seat_of
from award.folder import opened
from bench._loop import Story, rows, steps, told
from bench._rows import Row
from bench.screens import award_of
from cli.ahead import shown_to_judge
from db.draft import Slot, Value
from scoring.cells import State
from tui.app import JudgeApp

CASES, RUNS = 10_000, 3
STORY: Story = (
    ("a key in the list", ["down"] * 5),
    ("open a case for the first time", ["enter"]),
    ("", ["escape", "down"]),
    ("open another case", ["enter"]),
    ("a digit in the form", ["7", "8", "7"]),
    ("go on with Enter", ["enter"]),
    ("the next case (F8)", ["f8"] * 3),
    ("the comment box for the first time", ["f2"]),
    ("a letter in the comment", ["a", "b"]),
    ("", ["escape"]),
    ("the comment box again", ["f2"]),
    ("", ["escape"]),
    ("two cases side by side", ["equals_sign"]),
    ("", ["escape"]),
    ("recusal", ["f3"]),
    ("", ["escape"]),
    ("help", ["f1"]),
    ("", ["escape"]),
    ("the overview (F4)", ["f4"]),
    ("a key in the overview", ["down"] * 3),
)


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = scored(award_of(Path(folder) / "award", CASES))
        return [row for size in ((80, 24), (120, 40)) for row in _measured(path, size)]


def scored(folder: Path) -> Path:
    """Every case of the judge's has all its scores, all of them one step of filling in."""
    with opened(folder) as award:
        desk = award.store.desk("J01", award.rules)
        values = {
            Slot("cell", case.number, criterion.key): Value(int(State.SCORED), mark(at, place))
            for at, case in enumerate(desk.cases)
            for place, criterion in enumerate(award.rules.stage.criteria)
        }
        desk._book.take_over(values)
    return folder


def mark(at: int, place: int) -> int:
    """A score of the default scale."""
    return 700 + (at * 7 + place * 13) % 60 * 5


def _measured(path: Path, size: tuple[int, int]) -> list[Row]:
    found = [asyncio.run(_run(path, size)) for _ in range(RUNS)]
    return rows(f"{size[0]} columns", found)


async def _run(path: Path, size: tuple[int, int]) -> dict[str, float]:
    with opened(path) as award:
        seat = seat_of(award, "J01")
        memory = {"ruler": "1"}
        app = JudgeApp(
            seat.desk, seat.rules, name=seat.rules.title, memory=memory, shown=shown_to_judge
        )
        with steps() as taken:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                start = max(taken)
                found = await told(lambda key: press(pilot, key), STORY)
    return {"the first picture": start, **found}


async def press(pilot: Any, key: str) -> None:
    await pilot.press(key)
    await pilot.pause(0.05)
    while pilot.app.workers:
        with suppress(WorkerCancelled):  # what it looked for is looked for anew
            await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)
