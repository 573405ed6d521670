"""The secretary's first screen: who has handed in, who is missing, what happened last."""

from __future__ import annotations

from textual import events, on
from textual.binding import Binding

from files.dropped import dropped_paths
from tui.keys import SPACE_KEYS, digit_keys
from tui.office.flows import ballots, closing, collecting, opening, record
from tui.office.overview_board import FILTERS, OverviewBoard
from tui.widgets.key_bar import KeyBar
from tui.widgets.line import Line
from tui.widgets.rows import Rows


class OverviewScreen(OverviewBoard):
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
        self.query_one("#below", Line).fit()
        self.query_one("#keys", KeyBar).fit()
        self.refresh_bindings()

    @on(Rows.Opened)
    def action_open(self) -> None:
        if self.line:
            record.judge_page(self, self.line)
        elif not self.office.board.judges:  # the list of work begins at what comes next
            self.action_work()

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
        collecting.collect(self)

    def action_void(self) -> None:
        if self.line:
            ballots.void(self, self.line)

    def on_paste(self, event: events.Paste) -> None:
        """A file or folder that was dropped on the window: take it in?"""
        paths = dropped_paths(event.text)
        if paths and all(path.exists() for path in paths):
            event.stop()
            if why := ballots.why_not_collect(self.office):
                self.tell(why, alarm=True)
            else:
                collecting.collect(self, event.text.strip())

    def action_ranking(self) -> None:
        opening.open_ranking(self)

    def action_remind(self) -> None:
        record.reminder(self)

    def action_export(self) -> None:
        from tui.office.flows import exporting

        exporting.export(self)

    def action_close(self) -> None:
        closing.close(self)

    def action_back(self) -> None:
        if not self.end_search():
            self.office_app.action_leave()
