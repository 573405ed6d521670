"""Every numbered result: what it says, what differs from the one before, its files."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from award.diffing import diff_results
from award.diffing_words import lines, result_heading, result_rows
from db.records import StoredResult
from tui.ink import safe
from tui.office.flows import exporting, results
from tui.office.flows.asking import ask_about, number_of, text_field
from tui.office.office import Office
from tui.office.questions import Answers
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say


class ResultsScreen(TableScreen):
    BINDINGS = [
        Binding("f7", "recount", show=False, id="results.recount"),
        Binding("f8", "export", show=False, id="results.export"),
    ]
    help_topic = "results"
    widths = (4, 10, 25, 18, 0)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        number, kind, at, cases, _digest, reason = result_heading()
        self.heads = (number, kind, at, cases, reason)
        self.held: list[StoredResult] = []

    def heading(self) -> str:
        return say("work.results")

    def load(self) -> list[Cells]:
        self.held = list(self.office.award.store.results())
        rows = [map(safe, row) for row in result_rows(self.office.award)]
        return [(number, kind, at, cases, reason) for number, kind, at, cases, _, reason in rows]

    def about(self, row: int) -> str:
        return say("work.results.digest", digest=self.held[row].digest[:16])

    @property
    def number(self) -> int:
        """Of the result under the mark; 0 where there is none."""
        picked = self.row if self.is_mounted else None
        return 0 if picked is None else self.held[picked].number

    def status(self) -> str:
        return "" if self.all else say("diff.none")

    def command(self) -> str:
        return self.office.command("results")

    def doings(self) -> Sequence[Key]:
        return (
            Key("Enter", say("work.do.differs"), "open", self.why_not("open")),
            Key("F7", say("work.recount"), "recount", self.why_not("recount")),
            Key("F8", say("secretary.do.export"), "export", self.why_not("export")),
        )

    def why_not(self, action: str) -> str:
        if action in ("recount", "export") and not self.number:
            return say("diff.none")
        if action == "open" and len(self.held) < 2:
            return say("work.why.one_result")
        return ""

    def open(self, row: int) -> None:
        """What differs from the result before; the first one from the next."""
        self._ask(self.held[max(row - 1, 0)].number, self.held[max(row, 1)].number)

    def _ask(self, older: int, newer: int) -> None:
        def act(answers: Answers) -> list[str]:
            numbers = (number_of(answers["older"], 1), number_of(answers["newer"], 1))
            return [safe(line) for line in lines(diff_results(self.office.award, *numbers))]

        ask = ask_about(
            "result",
            act,
            lambda a: self.office.command("result", "diff", a["older"], a["newer"]),
            [text_field("older", str(older)), text_field("newer", str(newer))],
            writes=False,
        )
        self.ask(ask, lambda done: self.read(say("work.result"), done.result, done.command))

    def action_recount(self) -> None:
        results.recount(self, self.number)

    def action_export(self) -> None:
        exporting.export(self, self.number)
