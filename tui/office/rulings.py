"""What was decided: about single cases, about ties, and about marks far from the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.binding import Binding

from award.deviating import Mark, mark_line
from award.event_words import event_heading, event_row
from award.events import CaseEvent, recorded
from scoring.result import Decision
from tui.ink import safe
from tui.office.flows import checking, events, results
from tui.office.office import Office
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say

T = TypeVar("T")


class Rulings(TableScreen, Generic[T]):
    """A list of what was decided; F2 adds, F3 takes back."""

    BINDINGS = [
        Binding("f2", "add", show=False, id="rulings.add"),
        Binding("f3", "undo", show=False, id="rulings.undo"),
    ]
    name_of = ""

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.held: list[T] = []

    def heading(self) -> str:
        return say(f"work.{self.name_of}")

    @property
    def picked(self) -> T | None:
        return self.held[self.row] if self.is_mounted and self.row is not None else None

    def status(self) -> str:
        return "" if self.all else say(f"work.{self.name_of}.none")

    def doings(self) -> Sequence[Key]:
        return (
            Key("F2", say("work.do.add"), "add", self.why_not("add")),
            Key("F3", say("work.do.undo"), "undo", self.why_not("undo")),
        )

    def why_not(self, action: str) -> str:
        return say("work.why.nothing") if action == "undo" and self.picked is None else ""


class EventsScreen(Rulings[CaseEvent]):
    help_topic, name_of = "events", "event"
    widths = (4, 8, 16, 8, 12, 0)

    def load(self) -> list[Cells]:
        self.heads = tuple(event_heading()[: len(self.widths)])
        self.held = list(recorded(self.office.award))
        return [tuple(map(safe, event_row(one)[: len(self.widths)])) for one in self.held]

    def about(self, row: int) -> str:
        return "  ".join(filter(None, event_row(self.held[row])[2:]))

    def command(self) -> str:
        return self.office.command("event", "list")

    def action_add(self) -> None:
        events.add(self)

    def action_undo(self) -> None:
        if self.picked:
            events.undo(self, self.picked)

    def why_not(self, action: str) -> str:
        if action == "undo" and self.picked and self.picked.withdrawn:
            return say("work.why.undone")
        return super().why_not(action)


class DecisionsScreen(Rulings[Decision]):
    help_topic, name_of = "decisions", "undecide"
    widths = (4, 14, 14, 0)

    def load(self) -> list[Cells]:
        self.heads = tuple(
            say(f"work.undecide.{name}") for name in ("number", "kind", "stage", "cases")
        )
        self.held = list(self.office.award.store.decisions())
        return [
            (
                str(one.number),
                say(f"secretary.decide.{one.kind}"),
                safe(one.stage),
                safe(one.judge or " > ".join(one.cases)),
            )
            for one in self.held
        ]

    def about(self, row: int) -> str:
        return self.all[row][-1]

    def command(self) -> str:
        number = self.picked.number if self.picked else "N"
        return self.office.command("undecide", number, "--reason", "...")

    def why_not(self, action: str) -> str:
        if action == "add" and not results.waiting(self.office):
            return say("secretary.why.no_tie")
        return super().why_not(action)

    def action_add(self) -> None:
        results.decide(self)

    def action_undo(self) -> None:
        if self.picked:
            results.undecide(self, self.picked.number)


class MarksScreen(TableScreen):
    """Totals far from the others; Enter records why."""

    help_topic = "marks"
    widths = (8, 10, 0)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.heads = tuple(say(f"work.marks.{name}") for name in ("judge", "case", "about"))
        self.marks: tuple[Mark, ...] = ()

    def heading(self) -> str:
        return say("work.explain-mark")

    def load(self) -> list[Cells]:
        self.marks = self.office.ranking.marks
        return [
            (safe(one.flag.judge), safe(one.flag.case), safe(self._told(one))) for one in self.marks
        ]

    def _told(self, one: Mark) -> str:
        return mark_line(self.office.award.rules, one)

    def about(self, row: int) -> str:
        return self.all[row][-1]

    def status(self) -> str:
        return "" if self.all else say("work.explain-mark.none")

    def command(self) -> str:
        one = self.marks[self.row] if self.is_mounted and self.row is not None else None
        words = (one.flag.judge, one.flag.case) if one else ("J01", "001")
        return self.office.command("explain-mark", *words, "--text", "...")

    def doings(self) -> Sequence[Key]:
        return (Key("Enter", say("work.explain-mark"), "open"),)

    def open(self, row: int) -> None:
        flag = self.marks[row].flag
        checking.explain(self, flag.judge, flag.case)
