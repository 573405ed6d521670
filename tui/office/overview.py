"""The secretary's first screen: who has handed in, who is missing, what happened last."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from award.dashboard import TROUBLE
from award.dashboard import Line as JudgeLine
from tui.ink import rule, spread
from tui.keys import SPACE_KEYS, digit_keys
from tui.office import overview_view as view
from tui.office.finding import FindingScreen
from tui.office.flows import ballots, opening, record, results
from tui.office.office import Office
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say

FILTERS = ("all", "missing", "in", "trouble")
EVERY = 10.0  # seconds between two looks at what judges do in other windows


class OverviewScreen(FindingScreen):
    BINDINGS = [
        Binding("enter", "open", show=False, id="judge.open"),
        Binding(SPACE_KEYS, "mark", show=False, id="judge.mark"),
        Binding(digit_keys(0), "work", show=False, id="work"),
        Binding("f2", "collect", show=False, id="collect"),
        Binding("f3", "void", show=False, id="void"),
        Binding("f4", "ranking", show=False, id="ranking"),
        Binding("f7", "remind", show=False, id="remind"),
        Binding("f8", "export", show=False, id="export"),
        Binding("f9", "close", show=False, id="close"),
        *(
            Binding(digit_keys(n), f"filter('{name}')", show=False, id=f"judges.{name}")
            for n, name in enumerate(FILTERS, 1)
        ),
    ]

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.filter = "all"
        self.shown: list[JudgeLine] = []
        self._pulse = office.pulse()

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        if self.office.board.rounds:
            yield Line(lambda cells: view.stages(self.office, cells), id="rounds")
        yield Line(lambda cells: view.counts(self.office.board, cells))
        yield Line(self._filters, id="filters")
        yield from self.finder()
        yield Line(rule)
        yield Line(lambda cells: Content.styled(view.head(cells), "bold"))
        yield Rows(id="list")
        yield Line(self._below, id="below")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill()
        self.query_one(Rows).focus()
        self.set_interval(EVERY, self._look_again)

    def _look_again(self) -> None:
        pulse = self.office.pulse()
        if self.app.screen is self and pulse != self._pulse:
            self._pulse = pulse
            self.renewed()

    def renewed(self) -> None:
        self.office.renew()
        self.refill()

    def refill(self) -> None:
        picked = self.line
        self.shown = [line for line in self.office.board.judges if self._passes(line)]
        place = [line.judge.id for line in self.shown]
        row = place.index(picked.judge.id) if picked and picked.judge.id in place else 0
        self.query_one(Rows).fill(len(self.shown), self._row, picked=row)
        self.again()
        self.query_one("#below", Line).refresh(layout=True)

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
        return say("secretary.counts_only")

    def keys(self) -> Sequence[Key]:
        named = ("collect", "void", "ranking", "remind", "export", "close")
        keys = dict(zip(named, ("F2", "F3", "F4", "F7", "F8", "F9"), strict=True))
        return (
            Key("Enter", say("secretary.do.details"), "open"),
            Key("0", say("secretary.do.work"), "work"),
            *(
                Key(key, say(f"secretary.do.{name}"), name, self.why_not(name))
                for name, key in keys.items()
            ),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.leave"), "back"),
        )

    # --- doing -------------------------------------------------------------------------

    def why_not(self, action: str) -> str:
        if not self.is_mounted:
            return ""
        if action == "void":
            return ballots.why_not_void(self.line)
        whys = {"collect": ballots.why_not_collect, "close": ballots.why_not_close,
                "ranking": ballots.why_not_rank, "export": ballots.why_not_rank}  # fmt: skip
        return whys[action](self.office) if action in whys else ""

    @on(Rows.Picked)
    def _moved(self) -> None:
        self.query_one("#below", Line).refresh(layout=True)
        self.query_one("#keys").refresh(layout=True)
        self.refresh_bindings()

    @on(Rows.Opened)
    def action_open(self) -> None:
        if self.line:
            record.judge_page(self, self.line)

    def action_filter(self, name: str) -> None:
        self.filter = name
        self.refill()

    def action_mark(self) -> None:
        if self.line:
            self.office.marked ^= {self.line.judge.id}
            self.query_one(Rows).refresh()

    def action_work(self) -> None:
        from tui.office.work import WorkScreen

        self.app.push_screen(WorkScreen(self.office))

    def action_collect(self) -> None:
        ballots.collect(self)

    def action_void(self) -> None:
        if self.line:
            ballots.void(self, self.line)

    def action_ranking(self) -> None:
        opening.open_ranking(self)

    def action_remind(self) -> None:
        record.reminder(self)

    def action_export(self) -> None:
        results.export(self)

    def action_close(self) -> None:
        ballots.close(self)

    def action_back(self) -> None:
        if not self.end_search():
            self.office_app.action_leave()
