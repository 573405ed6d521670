"""What every screen of a judge has: the sitting, undo and redo, why something is off."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.binding import Binding
from textual.content import Content

from tui.ink import safe, spread
from tui.screens.frame import Dialog, Frame
from tui.sitting import Sitting, wording
from words import say

if TYPE_CHECKING:
    from tui.app import JudgeApp

__all__ = ["BaseScreen", "Dialog", "Home"]

WIDE = 110
FIELDS = frozenset({"cell", "comment", "doubt", "hint", "recusal"})


class BaseScreen(Frame):
    """A full screen over one sitting. Subclasses say `keys`, `status`, `help_topic`."""

    BINDINGS = [
        Binding("ctrl+z", "undo", show=False, id="undo"),
        Binding("ctrl+y", "redo", show=False, id="redo"),
    ]
    help_topic = "home"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    @property
    def judge_app(self) -> JudgeApp:
        return cast("JudgeApp", self.app)

    # --- the frame ---------------------------------------------------------------------

    def headline(self, cells: int) -> Content:
        """The award, the judge and the deadline."""
        return self.titled(wording(self.sitting.name), cells)

    def titled(self, title: str, cells: int) -> Content:
        right = f"{say('tui.judge')} {safe(self.sitting.desk.judge.name)}"
        if until := self.sitting.until(short=cells < WIDE):
            right += f"   {until}"
        return Content.styled(f" {spread(title, right, cells - 2)}", "bold")

    def help_text(self) -> str:
        return f"{say(f'tui.help.{self.help_topic}')}\n\n{say('tui.help.everywhere')}"

    # --- what is off -------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        """Why an action cannot be done now, in words; empty where it can."""
        if action == "undo" and not self.sitting.desk.can_undo:
            return say("tui.why.no_undo")
        if action == "redo" and not self.sitting.desk.can_redo:
            return say("tui.why.no_redo")
        return ""

    def sealed_why(self) -> str:
        return say("tui.why.sealed") if self.sitting.sealed else ""

    def compare_why(self) -> str:
        return "" if len(self.sitting.cases) > 1 else say("pair.why.one")

    def recuse_why(self, case: str | None) -> str:
        """Why F3 does nothing on a case: an own recusal can be taken back, another's cannot."""
        recused = self.sitting.answer(case).recused if case else None
        if recused and recused.by != self.sitting.desk.judge.id:
            return say("tui.why.recused_by")
        return self.sealed_why()

    def submit_why(self) -> str:
        """Why the ballot cannot be submitted yet."""
        if self.sitting.sealed:
            return say("tui.why.sealed")
        unfinished = self.sitting.counts().unfinished
        if unfinished == 0:
            return ""
        first = self.sitting.next_unfinished(self.sitting.cases[-1].number) or ""
        if unfinished == 1:
            return say("tui.why.gap", case=safe(first), n=len(self.sitting.missing(first)))
        return say("tui.why.gaps", n=unfinished)

    def not_yet(self, way: str) -> str:
        """The same for who presses the key: that it cannot be done yet, and the `way` there."""
        why = self.submit_why()
        return say(f"tui.why.not_yet.{way}", why=why) if why and not self.sitting.sealed else why

    # --- shared actions ----------------------------------------------------------------

    def action_undo(self) -> None:
        self.attempt(lambda: self._tell_change("tui.undone", self.sitting.undo()))

    def action_redo(self) -> None:
        self.attempt(lambda: self._tell_change("tui.redone", self.sitting.redo()))

    def _tell_change(self, said: str, change: object) -> None:
        if change is None:
            return
        case, field = getattr(change, "case", ""), getattr(change, "field", "")
        what = getattr(change, "what", "")
        named = {c.key: wording(c.name) for c in self.sitting.criteria}
        word = named.get(what) or say(f"tui.field.{field if field in FIELDS else 'cell'}")
        self.changed(case)
        self.tell(say(said, case=safe(case), what=word))

    def changed(self, case: str) -> None:
        """Something about a case was undone or redone: show it."""
        self.again()


class Home(BaseScreen):
    """The list that everything comes back to."""

    def refill(self, pick: str | None = None) -> None:
        """Fill the list anew, with the mark on `pick` where it is in it."""

    def action_find(self) -> None:
        """Ask what to find."""
