"""A new award: one question after another, then the rules as sentences, then it is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from award.creating import QUESTIONS, Question, create_award, mistake, preview, start_answers
from award.rules_words import rules_in_words
from tui.ink import rule, safe
from tui.screens.frame import Frame
from tui.shell import Shell
from tui.widgets.choice import Choice
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from tui.wrap import wrap
from words import Bad, say
from words.text import cut

MAY_BE_EMPTY = frozenset({"deadline", "tiers"})


class CreateApp(Shell):
    """Ends when the award is made; `made` says whether it was."""

    crashed = "secretary.crash"
    leaving = "create.leave"

    def __init__(self, folder: Path, **shell: Any) -> None:
        super().__init__(**shell)
        self.folder, self.answers, self.made = folder, start_answers(), False

    def first(self) -> QuestionScreen:
        return QuestionScreen(0)


class CreateScreen(Frame):
    """What both screens have: the answers, the command that does the same."""

    @property
    def create_app(self) -> CreateApp:
        return cast(CreateApp, self.app)

    def foot(self) -> ComposeResult:
        yield Line(self._same, id="same")
        yield from super().foot()

    def _same(self, cells: int) -> Content:
        said = say("create.command", folder=safe(str(self.create_app.folder)))
        return Content.styled("\n".join(f" {line}" for line in wrap(said, cells - 2)), "$quiet")

    def help_text(self) -> str:
        return say("create.help")


class QuestionScreen(CreateScreen):
    BINDINGS = [
        Binding("enter", "next", show=False, priority=True, id="create.next"),
        Binding("up", "pick(-1)", show=False, id="create.up"),
        Binding("down", "pick(1)", show=False, id="create.down"),
    ]
    CSS = "QuestionScreen #answer { margin: 0 3; }"

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at

    @property
    def question(self) -> Question:
        return QUESTIONS[self.at]

    def compose(self) -> ComposeResult:
        one = self.question
        yield Line(self._head)
        yield Line(rule)
        yield Line(lambda _cells: Content.styled(f"\n {say(f'create.{one.key}')}", "bold"))
        yield Line(self._about)
        value = self.create_app.answers[one.key]
        if one.choices:
            words = [(choice, say(f"create.{one.key}.{choice}")) for choice in one.choices]
            yield Choice(words, value, id="answer")
        else:
            number = value.isdigit()  # a digit replaces it
            yield Input(value, compact=True, max_length=500, select_on_focus=number, id="answer")
        yield Vertical(Line(self._so_far, id="so-far"), id="work")
        yield from self.foot()

    def on_mount(self) -> None:
        self.query_one("#answer").focus()

    def _head(self, _cells: int) -> Content:
        return Content.styled(f" {say('create.title', at=self.at + 1, of=len(QUESTIONS))}", "bold")

    def _about(self, cells: int) -> str:
        return (
            "\n".join(
                f" {line}" for line in wrap(say(f"create.{self.question.key}.about"), cells - 2)
            )
            + "\n"
        )

    def _so_far(self, cells: int) -> str:
        """The answers that were given, to look back on."""
        given = [
            f"   {say(f'create.{one.key}')} {safe(self._words(one))}"
            for one in QUESTIONS[: self.at]
        ]
        return "\n".join(["", *(cut(line, cells - 2) for line in given)])

    def _words(self, one: Question) -> str:
        answer = self.create_app.answers[one.key]
        if one.choices:
            return say(f"create.{one.key}.{answer}")
        return answer or say("create.empty")

    def keys(self) -> Sequence[Key]:
        picks = (Key(say("create.key.pick"), say("tui.do.pick")),) if self.question.choices else ()
        return (
            *picks,
            Key("Enter", say("create.do.next"), "next"),
            Key("Esc", say("create.do.back" if self.at else "tui.do.leave"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    @on(Input.Changed)
    def _cleaned(self, event: Input.Changed) -> None:
        if safe(event.value) != event.value.strip():
            event.input.value = safe(event.value)

    def _take(self) -> None:
        answer = self.query_one("#answer")
        assert isinstance(answer, Input | Choice)
        self.create_app.answers[self.question.key] = answer.value.strip()

    def action_pick(self, step: int) -> None:
        answer = self.query_one("#answer")
        if isinstance(answer, Choice):
            answer.action_step(step)

    def _refilled(self) -> bool:
        """An answer that must not be empty was emptied: what was suggested stands there again."""
        box, one = self.query_one("#answer"), self.question
        start = start_answers()[one.key]
        if not isinstance(box, Input) or box.value.strip() or not start or one.key in MAY_BE_EMPTY:
            return False
        box.value = start
        self.tell(say("create.refilled"), alarm=True)
        return True

    def action_next(self) -> None:
        if self._refilled():
            return
        self._take()
        if wrong := mistake(self.create_app.answers, self.at + 1):
            self.tell(wrong, alarm=True)
            return
        last = self.at + 1 == len(QUESTIONS)
        self.app.push_screen(CheckScreen() if last else QuestionScreen(self.at + 1))

    def action_back(self) -> None:
        self._take()
        if self.at:
            self.app.pop_screen()
        else:
            self.create_app.action_leave()


class CheckScreen(CreateScreen):
    """The rules as sentences, or what is wrong with them."""

    BINDINGS = [Binding("enter", "write", show=False, id="create.write")]

    def compose(self) -> ComposeResult:
        yield Line(lambda _cells: Content.styled(f" {say('create.check')}", "bold"))
        yield Line(self._rule, id="rule")
        yield Reader(id="page")
        yield from self.foot()

    def on_mount(self) -> None:
        self._wrong = False
        try:
            lines = rules_in_words(preview(self.create_app.answers).rules)
        except Bad as bad:
            self._wrong, lines = True, str(bad).split("; ")
        head = "create.why.wrong" if self._wrong else "create.check.text"
        reader = self.query_one(Reader)
        reader.load("rules", "\n".join([say(head), "", *lines, "", say("create.more")]))
        reader.focus()

    def _rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        return rule(cells, right=say("tui.lines", first=first, last=last, total=total))

    def on_reader_moved(self) -> None:
        self.query_one("#rule", Line).refresh()

    def keys(self) -> Sequence[Key]:
        return (
            Key("Enter", say("create.do.write"), "write", self.why_not("write")),
            Key(say("tui.key.updown"), say("tui.do.scroll")),
            Key("Esc", say("create.do.back"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    def why_not(self, action: str) -> str:
        wrong = action == "write" and getattr(self, "_wrong", False)
        return say("create.why.wrong") if wrong else ""

    def action_write(self) -> None:
        app = self.create_app
        if self.attempt(lambda: create_award(app.folder, app.answers)):
            app.made = True
            app.exit()
