"""The secretary's program: one office and its screens."""

from __future__ import annotations

from typing import Any

from award.folder import Award
from tui.office.office import Office
from tui.office.overview import OverviewScreen
from tui.shell import Shell


class SecretaryApp(Shell):
    """The screens on an award; `watching` is why they only look, where they do."""

    crashed = "secretary.crash"
    leaving = "secretary.leave"

    def __init__(self, award: Award, watching: str = "", **shell: Any) -> None:
        shell.setdefault("keymap", award.rules_file.screens.keys)
        super().__init__(**shell)
        self.office = Office(award, watching=watching)

    def first(self) -> OverviewScreen:
        return OverviewScreen(self.office)

    def redraw(self) -> None:
        self.home().renewed()

    def home(self) -> OverviewScreen:
        return next(screen for screen in self.screen_stack if isinstance(screen, OverviewScreen))

    def go_home(self) -> OverviewScreen:
        """Close everything above the overview."""
        home = self.home()
        while self.screen is not home:
            self.pop_screen()
        return home
