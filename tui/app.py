"""The judge's program: one sitting, its screens, the themes, and what happens when it fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.binding import Binding

from db.records import Ballot
from scoring.rules import Rules, Text
from tui.desk_shape import Desk
from tui.entry import random_code
from tui.ink import use_plain
from tui.screens.dialogs import SMALLEST, LeaveDialog, Ruler, TooSmall
from tui.screens.home import HomeScreen
from tui.sitting import Sitting
from tui.style import CSS as STYLE
from tui.themes import LIGHT, THEMES, other
from words import say, use


class JudgeApp(App[None]):
    """`memory` keeps what the judge chose for next time: `theme`, `ruler`; plain texts.

    `save_receipt` writes a page to print and gives back where. On a judge's own computer
    `ballot_file` makes sure of the sealed file and says where it is, and `revise` takes the
    ballot back to make the next revision. `new_code` gives the digits
    to type when submitting. Crash reports go to `crash_folder`, or the machine's own place.
    """

    CSS = STYLE
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Pingxuan"
    BINDINGS = [
        Binding("ctrl+q", "leave", show=False, priority=True, id="leave"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        desk: Desk,
        rules: Rules,
        *,
        name: Text | str,
        deadline: str = "",
        lang: str | None = None,
        keymap: Mapping[str, str] | None = None,
        memory: MutableMapping[str, str] | None = None,
        save_receipt: Callable[[Ballot], Path] | None = None,
        ballot_file: Callable[[Ballot], Path] | None = None,
        revise: Callable[[], object] | None = None,
        new_code: Callable[[], str] = random_code,
        crash_folder: Path | None = None,
    ) -> None:
        use(lang)
        super().__init__()
        self.memory = {} if memory is None else memory
        use_plain(self.memory.get("ruler") == "2")
        title = Text(zh=name, en=name) if isinstance(name, str) else name
        self.sitting = Sitting(desk, rules, title, deadline)
        self.save_receipt, self.new_code = save_receipt, new_code
        self.ballot_file, self.revise = ballot_file, revise
        self._crash_folder = crash_folder
        for theme in THEMES.values():
            self.register_theme(theme)
        chosen = self.memory.get("theme", "")
        self.theme = chosen if chosen in THEMES else LIGHT.name
        self.animation_level = "none"
        if keymap:
            self.set_keymap(dict(keymap))

    # --- start and end -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.push_screen(HomeScreen(self.sitting))
        if self.sitting.sealed:
            self.show_receipt()
        if "ruler" not in self.memory:
            self.push_screen(Ruler(), self._measured)

    def _measured(self, answer: str | None) -> None:
        self.memory["ruler"] = answer or "1"
        use_plain(answer == "2")
        self.home().refill()

    def home(self) -> HomeScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, HomeScreen))

    def go_home(self) -> HomeScreen:
        """Close everything above the list of cases."""
        home = self.home()
        while self.screen is not home:
            self.pop_screen()
        return home

    def show_receipt(self) -> None:
        from tui.screens.receipt import ReceiptScreen

        ballot = self.sitting.desk.submitted
        if ballot is not None:
            self.go_home()
            self.push_screen(ReceiptScreen(self.sitting, ballot))

    def action_leave(self) -> None:
        if not isinstance(self.screen, LeaveDialog):
            self.push_screen(LeaveDialog(), lambda answer: self.exit() if answer else None)

    # --- what the judge sees -----------------------------------------------------------

    def switch_theme(self) -> None:
        self.theme = self.memory["theme"] = other(self.theme)

    def on_resize(self, event: events.Resize) -> None:
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        if small and not isinstance(self.screen, TooSmall):
            self.push_screen(TooSmall())
        elif not small and isinstance(self.screen, TooSmall):
            self.pop_screen()

    def get_key_display(self, binding: Binding) -> str:
        return binding.key.replace("ctrl+", "Ctrl+").upper()

    # --- failing -----------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """Instead of a traceback full of scores: a report without any, and a sentence."""
        from tui.crash import write_report  # not needed until now

        error: Any = self._exception or sys.exc_info()[1]
        path = write_report(error, self._crash_folder) if error is not None else None
        self.panic(say("tui.crash", path=path or "-"))
