"""The small ones: leave?, is the window large enough?, do the lines line up?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.ink import safe
from tui.keys import digit_keys
from tui.screens.frame import Dialog
from tui.widgets.buttons import Buttons
from tui.widgets.line import Draw, Line
from tui.wrap import wrap
from words import Bad, say

SMALLEST = (80, 24)  # cells


class Box(Vertical):
    """The framed middle of a dialog. The title is one of our own words."""

    def __init__(self, title: str) -> None:
        super().__init__(classes="box")
        self.border_title = Content(title)


def paragraph(text: str) -> Draw:
    """A text between two blank lines, wrapped for the box."""
    return lambda cells: "\n".join(["", *(f" {line}" for line in wrap(text, cells - 2)), ""])


class LeaveDialog(Dialog):
    """Asks before leaving; nothing is lost either way, and it says so."""

    BINDINGS = [Binding("enter", "leave", show=False, id="leave.yes")]

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Box(say("tui.leave.title")):
            yield Line(paragraph(self._text))
            yield Buttons(lambda _cells: f" {say('tui.leave.keys')}\n")

    def action_leave(self) -> None:
        self.dismiss("yes")


class ReviseDialog(Dialog):
    """Asks before a sealed ballot is taken back to be revised."""

    BINDINGS = [Binding("enter", "revise", show=False, id="revise.yes")]

    def compose(self) -> ComposeResult:
        with Box(say("tui.do.revise")):
            yield Line(paragraph(say("tui.revise.text")))
            yield Buttons(lambda _cells: f" {say('tui.revise.keys')}\n")

    def action_revise(self) -> None:
        self.dismiss("yes")


class CopyDialog(Dialog):
    """Asks for a folder, typed or dragged into the window, until `copy` takes it; gives back
    where the copy is. A folder that is refused stays in the box, with the reason.
    """

    def __init__(self, copy: Callable[[str], Path]) -> None:
        super().__init__()
        self._copy, self._refused = copy, ""

    def compose(self) -> ComposeResult:
        with Box(say("receipt.do.copy")):
            yield Line(paragraph(say("receipt.copy.ask")))
            yield Input(id="copy-to", compact=True)
            yield Line(self._why, id="copy-refused")
            yield Buttons(lambda _cells: f"\n {say('receipt.copy.keys')}")

    def _why(self, cells: int) -> Content:
        return Content.styled(_indented(self._refused, cells), "bold $alarm")

    def on_mount(self) -> None:
        where = self.query_one(Input)
        where.placeholder = say("receipt.copy.hint")
        where.focus()

    @on(Input.Submitted)
    def _given(self, event: Input.Submitted) -> None:
        folder = event.value.strip()
        if not folder:
            self._refuse(say("receipt.copy.none"))
            return
        try:
            self.dismiss(str(self._copy(folder)))
        except Bad as bad:
            self._refuse(str(bad))

    @on(Input.Changed)
    def _typing(self) -> None:
        self._refuse("")

    def _refuse(self, why: str) -> None:
        self._refused = why
        self.query_one("#copy-refused", Line).fit()


def _indented(text: str, cells: int) -> str:
    return "\n".join(f" {line}" for line in ["", *wrap(safe(text), cells - 2)]) if text else ""


class TooSmall(ModalScreen[None]):
    """Over everything while the window is too small to show it whole. Takes no key."""

    def compose(self) -> ComposeResult:
        yield Line(self._draw)

    def _draw(self, cells: int) -> str:
        size = self.app.size
        text = say(
            "tui.small", width=size.width, height=size.height, wide=SMALLEST[0], high=SMALLEST[1]
        )
        return "\n".join(wrap(text, max(cells, 4)))

    def on_resize(self) -> None:
        self.query_one(Line).fit()


class Ruler(Dialog):
    """First start: do Chinese characters take two cells here? Answers `1` or `2`."""

    BINDINGS = [
        Binding(digit_keys(1), "answer('1')", show=False, id="ruler.good"),
        Binding(digit_keys(2), "answer('2')", show=False, id="ruler.bad"),
        Binding("enter", "answer('1')", show=False, id="ruler.enter"),
    ]
    CSS = "Ruler { background: $background; align: left top; padding: 2 2; }"

    def compose(self) -> ComposeResult:
        yield Buttons(lambda _cells: say("tui.ruler"), ("1", "2"))

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer)

    def action_cancel(self) -> None:
        self.dismiss("1")
