"""Everything that can be done, in the order of the work, each with its command."""

from __future__ import annotations

from collections.abc import Sequence

from tui.ink import safe
from tui.office.doing import Work
from tui.office.office import Office
from tui.office.table import Cells, TableScreen
from tui.office.works import GROUPS, WORKS
from tui.widgets.key_bar import Key
from tui.widgets.rows import Rows
from words import say


class WorkScreen(TableScreen):
    """Enter does it. The mark stands on what is next."""

    help_topic = "work"
    widths = (20, 24, 0)

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self._looked_from = 0
        self.heads = tuple(say(f"work.head.{name}") for name in ("what", "how", "about"))
        self.works: list[Work | None] = [
            one for group in GROUPS for one in (None, *(w for w in WORKS if w.group == group))
        ]

    def heading(self) -> str:
        return say("work.title")

    def on_mount(self) -> None:
        super().on_mount()
        self._point()

    def renewed(self) -> None:
        super().renewed()
        self._looked_from = self.query_one(Rows).picked
        self.look_ahead()

    def stepped(self) -> None:
        super().renewed()
        if self.query_one(Rows).picked == self._looked_from:  # nobody has gone elsewhere since
            self._point()

    def _point(self) -> None:
        """The mark onto what comes next."""
        names = [one.name if one else "" for one in self.works]
        if self.office.step in names and not self.search:
            self.query_one(Rows).picked = names.index(self.office.step)

    def load(self) -> list[Cells]:
        groups = iter(GROUPS)
        return [
            self._cells(one) if one else (say(f"work.group.{next(groups)}"),) for one in self.works
        ]

    def _cells(self, one: Work) -> Cells:
        here = "* " if one.name == self.office.step else "  "
        about = self._off(one) or say(f"work.{one.name}.about")
        return f"{here}{say(f'work.{one.name}')}", "pingxuan " + " ".join(one.command), about

    def _off(self, one: Work) -> str:
        return one.why_not(self.office) or (self.office.locked if one.writes else "")

    @property
    def picked(self) -> Work | None:
        return self.works[self.row] if self.is_mounted and self.row is not None else None

    def about(self, row: int) -> str:
        one = self.works[row]
        return say(f"work.{one.name}.about") if one else ""

    def status(self) -> str:
        return self.office.next_words

    def command(self) -> str:
        return safe(self.office.command(*self.picked.command)) if self.picked else ""

    def doings(self) -> Sequence[Key]:
        return (Key("Enter", say("secretary.do.it"), "open", self.why_not("open")),)

    def why_not(self, action: str) -> str:
        return self._off(self.picked) if action == "open" and self.picked else ""

    def open(self, row: int) -> None:
        one = self.works[row]
        if one is not None:
            one.do(self)
