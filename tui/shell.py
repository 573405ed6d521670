"""What every program of ours with screens has: themes, the ruler, leaving, failing politely."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from tui.ink import use_plain
from tui.screens.dialogs import SMALLEST, LeaveDialog, Ruler, TooSmall
from tui.style import CSS as STYLE
from tui.themes import LIGHT, THEMES, other
from words import say, use


class Shell(App[None]):
    """`memory` keeps what the person chose for next time: `theme`, `ruler`; plain texts.

    `keymap` gives keys by the ids of the bindings. Crash reports go to `crash_folder`, or the
    machine's own place. `shown` is called once the first picture is there. Subclasses say what
    their `first` screen is, and in `begin` what lies over it from the start.
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
        shown: Callable[[], object] | None = None,
    ) -> None:
        use(lang)
        super().__init__()
        self.memory = {} if memory is None else memory
        use_plain(self.memory.get("ruler") == "2")
        self._crash_folder, self._shown = crash_folder, shown
        for theme in THEMES.values():
            self.register_theme(theme)
        chosen = self.memory.get("theme", "")
        self.theme = chosen if chosen in THEMES else LIGHT.name
        self.stylesheet.set_variables(self.get_css_variables())
        self._styled = self.theme
        self.animation_level = "none"
        if keymap:
            self.set_keymap(dict(keymap))

    # --- start and end -----------------------------------------------------------------

    def on_mount(self) -> None:
        self.begin()
        if "ruler" not in self.memory:
            self.push_screen(Ruler(), self._measured)
        if self._shown is not None:
            self.call_after_refresh(self._shown)

    def first(self) -> Screen[None]:
        """The screen that everything comes back to."""
        raise NotImplementedError

    def get_default_screen(self) -> Screen[None]:
        """Ours at once: an empty one below it would be laid out and drawn before it."""
        return self.first()

    def begin(self) -> None:
        """Push what lies over the first screen."""

    def redraw(self) -> None:
        """The ruler was answered: draw what was drawn before anew."""

    def _measured(self, answer: str | None) -> None:
        self.memory["ruler"] = answer or "1"
        use_plain(answer == "2")
        self.redraw()

    def action_leave(self) -> None:
        if not isinstance(self.screen, LeaveDialog):
            dialog = LeaveDialog(self.leaving_words())
            self.push_screen(dialog, lambda answer: self.exit() if answer else None)

    def leaving_words(self) -> str:
        """What is asked before leaving."""
        return say(self.leaving)

    # --- what is seen ------------------------------------------------------------------

    def switch_theme(self) -> None:
        self.theme = self.memory["theme"] = other(self.theme)

    def refresh_css(self, animate: bool = True) -> None:
        """At the start the style is read for the theme that was chosen, and need not be again."""
        if self._styled != self.theme:
            self._styled = self.theme
            super().refresh_css(animate=animate)

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
