"""A list with columns on a whole screen. Subclasses say what stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui.ink import columns, rule, safe, spread
from tui.office.finding import FindingScreen
from tui.office.office import Office
from tui.widgets.key_bar import Key, KeyBar
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from tui.wrap import wrap
from words import say

Cells = tuple[str, ...]


class TableScreen(FindingScreen):
    """`widths` are cells of the columns; the one that is 0 takes what is left.

    A line of one cell is a heading over those that follow; it cannot be picked.
    """

    BINDINGS = [Binding("enter", "open", show=False, id="table.open")]
    heads: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()

    def __init__(self, office: Office) -> None:
        super().__init__(office)
        self.all: list[Cells] = []
        self.shown: list[int] = []  # places in `all`

    # --- what subclasses say -----------------------------------------------------------

    def load(self) -> list[Cells]:
        """Every line, safe to show."""
        return []

    def about(self, row: int) -> str:
        """What is said of the line under the mark."""
        return ""

    def open(self, row: int) -> None:
        """Enter on a line; where nothing more is known of it, that is said."""
        self.tell(say("secretary.why.no_more"))

    def doings(self) -> Sequence[Key]:
        return ()

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield from self.finder()
        yield Line(self._count, id="count")
        yield Line(lambda cells: Content.styled("   " + self._line(self.heads, cells - 3), "bold"))
        yield Rows(id="list")
        yield Line(self._below, id="below")
        yield from self.foot()

    def on_mount(self) -> None:
        self.renewed()
        self.query_one(Rows).focus()

    def renewed(self) -> None:
        picked, self.all = self.row, self.load()
        self.refill(picked)

    def refill(self, picked: int | None = None) -> None:
        picked = self.row if picked is None else picked
        wanted = [at for at in range(len(self.all)) if self._passes(at)]
        self.shown = wanted
        heads = frozenset(at for at, row in enumerate(wanted) if self._is_heading(row))
        first = next((at for at in range(len(wanted)) if at not in heads), 0)
        at = wanted.index(picked) if picked in wanted else first
        self.query_one(Rows).fill(len(wanted), self._row, skipped=heads, picked=at)
        self.again()

    def _passes(self, row: int) -> bool:
        """Headings stand over the whole list only."""
        return not self.search if self._is_heading(row) else self.found(*self.all[row])

    def _is_heading(self, row: int) -> bool:
        return len(self.all[row]) == 1

    @property
    def row(self) -> int | None:
        """The place in `all` of the line under the mark."""
        picked = self.query_one(Rows).picked
        found = self.shown[picked] if picked < len(self.shown) else len(self.all)
        return found if found < len(self.all) and not self._is_heading(found) else None

    def _row(self, row: int, cells: int) -> str:
        texts = self.all[self.shown[row]]
        return self._line(texts, cells) if len(texts) > 1 else rule(cells, *texts)

    def _line(self, texts: Sequence[str], cells: int) -> str:
        free = cells - sum(self.widths) - len(self.widths) + 1
        widths = [width or free for width in self.widths]
        return columns([(text, width, "<") for text, width in zip(texts, widths, strict=True)])

    def _count(self, cells: int) -> str:
        words = self.found_words(len(self.shown))
        return rule(cells, right=spread("", words, 0).strip())

    def _below(self, cells: int) -> str:
        row = self.row
        lines = wrap(safe(self.about(row)), cells - 2)[:3] if row is not None else []
        first, last = self.query_one(Rows).in_sight
        total = len(self.shown)
        place = say("tui.lines", first=first, last=last, total=total) if total else ""
        return "\n".join([rule(cells, right=place), *(f" {line}" for line in lines)])

    def keys(self) -> Sequence[Key]:
        return (
            *self.doings(),
            Key("/", say("tui.do.find"), "find"),
            Key("F1", say("tui.do.help"), "help"),
            Key("Esc", say("tui.do.back"), "back"),
        )

    @on(Rows.Picked)
    @on(Rows.InSight)
    def _moved(self) -> None:
        self.query_one("#below", Line).fit()
        self.query_one("#same", Line).fit()
        self.query_one("#keys", KeyBar).fit()
        self.refresh_bindings()

    @on(Rows.Opened)
    def action_open(self) -> None:
        if self.row is not None:
            self.open(self.row)
        else:
            self.tell(self._why_empty())

    def _why_empty(self) -> str:
        """Why there is nothing to open, and what to do about it."""
        if self.search:
            return say("tui.empty.search", text=safe(self.search))
        why = "" if self.all else self.status()
        return say("secretary.why.empty_now", why=why) if why else say("secretary.why.empty")
