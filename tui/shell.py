"""What every program of ours with screens has: themes, the ruler, leaving, failing politely."""

from __future__ import annotations

import sys
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.binding import Binding

from tui.ink import use_plain
from tui.screens.dialogs import SMALLEST, LeaveDialog, Ruler, TooSmall
from tui.style import CSS as STYLE
from tui.themes import LIGHT, THEMES, other
from words import say, use


class Shell(App[None]):
    """`memory` keeps what the person chose for next time: `theme`, `ruler`; plain texts.

    `keymap` gives keys by the ids of the bindings. Crash reports go to `crash_folder`, or the
    machine's own place. Subclasses push their first screen in `begin`.
    """

    CSS = STYLE
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Pingxuan"
    BINDINGS = [
        Binding("ctrl+q", "leave", show=False, priority=True, id="leave"),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]
    crashed = "tui.crash"
    leaving = "tui.leave.text"

    def __init__(
        self,
        *,
        lang: str | None = None,
        keymap: Mapping[str, str] | None = None,
        memory: MutableMapping[str, str] | None = None,
        crash_folder: Path | None = None,
    ) -> None:
        use(lang)
        super().__init__()
        self.memory = {} if memory is None else memory
        use_plain(self.memory.get("ruler") == "2")
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
        self.begin()
        if "ruler" not in self.memory:
            self.push_screen(Ruler(), self._measured)

    def begin(self) -> None:
        """Push the first screen."""

    def redraw(self) -> None:
        """The ruler was answered: draw what was drawn before anew."""

    def _measured(self, answer: str | None) -> None:
        self.memory["ruler"] = answer or "1"
        use_plain(answer == "2")
        self.redraw()

    def action_leave(self) -> None:
        if not isinstance(self.screen, LeaveDialog):
            dialog = LeaveDialog(say(self.leaving))
            self.push_screen(dialog, lambda answer: self.exit() if answer else None)

    # --- what is seen ------------------------------------------------------------------

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
        self.panic(say(self.crashed, path=path or "-"))
