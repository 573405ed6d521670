"""The secretary's program after some keys, and its screen as text."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.tui import screen
from tests.tui.screen import shown
from tests.tui_secretary.office import opened
from tui.office.app import SecretaryApp

GOLDENS = Path(__file__).parent / "goldens"
SIZES = {"80": (80, 24), "120": (120, 40)}
CHANGING = (  # what comes of the rules' digest, which changes with the program's own form
    (re.compile(r"\b[0-9A-F]{8}\b"), "0" * 8),
    (re.compile(r"\b\d{4}( \d{4}){4}\b"), "0000 0000 0000 0000 0000"),
    (re.compile(r"(?<=\d\d:\d\d )\d{4}$", re.MULTILINE), "0000"),
    (re.compile(r"(?<=[:\d]\d )\d{4}$"), "0000"),
)


class Running:
    """The app while it runs: press keys, look at the screen."""

    def __init__(self, app: SecretaryApp, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> str:
        """Press keys and wait until everything is done; the screen."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()
        return self.text

    async def type(self, text: str) -> str:
        """Text into the field that has the focus, as if pasted."""
        focused = self.app.focused
        assert focused is not None
        focused.insert_text_at_cursor(text)  # type: ignore[attr-defined]
        await self.settle()
        return self.text

    async def settle(self) -> None:
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    @property
    def text(self) -> str:
        return shown(self.app)


@asynccontextmanager
async def running(
    folder: Path, size: str = "80", lang: str = "zh", keys: Sequence[str] = ()
) -> AsyncIterator[Running]:
    with opened(folder) as award:
        app = SecretaryApp(award, lang=lang, memory={"ruler": "1"})
        async with app.run_test(size=SIZES[size]) as pilot:
            one = Running(app, pilot)
            await one.settle()
            await one.press(*keys)
            yield one


def same_as_golden(name: str, text: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(screen, "GOLDENS", GOLDENS)
    for pattern, same in CHANGING:
        text = pattern.sub(same, text)
    screen.same_as_golden(name, text)
