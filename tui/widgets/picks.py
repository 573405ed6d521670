"""Moving a mark over the lines of a list: keys, pages, ends, clicks. `Rows` draws the lines."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView


class Picks(ScrollView, can_focus=True, inherit_bindings=False):
    """`count` lines of which one is picked; those in `skipped` never are."""

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

    class InSight(Message):
        """The window has another size: other rows may be in sight."""

    class Opened(Message):
        """A row was double-clicked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.count = 0
        self.skipped: frozenset[int] = frozenset()

    @property
    def in_sight(self) -> tuple[int, int]:
        """First and last row on the screen, counted from one."""
        top = self.scroll_offset.y
        return min(top + 1, self.count), min(top + self.size.height, self.count)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.size.width, self.count)
        self.show_picked()
        self.post_message(self.InSight())

    def show_picked(self) -> None:
        """Scroll so that the picked row is in sight, at once."""
        top, height = self.scroll_offset.y, max(self.size.height, 1)
        row = 0 if self.picked == 1 and 0 in self.skipped else self.picked  # with its heading
        seen = min(max(top, row - height + 1), row)
        if seen != top:
            self.scroll_to(y=seen, animate=False, immediate=True)

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
        while row in self.skipped:
            row += step
        if 0 <= row < self.count:
            self.picked = row

    def action_page(self, step: int) -> None:
        self._jump(self.picked + step * max(self.size.height - 1, 1), step)

    def action_ends(self, step: int) -> None:
        self._jump(0 if step < 0 else self.count - 1, -step)

    def _jump(self, row: int, way: int) -> None:
        row = max(min(row, self.count - 1), 0)
        while row in self.skipped and 0 < row < self.count - 1:
            row += way
        if self.count and row not in self.skipped:
            self.picked = row

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if 0 <= row < self.count and row not in self.skipped:
            self.picked = row
            if event.chain == 2:
                self.post_message(self.Opened())
