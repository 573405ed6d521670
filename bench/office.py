"""What holds the event loop longest on the secretary's screens: 10,000 cases, seven ballots in."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from award.folder import DATABASE, create, opened
from bench._award import default_rules, make_ballots
from bench._loop import Story, rows, steps, told
from bench._rows import Row
from bench.holding import press
from tui.office.app import SecretaryApp

CASES, JUDGES, RUNS = 10_000, 7, 3
STORY: Story = (
    ("a key in the overview", ["down"] * 3),
    ("a judge's page", ["enter"]),
    ("", ["escape"]),
    ("who is missing (F7)", ["f7"]),
    ("", ["escape"]),
    ("the list of all work", ["0"]),
    ("a key in the list of work", ["down"] * 3),
    ("", ["escape"]),
    ("the ranking for the first time (F4)", ["f4"]),
    ("a key in the ranking", ["down"] * 3),
    ("another method", ["right"]),
    ("and back", ["left"]),
    ("another pane", ["tab"]),
    ("a filter of the ranking", ["2", "1"]),
    ("a letter of a search", ["slash", "7", "escape"]),
    ("how a rank came about", ["enter"]),
    ("", ["escape"]),
    ("back to the overview", ["f4"]),
    ("the ranking again", ["f4"]),
)


def run() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = create(Path(folder) / "award")
        make_ballots(path / DATABASE, default_rules(), JUDGES, CASES)
        return [row for size in ((80, 24), (120, 40)) for row in _measured(path, size)]


def _measured(path: Path, size: tuple[int, int]) -> list[Row]:
    found = [asyncio.run(_run(path, size)) for _ in range(RUNS)]
    return rows(f"{size[0]} columns", found)


async def _run(path: Path, size: tuple[int, int]) -> dict[str, float]:
    with opened(path) as award:
        app = SecretaryApp(award, memory={"ruler": "1"})
        with steps() as taken:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await press(pilot, "home")
                start = max(taken)
                found = await told(lambda key: press(pilot, key), STORY)
    return {"the first picture": start, **found}
