"""How the list of a vote is shown: the marks first, then what is voted on."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.ink import columns, rule, safe, spread
from tui.screens.base import Home
from tui.screens.searching import Searching
from tui.screens.tick_base import TickBase
from tui.sitting import Sitting
from tui.voting import PART
from tui.widgets.buttons import Buttons
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.tick_rows import TickRows
from tui.wrap import wrap
from words import say
from words.text import width

FEW = 3  # questions whose names have room over their marks
NARROW, TITLED = 4, 8  # cells of a column of marks, and of one under a name
STATES = ("ticks.abstained", "ticks.recused")


class TicksView(Searching, TickBase, Home):
    """Everything of the tick screen that draws; `TicksScreen` adds what the keys do."""

    instead_of = "#filters"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.question = self.voting.questions[0]
        self.shown: list[str] = []

    # --- layout ------------------------------------------------------------------------

    @property
    def mark_cells(self) -> int:
        count = len(self.voting.questions)
        if count > FEW:
            return NARROW
        return max(TITLED if count > 1 else NARROW, *map(width, map(say, STATES)))

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield Buttons(self._counts, "123456789", id="counts")
        yield Line(self._find, id="filters")
        yield from self.finder()
        yield Line(rule)
        with Vertical(id="cases"):
            yield Line(self._heads, classes="heads")
            yield TickRows(len(self.voting.questions), self.mark_cells, id="list")
        yield Line(self._below, id="below")
        yield Line(self._hint, id="resume")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill(self.sitting.desk.last_case)
        self.query_one(TickRows).focus()

    def came_back(self) -> None:
        self.refill()

    def refill(self, pick: str | None = None) -> None:
        """Fill the list anew, with the mark on `pick` where it is in it."""
        pick = pick or self.case
        self.shown = self.sitting.chosen("all", self.search)
        picked = self.shown.index(pick) if pick in self.shown else 0
        self.query_one(TickRows).fill(len(self.shown), self._row, picked=picked)
        self.again()

    def again(self) -> None:
        self.query_one(TickRows).refresh()
        super().again()

    @property
    def case(self) -> str | None:
        """The case under the mark."""
        row = self.query_one(TickRows).picked
        return self.shown[row] if row < len(self.shown) else None

    # --- drawing -----------------------------------------------------------------------

    def headline(self, cells: int) -> Content:
        return self.titled(self.vote_name, cells)

    def _counts(self, cells: int) -> Content:
        """How many are ticked and how many may be, always; the question in work has a *."""
        parts = [self._count(n, question) for n, question in enumerate(self.voting.questions, 1)]
        lines = wrap(PART.join(parts), cells - 2)
        return Content.styled("\n".join(f" {line}" for line in lines), "bold")

    def _count(self, number: int, question: str) -> str:
        if not self.voting.per_tier:
            return f"{self.voting.count(question)}{PART}{self.voting.rule(question)}"
        here = "*" if question == self.question else ""
        return f"{number} {self.voting.name(question)}{here} {self.voting.count(question)}"

    def _find(self, cells: int) -> str:
        left = "" if not self.voting.per_tier else self.voting.rule(self.question)
        return f" {spread(left, self.found_words(len(self.shown)), cells - 2)}"

    def _columns(self, cells: int, marks: Sequence[str], texts: tuple[str, str, str]) -> str:
        number = self.sitting.number_width
        taken = len(marks) * (self.mark_cells + 1) + number + 2
        title = max(cells - taken, 4) * 3 // 5
        widths = (number, title, max(cells - taken - title, 1))
        drawn = [(mark, self.mark_cells, "<") for mark in marks]
        drawn += [(text, room, "<") for text, room in zip(texts, widths, strict=True)]
        return columns(drawn)

    def _heads(self, cells: int) -> Content:
        marks = [say("ticks.col.mark")]
        if self.voting.per_tier:
            named = enumerate(self.voting.questions, 1)
            marks = [f"{n}{self.voting.name(question)}" for n, question in named]
        texts = (say("tui.col.number"), say("tui.col.title"), say("tui.col.unit"))
        return Content.styled("   " + self._columns(cells - 3, marks, texts), "bold")

    def _row(self, row: int, cells: int) -> str:
        number = self.shown[row]
        case = self.sitting.case(number)
        marks = [self.voting.mark(number, question) for question in self.voting.questions]
        return self._columns(cells, marks, (safe(number), safe(case.title), safe(case.unit)))

    def _below(self, cells: int) -> str:
        first, last = self.query_one(TickRows).in_sight
        return rule(cells, right=say("tui.lines", first=first, last=last, total=len(self.shown)))

    def _hint(self, _cells: int) -> str:
        if self.sitting.sealed:
            return f" {say('ticks.sealed')}"
        lacking = self.voting.lacking()
        if lacking:
            return f" {lacking}"
        begun = any(map(self.voting.ticked, self.voting.questions))
        return f" {say('ticks.ready' if begun else 'ticks.go_on')}"

    def status(self) -> str:
        time = self.sitting.saved_time()
        saved = say("tui.saved.last", time=time) if time else ""
        return spread(say("tui.saves"), saved, self.size.width - 2)

    def keys(self) -> Sequence[Key]:
        tiers = (Key(f"1-{min(len(self.voting.questions), 9)}", say("ticks.do.tier")),)
        return (
            Key(say("tui.key.space"), say("ticks.do.tick"), "tick", self.sealed_why()),
            Key("Enter", say("ticks.do.read"), "read"),
            *(tiers if self.voting.per_tier else ()),
            Key("0", say("ticks.do.abstain"), "abstain"),
            Key("/", say("tui.do.find"), "find"),
            Key("F3", say("tui.do.recuse"), "recuse"),
            Key("F4", say("tui.do.review"), "review"),
            Key("Ctrl+Z", say("tui.do.undo"), "undo"),
            Key("F9", say("tui.do.receipt" if self.sitting.sealed else "tui.do.submit"), "submit"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.leave"), "back"),
        )
