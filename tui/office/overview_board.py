"""The overview, drawn: counts, the list of judges, what is below it, the keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from award.dashboard import TROUBLE, Dashboard
from award.dashboard import Line as JudgeLine
from tui.ink import rule, safe, spread
from tui.office import overview_view as view
from tui.office.finding import FindingScreen
from tui.office.office import Office
from tui.office.threads import in_thread
from tui.widgets.buttons import Buttons
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say

FILTERS = ("all", "missing", "in", "trouble")
EVERY = 10.0  # seconds between two looks at what judges do in other windows


class OverviewBoard(FindingScreen):
    """Everything of the overview that draws; `OverviewScreen` adds what the keys do."""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.filter = "all"
        self.shown: list[JudgeLine] = []

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        if self.office.board.rounds:
            yield Line(lambda cells: view.stages(self.office, cells), id="rounds")
        yield Line(lambda cells: view.counts(self.office.board, cells))
        yield Buttons(self._filters, "1234", id="filters")
        yield from self.finder()
        yield Line(rule)
        yield Line(lambda cells: Content.styled(view.head(cells), "bold"))
        yield Rows(id="list")
        yield Line(self._below, id="below")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill()
        self.look_ahead()
        self.query_one(Rows).focus()
        self.set_interval(EVERY, self._look_again)

    def _look_again(self) -> None:
        def found(board: Dashboard) -> None:
            if self.app.screen is self and board is not self.office.board:
                self.renewed()

        read = partial(in_thread, self.app, self.office.apart, self.office.read_ahead, found, str)
        self.run_worker(read, thread=True, group="look", exclusive=True)

    def renewed(self) -> None:
        self.office.renew()
        self.refill()
        self.look_ahead()

    def refill(self) -> None:
        picked = self.line
        self.shown = [line for line in self.office.board.judges if self._passes(line)]
        place = [line.judge.id for line in self.shown]
        row = place.index(picked.judge.id) if picked and picked.judge.id in place else 0
        self.query_one(Rows).fill(len(self.shown), self._row, picked=row)
        self.again()
        self.query_one("#below", Line).fit()

    def _passes(self, line: JudgeLine) -> bool:
        wanted = {
            "all": True,
            "missing": line.missing,
            "in": line.where == "in",
            "trouble": line.where in TROUBLE,
        }
        return wanted[self.filter] and self.found(line.judge.id, line.judge.name, line.judge.unit)

    @property
    def line(self) -> JudgeLine | None:
        """The judge under the mark."""
        row = self.query_one(Rows).picked
        return self.shown[row] if row < len(self.shown) else None

    def _row(self, row: int, cells: int) -> str:
        line = self.shown[row]
        return view.row(line, cells, marked=line.judge.id in self.office.marked)

    def _filters(self, cells: int) -> str:
        names = "  ".join(
            f"{n}{say(f'secretary.filter.{name}')}{'*' if name == self.filter else ''}"
            for n, name in enumerate(FILTERS, 1)
        )
        left = f"{say('secretary.show')}  {names}"
        return f" {spread(left, self.found_words(len(self.shown)), cells - 2)}"

    def _below(self, cells: int) -> str:
        return view.below(self.office.board, self.line, cells, wide=cells >= view.WIDE)

    def status(self) -> str:
        return view.status(self.office.board, self.size.width - 2)

    def command(self) -> str:
        return self.office.command("status")

    def remark(self) -> str:
        if self.office.locked:
            return self.office.locked_words
        if self.search and not self.shown:
            return say("tui.empty.search", text=safe(self.search))
        return self.office.next_words or say("secretary.counts_only")

    def keys(self) -> Sequence[Key]:
        named = ("collect", "void", "ranking", "remind", "export", "close")
        keys = dict(zip(named, ("F2", "F3", "F4", "F7", "F8", "F9"), strict=True))
        settles = {"conflict": "resolve", "late": "accept"}  # what F3 does on such a judge's line
        words = {"void": settles.get(self.line.where, "void") if self.line else "void"}
        return (
            Key(
                "Enter",
                say(f"secretary.do.{'details' if self.office.board.judges else 'work'}"),
                "open",
            ),
            Key("0", say("secretary.do.work"), "work"),
            *(
                Key(key, say(f"secretary.do.{words.get(name, name)}"), name, self.why_not(name))
                for name, key in keys.items()
            ),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.leave"), "back"),
        )
