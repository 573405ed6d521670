"""A line (or a few) drawn for the width it has, again whenever that changes."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from tui.widgets.fitted import Fitted

Draw = Callable[[int], str | Content]


class Line(Fitted):
    """Shows what `draw(cells)` returns, literally. `fit` draws it again."""

    DEFAULT_CSS = "Line { height: auto; width: 1fr; }"

    def __init__(self, draw: Draw, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw

    def _content(self, cells: int) -> Content:
        drawn = self._draw(cells)
        return drawn if isinstance(drawn, Content) else Content(drawn)

    def render(self) -> Content:
        return self._content(self.size.width)

    def lines_needed(self, cells: int) -> int:
        return self._content(cells).plain.count("\n") + 1
