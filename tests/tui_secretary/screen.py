"""The secretary's program after some keys, and its screen as text."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui import screen
from tests.tui.screen import height, shown
from tests.tui_secretary.office import opened
from tui.office import threads
from tui.office.app import SecretaryApp
from tui.office.work import WorkScreen
from tui.widgets.rows import Rows

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
        """Press keys and wait until everything is done; the screen.

        `work:NAME` is what the list of all work does: 0, down to it, Enter.
        """
        await self.keys(*keys)
        return self.text

    async def keys(self, *keys: str) -> None:
        """The same where nobody looks yet."""
        for key in keys:
            await (self.work(key[5:]) if key.startswith("work:") else self._press(key))

    async def _press(self, key: str) -> None:
        await self.pilot.press(key)
        await self.settle()

    async def work(self, name: str) -> None:
        await self._press("0")
        screen = self.app.screen
        assert isinstance(screen, WorkScreen)
        names = [one.name if one else "" for one in screen.works]
        screen.query_one(Rows).picked = names.index(name)
        await self._press("enter")

    async def type(self, text: str) -> str:
        """Text into the field that has the focus, as if pasted."""
        focused = self.app.focused
        assert focused is not None
        focused.insert_text_at_cursor(text)  # type: ignore[attr-defined]
        await self.settle()
        return self.text

    async def settle(self) -> None:
        """Until no worker runs and none was begun by what the last one showed."""
        await self.pilot.pause()
        while self.app.workers:
            await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def resize(self, size: str) -> None:
        """The window gets another size; until every screen in sight is drawn for it."""
        await self.pilot.resize_terminal(*SIZES[size])
        await self.settle()
        while height(self.app) != SIZES[size][1]:
            await self.pilot.pause(0.05)

    @property
    def text(self) -> str:
        return shown(self.app)


@asynccontextmanager
async def running(
    folder: Path,
    size: str = "80",
    lang: str = "zh",
    keys: Sequence[str] = (),
    watching: str = "",
) -> AsyncIterator[Running]:
    with opened(folder) as award, no_faults():
        app = SecretaryApp(award, watching, lang=lang, memory={"ruler": "1"})
        async with app.run_test(size=SIZES[size]) as pilot:
            one = Running(app, pilot)
            await one.settle()
            await one.keys(*keys)
            yield one


@contextmanager
def no_faults() -> Iterator[None]:
    """What went wrong in a thread, and would be said politely, fails the test."""
    faults: list[BaseException] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(threads, "write_report", faults.append)
        yield
    if faults:
        raise faults[0]


def same_as_golden(name: str, text: str, monkeypatch: Any) -> None:
    monkeypatch.setattr(screen, "GOLDENS", GOLDENS)
    for pattern, same in CHANGING:
        text = pattern.sub(same, text)
    screen.same_as_golden(name, text)
