"""Undo by what the judge did, not by key: 8 and 85 typed in one go are one step back.

The desk keeps every saved key and could undo them one by one, also after a restart;
here is only remembered how many of the newest ones belong together.
"""

from __future__ import annotations

from collections.abc import Callable

from tui.desk_shape import Change, Desk


class History:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[int] = []  # sizes of the newest groups of writes, oldest first
        self._undone: list[int] = []
        self._run: object = None  # what the writes of the newest group have in common

    def wrote(self, run: object = None) -> None:
        """A write went through; `run` names the burst of typing it belongs to, if any."""
        if run is not None and run == self._run and self._done:
            self._done[-1] += 1
        else:
            self._done.append(1)
        self._run = run
        self._undone.clear()

    def undo(self) -> Change | None:
        """Take the newest group back; None where there is nothing left."""
        self._run = None
        size = self._done.pop() if self._done else 1
        change = self._repeat(self._desk.undo, size)
        if change is not None:
            self._undone.append(size)
        return change

    def redo(self) -> Change | None:
        self._run = None
        size = self._undone.pop() if self._undone else 1
        change = self._repeat(self._desk.redo, size)
        if change is not None:
            self._done.append(size)
        return change

    @staticmethod
    def _repeat(step: Callable[[], Change | None], times: int) -> Change | None:
        last: Change | None = None
        for _ in range(times):
            change = step()
            if change is None:
                break
            last = change
        return last
