"""The judges, and who does not score what."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding

from tui.ink import safe
from tui.office.flows import intake, leaving, packets, single
from tui.office.office import Office
from tui.office.picking import judge_cells
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say

ACTIONS = {
    "import": "f2",
    "recuse": "f3",
    "join": "f4",
    "withdraw": "f7",
    "issue": "f8",
    "replace": "f9",
}


class JudgesScreen(TableScreen):
    BINDINGS = [
        Binding(key, f"do('{name}')", show=False, id=f"judges.{name}")
        for name, key in ACTIONS.items()
    ]
    help_topic = "judges"
    widths = (8, 16, 0, 6, 10)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        heads = ("id", "name", "unit", "recused", "state")
        self.heads = tuple(say(f"secretary.judges.{name}") for name in heads)

    def heading(self) -> str:
        return say("work.judges")

    def load(self) -> list[Cells]:
        return [judge_cells(line) for line in self.office.board.everybody]

    @property
    def judge(self) -> str:
        """The id of the judge under the mark."""
        return self.office.board.everybody[self.row].judge.id if self.row is not None else ""

    def status(self) -> str:
        return "" if self.all else say("work.judges.none")

    def command(self) -> str:
        return self.office.command("import", "--judges", "FILE")

    def doings(self) -> Sequence[Key]:
        return (
            Key("Enter", say("secretary.do.details"), "open"),
            *(
                Key(key.upper(), say(f"work.do.{name}"), f"do('{name}')")
                for name, key in ACTIONS.items()
            ),
        )

    def open(self, row: int) -> None:
        from tui.office.flows import record

        record.judge_page(self, self.office.board.everybody[row])

    def action_do(self, name: str) -> None:
        if name == "import":
            intake.take_in(self, "judges")
        elif name == "join":
            leaving.join(self)
        elif name == "recuse":
            single.recuse(self, self.judge)
        elif self.judge:
            flows = {"withdraw": leaving.leave, "replace": leaving.replace, "issue": packets.issue}
            flows[name](self, self.judge)


class RecusalsScreen(TableScreen):
    BINDINGS = [
        Binding("f2", "import", show=False, id="recusals.import"),
        Binding("f3", "recuse", show=False, id="recusals.recuse"),
    ]
    help_topic = "recusals"
    widths = (14, 8, 0, 20, 11)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        heads = ("judge", "case", "reason", "by", "at")
        self.heads = tuple(say(f"secretary.recusals.{name}") for name in heads)

    def heading(self) -> str:
        return say("work.recusals")

    def load(self) -> list[Cells]:
        names = {one.id: one.name for one in self.office.award.store.judges()}
        return [
            (
                safe(f"{one.judge} {names.get(one.judge, '')}"),
                safe(one.case),
                safe(one.reason),
                safe(one.by),
                safe(one.at[5:16].replace("T", " ")),
            )
            for one in self.office.award.store.recusals()
        ]

    def about(self, row: int) -> str:
        return self.all[row][2]

    def command(self) -> str:
        return self.office.command("recuse", "--judge", "J01", "--case", "001", "--reason", "...")

    def doings(self) -> Sequence[Key]:
        return (
            Key("F3", say("secretary.do.recuse"), "recuse"),
            Key("F2", say("secretary.do.import"), "import"),
        )

    def action_import(self) -> None:
        intake.take_in(self, "recusals")

    def action_recuse(self) -> None:
        single.recuse(self)
