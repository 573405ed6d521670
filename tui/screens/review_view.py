"""How the overview before submitting is shown."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from tui import overview_panes as panes
from tui.ink import rule, spread
from tui.overview import KINDS, Overview, Row
from tui.screens.base import BaseScreen
from tui.sitting import Sitting
from tui.widgets.buttons import Buttons
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say

PROMPT = 500  # cases up to which the list is made at once


class ReviewView(BaseScreen):
    """Everything of the overview that draws; `ReviewScreen` adds what the keys do."""

    help_topic = "review"

    def __init__(self, sitting: Sitting, *, submit: bool = False) -> None:
        super().__init__(sitting)
        self._submit_at_once = submit
        self.only_hints = False
        self._then: Callable[[], object] | None = None  # to do once the list is there
        self.rows: list[Row | None] = []  # None: the line between hints and the others
        self.overview = Overview(sitting, waiting=True)

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(lambda cells: self.titled(say("tui.review"), cells))
        yield Line(self._counts)
        yield Buttons(self._shows, "12")
        yield Line(rule)
        with Horizontal(id="work"):
            with Vertical(id="cases"):
                yield Line(self._heads, classes="heads")
                yield Rows(id="list")
            yield Line(self._side, id="panel")
        yield Line(self._why, id="why")
        yield from self.foot()

    def on_mount(self) -> None:
        self.refill()
        self.query_one(Rows).focus()

    def came_back(self) -> None:
        if self.rows:
            self.refill()

    def refill(self, then: Callable[[], object] | None = None) -> None:
        """Build the list anew, with the mark on the case it was on; `then` say something.

        A long list is made beside the screen, which goes on listening to the keys.
        """
        self._then = then or self._then
        if len(self.sitting.cases) <= PROMPT:
            self.show_rows(Overview.whole(self.sitting))
        else:
            self._fill_later()

    @work(exclusive=True)
    async def _fill_later(self) -> None:
        self.show_rows(await asyncio.to_thread(Overview.whole, self.sitting))

    def show_rows(self, overview: Overview) -> None:
        """List what was worked out, the mark on the case it was on."""
        here = self.row.case if self.row else None
        self.overview = overview
        asked, rest = self.overview.rows
        self.rows = [*asked]
        if not self.only_hints:
            self.rows += [None, *rest] if asked and rest else rest
        places = {row.case: i for i, row in enumerate(self.rows) if row}
        skipped = frozenset(i for i, row in enumerate(self.rows) if row is None)
        self.query_one(Rows).fill(
            len(self.rows), self._draw_row, skipped=skipped, picked=places.get(here or "", 0)
        )
        self.again()
        then, self._then = self._then, None
        if then is not None:
            then()

    @property
    def row(self) -> Row | None:
        place = self.query_one(Rows).picked if self.is_mounted else 0
        return self.rows[place] if place < len(self.rows) else None

    # --- drawing -----------------------------------------------------------------------

    def _counts(self, _cells: int) -> str:
        if self.overview.waiting:
            return f" {say('tui.review.sorting', n=len(self.sitting.cases))}"
        counted = {kind: self.overview.counted(kind) for kind in KINDS}
        return f" {say('tui.review.counts', **counted)}"

    def _shows(self, cells: int) -> str:
        one, two = ("", "*") if self.only_hints else ("*", "")
        shows = say("tui.review.shows", one=one, two=two)
        return f" {spread(shows, say('tui.review.order'), cells - 2)}"

    def _heads(self, cells: int) -> Content:
        return Content.styled("   " + panes.table_head(self.sitting, cells - 3), "bold")

    def _draw_row(self, place: int, cells: int) -> str:
        row = self.rows[place]
        if row is not None:
            return panes.table_row(self.sitting, row, cells)
        first, last = self.query_one(Rows).in_sight  # this very line is one of them
        total = len(self.rows) - 1
        return rule(cells, right=say("tui.lines", first=first, last=last - 1, total=total))

    def _why(self, cells: int) -> str:
        return panes.below(self.overview, self.row, cells, wide=self.size.width >= 110)

    def _side(self, cells: int) -> str:
        return panes.beside(self.overview, self.row, cells)

    def status(self) -> str:
        why = self.submit_why()
        key = Key("F9", say("tui.do.submit"), why_not=why).text
        left = (
            say("tui.review.ready")
            if not why
            else say("tui.resume.sealed" if self.sitting.sealed else "tui.review.notyet")
        )
        return spread(left, key, self.size.width - 2)

    def keys(self) -> Sequence[Key]:
        wide = self.size.width >= 110
        dismiss = Key(say("tui.key.space"), say("tui.do.dismiss"), "dismiss_hint")
        return (
            Key("Enter", say("tui.do.edit"), "edit"),
            Key(say("tui.key.updown"), say("tui.do.pick")),
            *([] if self.why_not("dismiss_hint") else [dismiss]),
            *([Key("F2", say("tui.do.comment"), "comment")] if wide else []),
            Key("F8", say("tui.do.nexthint"), "hint(1)"),
            Key(say("pair.order.key"), say("pair.order.do"), "place(-1)"),
            Key("=", say("pair.do"), "compare"),
            *([] if self.submit_why() else [Key("F9", say("tui.do.submit"), "submit")]),
            Key("Esc", say("tui.do.back"), "back"),
            Key("F1", say("tui.do.help"), "help"),
        )
