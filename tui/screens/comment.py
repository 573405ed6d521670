"""The comment on a case: a box to write in. Closing keeps the text, always."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer
from textual.widgets import TextArea

from tui.ink import safe, spread
from tui.screens.base import Dialog
from tui.screens.dialogs import Box
from tui.sitting import Sitting
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.wrap import wrap
from words import Bad, say
from words.text import clean

PAUSE = 0.4  # seconds without a key, after which the text is saved


class CommentDialog(Dialog):
    BINDINGS = [Binding("f2", "cancel", show=False, id="comment.close", priority=True)]

    def __init__(self, sitting: Sitting, case: str, closed: str = "") -> None:
        super().__init__()
        self._sitting, self._case, self._shut = sitting, case, closed
        self._error = ""
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with Box(say("tui.comment.title")):
            title = safe(self._sitting.case(self._case).title)
            yield Line(lambda _cells: f" {safe(self._case)} {title}")
            yield TextArea(
                clean(self._sitting.answer(self._case).comment),
                soft_wrap=True,
                show_line_numbers=False,
                tab_behavior="focus",
                theme="css",
                read_only=bool(self._shut),
                highlight_cursor_line=False,
                compact=True,
            )
            yield Line(self._state, id="comment-state")
            yield Buttons(self._keys, ("Esc",), id="comment-keys")

    def _keys(self, _cells: int) -> str:
        refused = say("tui.comment.refused") if self._error else ""
        return f" {self._shut or refused or say('tui.comment.keys')}"

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    @property
    def text(self) -> str:
        return clean(self.query_one(TextArea).text)

    @property
    def saved(self) -> bool:
        return self._sitting.answer(self._case).comment == self.text

    def _state(self, cells: int) -> Content:
        if self._error:
            lines = wrap(self._error, cells - 2)[:2]
            return Content.styled("\n".join(f" {line}" for line in lines), "bold $alarm")
        left = say("tui.comment.length", n=len(self.text))
        time = self._sitting.saved_time()
        right = say("tui.saved", time=time) if self.saved and time else ""
        if not self.saved:
            right = say("tui.comment.unsaved")
        return Content(f" {spread(left, right, cells - 2)}")

    @on(TextArea.Changed)
    def _changed(self) -> None:
        area = self.query_one(TextArea)
        if area.text != self.text:  # pasted characters that could steer the terminal
            area.text = self.text
            area.move_cursor(area.document.end)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.save)
        self.query_one("#comment-state", Line).fit()

    def save(self) -> bool:
        """Save what is written; what is refused stays in the box, with the reason under it."""
        self._error = ""
        try:
            if not self._shut:
                self._sitting.set_comment(self._case, self.text, ("comment", id(self)))
        except Bad as bad:
            self._error = _too_long(bad) or str(bad)
        for name in ("#comment-state", "#comment-keys"):
            self.query_one(name, Line).fit()
        return not self._error

    def action_cancel(self) -> None:
        if self.save():
            self.dismiss("")


def _too_long(bad: Bad) -> str:
    """That there is too much of it, and how to get rid of a paste; empty for another refusal."""
    found = next((one for one in bad.problems if one.code == "E-TOOLONG"), None)
    return say("tui.comment.long", **found.params) if found else ""
