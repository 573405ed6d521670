"""Files that lie near, to pick for the question below; what is typed goes into its field."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from textual import events
from textual.binding import Binding
from textual.widgets import Input

from award.near import files_near
from tui.entry import half_width
from tui.ink import safe
from tui.widgets.choice import Choice
from tui.widgets.score_row import typed_char
from words import say
from words.text import cut

ROOM = 46  # cells of a name: with its mark and place it stays on its line
Offer = tuple[str, str]  # a path as one would type it, and what is shown of it


def offers(folder: Path, endings: Collection[str]) -> tuple[Offer, ...]:
    """The files of a kind in and around a folder."""
    return tuple(
        (_typed(one.path), f"{cut(safe(one.path.name), ROOM)}  {say(f'work.near.{one.place}')}")
        for one in files_near(folder, endings)
    )


def _typed(path: Path) -> str:
    whole, here = path.absolute(), Path.cwd()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)


class Offers(Choice):
    """Picks fill the field `target`; none is picked before somebody picks."""

    BINDINGS = [
        Binding("up", "near(-1)", show=False, id="offers.up"),
        Binding("down", "near(1)", show=False, id="offers.down"),
    ]

    def __init__(self, found: tuple[Offer, ...], target: str, *, id: str) -> None:
        super().__init__(found, "", id=id, unpicked=True)
        self._target = target

    @property
    def field(self) -> Input:
        return self.screen.query_one(f"#{self._target}", Input)

    async def action_near(self, step: int) -> None:
        """Another of the files; beyond the last or first, another question."""
        if not self._pick(self._at + step):
            await self.run_action(f"screen.move({step})")

    def _pick(self, at: int) -> bool:
        if not super()._pick(at):
            return False
        self.field.value = self.value
        self.field.cursor_position = len(self.value)
        return True

    def on_key(self, event: events.Key) -> None:
        """A digit picks; any other character begins a path."""
        char = typed_char(event)
        if char and half_width(char) not in "123456789":
            self.insert_text_at_cursor(char)
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        self.insert_text_at_cursor(event.text.splitlines()[0] if event.text else "")
        event.stop()

    def insert_text_at_cursor(self, text: str) -> None:
        """What was typed or dropped goes into the field, in the place of what was picked."""
        self._at = -1
        self.refresh()
        self.field.value = text
        self.field.focus()
        self.field.cursor_position = len(text)
