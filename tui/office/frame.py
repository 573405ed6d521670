"""What every screen of the secretary has: the award's name, the time left, the command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.app import ComposeResult
from textual.content import Content

from award.deadline import left_words
from tui.ink import safe, spread
from tui.office.form import Form
from tui.office.office import Office
from tui.office.questions import Answers, Ask, Done
from tui.office.threads import in_thread
from tui.screens.frame import Frame
from tui.widgets.line import Line
from tui.wrap import wrap
from words import pick, say

if TYPE_CHECKING:
    from tui.office.app import SecretaryApp
    from tui.office.page import Page

T = TypeVar("T")


class OfficeScreen(Frame):
    """Subclasses say `title`, `same`, `keys` and `help_topic`."""

    help_topic = "overview"

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.office = office
        self._busy = self._told_done = False

    @property
    def office_app(self) -> SecretaryApp:
        return cast("SecretaryApp", self.app)

    # --- the frame ---------------------------------------------------------------------

    def heading(self) -> str:
        return say("secretary.title")

    def right(self) -> str:
        """What stands at the right end of the first line."""
        board, rules = self.office.board, self.office.award.rules
        today = safe(board.now[5:16].replace("T", " "))
        rest = left_words(rules.deadline, board.now)
        if not rest and rules.deadline:
            rest = f"{say('tui.deadline')} {safe(rules.deadline)}"
        return "   ".join(part for part in (say("secretary.today", at=today), rest) if part)

    def headline(self, cells: int) -> Content:
        return self.titled(self.heading(), cells)

    def titled(self, title: str, cells: int) -> Content:
        left = f"{title}   {safe(pick(self.office.lang_name))}"
        return Content.styled(f" {spread(left, self.right(), cells - 2)}", "bold")

    def foot(self) -> ComposeResult:
        yield Line(self._draw_same, id="same")
        yield from super().foot()

    def command(self) -> str:
        """The command that does what this screen does."""
        return ""

    def remark(self) -> str:
        """What stands beside the command."""
        return ""

    def _draw_same(self, cells: int) -> Content:
        command = self.command()
        same = say("secretary.same", command=command) if command and not self._told_done else ""
        lines = [*wrap(safe(same), cells - 2)[:2], *wrap(self.remark(), cells - 2)[:2]]
        return Content.styled("\n".join(f" {line}" for line in lines if line), "$quiet")

    def help_text(self) -> str:
        return f"{say(f'secretary.help.{self.help_topic}')}\n\n{say('secretary.help.everywhere')}"

    # --- asking and doing --------------------------------------------------------------

    def ask(self, ask: Ask, then: Callable[[Done], object]) -> None:
        """Put questions; `then` is called where the thing was done."""

        def answered(done: Done | None) -> None:
            if done is not None:
                then(done)

        def act(answers: Answers) -> Any:
            found = ask.act(answers)
            self.office.look_after()
            return found

        if ask.writes and self.office.locked:
            self.tell(self.office.locked_words, alarm=True)
        else:
            form = Form(replace(ask, act=act), self.office.apart, lambda: self.office.far)
            self.app.push_screen(form, answered)

    def work(self, act: Callable[[], T], then: Callable[[T], object]) -> None:
        """Do what takes its time off the screen; `then` shows what came of it."""

        def done(found: T) -> None:
            self._busy = False
            self.tell("")
            then(found)

        def refused(said: str) -> None:
            self._busy = False
            self.tell(said, alarm=True)

        if self._busy:
            return

        def act_and_look() -> T:
            found = act()
            self.office.look_after()
            return found

        self._busy = True
        self.tell(say("work.busy"))
        run = partial(in_thread, self.app, self.office.apart, act_and_look, done, refused)
        self.run_worker(run, thread=True)

    def look_ahead(self) -> None:
        """Find out what comes next, and show it where it is shown."""
        before = self.office.step, self.office.runoff_off

        def found(_none: None) -> None:
            if (self.office.step, self.office.runoff_off) != before:
                self.stepped()

        work = partial(in_thread, self.app, self.office.apart, self.office.find_step, found, str)
        self.run_worker(work, thread=True, group="step", exclusive=True)

    def stepped(self) -> None:
        """What comes next is another thing than before."""
        self.again()

    def write(self, act: Callable[[], T], then: Callable[[T], object]) -> None:
        """As `work`, where nothing may be written while another window has the award."""
        if self.office.locked:
            self.tell(self.office.locked_words, alarm=True)
        else:
            self.work(act, then)

    def done(self, said: str, command: str) -> None:
        """Say what was done, with the command that does the same; show the award as it is now."""
        self.office.renew()
        self.renewed()
        self.tell(f"{said}\n{say('secretary.same', command=command)}")
        self._tell_done(True)

    def tell(self, text: str, *, alarm: bool = False) -> None:
        self._tell_done(False)
        super().tell(text, alarm=alarm)

    def _tell_done(self, told: bool) -> None:
        """While a command that was done is told, the one of this screen is not: they are alike."""
        if self._told_done != told:
            self._told_done = told
            self.query_one("#same", Line).fit()

    def read(self, title: str, lines: Sequence[str], command: str) -> None:
        """A page to read, over this screen."""
        from tui.office.page import Page

        self.show(Page(title, lines, command))

    def show(self, page: Page) -> None:
        """A page over this screen, with what can be done about it."""
        from tui.office.page import PageScreen

        self.app.push_screen(PageScreen(self.office, page))

    def renewed(self) -> None:
        """The award has changed: fill the screen anew."""
        self.again()

    def came_back(self) -> None:
        self.renewed()
