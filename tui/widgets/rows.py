"""A list of any length: only the lines in sight are ever drawn.

The picked row is marked by `>` in its first column, so that it is seen without colour.
Ten thousand rows cost what twenty do; a key redraws two lines.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from words.text import pad


class Rows(ScrollView, can_focus=True, inherit_bindings=False):
    COMPONENT_CLASSES = {"rows--picked"}
    DEFAULT_CSS = """
    Rows { height: 1fr; scrollbar-size: 0 0; }
    Rows > .rows--picked { background: $picked; color: $picked-text; text-style: bold; }
    """
    BINDINGS = [
        Binding("up,k", "pick(-1)", show=False, id="rows.up"),
        Binding("down,j", "pick(1)", show=False, id="rows.down"),
        Binding("pageup", "page(-1)", show=False, id="rows.page-up"),
        Binding("pagedown", "page(1)", show=False, id="rows.page-down"),
        Binding("home,g", "ends(-1)", show=False, id="rows.first"),
        Binding("end,G,upper_g", "ends(1)", show=False, id="rows.last"),
    ]

    picked: reactive[int] = reactive(0, repaint=False)

    class Picked(Message):
        """Another row is the current one."""

        def __init__(self, row: int) -> None:
            super().__init__()
            self.row = row

    class Opened(Message):
        """A row was double-clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self._draw: Callable[[int, int], str] = lambda _row, _cells: ""
        self._skipped: frozenset[int] = frozenset()

    def fill(
        self,
        count: int,
        draw: Callable[[int, int], str],
        *,
        skipped: frozenset[int] = frozenset(),
        picked: int = 0,
    ) -> None:
        """Show `count` rows; `draw(row, cells)` gives one without its mark.

        Rows in `skipped` are shown and cannot be picked.
        """
        self.count, self._draw, self._skipped = count, draw, skipped
        self.virtual_size = Size(self.size.width, count)
        self.picked = max(min(picked, count - 1), 0)
        self.show_picked()
        self.refresh()

    @property
    def in_sight(self) -> tuple[int, int]:
        """First and last row on the screen, counted from one."""
        top = self.scroll_offset.y
        return min(top + 1, self.count), min(top + self.size.height, self.count)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, self.count)
        self.show_picked()

    def show_picked(self) -> None:
        """Scroll so that the picked row is in sight, at once."""
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        if self.picked < top or (self.picked == 1 and 0 in self._skipped):
            self.scroll_to(y=self.picked, animate=False, immediate=True)
        elif self.picked >= top + height:
            self.scroll_to(y=self.picked - height + 1, animate=False, immediate=True)

    def watch_picked(self, old: int, new: int) -> None:
        top = self.scroll_offset.y
        self.show_picked()
        if self.scroll_offset.y == top:
            for row in (old, new):
                self.refresh(Region(0, row - top, self.size.width, 1))
        else:
            self.refresh()
        self.post_message(self.Picked(new))

    def action_pick(self, step: int) -> None:
        row = self.picked + step
        while row in self._skipped:
            row += step
        if 0 <= row < self.count:
            self.picked = row

    def action_page(self, step: int) -> None:
        self._jump(self.picked + step * max(self.size.height - 1, 1), step)

    def action_ends(self, step: int) -> None:
        self._jump(0 if step < 0 else self.count - 1, -step)

    def _jump(self, row: int, way: int) -> None:
        row = max(min(row, self.count - 1), 0)
        while row in self._skipped and 0 < row < self.count - 1:
            row += way
        if self.count and row not in self._skipped:
            self.picked = row

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if 0 <= row < self.count and row not in self._skipped:
            self.picked = row
            if event.chain == 2:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        row, cells = y + self.scroll_offset.y, self.size.width
        if row >= self.count:
            return Strip.blank(cells, self.rich_style)
        if row in self._skipped:
            return Strip([Segment(pad(self._draw(row, cells), cells), self.rich_style)], cells)
        here = row == self.picked
        style = self.get_component_rich_style("rows--picked") if here else self.rich_style
        text = (" > " if here else "   ") + self._draw(row, cells - 3)
        return Strip([Segment(pad(text, cells), style)], cells)
