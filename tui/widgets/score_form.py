"""All criteria of a case as one form: one place that takes keys, in the order they were typed.

Were every row to have the focus of its own, digits typed right after Enter on a slow
machine would still go to the row before, and a wrong score would be saved in silence.
Therefore the focus never moves inside the form, and a key is done with before the next.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events
from textual.containers import VerticalScroll
from textual.message import Message

from tui.widgets.score_row import ScoreRow


class ScoreForm(VerticalScroll, can_focus=True, inherit_bindings=False):
    DEFAULT_CSS = "ScoreForm { scrollbar-size: 0 0; }"

    class Chosen(Message):
        """The form has got the focus or lost it, or a row was clicked."""

    def __init__(
        self, rows: list[ScoreRow], take: Callable[[events.Key], Awaitable[bool]], id: str
    ) -> None:
        """`take` does what a key means, at once, and says whether it meant anything."""
        super().__init__(*rows, id=id)
        self.rows, self._take = rows, take
        self._place = 0

    @property
    def row(self) -> ScoreRow | None:
        """The criterion in work; None while the material has the focus."""
        return self.rows[self._place] if self.has_focus else None

    def choose(self, place: int) -> None:
        """Go to a row; beyond the ends to the first or last one."""
        self._place = max(min(place, len(self.rows) - 1), 0)
        self._mark()
        self.scroll_to_widget(self.rows[self._place], animate=False)

    def step(self, by: int) -> None:
        self.choose(self._place + by)

    @property
    def at_end(self) -> bool:
        return self._place == len(self.rows) - 1

    def _mark(self) -> None:
        for place, row in enumerate(self.rows):
            active = self.has_focus and place == self._place
            if row.active != active:
                row.active = active
                row.draw()

    def watch_has_focus(self, has_focus: bool) -> None:
        super().watch_has_focus(has_focus)
        self._mark()
        self.post_message(self.Chosen())

    async def on_key(self, event: events.Key) -> None:
        if await self._take(event):
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        under, _ = self.screen.get_widget_at(event.screen_x, event.screen_y)
        if isinstance(under, ScoreRow) and under in self.rows:
            self.choose(self.rows.index(under))
            self.post_message(self.Chosen())
