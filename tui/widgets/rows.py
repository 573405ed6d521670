"""A list of any length: only the lines in sight are ever drawn.

The picked row is marked by `>` in its first column, so that it is seen without colour.
Ten thousand rows cost what twenty do; a key redraws two lines.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tui.widgets.picks import Picks
from words.text import pad


class Rows(Picks):
    COMPONENT_CLASSES = {"rows--picked"}
    DEFAULT_CSS = """
    Rows { height: 1fr; scrollbar-size: 0 0; }
    Rows > .rows--picked { background: $picked; color: $picked-text; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._draw: Callable[[int, int], str] = lambda _row, _cells: ""

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
        self.count, self._draw, self.skipped = count, draw, skipped
        self.virtual_size = Size(self.size.width, count)
        self.picked = max(min(picked, count - 1), 0)
        self.show_picked()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        row, cells = y + self.scroll_offset.y, self.size.width
        if row >= self.count:
            return Strip.blank(cells, self.rich_style)
        if row in self.skipped:
            return Strip([Segment(pad(self._draw(row, cells), cells), self.rich_style)], cells)
        here = row == self.picked
        style = self.get_component_rich_style("rows--picked") if here else self.rich_style
        text = (" > " if here else "   ") + self._draw(row, cells - 3)
        return Strip([Segment(pad(text, cells), style)], cells)
