"""The whole ballot before it is submitted: what is ticked, where one abstains or is recused."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.ink import rule, safe
from tui.screens.tick_base import TickBase
from tui.sitting import Sitting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say


class TickReviewScreen(TickBase):
    help_topic = "review"
    BINDINGS = [
        Binding("enter", "edit", show=False, id="ballot.edit"),
        Binding("f9", "submit", show=False, id="ballot.submit"),
    ]

    def __init__(self, sitting: Sitting, *, submit: bool = False) -> None:
        super().__init__(sitting)
        self._submit_at_once = submit
        self.rows: list[tuple[str, str]] = []  # (case, line), a heading without a case

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self.titled(say("ticks.review.title"), cells))
        yield Line(lambda _cells: Content.styled(f" {self.voting.counts()}", "bold"))
        yield Line(rule)
        yield Rows(id="list")
        yield Line(rule)
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill()
        self.query_one(Rows).focus()
        if self._submit_at_once and not self.submit_why():
            self.call_after_refresh(self.action_submit)

    def refill(self) -> None:
        self.rows = [*self._ticked(), *self._others()]
        heads = frozenset(at for at, (case, _) in enumerate(self.rows) if not case)
        first = next((at for at, (case, _) in enumerate(self.rows) if case), 0)
        self.query_one(Rows).fill(len(self.rows), self._row, skipped=heads, picked=first)
        self.again()

    def _ticked(self) -> list[tuple[str, str]]:
        rows = []
        for question in self.voting.questions:
            count = self.voting.count(question)
            rows.append(("", f"{self.voting.name(question)} {count}".strip()))
            ticked = self.voting.ticked(question)
            rows += [(case, self._case(case)) for case in ticked]
            rows += [] if ticked else [("", f"   {say('ticks.review.none')}")]
        return rows

    def _others(self) -> list[tuple[str, str]]:
        rows = []
        for name in ("abstained", "recused"):
            cases: list[str] = getattr(self.voting, name)()
            if cases:
                rows.append(("", say(f"ticks.review.{name}")))
                rows += [(case, self._case(case)) for case in cases]
        return rows

    def _case(self, number: str) -> str:
        case = self.sitting.case(number)
        return f"{safe(number)}  {safe(case.title)}  {safe(case.unit)}"

    def _row(self, row: int, _cells: int) -> str:
        case, line = self.rows[row]
        return line if case else f" {line}"

    def status(self) -> str:
        if why := self.submit_why():
            return Key("F9", say("tui.do.submit"), why_not=why).text
        empty = not any(map(self.voting.ticked, self.voting.questions))
        return say("ticks.empty" if empty else "tui.saves")

    def keys(self) -> Sequence[Key]:
        off = bool(self.submit_why())  # said in full on the status line
        return (
            Key("Enter", say("ticks.review.keys"), "edit"),
            *(() if off else (Key("F9", say("tui.do.submit"), "submit"),)),
            Key("Ctrl+Z", say("tui.do.undo"), "undo"),
            Key("Esc", say("ticks.do.list"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        return self.submit_why() if action == "submit" else super().why_not(action)

    @on(Rows.Opened)
    def action_edit(self) -> None:
        at = self.query_one(Rows).picked
        case = self.rows[at][0] if at < len(self.rows) else ""
        self.judge_app.go_home().refill(case or None)

    def action_submit(self) -> None:
        from tui.screens.submit import SubmitDialog

        app = self.judge_app
        kind = "secret" if self.voting.secret else "own" if app.revise is not None else "text"
        text = say(f"ticks.submit.{kind}", counts=self.voting.counts())
        self.app.push_screen(SubmitDialog(self.sitting, app.new_code(), text=text), self._submit)

    def _submit(self, answer: str | None) -> None:
        if answer == "yes" and self.attempt(self.sitting.desk.submit):
            self.judge_app.show_receipt()

    def changed(self, case: str) -> None:
        self.refill()
