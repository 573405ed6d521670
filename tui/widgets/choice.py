"""One of a few answers: Left and Right change it, a digit picks it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from tui.entry import half_width
from tui.widgets.score_row import typed_char

DIGITS = "1234567890"


class Choice(Widget, can_focus=True):
    """`answers` are (value, words) in order; the picked one has an x. The tenth has the digit 0."""

    DEFAULT_CSS = "Choice { height: auto; width: 1fr; } Choice:focus { text-style: bold; }"
    BINDINGS = [
        Binding("left", "step(-1)", show=False, id="choice.left"),
        Binding("right", "step(1)", show=False, id="choice.right"),
    ]

    class Changed(Message):
        """Another answer is picked."""

    def __init__(
        self, answers: Sequence[tuple[str, str]], value: str, *, id: str, unpicked: bool = False
    ) -> None:
        super().__init__(id=id)
        self._answers = tuple(answers)
        values = [answer for answer, _ in answers]
        self._at = -1 if unpicked else values.index(value) if value in values else 0

    @property
    def value(self) -> str:
        """The picked answer; empty while none is picked."""
        return self._answers[self._at][0] if self._at >= 0 else ""

    def render(self) -> Content:
        lines = [
            f"({'x' if at == self._at else ' '}) {DIGITS[at : at + 1] or ' '} {words}"
            for at, (_, words) in enumerate(self._answers)
        ]
        return Content("\n".join(lines))

    def action_step(self, step: int) -> None:
        self._pick(self._at + step)

    def on_key(self, event: events.Key) -> None:
        digit = half_width(typed_char(event) or " ")
        if digit in DIGITS:
            self._pick(DIGITS.index(digit))
            event.stop()

    def on_click(self, event: events.Click) -> None:
        self.focus()
        self._pick(event.y)

    def _pick(self, at: int) -> bool:
        if not 0 <= at < len(self._answers):
            return False
        self._at = at
        self.refresh()
        self.post_message(self.Changed())
        return True
