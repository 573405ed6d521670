"""How the list of cases is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui.ink import bar, columns, rule, safe, spread
from tui.panels import WIDE, progress_panel
from tui.screens.base import Home
from tui.screens.searching import Searching
from tui.sitting import FILTERS, Filter, Sitting
from tui.widgets.buttons import Buttons
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say


class HomeView(Searching, Home):
    """Everything of the home screen that draws; `HomeScreen` adds what the keys do."""

    help_topic = "home"
    instead_of = "#filters"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.filter: Filter = "all"
        self.shown: list[str] = []

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield Line(self._progress, id="progress")
        yield Buttons(self._filters, "12345", id="filters")
        yield from self.finder()
        yield Line(rule)
        with Horizontal(id="work"):
            with Vertical(id="cases"):
                yield Line(self._heads, classes="heads")
                yield Rows(id="list")
            yield Line(lambda cells: progress_panel(self.sitting, cells), id="panel")
        yield Line(self._below, id="below")
        yield Line(self._resume, id="resume")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill(self.sitting.resume() or self.sitting.desk.last_case)
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        if self.size.width >= WIDE and self.sitting.figures.far(self.sitting.answers()):
            self._count()

    @work(exclusive=True)
    async def _count(self) -> None:
        """The own distribution of very many cases, beside the screen."""
        await asyncio.to_thread(self.sitting.figures.spread, self.sitting.answers())
        self.query_one("#panel", Line).fit()

    def came_back(self) -> None:
        self.refill(self.sitting.desk.last_case or self.case)

    def refill(self, pick: str | None = None) -> None:
        """Fill the list anew, with the mark on `pick` where it is in it."""
        pick = pick or self.case
        self.shown = self.sitting.chosen(self.filter, self.search)
        picked = self.shown.index(pick) if pick in self.shown else 0
        self.query_one(Rows).fill(len(self.shown), self._row, picked=picked)
        self.again()

    @property
    def case(self) -> str | None:
        """The case under the mark."""
        row = self.query_one(Rows).picked
        return self.shown[row] if row < len(self.shown) else None

    @property
    def pending(self) -> int:
        """Cases that were changed after they were scored and wait for the judge's word."""
        confirming = self.judge_app.confirming
        return len(confirming.pending()) if confirming else 0

    # --- drawing -----------------------------------------------------------------------

    def _columns(self, cells: int, texts: tuple[str, ...]) -> str:
        number = self.sitting.number_width
        state, total, note = 8, 6, 8
        free = cells - number - state - total - note - 7
        title = free * 3 // 5
        widths = (number, title, free - title, state, total, note)
        aligns = ("<", "<", "<", "<", ">", "<")
        gapped = [(t, w, a) for t, w, a in zip(texts, widths, aligns, strict=True)]
        return columns(gapped[:5]) + "  " + columns(gapped[5:])

    def _heads(self, cells: int) -> Content:
        heads = tuple(
            say(f"tui.col.{name}") for name in ("number", "title", "unit", "state", "total", "note")
        )
        return Content.styled("   " + self._columns(cells - 3, heads), "bold")

    def _row(self, row: int, cells: int) -> str:
        sitting, number = self.sitting, self.shown[row]
        case = sitting.case(number)
        note = sitting.progress(number) or (
            say("tui.doubt") if sitting.answer(number).doubt else ""
        )
        texts = (
            safe(number),
            safe(case.title),
            safe(case.unit),
            sitting.mark_word(number),
            sitting.total(number),
            note,
        )
        return self._columns(cells, texts)

    def _progress(self, cells: int) -> str:
        c = self.sitting.counts()
        finished = c.done + c.recused
        said = say(
            "tui.progress",
            done=c.done,
            open=c.open,
            started=c.started,
            recused=c.recused,
            total=c.total,
        )
        return f" {say('tui.progress.word')} {bar(finished, c.total, 16)} {said}"

    def _filters(self, cells: int) -> str:
        names = "  ".join(
            f"{n}{say(f'tui.filter.{name}')}{'*' if name == self.filter else ''}"
            for n, name in enumerate(FILTERS, 1)
        )
        left = f"{say('tui.filter')}  {names}"
        return f" {spread(left, self.found_words(len(self.shown)), cells - 2)}"

    def _below(self, cells: int) -> str:
        first, last = self.query_one(Rows).in_sight
        total = len(self.shown)
        right = say("tui.lines", first=first, last=last, total=total) if total else ""
        return rule(cells, right=right)

    def _resume(self, cells: int) -> str:
        return f" {self._resume_text()}"

    def _resume_text(self) -> str:
        if nothing := self.nothing_shown(bool(self.shown)):
            return nothing
        if self.sitting.sealed:
            return say("tui.resume.sealed")
        if self.pending:
            return say("slate.resume", n=self.pending)
        number = self.sitting.resume()
        if number is None:
            return self._again_text() or say("tui.resume.done")
        missing = self.sitting.missing(number)
        title = safe(self.sitting.case(number).title)
        key = "tui.resume.started" if self.sitting.mark(number) == "started" else "tui.resume.open"
        return say(key, case=safe(number), title=title, n=len(missing))

    def _again_text(self) -> str:
        """A ballot was sealed before: what counts until the next one; empty where none was."""
        n = self.sitting.desk.revision
        if n < 2:
            return ""
        if self.judge_app.revise is None:
            return say("tui.reopened")
        return say("tui.resume.revising", n=n, last=n - 1)

    def status(self) -> str:
        cells = self.size.width - 2
        why = self.submit_why()
        left = say("tui.saves")
        if why and not self.sitting.sealed:
            left += "   " + Key("F9", say("tui.do.submit"), why_not=why).text
        return spread(left, self._saved(), cells)

    def _saved(self) -> str:
        time = self.sitting.saved_time()
        return say("tui.saved.last", time=time) if time else ""

    def _recuse_word(self) -> str:
        recused = self.case and self.sitting.mark(self.case) == "recused"
        return say("tui.do.unrecuse" if recused else "tui.do.recuse")

    def keys(self) -> Sequence[Key]:
        keys = [
            Key("Enter", say("tui.do.open"), "open"),
            Key(say("tui.key.updown"), say("tui.do.pick")),
            Key("/", say("tui.do.find"), "find"),
            Key("=", say("pair.do"), "compare"),
            Key("F3", self._recuse_word(), "recuse", self.recuse_why(self.case)),
            Key("F4", say("tui.do.review"), "review"),
            *((Key("F7", say("slate.do.confirm"), "confirm"),) if self.pending else ()),
            Key("F6", say("tui.do.theme"), "theme"),
            Key("F9", say("tui.do.receipt" if self.sitting.sealed else "tui.do.submit"), "submit"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.leave"), "back"),
        ]
        off = self.submit_why() and not self.sitting.sealed  # said in full on the status line
        narrow = self.size.width < 110
        return [k for k in keys if not (k.name == "F6" and narrow) and not (k.name == "F9" and off)]
