"""The ranking, drawn: its lines, the cuts between them, the panes below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.app import ComposeResult
from textual.content import Content

from award.standings import Method, Row, Standings, comparing, method_words, own_method
from tui.ink import rule, spread
from tui.office import ranking_view as view
from tui.office.finding import FindingScreen
from tui.office.office import Office
from tui.office.threads import in_thread
from tui.widgets.buttons import Buttons
from tui.widgets.line import Line
from tui.widgets.rows import Rows
from words import say

FILTERS = ("all", "near", "disputed", "tied")


def viewed(office: Office, method: Method = None) -> Standings:
    """The ranking as it is drawn, by a method or by that of the rules; belongs in a thread."""
    chosen = method or own_method(office.award.rules)
    return Standings(office.award, office.ranking, chosen, office.comparison).prepare()


class RankingBoard(FindingScreen):
    """Everything of the ranking that draws; `RankingScreen` adds what the keys do."""

    help_topic = "ranking"

    def __init__(self, office: Office, view: Standings) -> None:
        super().__init__(office)
        self.filter, self.picture, self.view = "all", False, view
        self.shown: list[Row | int] = []  # an integer is the place above a cut

    def look(self, method: Method | None = None) -> None:
        """Show the ranking as it is now, by this method or by that of the rules."""
        look = partial(viewed, self.office, method)
        refused = partial(self.tell, alarm=True)
        run = partial(in_thread, self.app, self.office.apart, look, self._looked, refused)
        self.run_worker(run, thread=True, exclusive=True, group="look")

    def _looked(self, view: Standings) -> None:
        self.view = view
        self.refill()
        if self.office.comparison is None:
            self._compare()

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self.headline)
        yield Buttons(self._filters, "1234", id="filters")
        yield from self.finder()
        yield Line(rule)
        yield Line(lambda cells: Content.styled(view.head(self.view, cells), "bold"))
        yield Rows(id="list")
        yield Line(self._strips, id="strips")
        yield Line(self._below, id="below")
        yield from self.foot()

    def on_mount(self) -> None:
        self.query_one("#strips").display = self._strips_shown()
        self.refill()
        self.query_one(Rows).focus()
        self._compare()

    def _strips_shown(self) -> bool:
        """With few judges a strip can show who gave what: only where the committee agrees."""
        return self.office.award.rules_file.screens.strips and self.size.width >= view.WIDE

    def on_resize(self) -> None:
        self.query_one("#strips").display = self._strips_shown()

    def _compare(self) -> None:
        """The other methods and the range of ranks, off the event loop: pure numbers."""
        office, ranking, method = self.office, self.office.ranking, self.view.method

        def compare() -> Standings:
            found = comparing(office.award, ranking)()
            return Standings(office.award, ranking, method, found).prepare()

        run = partial(in_thread, self.app, office.apart, compare, self._compared, self.tell)
        self.run_worker(run, thread=True, exclusive=True, group="compare")

    def _compared(self, view: Standings) -> None:
        if view.ranking is self.office.ranking:  # nothing was decided meanwhile
            self.office.comparison = view.found
            self.view = view
            self.refill()

    def renewed(self) -> None:
        """Something was decided or made final: rank anew."""
        if self.office.known_ranking is not self.view.ranking:
            self.look()

    def refill(self) -> None:
        picked = self.row
        self.shown = self._lines()
        cuts = frozenset(at for at, one in enumerate(self.shown) if isinstance(one, int))
        at = self._place_of(picked.case) if picked else 0
        self.query_one(Rows).fill(len(self.shown), self._draw, skipped=cuts, picked=at)
        self.again()
        self.query_one("#below", Line).fit()

    def _place_of(self, case: str) -> int:
        """The line of a case; the first where it is not shown."""
        lines = enumerate(self.shown)
        return next((at for at, one in lines if isinstance(one, Row) and one.case == case), 0)

    def _lines(self) -> list[Row | int]:
        """The rows that the filter leaves, with the cuts between those that are all there."""
        passing = self._passing()
        lines: list[Row | int] = []
        for row in self.view.rows:
            if (passing is None or row.case in passing) and self._is_found(row):
                lines.append(row)
            if row.place in self.view.cuts and lines and not self.search:
                lines.append(row.place)
        return lines

    def _is_found(self, row: Row) -> bool:
        one = row.nomination
        return not self.search or self.found(row.case, one.title, one.unit)

    def _passing(self) -> frozenset[str] | None:
        """The cases that the filter leaves; None where it leaves all."""
        passing: dict[str, Callable[[], frozenset[str] | None]] = {
            "all": lambda: None,
            "near": lambda: self.view.near,
            "disputed": lambda: self.view.disputed,
            "tied": lambda: self.view.tied,
        }
        return passing[self.filter]()

    @property
    def row(self) -> Row | None:
        """The case under the mark."""
        at = self.query_one(Rows).picked if self.is_mounted else 0
        one = self.shown[at] if at < len(self.shown) else None
        return one if isinstance(one, Row) else None

    # --- drawing -----------------------------------------------------------------------

    def heading(self) -> str:
        return say("secretary.ranking", method=self._method_words())

    def _method_words(self) -> str:
        words = method_words(self.view.method)
        return (
            words if self.view.method == self.view.own else say("secretary.only_look", what=words)
        )

    def right(self) -> str:
        board = self.office.board
        final = say("secretary.finalised", number=board.final) if board.final else ""
        count = say("secretary.ballots", count=board.count("in"), of=len(board.judges))
        return "   ".join(filter(None, (final, count)))

    def _draw(self, row: int, cells: int) -> str:
        one = self.shown[row]
        if isinstance(one, Row):
            return view.row(self.view, one, cells)
        return view.cut(self.view, self.view.cuts[one], cells)

    def _filters(self, cells: int) -> str:
        names = "  ".join(
            f"{n}{say(f'secretary.rank.filter.{name}')}{'*' if name == self.filter else ''}"
            for n, name in enumerate(FILTERS, 1)
        )
        left = f"{say('secretary.show')}  {names}"
        count = sum(isinstance(one, Row) for one in self.shown)
        return f" {spread(left, self.found_words(count), cells - 2)}"

    def _below(self, cells: int) -> str:
        if self.picture:
            return view.distribution(self.view, cells, 6)
        return view.below(self.view, self.row, cells, wide=cells >= view.WIDE)

    def _strips(self, cells: int) -> str:
        return view.strips(self.view, self.row, cells)

    def status(self) -> str:
        cuts = list(view.open_words(self.view, self.office.ranking.outcome.open_cuts))
        left = cuts[0] if cuts else say("secretary.meeting")
        digest = self.office.award.rules_file.digest[:8].upper()
        return spread(left, say("secretary.rules_digest", digest=digest), self.size.width - 2)

    def command(self) -> str:
        if self.view.method != self.view.own:
            return self.office.command("rank", "--compare")
        return self.office.command("rank", "--explain", self.row.case) if self.row else ""
