"""A line (or a few) drawn for the width it has, again whenever that changes."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

Draw = Callable[[int], str | Content]


class Line(Widget):
    """Shows what `draw(cells)` returns, literally. `refresh(layout=True)` draws it again."""

    DEFAULT_CSS = "Line { height: auto; width: 1fr; }"

    def __init__(self, draw: Draw, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw

    def _content(self, cells: int) -> Content:
        drawn = self._draw(cells)
        return drawn if isinstance(drawn, Content) else Content(drawn)

    def render(self) -> Content:
        return self._content(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(self._content(width).plain.count("\n") + 1, 1)

    def again(self, *, layout: bool = False) -> None:
        """Draw anew; with `layout` where the number of lines may have changed."""
        self.refresh(layout=layout)
