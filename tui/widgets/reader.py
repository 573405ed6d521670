"""Long text to read: wrapped for the width it has, never clipped, its place kept."""

from __future__ import annotations

from rich.segment import Segment
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.ink import safe_lines
from tui.wrap import wrap
from words.text import pad

MARGIN = 1  # blank cells at both sides


class Reader(ScrollView, can_focus=True, inherit_bindings=False):
    DEFAULT_CSS = "Reader { height: 1fr; scrollbar-size: 0 0; }"
    BINDINGS = [
        Binding("up", "move(-1)", show=False, id="reader.up"),
        Binding("down", "move(1)", show=False, id="reader.down"),
        Binding("pageup", "page(-1)", show=False, id="reader.page-up"),
        Binding("pagedown", "page(1)", show=False, id="reader.page-down"),
        Binding("home", "ends(-1)", show=False, id="reader.top"),
        Binding("end", "ends(1)", show=False, id="reader.end"),
    ]

    class Moved(Message):
        """Other lines are in sight."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._text = ""
        self._lines: list[str] = []
        self._key = ""
        self._places: dict[str, int] = {}  # text key -> first line in sight, for this sitting

    def load(self, key: str, text: str) -> None:
        """Show another text; `key` finds the place in it again later."""
        self._key, self._text = key, safe_lines(text)
        self._wrap()

    @property
    def position(self) -> tuple[int, int, int]:
        """First line in sight, last line in sight, lines in all."""
        first, total = self.scroll_offset.y + 1, len(self._lines)
        return min(first, total), min(first + self.size.height - 1, total), total

    def _wrap(self) -> None:
        cells = self.size.width - 2 * MARGIN
        if cells < 2:  # not laid out yet
            return
        self._lines = wrap(self._text, cells) if self._text else []
        self.virtual_size = Size(self.size.width, len(self._lines))
        self._go(self._places.get(self._key, 0))
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        self._wrap()

    def action_move(self, lines: int) -> None:
        self._go(self.scroll_offset.y + lines)

    def action_page(self, step: int) -> None:
        self._go(self.scroll_offset.y + step * max(self.size.height - 1, 1))

    def action_ends(self, step: int) -> None:
        self._go(0 if step < 0 else len(self._lines))

    def _go(self, line: int) -> None:
        last = max(len(self._lines) - self.size.height, 0)
        self.scroll_to(y=max(min(line, last), 0), animate=False, immediate=True)
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._places[self._key] = int(new_value)
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        line, cells = y + self.scroll_offset.y, self.size.width
        text = self._lines[line] if line < len(self._lines) else ""
        return Strip([Segment(pad(" " * MARGIN + text, cells), self.rich_style)], cells)
