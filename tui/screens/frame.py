"""The frame of every screen: one status line, the keys, disabled keys that say why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen

from tui.ink import safe_lines
from tui.keys import HELP_KEYS
from tui.widgets.key_bar import Key, KeyBar
from tui.widgets.line import Line
from tui.wrap import wrap
from words import Bad, say

if TYPE_CHECKING:
    from tui.shell import Shell

WIDTHS = [(0, "-narrow"), (110, "-wide")]


def begin_at_width(screen: Screen[Any]) -> None:
    """Give a screen that is being made the class of its width, or it is laid out twice."""
    begun = [name for start, name in WIDTHS if screen.app.size.width >= start]
    screen.add_class(begun[-1], update=False)


class Frame(Screen[None]):
    """A full screen. Subclasses say `keys`, `status`, `help_text` and `headline`."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    BINDINGS = [
        Binding(HELP_KEYS, "help", show=False, id="help"),
        Binding("f6", "theme", show=False, id="theme", priority=True),
        Binding("escape", "back", show=False, id="back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        begin_at_width(self)
        self._notice = ""
        self._alarm = self._covered = False

    # --- what it shows -----------------------------------------------------------------

    def foot(self) -> ComposeResult:
        """The status line and the keys, at the bottom of every screen."""
        yield Line(self._draw_status, id="status")
        yield KeyBar(self.keys, id="keys")

    def keys(self) -> Sequence[Key]:
        return ()

    def status(self) -> str:
        """What the status line says while there is nothing special to tell."""
        return ""

    def titled(self, title: str, cells: int) -> Content:
        """The first line of a page over this screen."""
        return Content.styled(f" {title}", "bold")

    def help_text(self) -> str:
        return ""

    def _draw_status(self, cells: int) -> Content:
        text = self._notice or self.status()
        lines = wrap(safe_lines(text), cells - 2)[:3] or [""]
        drawn = "\n".join(f" {line}" for line in lines)
        return (
            Content.styled(drawn, "bold $alarm") if self._alarm and self._notice else Content(drawn)
        )

    def tell(self, text: str, *, alarm: bool = False) -> None:
        """Say something on the status line, until the next key."""
        self._notice, self._alarm = text, alarm
        for line in self.query("#status").results(Line):  # none yet on a screen just pushed
            line.fit()

    def again(self) -> None:
        """Draw every line of the screen anew."""
        for line in self.query(Line):
            line.fit()
        self.query_one("#keys", KeyBar).fit()

    def on_screen_suspend(self) -> None:
        self._covered = True

    def on_screen_resume(self) -> None:
        """Not when it is shown for the first time: it has just been filled."""
        if self._covered:
            self._covered = False
            self.came_back()

    def came_back(self) -> None:
        """What lay over the screen is gone, and may have changed what it shows."""

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
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if self.why_not(action) else True

    async def on_key(self, event: events.Key) -> None:
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

    async def do(self, action: str, why_not: str = "") -> None:
        """What a click on a word of the keys does: as the key, which says why it is off."""
        self.tell("")
        if not await self.app.run_action(action, self):
            self.tell(why_not or self.why_not(action.partition("(")[0]), alarm=True)

    # --- shared actions ----------------------------------------------------------------

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.titled, self.help_text()))

    def action_theme(self) -> None:
        cast("Shell", self.app).switch_theme()

    def action_back(self) -> None:
        self.app.pop_screen()


class Dialog(ModalScreen[str]):
    """A question over the screen. Esc is always the harmless answer: an empty text."""

    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("escape", "cancel", show=False, id="cancel"),
        Binding("f1", "help", show=False, id="dialog.help"),
        Binding("f6", "theme", show=False, id="dialog.theme", priority=True),
    ]

    def action_cancel(self) -> None:
        self.dismiss("")

    def action_help(self) -> None:
        """What every box has in common; what this one asks stands in it."""
        from tui.screens.help import HelpScreen

        head = lambda title, _cells: Content.styled(f" {title}", "bold")  # noqa: E731
        self.app.push_screen(HelpScreen(head, say("tui.help.box")))

    def action_theme(self) -> None:
        cast("Shell", self.app).switch_theme()
