"""One of a list: Enter picks it and goes on with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from award.dashboard import Line
from tui.ink import safe
from tui.office.frame import OfficeScreen
from tui.office.office import Office
from tui.office.overview_view import recused_words
from tui.office.table import Cells, TableScreen
from tui.widgets.key_bar import Key
from words import say

EXAMPLE = "J01"
"""The judge of a command before one is picked."""


class PickJudge(TableScreen):
    """`then` is called with this screen and the judge; `fits` says who is in the list."""

    help_topic = "pick"
    widths = (8, 16, 0, 6, 10)

    def __init__(
        self,
        office: Office,
        title: str,
        command: str,
        then: Callable[[OfficeScreen, Line], object],
        fits: Callable[[Line], bool] = lambda _line: True,
    ) -> None:
        super().__init__(office)
        self._title, self._command, self._then, self._fits = title, command, then, fits
        heads = ("id", "name", "unit", "recused", "state")
        self.heads = tuple(say(f"secretary.judges.{name}") for name in heads)

    def heading(self) -> str:
        return self._title

    def command(self) -> str:
        row = self.row if self.is_mounted else None
        return self._command.replace(
            EXAMPLE, self.lines()[row].judge.id if row is not None else EXAMPLE
        )

    def lines(self) -> list[Line]:
        return [line for line in self.office.board.judges if self._fits(line)]

    def load(self) -> list[Cells]:
        return [judge_cells(line) for line in self.lines()]

    def about(self, row: int) -> str:
        return say("work.pick")

    def status(self) -> str:
        return "" if self.all else say("work.pick.nobody")

    def doings(self) -> Sequence[Key]:
        return (Key("Enter", self._title, "open"),)

    def open(self, row: int) -> None:
        self._then(self, self.lines()[row])


def judge_cells(line: Line) -> Cells:
    """A judge in a list."""
    return (
        safe(line.judge.id),
        safe(line.judge.name),
        safe(line.judge.unit),
        recused_words(line),
        say(f"secretary.is.{line.where}"),
    )
