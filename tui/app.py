"""The judge's program: one sitting and its screens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from db.records import Ballot
from scoring.rules import Rules, Text
from tui.confirming import Confirming
from tui.desk_shape import Desk
from tui.entry import random_code
from tui.papers import Papers, no_papers
from tui.screens.base import Home
from tui.shell import Shell
from tui.sitting import Sitting
from words import say


class JudgeApp(Shell):
    """`save_receipt` writes a page to print and gives back where. On a judge's own computer
    `ballot_file` makes sure of the sealed file and says where it is, and `revise` takes the
    ballot back to make the next revision, `copy_ballot` writes the file into one more folder;
    `confirming` has the cases that were changed after they were scored, `papers` the files
    beside a case. `new_code` gives the
    digits to type when submitting. The rest (`lang`, `keymap`, `memory`, `crash_folder`) is
    `Shell`'s.
    """

    def __init__(
        self,
        desk: Desk,
        rules: Rules,
        *,
        name: Text | str,
        deadline: str = "",
        save_receipt: Callable[[Ballot], Path] | None = None,
        ballot_file: Callable[[Ballot], Path] | None = None,
        revise: Callable[[], object] | None = None,
        copy_ballot: Callable[[Ballot, str], Path] | None = None,
        confirming: Confirming | None = None,
        papers: Papers = no_papers,
        now: Callable[[], str] | None = None,
        new_code: Callable[[], str] = random_code,
        **shell: Any,
    ) -> None:
        super().__init__(**shell)
        title = Text(zh=name, en=name) if isinstance(name, str) else name
        self.sitting = Sitting(desk, rules, title, deadline)
        self.save_receipt, self.new_code = save_receipt, new_code
        self.ballot_file, self.revise = ballot_file, revise
        self.copy_ballot, self.confirming = copy_ballot, confirming
        self.papers = papers
        self.sitting.now = now

    def begin(self) -> None:
        if self.sitting.sealed:
            self.show_receipt()
        elif self.confirming and (self.confirming.fresh or self.confirming.pending()):
            self.show_changes()

    def leaving_words(self) -> str:
        """With a sealed ballot that its file is still to be handed back."""
        hand_back = self.sitting.sealed and self.ballot_file is not None
        return say("tui.leave.sealed") if hand_back else super().leaving_words()

    def first(self) -> Home:
        """The list of cases: to score, or to tick where the stage is a vote."""
        if self.sitting.rules.approval is None:
            from tui.screens.home import HomeScreen

            return HomeScreen(self.sitting)
        from tui.screens.ticks import TicksScreen

        return TicksScreen(self.sitting)

    def show_changes(self) -> None:
        from tui.screens.changed import ChangedScreen

        if self.confirming is not None:
            self.go_home()
            self.push_screen(ChangedScreen(self.sitting, self.confirming))

    def redraw(self) -> None:
        self.home().refill()

    def home(self) -> Home:
        return next(screen for screen in self.screen_stack if isinstance(screen, Home))

    def go_home(self) -> Home:
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
