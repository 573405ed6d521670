"""Submitting: four random digits, typed on purpose; no button, no habit, no Chinese."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from tui.entry import half_width
from tui.screens.base import Dialog
from tui.screens.dialogs import Box
from tui.sitting import Sitting
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.widgets.score_row import typed_char
from words import say


class SubmitDialog(Dialog):
    """Gives back `yes` once the digits are right. `own`: on the judge's own computer; `text`:
    what is said instead of how many cases are scored; `asked`: how many carry a hint.
    """

    def __init__(
        self, sitting: Sitting, code: str, *, own: bool = False, text: str = "", asked: int = 0
    ) -> None:
        super().__init__()
        self._sitting, self._code = sitting, code
        self._text, self._said = "tui.submit.own" if own else "tui.submit.text", text
        self._asked = asked
        self._typed = ""
        self._error = ""

    def compose(self) -> ComposeResult:
        c = self._sitting.counts()
        with Box(say("tui.submit.title")):
            yield Line(
                lambda _cells: (
                    self._said or say(self._text, done=c.done, recused=c.recused, open=c.unfinished)
                )
            )
            yield Line(self._digits, id="digits")
            if self._asked:
                yield Line(lambda _cells: f"{say('tui.submit.hints', n=self._asked)}\n")
            yield Line(self._error_line, id="submit-error")
            yield Buttons(lambda _cells: f" {say('tui.submit.keys')}", ("Esc",))

    def _digits(self, _cells: int) -> Content:
        wanted, typed = " ".join(self._code), " ".join(self._typed.ljust(len(self._code), "_"))
        return Content.assemble("           ", (wanted, "bold"), f"        [ {typed} ]\n")

    def _error_line(self, _cells: int) -> Content:
        return Content.styled(f" {self._error}", "bold $alarm") if self._error else Content("")

    def on_key(self, event: events.Key) -> None:
        char = half_width(typed_char(event) or " ")
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif char in "0123456789":
            self._typed += char
        elif char.isspace():
            return
        else:
            self._error = say("tui.submit.digits")
        event.stop()
        if char in "0123456789":
            self._error = ""
        if len(self._typed) == len(self._code):
            self._check()
        for line in self.query(Line):
            line.fit()

    def _check(self) -> None:
        if self._typed == self._code:
            self.dismiss("yes")
        else:
            self._typed, self._error = "", say("tui.submit.wrong")
