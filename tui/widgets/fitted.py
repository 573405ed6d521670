"""As many lines high as what it shows: the screen is laid out anew only where that changes."""

from __future__ import annotations

from textual.geometry import Size
from textual.widget import Widget


class Fitted(Widget):
    """Subclasses say how many lines they need. Laying a screen out takes longer than drawing it,
    and hardly any key changes the number of lines.
    """

    _laid_out = (0, 0)  # for what width, and how many lines there were room for

    def lines_needed(self, cells: int) -> int:
        raise NotImplementedError

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._laid_out = width, self.lines_needed(width)
        return self._laid_out[1]

    def fit(self) -> None:
        """What is shown may have changed: draw it, with another number of lines where needed."""
        cells, lines = self._laid_out
        self.refresh(layout=bool(cells) and self.lines_needed(cells) != lines)
