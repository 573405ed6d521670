"""What every screen has: the shared keys, one status line, disabled keys that say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen

from tui.ink import safe, spread
from tui.keys import HELP_KEYS
from tui.sitting import Sitting, wording
from tui.widgets.key_bar import Key, KeyBar
from tui.widgets.line import Line
from tui.wrap import wrap
from words import Bad, say

if TYPE_CHECKING:
    from tui.app import JudgeApp

FIELDS = frozenset({"cell", "comment", "doubt", "hint", "recusal"})


class BaseScreen(Screen[None]):
    """A full screen over one sitting. Subclasses say `keys`, `status`, `help_topic`."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding(HELP_KEYS, "help", show=False, id="help"),
        Binding("f6", "theme", show=False, id="theme"),
        Binding("ctrl+z", "undo", show=False, id="undo"),
        Binding("ctrl+y", "redo", show=False, id="redo"),
        Binding("escape", "back", show=False, id="back"),
    ]
    help_topic = "home"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self._notice = ""
        self._alarm = False

    @property
    def judge_app(self) -> JudgeApp:
        return cast("JudgeApp", self.app)

    # --- the frame ---------------------------------------------------------------------

    def foot(self) -> ComposeResult:
        """The status line and the keys, at the bottom of every screen."""
        yield Line(self._draw_status, id="status")
        yield KeyBar(self.keys, id="keys")

    def keys(self) -> Sequence[Key]:
        return ()

    def status(self) -> str:
        """What the status line says while there is nothing special to tell."""
        return ""

    def _draw_status(self, cells: int) -> Content:
        text = self._notice or self.status()
        lines = wrap(safe(text), cells - 2)[:3] if self._notice else [text]
        drawn = "\n".join(f" {line}" for line in lines)
        return (
            Content.styled(drawn, "bold $alarm") if self._alarm and self._notice else Content(drawn)
        )

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """Say something on the status line, until the next key."""
        self._notice, self._alarm = text, alarm
        self.query_one("#status", Line).refresh(layout=True)

    def again(self) -> None:
        """Draw every line of the screen anew."""
        for line in self.query(Line):
            line.refresh()
        self.query_one("#keys", KeyBar).refresh(layout=True)

    def headline(self, cells: int) -> Content:
        """The award, the judge and the deadline."""
        return self.titled(wording(self.sitting.name), cells)

    def titled(self, title: str, cells: int) -> Content:
        right = f"{say('tui.judge')} {safe(self.sitting.desk.judge.name)}"
        if self.sitting.deadline:
            right += f"   {say('tui.deadline')} {safe(self.sitting.deadline)}"
        return Content.styled(f" {spread(title, right, cells - 2)}", "bold")

    # --- doing -------------------------------------------------------------------------

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; the refusal is said on the status line."""
        try:
            act()
        except Bad as bad:
            self.tell(str(bad), alarm=True)
            return False
        return True

    def why_not(self, action: str) -> str:
        """Why an action cannot be done now, in words; empty where it can."""
        if action == "undo" and not self.sitting.desk.can_undo:
            return say("tui.why.no_undo")
        if action == "redo" and not self.sitting.desk.can_redo:
            return say("tui.why.no_redo")
        return ""

    def sealed_why(self) -> str:
        return say("tui.why.sealed") if self.sitting.sealed else ""

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if self.why_not(action) else True

    def on_key(self, event: events.Key) -> None:
        """A key forgets the last notice; a disabled one says why it is disabled."""
        if self._notice:
            self.tell("")
        if refusal := self.refusal(event):
            self.tell(refusal, alarm=True)

    def refusal(self, event: events.Key) -> str:
        """Why a key does nothing here; empty where it does something or means nothing."""
        bound = self.active_bindings.get(event.key)
        if bound is None or bound.enabled:
            return ""
        return self.why_not(bound.binding.action.partition("(")[0])

    # --- shared actions ----------------------------------------------------------------

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.sitting, self.help_text()))

    def help_text(self) -> str:
        return say(f"tui.help.{self.help_topic}")

    def action_theme(self) -> None:
        self.judge_app.switch_theme()

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

    def action_back(self) -> None:
        self.app.pop_screen()


class Dialog(ModalScreen[str]):
    """A question over the screen. Esc is always the harmless answer: an empty text."""

    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("escape", "cancel", show=False, id="cancel"),
        Binding("f6", "theme", show=False, id="dialog.theme"),
    ]

    def action_cancel(self) -> None:
        self.dismiss("")

    def action_theme(self) -> None:
        cast("JudgeApp", self.app).switch_theme()
