"""A few questions in a box, and the command that the answers make.

Enter goes on, after the last question it does the thing; Esc goes back and does nothing. What
is refused is said in the box, and the answers stay. It is done in a thread: the screen lives on.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import partial

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.ink import bar, safe, safe_lines
from tui.office.nearby import Offers
from tui.office.questions import Answers, Ask, Done, Field
from tui.office.threads import Apart, in_thread
from tui.screens.dialogs import Box
from tui.widgets.buttons import Buttons
from tui.widgets.choice import Choice
from tui.widgets.line import Line
from tui.wrap import wrap
from words import say

ROOM = 56  # cells of a line in the box
EVERY = 0.2  # seconds between two looks at how far it is
WHOLE, MARKS = 1000, 30


class Form(ModalScreen[Done]):
    """Gives back what was done; None where it was not."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "cancel", show=False, id="form.cancel"),
        Binding("f1", "help", show=False, id="form.help"),
        Binding("enter", "next", show=False, priority=True, id="form.next"),
        Binding("up", "move(-1)", show=False, id="form.up"),
        Binding("down", "move(1)", show=False, id="form.down"),
    ]

    def __init__(
        self, ask: Ask, apart: Apart = nullcontext, far: Callable[[], int] = lambda: 0
    ) -> None:
        super().__init__()
        self._ask, self._apart, self._far = ask, apart, far
        self._error, self._busy = "", False

    def compose(self) -> ComposeResult:
        with Box(safe(self._ask.title)):
            yield Line(lambda _cells: "\n".join(_lines(self._ask.text)), id="form-text")
            for field in self._ask.fields:
                yield Line(partial(self._label, field), classes="label")
                if field.near:
                    yield Offers(field.near, f"form-{field.key}", id=f"near-{field.key}")
                yield _widget(field)
                if field.told is not None:
                    yield Line(partial(self._told, field), classes="told")
            yield Line(self._error_line, id="form-error")
            yield Line(self._command_line, id="form-command")
            yield Buttons(self._keys, names=("Enter", "Esc", "F1"), id="form-keys")

    def _keys(self, _cells: int) -> str:
        """What the keys do on the question that is being answered."""
        stops = self._stops() if self.is_mounted else []
        picks = any(isinstance(one, Choice) and one.has_focus for one in stops)
        last = not stops or stops[-1].has_focus
        said = [say("secretary.form.pick")] if picks else []
        said += [say("secretary.form.do" if last else "secretary.form.next")]
        said += [say("secretary.form.back"), say("secretary.form.help")]
        return f" {'    '.join(said)}"

    def _label(self, field: Field, _cells: int) -> str:
        """The question; a `>` before the one that is being answered."""
        names = (f"form-{field.key}", f"near-{field.key}")
        here = self.focused is not None and self.focused.id in names
        first, *more = wrap(safe(field.label), ROOM) or [""]
        return "\n".join([f"{'>' if here else ' '}{first}", *(f" {line}" for line in more)])

    def _told(self, field: Field, _cells: int) -> str:
        """What is to be said of an answer so far."""
        if field.told is None or not self.is_mounted or self._hides(field):
            return ""
        return "\n".join(_lines(field.told(self.answers()[field.key])))

    def _hides(self, field: Field) -> bool:
        return field.hidden and not field.in_sight(self.answers())

    def on_descendant_focus(self) -> None:
        for line in self.query(".label, #form-keys").results(Line):
            line.refresh()

    def on_mount(self) -> None:
        if stops := self._stops():
            stops[0].focus()
        self.set_interval(EVERY, self._look)

    def _look(self) -> None:
        """How far a long reading is."""
        if self._busy:
            self.query_one("#form-error", Line).refresh()

    def _widgets(self) -> list[Input | Choice]:
        found = [self.query_one(f"#form-{field.key}") for field in self._ask.fields]
        return [one for one in found if isinstance(one, Input | Choice)]

    def _stops(self) -> list[Input | Choice]:
        """Where the mark goes, from top to bottom: the answers and what lies near."""
        return [one for one in self.query("Input, Choice") if isinstance(one, Input | Choice)]

    def answers(self) -> dict[str, str]:
        """What stands in the fields now."""
        keys = [field.key for field in self._ask.fields]
        return {key: one.value.strip() for key, one in zip(keys, self._widgets(), strict=True)}

    def _error_line(self, _cells: int) -> Content:
        if self._busy:
            far = self._far()
            return Content.styled(f" {say('work.busy')} {bar(far, WHOLE, MARKS) if far else ''}")
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

    def on_paste(self, event: events.Paste) -> None:
        """What is dropped on a question with digits is an answer to the next one that is typed."""
        widgets = self._widgets()
        here = next((at for at, one in enumerate(widgets) if one.has_focus), 0)
        box = next((one for one in widgets[here:] if isinstance(one, Input)), None)
        if box is not None and not box.has_focus and event.text.strip():
            box.focus()
            box.insert_text_at_cursor(event.text.strip().splitlines()[0])

    @on(Choice.Changed)
    def _changed(self) -> None:
        self._say("")

    def _say(self, error: str, *, busy: bool = False) -> None:
        self._error, self._busy = error, busy
        for field, widget in zip(self._ask.fields, self._widgets(), strict=True):
            if isinstance(widget, Hidden):
                widget.password = self._hides(field)
        for line in self.query(".told").results(Line):
            line.fit()
        for name in ("#form-error", "#form-command"):
            self.query_one(name, Line).fit()

    def _refused(self, error: str) -> None:
        """Say it, and go to the first question that wants an answer and has none."""
        self._say(error)
        for field, widget in zip(self._ask.fields, self._widgets(), strict=True):
            if field.needed and not widget.value.strip():
                widget.focus()
                return

    def action_move(self, step: int) -> None:
        """To another question; in the only one, to another of its answers."""
        stops = self._stops()
        if len(stops) == 1 and isinstance(stops[0], Choice):
            stops[0].action_step(step)
        here = next((at for at, one in enumerate(stops) if one.has_focus), 0)
        if 0 <= here + step < len(stops):
            stops[here + step].focus()

    def action_next(self) -> None:
        """To the next question; after the last one, do it."""
        stops = self._stops()
        if self._busy:
            return
        if stops and not stops[-1].has_focus:
            self.action_move(1)
            return
        answers = self.answers()
        self._say("", busy=True)
        act, done = partial(self._ask.act, answers), partial(self._done, answers)
        self.run_worker(partial(in_thread, self.app, self._apart, act, done, self._refused),
                        thread=True)  # fmt: skip

    def _done(self, answers: Answers, result: object) -> None:
        self.dismiss(Done(result, self._ask.command(answers), answers))

    def action_help(self) -> None:
        """What is asked, whole, and the keys of a box."""
        from tui.screens.help import HelpScreen

        asked = [f"- {safe(field.label)}" for field in self._ask.fields]
        text = [safe_lines(self._ask.text), "", *asked, "", say("secretary.form.help.text")]
        head = lambda _help, _cells: Content.styled(f" {safe(self._ask.title)}", "bold")  # noqa: E731
        self.app.push_screen(HelpScreen(head, "\n".join(text)))

    def action_cancel(self) -> None:
        if not self._busy:
            self.dismiss(None)


class Hidden(Input):
    """What is typed shows as stars: the library's dot is one cell wide here and two there."""

    @property
    def _value(self) -> Text:
        if not self.password:
            return super()._value
        return Text("*" * len(self.value), no_wrap=True, overflow="ignore", end="")


def _widget(field: Field) -> Input | Choice:
    name = f"form-{field.key}"
    if field.choices:
        return Choice(field.choices, field.value, id=name, unpicked=field.unpicked)
    return (Hidden if field.hidden else Input)(
        field.value,
        placeholder=field.hint,
        password=field.hidden,
        compact=True,
        max_length=2000,
        select_on_focus=field.value.isdigit(),  # a digit replaces the number, not 5 becomes 53
        id=name,
    )


def _lines(text: str) -> list[str]:
    return [f" {line}" for line in wrap(safe_lines(text), ROOM)]
