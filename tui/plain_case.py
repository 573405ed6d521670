"""One case line by line: read it, score it, comment, doubt, recuse."""

from __future__ import annotations

from scoring.cells import Cell, State
from scoring.points import format_points
from scoring.rules import Criterion
from tui.entry import half_width, read, spelled
from tui.paper import material
from tui.papers import Paper, Papers, no_papers
from tui.plain_talk import Talk
from tui.sitting import Sitting, wording
from words import Bad, say

MENU = ("score", "read", "comment", "doubt", "recuse", "next", "previous", "papers", "undo", "back")
KEEP, CLEAR, BACK, HELP = "", "*", "/", "?"


class CaseTalk:
    """The menu of one case; `case` changes with next and previous."""

    def __init__(self, sitting: Sitting, talk: Talk, case: str, papers: Papers = no_papers) -> None:
        self.sitting, self.talk, self.case, self._papers = sitting, talk, case, papers

    def menu(self) -> None:
        self._show()
        while choice := self.talk.choose([say(f"plain.case.{name}") for name in MENU]):
            try:
                getattr(self, MENU[choice - 1])()
            except Bad as bad:
                self.talk.tell(str(bad))

    def _show(self) -> None:
        self.sitting.desk.remember(self.case)
        case, sitting = self.sitting.case(self.case), self.sitting
        state = f"{sitting.mark_word(self.case)} {sitting.progress(self.case)}".strip()
        self.talk.tell(f"\n{say('tui.case')} {case.number}  {case.title}  {case.unit}  {state}")
        for criterion in sitting.criteria:
            self.talk.tell(f"  {wording(criterion.name)}  {self._spelled(criterion) or '--'}")
        self.talk.tell(f"  {say('tui.total', total=sitting.total(self.case))}")

    def _spelled(self, criterion: Criterion) -> str:
        cell = self.sitting.cell(self.case, criterion.key)
        if cell.state is State.NOT_APPLICABLE:
            return say("tui.cell.na")
        return spelled(cell, self.sitting.stage.decimals)

    # --- the lines of the menu ---------------------------------------------------------

    def read(self) -> None:
        self.talk.tell(material(self.sitting.whole(self.case)))

    def score(self) -> None:
        """Ask for every criterion in turn."""
        if self.closed():
            return
        self.talk.tell(say("plain.score.how"))
        for criterion in self.sitting.criteria:
            if not self._ask(criterion):
                break
        self._show()

    def closed(self) -> bool:
        """Say why nothing can be changed here, if so."""
        if self.sitting.sealed:
            self.talk.tell(say("tui.row.sealed"))
        elif self.sitting.mark(self.case) == "recused":
            self.talk.tell(say("tui.why.recused"))
        else:
            return False
        return True

    def _ask(self, criterion: Criterion) -> bool:
        """Ask until the answer is a score, or none is wanted; False: back to the menu."""
        question = self._question(criterion)
        while True:
            typed = "".join(map(half_width, self.talk.ask(question)))
            if typed == KEEP:
                return True
            if typed == BACK:
                return False
            if typed == HELP:
                self._explain(criterion)
            elif self._take(criterion, typed):
                return True

    def _question(self, criterion: Criterion) -> str:
        low, high, _step = self._scale(criterion)
        now = self._spelled(criterion) or say("plain.empty")
        weight = self.sitting.figures.weight(criterion)
        name = f"{wording(criterion.name)} {weight}".strip()
        return say("plain.score.ask", name=name, low=low, high=high, now=now)

    def _scale(self, criterion: Criterion) -> tuple[str, ...]:
        scale, decimals = criterion.scale, self.sitting.stage.decimals
        return tuple(format_points(p, decimals) for p in (scale.low, scale.high, scale.step))

    def _take(self, criterion: Criterion, typed: str) -> bool:
        reading = read("" if typed == CLEAR else typed, criterion, self.sitting.stage.decimals)
        if reading.cell is None:
            low, high, step = self._scale(criterion)
            self.talk.tell(say(reading.why, low=low, high=high, step=step))
            return False
        self._save(criterion, reading.cell)
        return True

    def _save(self, criterion: Criterion, cell: Cell) -> None:
        self.sitting.set_cell(self.case, criterion.key, cell)
        self.talk.tell(
            say("plain.saved", name=wording(criterion.name), now=self._spelled(criterion) or "--")
        )

    def _explain(self, criterion: Criterion) -> None:
        self.talk.tell(wording(criterion.guide))
        for level in criterion.levels:
            start = self.sitting.figures.points(level.start)
            self.talk.tell(f"  {say('tui.level.from', points=start)}  {wording(level.text)}")
        if criterion.optional:
            self.talk.tell(say("tui.row.optional"))
        if criterion.comment:
            self.talk.tell(say("plain.comment.required"))

    def comment(self) -> None:
        """A new comment in one line; an empty line keeps the old one, * takes it away."""
        self.talk.tell(
            say("plain.comment.now", text=self.sitting.answer(self.case).comment or "--")
        )
        if self.sitting.sealed:
            self.talk.tell(say("tui.row.sealed"))
            return
        typed = self.talk.ask(say("plain.comment.ask"))
        if typed:
            text = "" if half_width(typed) == CLEAR else typed
            self.sitting.set_comment(self.case, text)
            self.talk.tell(say("plain.kept"))

    def doubt(self) -> None:
        if not self.closed():
            doubt = not self.sitting.answer(self.case).doubt
            self.sitting.set_doubt(self.case, doubt)
            self.talk.tell(say("plain.doubt.on" if doubt else "plain.doubt.off"))

    def recuse(self) -> None:
        """Ask for the reason by number; the last one is one's own words. Again takes it back."""
        if not self.sitting.sealed and self.sitting.mark(self.case) == "recused":
            self._take_back()
            return
        if self.closed():
            return
        self.talk.tell(say("tui.recuse.effect"))
        reasons = [wording(text) for text in self.sitting.rules.recusal_reasons]
        choice = self.talk.choose([*reasons, say("tui.recuse.own"), say("plain.no")])
        if choice == 0:
            return
        own = choice > len(reasons)
        reason = self.talk.ask(say("tui.recuse.own.hint")) if own else reasons[choice - 1]
        if reason:
            self.sitting.recuse(self.case, reason)
            self.talk.tell(say("plain.recused", case=self.case))

    def _take_back(self) -> None:
        title = self.sitting.case(self.case).title
        self.talk.tell(say("tui.unrecuse.ask", case=self.case, title=title))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            self.sitting.withdraw_recusal(self.case)
            self.talk.tell(say("tui.unrecuse.done", case=self.case))

    def papers(self) -> None:
        """The files beside the case: read one as text here, or have it opened."""
        found = self._papers(self.case)
        for place, one in enumerate(found, 1):
            self.talk.tell(f"{place}  {one.name}  {one.size_words}")
        if not found:
            self.talk.tell(say("tui.papers.none"))
            return
        typed = "".join(map(half_width, self.talk.ask(say("plain.papers.ask"))))
        if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(found):
            self._read(found[int(typed) - 1])

    def _read(self, paper: Paper) -> None:
        try:
            self.talk.tell("\n\n".join(paper.read()))
        except Bad as bad:
            self.talk.tell(str(bad))
        if paper.left_out:  # nothing is here that could be opened
            return
        self.talk.tell(say("plain.papers.open"))
        if self.talk.choose([say("plain.yes"), say("plain.no")]) == 1:
            self._open(paper)

    def _open(self, paper: Paper) -> None:
        try:
            paper.open()
        except Bad as bad:
            self.talk.tell(str(bad))
        else:
            self.talk.tell(say("tui.papers.opened", name=paper.name))

    def undo(self) -> None:
        """The last change, wherever it was; the case as it is now follows."""
        change = self.sitting.undo()
        if change is None:
            self.talk.tell(say("tui.why.no_undo"))
            return
        names = {c.key: wording(c.name) for c in self.sitting.criteria}
        what = names.get(change.what) or say(f"tui.field.{change.field}")
        self.talk.tell(say("tui.undone", case=change.case, what=what))
        self.case = change.case
        self._show()

    def next(self) -> None:
        self._go(1, "tui.why.last")

    def previous(self) -> None:
        self._go(-1, "tui.why.first")

    def _go(self, step: int, none: str) -> None:
        case = self.sitting.beside(self.case, step)
        if case is None:
            self.talk.tell(say(none))
        else:
            self.case = case
            self._show()
