"""The keys that do something here, in words; each word is also a button for the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.content import Content

from tui.widgets.fitted import Fitted
from words import say
from words.text import width


@dataclass(frozen=True)
class Key:
    """One entry: the key as printed, what it does, the action behind it, why it is off now."""

    name: str
    word: str
    action: str = ""
    why_not: str = ""

    @property
    def text(self) -> str:
        text = f"{self.name} {self.word}"
        return say("tui.key.off", what=text, why=self.why_not) if self.why_not else text


class KeyBar(Fitted):
    """Keys side by side, on as many lines as they need; the screen's `do` does what is clicked."""

    DEFAULT_CSS = "KeyBar { height: auto; width: 1fr; color: $foreground; }"

    def __init__(self, keys: Callable[[], Sequence[Key]], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys = keys

    def _laid(self, cells: int) -> list[list[tuple[int, Key]]]:
        """Lines of (first cell, key)."""
        gap = 2 if cells < 110 else 3
        lines: list[list[tuple[int, Key]]] = [[]]
        at = 1
        for key in self._keys():
            if lines[-1] and at + width(key.text) > cells:
                lines.append([])
                at = 1
            lines[-1].append((at, key))
            at += width(key.text) + gap
        return lines

    def lines_needed(self, cells: int) -> int:
        return len(self._laid(cells))

    def render(self) -> Content:
        return Content("\n").join(map(self._line, self._laid(self.size.width)))

    @staticmethod
    def _line(keys: list[tuple[int, Key]]) -> Content:
        line = Content("")
        for at, key in keys:
            line += Content(" " * (at - line.cell_length))
            if key.why_not:
                line += Content.styled(key.text, "$quiet")
            else:
                line += Content.assemble((key.name, "bold $primary"), f" {key.word}")
        return line

    async def on_click(self, event: events.Click) -> None:
        lines = self._laid(self.size.width)
        for at, key in lines[event.y] if event.y < len(lines) else []:
            if at <= event.x < at + width(key.text) and key.action:
                screen: Any = self.screen
                await screen.do(key.action, key.why_not)
