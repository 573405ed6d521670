"""The slate was changed: what was carried over, then each changed case with the old scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from exchange.carrying import Asked
from tui.confirming import Confirming
from tui.ink import rule, safe
from tui.keys import digit_keys
from tui.screens.base import BaseScreen
from tui.sitting import Sitting
from tui.slate_words import old_scores, reasons, summary
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.wrap import wrap
from words import say


class ChangedScreen(BaseScreen):
    """First the summary where the judge has not seen it, then case by case."""

    BINDINGS = [
        Binding(digit_keys(1), "keep", show=False, id="changed.keep"),
        Binding(digit_keys(2), "anew", show=False, id="changed.anew"),
        Binding(digit_keys(3), "read", show=False, id="changed.read"),
        Binding("enter", "go_on", show=False, id="changed.go_on"),
    ]

    def __init__(self, sitting: Sitting, confirming: Confirming) -> None:
        super().__init__(sitting)
        self.confirming, self._summing = confirming, True

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield Line(rule)
        with VerticalScroll(id="changed-text"):
            yield Line(self._draw, id="changed")
        yield Line(rule)
        yield from self.foot()

    def help_text(self) -> str:
        return f"{say('slate.help')}\n\n{say('tui.help.everywhere')}"

    @property
    def _case(self) -> Asked | None:
        """The case that is asked about; None while the summary is shown, and at the end."""
        waiting = () if self._summing else self.confirming.pending()
        return waiting[0] if waiting else None

    # --- drawing -----------------------------------------------------------------------

    def _draw(self, cells: int) -> Content:
        lines = list(self._lines())
        wrapped = (line for text in lines for line in wrap(text, max(cells - 4, 20)))
        return Content("\n" + "\n".join(f"  {line}" for line in wrapped))

    def _lines(self) -> Iterator[str]:
        one = self._case
        if one is None:
            yield from summary(self.confirming.carried, self.confirming.version)
            return
        nomination = self.sitting.case(one.case)
        left = len(self.confirming.pending())
        total = len(self.confirming.carried.asked)
        yield say("slate.case", n=total - left + 1, total=total)
        yield ""
        yield f"{safe(one.case)}  {safe(nomination.title)}  {safe(nomination.unit)}"
        yield ""
        yield say("slate.why")
        yield from (f"  {line}" for line in reasons(self.sitting, one))
        yield ""
        yield say("slate.old")
        yield from (f"  {line}" for line in old_scores(self.sitting, one))

    def keys(self) -> Sequence[Key]:
        if self._case is None:
            return (
                Key("Enter", say("slate.do.go_on"), "go_on"),
                Key("Esc", say("slate.do.later"), "back"),
                Key("F1", say("tui.do.help"), "help"),
            )
        return (
            Key("1", say("slate.do.keep"), "keep", self.why_not("keep")),
            Key("2", say("slate.do.anew"), "anew"),
            Key("3", say("slate.do.read"), "read"),
            Key("Esc", say("slate.do.later"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    def why_not(self, action: str) -> str:
        if action == "keep" and self._case and not self.confirming.keepable(self._case):
            return say("slate.nothing")
        return super().why_not(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The answers are there where a case is asked about, going on before that."""
        there = {"go_on": self._case is None} | dict.fromkeys(("keep", "anew", "read"), self._case)
        return super().check_action(action, parameters) if there.get(action, True) else False

    # --- doing -------------------------------------------------------------------------

    def came_back(self) -> None:
        """Back from the material: the case may have been scored there."""
        if not self._summing:
            self._next()

    def changed(self, case: str) -> None:
        self._next()

    def action_go_on(self) -> None:
        if self._summing:
            self._summing = False
            self._next()

    def action_keep(self) -> None:
        one = self._case
        if one is not None and self.attempt(lambda: self.confirming.keep(self.sitting, one)):
            self._next()

    def action_anew(self) -> None:
        one = self._case
        if one is not None and self.attempt(lambda: self.confirming.anew(one)):
            self._next()

    def action_read(self) -> None:
        if self._case is not None:
            from tui.screens.score import ScoreScreen

            self.app.push_screen(ScoreScreen(self.sitting, self._case.case))

    def _next(self) -> None:
        """The next case; back to the list after the last."""
        if self._case is None:
            self.judge_app.go_home().refill()
            return
        self.query_one("#changed", Line).fit()
        self.again()
