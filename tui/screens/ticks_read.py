"""Reading one case of a vote; Space ticks it here too."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.ink import rule, safe, spread
from tui.keys import SPACE_KEYS, digit_keys
from tui.paper import material
from tui.screens.tick_base import TickBase
from tui.sitting import Sitting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from words import say


class TickReadScreen(TickBase):
    help_topic = "read"
    BINDINGS = [
        Binding(SPACE_KEYS, "tick", show=False, id="read.tick"),
        Binding(digit_keys(0), "abstain", show=False, id="read.abstain"),
        Binding("enter", "back", show=False, id="read.back"),
        Binding("f3", "recuse", show=False, id="read.recuse"),
        Binding("f5,ctrl+o", "papers", show=False, id="read.papers"),
        Binding("f7", "case(-1)", show=False, id="read.before"),
        Binding("f8", "case(1)", show=False, id="read.next"),
    ]

    def __init__(self, sitting: Sitting, case: str, question: str) -> None:
        super().__init__(sitting)
        self.case, self.question = case, question

    def compose(self) -> ComposeResult:
        yield Line(self._title)
        yield Line(self._about)
        yield Line(self._mark, id="mark")
        yield Line(self._rule, id="paper-rule")
        yield Reader(id="reader")
        yield from self.foot()

    def on_mount(self) -> None:
        self.query_one(Reader).focus()
        self.show(self.case)

    def show(self, case: str) -> None:
        self.case = case
        self.attempt(lambda: self.sitting.desk.remember(case))
        self.query_one(Reader).load(case, material(self.sitting.whole(case)))
        self.again()

    # --- drawing -----------------------------------------------------------------------

    def _title(self, cells: int) -> Content:
        case = self.sitting.case(self.case)
        return self.titled(f"{safe(case.number)}  {safe(case.title)}", cells)

    def _about(self, _cells: int) -> str:
        case = self.sitting.case(self.case)
        return f" {'   '.join(safe(part) for part in (case.unit, case.field, case.level) if part)}"

    def _mark(self, cells: int) -> Content:
        marks = "   ".join(
            f"{self.voting.mark(self.case, one)} {self.voting.name(one)}".strip()
            for one in self.voting.questions
        )
        count = f"{self.voting.name(self.question)} {self.voting.count(self.question)}".strip()
        return Content.styled(f" {spread(marks, count, cells - 2)}", "bold")

    def _rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        return rule(cells, right=say("tui.lines", first=first, last=last, total=total))

    def on_reader_moved(self) -> None:
        self.query_one("#paper-rule", Line).refresh()

    def status(self) -> str:
        return say("tui.saves")

    def keys(self) -> Sequence[Key]:
        papers = (Key("F5", say("tui.papers.title"), "papers"),)
        return (
            Key(say("tui.key.space"), say("ticks.do.tick"), "tick", self.sealed_why()),
            Key("0", say("ticks.do.abstain"), "abstain"),
            Key("PgUp/PgDn", say("tui.do.paper"), "page(1)"),
            Key("F3", say("tui.do.recuse"), "recuse"),
            *(papers if self.judge_app.papers(self.case) else ()),
            Key("F7", say("tui.do.prev"), "case(-1)"),
            Key("F8", say("tui.do.nextcase"), "case(1)"),
            Key("Esc", say("ticks.do.list"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if action in {"tick", "abstain"}:
            return self.sealed_why()
        if action == "recuse":
            return self.recuse_why(self.case)
        if action == "papers" and not self.judge_app.papers(self.case):
            return say("tui.papers.none")
        return super().why_not(action)

    def action_tick(self) -> None:
        self.tick(self.case, self.question)

    def action_abstain(self) -> None:
        self.tick(self.case, self.question, abstain=True)

    def action_page(self, step: int) -> None:
        self.query_one(Reader).action_page(step)

    def action_recuse(self) -> None:
        from tui.screens.recuse import ask_recusal

        ask_recusal(self, self.case)

    def action_papers(self) -> None:
        from tui.screens.papers import PapersScreen

        self.app.push_screen(PapersScreen(self.titled, self.case, self.judge_app.papers(self.case)))

    def action_case(self, step: int) -> None:
        case = self.sitting.beside(self.case, step)
        if case is None:
            self.tell(say("tui.why.last" if step > 0 else "tui.why.first"))
        else:
            self.show(case)

    def action_back(self) -> None:
        self.judge_app.go_home().refill(self.case)

    def changed(self, case: str) -> None:
        self.show(case if case in self.sitting.place else self.case)
