"""A judge steps back from a case: one of the committee's reasons by digit, or one in own words."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input

from tui.entry import half_width
from tui.ink import safe
from tui.screens.base import BaseScreen, Dialog
from tui.screens.dialogs import Box
from tui.sitting import Sitting, wording
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.widgets.score_row import typed_char
from tui.wrap import wrap
from words import say
from words.text import clean_line

MOST = 8  # reasons offered by digit; the last entry is always one's own words


def ask_recusal(screen: BaseScreen, case: str) -> None:
    """Put the question; write the recusal where a reason came back.

    On a case the judge is recused from by the own word: whether to take that back.
    """
    if screen.sitting.mark(case) == "recused":
        _ask_back(screen, case)
        return

    def answered(reason: str | None) -> None:
        if reason and screen.attempt(lambda: screen.sitting.recuse(case, reason)):
            screen.changed(case)
            screen.tell(say("tui.recuse.done", case=safe(case)))

    screen.app.push_screen(RecuseDialog(screen.sitting, case), answered)


def _ask_back(screen: BaseScreen, case: str) -> None:
    def answered(answer: str | None) -> None:
        if answer and screen.attempt(lambda: screen.sitting.withdraw_recusal(case)):
            screen.changed(case)
            screen.tell(say("tui.unrecuse.done", case=safe(case)))

    screen.app.push_screen(WithdrawDialog(screen.sitting, case), answered)


class WithdrawDialog(Dialog):
    """Asks whether to take an own recusal back; gives back `yes`, or an empty text."""

    BINDINGS = [Binding("enter", "withdraw", show=False, id="unrecuse.yes")]

    def __init__(self, sitting: Sitting, case: str) -> None:
        super().__init__()
        self._sitting, self._case = sitting, case

    def compose(self) -> ComposeResult:
        with Box(say("tui.do.unrecuse")):
            yield Line(self._text)
            yield Buttons(lambda _cells: f"\n {say('tui.unrecuse.keys')}")

    def _text(self, cells: int) -> str:
        recused = self._sitting.answer(self._case).recused
        title = safe(self._sitting.case(self._case).title)
        text = say("tui.unrecuse.ask", case=safe(self._case), title=title)
        why = say("tui.recused", why=safe(recused.reason if recused else ""))
        lines = [part for line in (text, why) for part in wrap(line, cells - 2)]
        return "\n".join(["", *(f" {line}" for line in lines)])

    def action_withdraw(self) -> None:
        self.dismiss("yes")


class RecuseDialog(Dialog):
    """Gives back the reason, or an empty text."""

    def __init__(self, sitting: Sitting, case: str) -> None:
        super().__init__()
        self._sitting, self._case = sitting, case
        self._reasons = [wording(text) for text in sitting.rules.recusal_reasons[:MOST]]
        self._picked: int | None = None  # place of the reason; len(_reasons): own words
        self._error = ""

    def compose(self) -> ComposeResult:
        case = self._sitting.case(self._case)
        with Box(say("tui.recuse.title")):
            yield Line(
                lambda _cells: (
                    f"\n {say('tui.recuse.ask')}\n   {safe(case.number)} {safe(case.title)}\n"
                )
            )
            yield Line(self._draw, id="reasons")
            yield Input(id="own", compact=True, max_length=200)
            yield Line(lambda _cells: f"\n{say('tui.recuse.effect')}\n")
            yield Line(self._error_line, id="recuse-error")
            yield Buttons(lambda _cells: f" {say('tui.recuse.keys')}")

    def on_mount(self) -> None:
        own = self.query_one("#own", Input)
        own.placeholder = say("tui.recuse.own.hint")
        own.display = False
        self.set_focus(None)

    def _draw(self, _cells: int) -> str:
        lines = [f" {say('tui.recuse.pick')}"]
        for place, text in enumerate([*self._reasons, say("tui.recuse.own")]):
            lines.append(f" {'>' if place == self._picked else ' '} {place + 1}  {text}")
        return "\n".join(lines)

    def _error_line(self, _cells: int) -> Content:
        return Content.styled(f" {self._error}", "bold $alarm") if self._error else Content("")

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self._confirm()
        elif event.key in ("up", "down"):
            self._pick(
                (-1 if self._picked is None else self._picked) + (1 if event.key == "down" else -1)
            )
        elif (digit := half_width(typed_char(event) or " ")) in "123456789":
            self._pick(int(digit) - 1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _pick(self, place: int) -> None:
        if not 0 <= place <= len(self._reasons):
            return
        self._picked, self._error = place, ""
        own = self.query_one("#own", Input)
        own.display = place == len(self._reasons)
        self.set_focus(own if own.display else None)
        for line in self.query(Line):
            line.fit()

    def on_click(self, event: events.Click) -> None:
        under, region = self.get_widget_at(event.screen_x, event.screen_y)
        if under.id == "reasons" and (line := event.screen_y - region.y) > 0:
            self._pick(line - 1)

    @on(Input.Changed)
    def _cleaned(self, event: Input.Changed) -> None:
        if safe(event.value) != event.value.strip():  # pasted, and able to steer the terminal
            event.input.value = safe(event.value)

    @on(Input.Submitted)
    def _confirm(self) -> None:
        reason = self._reason()
        if reason:
            self.dismiss(reason)
            return
        self._error = say("tui.recuse.none" if self._picked is None else "tui.recuse.own.none")
        self.query_one("#recuse-error", Line).fit()

    def _reason(self) -> str:
        if self._picked is None:
            return ""
        if self._picked < len(self._reasons):
            return self._reasons[self._picked]
        return clean_line(self.query_one("#own", Input).value)
