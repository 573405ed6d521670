"""The cases: what lies beside each, and what can be put there, corrected or decided."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from db.records import Nomination
from tui.ink import safe
from tui.office.flows import cases as flows
from tui.office.flows import events, single
from tui.office.office import Office
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say

ACTIONS = {"attach": "f2", "recuse": "f3", "amend": "f7", "event": "f8", "detach": "f9"}


class CasesScreen(TableScreen):
    BINDINGS = [
        Binding(key, f"do('{name}')", show=False, id=f"cases.{name}")
        for name, key in ACTIONS.items()
    ]
    help_topic = "cases"
    widths = (10, 0, 22, 5, 5)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        heads = ("case", "title", "unit", "files", "ballots")
        self.heads = tuple(say(f"work.cases.{name}") for name in heads)
        self.cases: tuple[Nomination, ...] = ()

    def heading(self) -> str:
        return say("work.attach")

    def load(self) -> list[Cells]:
        store = self.office.award.store
        self.cases = store.headings()
        files = [one.case for one in store.attachments()]
        returned = {one.case: f"{one.returned}/{one.reachable}" for one in self.office.board.cases}
        return [
            (
                safe(one.number),
                safe(one.title),
                safe(one.unit),
                str(files.count(one.number) or "--"),
                returned.get(one.number, ""),
            )
            for one in self.cases
        ]

    @property
    def case(self) -> str:
        """The number of the case under the mark."""
        return self.cases[self.row].number if self.row is not None else ""

    def status(self) -> str:
        return "" if self.all else say("secretary.cases.none")

    def command(self) -> str:
        case = self.case if self.is_mounted else ""
        return self.office.command("attachments", *([case] if case else []))

    def doings(self) -> Sequence[Key]:
        return (
            Key("Enter", say("secretary.do.details"), "open"),
            *(
                Key(key.upper(), say(f"work.do.{name}"), f"do('{name}')")
                for name, key in ACTIONS.items()
            ),
        )

    def open(self, row: int) -> None:
        flows.case_page(self, self.case)

    def action_do(self, name: str) -> None:
        if not self.case:
            return
        if name == "recuse":
            single.recuse(self, case=self.case)
        elif name == "event":
            events.add(self, self.case)
        else:
            {"attach": flows.attach, "detach": flows.detach, "amend": flows.correct}[name](
                self, self.case
            )
