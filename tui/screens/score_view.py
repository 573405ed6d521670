"""How a case is shown: material and criteria, side by side or one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer

from db.records import Nomination
from tui.ink import rule, safe, spread
from tui.panels import about_line, case_panel, row_help, total_line
from tui.paper import material
from tui.papers import Paper
from tui.screens.base import BaseScreen
from tui.screens.score_keys import closed_keys, open_keys
from tui.sitting import Sitting
from tui.widgets.key_bar import Key
from tui.widgets.line import Line
from tui.widgets.reader import Reader
from tui.widgets.score_form import ScoreForm
from tui.widgets.score_row import ScoreRow
from words import say

WIDE = 110  # cells from which material and form stand side by side
PROMPT = 200  # cases up to which similar ones are looked for after every key
PAUSE = 0.3  # seconds without a key after which they are looked for in a bigger award


class ScoreView(BaseScreen):
    """Everything of the scoring screen that draws; `ScoreScreen` adds what the keys do."""

    help_topic = "score"

    def __init__(self, sitting: Sitting, case: str) -> None:
        super().__init__(sitting)
        self.case = case
        self.papers: Sequence[Paper] = ()  # the files beside this case
        self._alike: tuple[tuple[str, str], ...] = ()
        self._alike_timer: Timer | None = None
        self._burst = 0  # every burst of typing has its own number: one step of undo

    # --- layout ------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield Line(self._title)
        yield Line(self._about)
        with Horizontal(id="work"):
            with Vertical(id="paper"):
                yield Line(self._paper_rule, id="paper-rule")
                yield Reader(id="reader")
            with Vertical(id="form"):
                yield Line(self._form_rule, id="form-rule")
                yield ScoreForm(self._new_rows(), self.take, id="rows")
                yield Line(lambda cells: total_line(self.sitting, self.case, cells), id="total")
                yield Line(
                    lambda cells: case_panel(self.sitting, self.case, self._alike, cells),
                    id="panel",
                )
        yield from self.foot()

    def _new_rows(self) -> list[ScoreRow]:
        decimals, weight = self.sitting.stage.decimals, self.sitting.figures.weight
        return [ScoreRow(c, decimals, weight(c)) for c in self.sitting.criteria]

    async def take(self, event: events.Key) -> bool:
        """What a key in the form means; done before the next key is looked at."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.form.focus()
        self.show(self.case)

    @property
    def form(self) -> ScoreForm:
        return self.query_one(ScoreForm)

    @property
    def rows(self) -> list[ScoreRow]:
        return self.form.rows

    @property
    def row(self) -> ScoreRow | None:
        """The criterion in work."""
        return self.form.row

    @property
    def nomination(self) -> Nomination:
        return self.sitting.case(self.case)

    def show(self, case: str) -> None:
        """Go to a case, to its first criterion that wants an answer."""
        unsaved = self.unsaved()
        self.case = case
        self.attempt(lambda: self.sitting.desk.remember(case))
        self.papers = self.judge_app.papers(case)
        reader = self.query_one(Reader)
        reader.load(case, "")
        self.attempt(lambda: reader.load(case, material(self.sitting.whole(case))))
        self.settle()
        self.form.choose(self.sitting.first_unmarked(case))
        self.again()
        if unsaved:
            self.tell(unsaved, alarm=True)

    def unsaved(self) -> str:
        """What is typed here and is no score, in a sentence; empty where all is saved."""
        typed = [row.entry.text for row in self.rows if row.busy and row.complaint]
        return say("tui.left_unsaved", case=safe(self.case), text=typed[0]) if typed else ""

    def settle(self, *, keep_wrong: bool = False) -> None:
        """Show in every row what is saved; `keep_wrong` leaves what is typed and is no score."""
        locked = bool(self.closed_why())
        for row in self.rows:
            row.locked = locked
            if locked or not (keep_wrong and row.busy and row.complaint):
                row.settle(self.sitting.cell(self.case, row.criterion.key))
        self._burst += 1

    def on_resize(self) -> None:
        """Another width: the rows, the pane and the keys are laid out anew."""
        self.call_after_refresh(self.again)

    def again(self) -> None:
        super().again()
        if self.size.width < WIDE:
            return
        if self._alike_timer is not None:
            self._alike_timer.stop()
        if len(self.sitting.cases) <= PROMPT:
            self._find_alike()
        else:
            self._alike_timer = self.set_timer(PAUSE, self._find_alike)

    def _find_alike(self) -> None:
        """Look for cases with a similar total: in a big award only once the keys rest."""
        self._alike = self.sitting.figures.alike(self.sitting.answers(), self.case)
        self.query_one("#panel", Line).fit()

    # --- drawing -----------------------------------------------------------------------

    def _title(self, cells: int) -> Content:
        at, total = self.sitting.place[self.case] + 1, len(self.sitting.cases)
        place = say("tui.case.place", case=safe(self.case), at=at, total=total)
        left = f"{place}   {safe(self.nomination.title)}"
        state = f"{self.sitting.mark_word(self.case)} {self.sitting.progress(self.case)}".strip()
        if cells >= 110:
            state += f"   {say('tui.judge')} {safe(self.sitting.desk.judge.name)}"
        return Content.styled(f" {spread(left, state, cells - 2)}", "bold")

    def _about(self, cells: int) -> str:
        return about_line(self.sitting, self.case, len(self.papers), cells)

    def _paper_rule(self, cells: int) -> str:
        first, last, total = self.query_one(Reader).position
        here = ">" if self.query_one(Reader).has_focus else ""
        return rule(
            cells, say("tui.paper") + here, say("tui.lines", first=first, last=last, total=total)
        )

    def _form_rule(self, cells: int) -> str:
        return rule(cells, say("tui.form"), self._saved_word())

    def _saved_word(self) -> str:
        row = self.row
        if row is not None and row.busy and row.entry.reading.cell is None:
            return say("tui.saved.not")
        time = self.sitting.saved_time()
        return say("tui.saved", time=time) if time else ""

    def status(self) -> str:
        return row_help(self.sitting, self.case, self.row) if self.is_mounted else ""

    def keys(self) -> Sequence[Key]:
        closed = self.closed_why()
        withdraw = bool(closed) and not self.recuse_why(self.case)
        keys = closed_keys(closed, withdraw=withdraw) if closed else open_keys()
        return [*keys, Key("F5", say("tui.papers.title"), "papers")] if self.papers else keys

    # --- why a key is off --------------------------------------------------------------

    def closed_why(self) -> str:
        """Why nothing can be scored on this case; empty where it can."""
        recused = self.sitting.mark(self.case) == "recused"
        return self.sealed_why() or (say("tui.why.recused") if recused else "")

    def why_not(self, action: str) -> str:
        if action in ("nudge", "clear", "doubt"):
            return self.closed_why()
        if action == "recuse":
            return self.recuse_why(self.case)
        if action == "compare":
            return self.compare_why()
        if action == "papers" and not self.papers:
            return say("tui.papers.none")
        return super().why_not(action)
