"""The list of a vote: a click on a mark ticks, anywhere else it picks the line."""

from __future__ import annotations

from textual import events
from textual.message import Message

from tui.widgets.rows import Rows

MARGIN = 3  # cells of `Rows` before what it draws


class TickRows(Rows):
    """`columns` marks, each `cells` wide with a blank after it, stand at the start of a line."""

    class Ticked(Message):
        """A mark was clicked; `column` counts from 0."""

        def __init__(self, column: int) -> None:
            super().__init__()
            self.column = column

    def __init__(self, columns: int, cells: int, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._columns, self._cells = columns, cells

    def on_click(self, event: events.Click) -> None:
        """`Rows` has picked the line, or will; a mark says which question as well."""
        column, rest = divmod(event.x - MARGIN, self._cells + 1)
        inside = event.y + self.scroll_offset.y < self.count
        if inside and 0 <= column < self._columns and rest < self._cells:
            self.picked = event.y + self.scroll_offset.y
            event.prevent_default()  # a second click takes the tick away, it opens nothing
            self.post_message(self.Ticked(column))
