"""Everything that can be done, in the order of the work, each with its command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.office.flows import assigning, ballots, intake, opening, packets, record, results, runoff
from tui.office.office import Office
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say


@dataclass(frozen=True)
class Work:
    """One thing to do: its words are `secretary.work.NAME` and `secretary.work.NAME.about`."""

    name: str
    command: tuple[str, ...]
    do: Callable[[WorkScreen], object]
    why_not: Callable[[Office], str] = lambda _office: ""


def _judges(screen: WorkScreen) -> None:
    from tui.office.people import JudgesScreen

    screen.app.push_screen(JudgesScreen(screen.office))


def _recusals(screen: WorkScreen) -> None:
    from tui.office.people import RecusalsScreen

    screen.app.push_screen(RecusalsScreen(screen.office))


class WorkScreen(TableScreen):
    """Enter does it."""

    help_topic = "work"
    widths = (16, 26, 0)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.heads = tuple(say(f"secretary.work.head.{name}") for name in ("what", "how", "about"))

    def heading(self) -> str:
        return say("secretary.work")

    def load(self) -> list[Cells]:
        return [
            (
                f"{at} {say(f'secretary.work.{one.name}')}",
                "pingxuan " + " ".join(one.command),
                one.why_not(self.office) or say(f"secretary.work.{one.name}.about"),
            )
            for at, one in enumerate(WORKS, 1)
        ]

    def about(self, row: int) -> str:
        return say(f"secretary.work.{WORKS[row].name}.about")

    def command(self) -> str:
        row = self.row if self.is_mounted else None
        return self.office.command(*WORKS[row].command) if row is not None else ""

    def doings(self) -> Sequence[Key]:
        return (Key("Enter", say("secretary.do.it"), "open", self.why_not("open")),)

    def why_not(self, action: str) -> str:
        row = self.row if self.is_mounted else None
        if action != "open" or row is None:
            return ""
        return WORKS[row].why_not(self.office)

    def open(self, row: int) -> None:
        WORKS[row].do(self)


WORKS = (
    Work("rules", ("check",), record.rules_page),
    Work("import", ("import", "FILE"), intake.take_in),
    Work("judges", ("import", "--judges", "FILE"), _judges),
    Work("recusals", ("recuse",), _recusals),
    Work("assign", ("assign", "--ballots", "5"), assigning.assign),
    Work("freeze", ("freeze",), packets.freeze),
    Work("keys", ("keys", "make"), packets.make_keys),
    Work("recovery", ("keys", "recovery"), packets.recovery),
    Work("drill", ("keys", "drill"), packets.drill),
    Work("issue", ("issue",), packets.issue),
    Work("collect", ("collect", "PATH"), ballots.collect, ballots.why_not_collect),
    Work("close", ("close",), ballots.close, ballots.why_not_close),
    Work("ranking", ("rank",), opening.open_ranking, ballots.why_not_rank),
    Work("runoff", ("runoff", "open"), runoff.runoff, runoff.why_not),
    Work("decide", ("decide",), results.decide, ballots.why_not_rank),
    Work("final", ("finalise",), results.finalise, ballots.why_not_rank),
    Work("recount", ("recount",), results.recount, ballots.why_not_rank),
    Work("export", ("export",), results.export, ballots.why_not_rank),
    Work("log", ("log",), record.log_page),
    Work("backup", ("backup",), record.backup),
)
