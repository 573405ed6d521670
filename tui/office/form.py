"""A few questions in a box, and the command that the answers make.

Enter goes on, after the last question it does the thing; Esc goes back and does nothing. What
is refused is said in the box, and the answers stay.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.ink import safe
from tui.screens.dialogs import Box
from tui.screens.frame import WIDTHS
from tui.widgets.choice import Choice
from tui.widgets.line import Line
from tui.wrap import wrap
from words import Bad, say

Answers = Mapping[str, str]
ROOM = 56  # cells of a line in the box


@dataclass(frozen=True)
class Field:
    """One question. With `choices` (value, words) one is picked; `hidden` is never shown."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Ask:
    """What is asked. `act` does it and may raise Bad; `command` says the same as a command."""

    title: str
    text: str
    act: Callable[[Answers], Any]
    command: Callable[[Answers], str]
    fields: Sequence[Field] = ()


@dataclass(frozen=True)
class Done:
    """What `act` gave back, and the command that would have done it."""

    result: Any
    command: str


class Form(ModalScreen[Done]):
    """Gives back what was done; None where it was not."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS = [
        Binding("escape", "cancel", show=False, id="form.cancel"),
        Binding("enter", "next", show=False, priority=True, id="form.next"),
        Binding("up", "move(-1)", show=False, id="form.up"),
        Binding("down", "move(1)", show=False, id="form.down"),
    ]

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask, self._error = ask, ""

    def compose(self) -> ComposeResult:
        with Box(safe(self._ask.title)):
            yield Line(lambda _cells: "\n".join(_lines(self._ask.text)), id="form-text")
            for field in self._ask.fields:
                yield Line(partial(self._label, field), classes="label")
                yield _widget(field)
            yield Line(self._error_line, id="form-error")
            yield Line(self._command_line, id="form-command")
            yield Line(lambda _cells: f" {say('secretary.form.keys')}")

    def _label(self, field: Field, _cells: int) -> str:
        """The question; a `>` before the one that is being answered."""
        here = self.focused is not None and self.focused.id == f"form-{field.key}"
        return f"{'>' if here else ' '}{safe(field.label)}"

    def on_descendant_focus(self) -> None:
        for line in self.query(".label").results(Line):
            line.refresh()

    def on_mount(self) -> None:
        widgets = self._widgets()
        if widgets:
            widgets[0].focus()

    def _widgets(self) -> list[Input | Choice]:
        found = [self.query_one(f"#form-{field.key}") for field in self._ask.fields]
        return [one for one in found if isinstance(one, Input | Choice)]

    def answers(self) -> dict[str, str]:
        """What stands in the fields now."""
        keys = [field.key for field in self._ask.fields]
        return {key: one.value.strip() for key, one in zip(keys, self._widgets(), strict=True)}

    def _error_line(self, _cells: int) -> Content:
        lines = wrap(safe(self._error), ROOM)[:4] if self._error else []
        return Content.styled("\n".join(f" {line}" for line in lines), "bold $alarm")

    def _command_line(self, _cells: int) -> Content:
        if not self.is_mounted:
            return Content("")
        command = say("secretary.same", command=self._ask.command(self.answers()))
        lines = wrap(safe(command), ROOM)[:3]
        return Content.styled("\n".join(f" {line}" for line in lines), "$quiet")

    @on(Input.Changed)
    def _cleaned(self, event: Input.Changed) -> None:
        if safe(event.value) != event.value.strip():  # pasted, and able to steer the terminal
            event.input.value = safe(event.value)
        self._changed()

    @on(Choice.Changed)
    def _changed(self) -> None:
        self._error = ""
        for name in ("#form-error", "#form-command"):
            self.query_one(name, Line).refresh(layout=True)

    def action_move(self, step: int) -> None:
        widgets = self._widgets()
        here = next((at for at, one in enumerate(widgets) if one.has_focus), 0)
        if 0 <= here + step < len(widgets):
            widgets[here + step].focus()

    def action_next(self) -> None:
        """To the next question; after the last one, do it."""
        widgets = self._widgets()
        if widgets and not widgets[-1].has_focus:
            self.action_move(1)
            return
        answers = self.answers()
        try:
            result = self._ask.act(answers)
        except Bad as bad:
            self._error = str(bad)
            self.query_one("#form-error", Line).refresh(layout=True)
            return
        self.dismiss(Done(result, self._ask.command(answers)))

    def action_cancel(self) -> None:
        self.dismiss(None)


def _widget(field: Field) -> Input | Choice:
    name = f"form-{field.key}"
    if field.choices:
        return Choice(field.choices, field.value, id=name)
    return Input(
        field.value,
        placeholder=field.hint,
        password=field.hidden,
        compact=True,
        max_length=2000,
        select_on_focus=False,
        id=name,
    )


def _lines(text: str) -> list[str]:
    return [f" {line}" for line in wrap(safe(text), ROOM)]
