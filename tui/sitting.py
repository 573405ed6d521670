"""One judge's sitting: the desk, the rules, and what the screens ask about them.

The desk is the state; here is only kept what every screen asks again and again
(each case's answer and where it stands), renewed for one case after each write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from award.deadline import left, left_words
from db.records import Answer, Nomination
from scoring.cells import Cell, State
from scoring.rules import Criterion, Rules, Scale, Text
from tui.desk_shape import Change, Desk
from tui.entry import NO_CELL, half_width
from tui.figures import Figures
from tui.history import History
from tui.ink import safe
from words import pick, say
from words.text import width
from words.tui import WORDS

Mark = Literal["open", "started", "done", "recused"]
Filter = Literal["all", "open", "done", "doubt", "recused"]
FILTERS: tuple[Filter, ...] = ("all", "open", "done", "doubt", "recused")
COMMENT = Criterion("", Text(*WORDS["tui.field.comment"]), 0, Scale(0, 0, 1))
"""Stands for the comment among what a case still wants."""
ANSWERED = frozenset({State.SCORED, State.NOT_APPLICABLE, State.ABSTAINED})


def wording(text: Text) -> str:
    """A wording of the rules in the language in use, safe to show."""
    return safe(pick((text.zh, text.en)))


def _holds(case: Nomination, needle: str) -> bool:
    return needle in f"{case.number}\n{case.title}\n{case.unit}".casefold()


@dataclass(frozen=True)
class Counts:
    """How far the judge is. `total` counts every case, `recused` included."""

    done: int
    open: int
    started: int
    recused: int
    doubt: int
    total: int

    @property
    def unfinished(self) -> int:
        return self.open + self.started


class Sitting:
    def __init__(self, desk: Desk, rules: Rules, name: Text, deadline: str = "") -> None:
        self.desk = desk
        self.rules = rules
        self.stage = rules.stage
        self.name = name
        self.deadline = deadline
        self.history = History(desk)
        self.figures = Figures(self.stage, rules.rounding)
        self.now: Callable[[], str] | None = None  # the clock; without it no time left is shown
        self.cases = desk.cases
        self._whole: Nomination | None = None
        self.place = {case.number: i for i, case in enumerate(self.cases)}
        self._answers = desk.answers()  # live: the desk renews it
        self._marks = {case.number: self._judge_mark(case.number) for case in self.cases}
        self._counts: Counts | None = None  # until a case changes

    # --- what is there -----------------------------------------------------------------

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        return self.stage.criteria

    @cached_property
    def number_width(self) -> int:
        """Cells of the column of case numbers: wide enough for all, within reason."""
        plain = "".join(self.place).isascii()  # nearly always, and then as wide as it is long
        longest = max(map(len if plain else width, self.place), default=0)
        return min(max(longest, 4), 14)

    def case(self, number: str) -> Nomination:
        """As it stands in a list; its text may be missing."""
        return self.cases[self.place[number]]

    def whole(self, number: str) -> Nomination:
        """With its text; the last one is kept, so that a window can change its size."""
        if self._whole is None or self._whole.number != number:
            self._whole = self.desk.nomination(number)
        return self._whole

    def answer(self, number: str) -> Answer:
        return self._answers.get(number) or Answer(number)

    def cell(self, number: str, criterion: str) -> Cell:
        return self.answer(number).cells.get(criterion, NO_CELL)

    def mark(self, number: str) -> Mark:
        return self._marks[number]

    def missing(self, number: str) -> tuple[Criterion, ...]:
        """What still wants an answer, the comment last where the rules require one; nothing
        where the judge is recused.
        """
        answer = self.answer(number)
        if answer.recused:
            return ()
        silent = self.stage.commented and not answer.comment.strip()
        return (*self._unmarked(answer), *([COMMENT] if silent else []))

    def _unmarked(self, answer: Answer) -> tuple[Criterion, ...]:
        cells = answer.cells
        return tuple(c for c in self.criteria if cells.get(c.key, NO_CELL).state not in ANSWERED)

    def first_unmarked(self, number: str) -> int:
        """The place of the first criterion without an answer; the first of all where none is."""
        open_ones = () if self.answer(number).recused else self._unmarked(self.answer(number))
        return self.criteria.index(open_ones[0]) if open_ones else 0

    def lacks_comment(self, number: str) -> bool:
        """Whether the comment is all that a case still wants."""
        return self.missing(number) == (COMMENT,)

    def total(self, number: str) -> str:
        """The case's own total as text, `--` where it is not complete, empty where recused."""
        if self.mark(number) != "done":
            return "--"
        return self.figures.total(self.answer(number))

    def counts(self) -> Counts:
        if self._counts is None:
            self._counts = self._counted()
        return self._counts

    def _counted(self) -> Counts:
        marks = Counter(self._marks.values())
        doubt = sum(answer.doubt for answer in self._answers.values())
        return Counts(
            done=marks["done"],
            open=marks["open"],
            started=marks["started"],
            recused=marks["recused"],
            doubt=doubt,
            total=len(self.cases),
        )

    def answers(self) -> Mapping[str, Answer]:
        return self._answers

    @property
    def sealed(self) -> bool:
        return self.desk.submitted is not None

    # --- finding one's way -------------------------------------------------------------

    def chosen(self, wanted: Filter, search: str = "") -> list[str]:
        """The numbers of the cases that a filter and a search leave, in order.

        Digits typed in full width find the same as others.
        """
        if wanted == "all" and not search:
            return list(self.place)
        typed = search.casefold()
        plain = "".join(map(half_width, typed))
        return [
            case.number
            for case in self.cases
            if self._passes(case.number, wanted)
            and (not typed or _holds(case, typed) or _holds(case, plain))
        ]

    def _passes(self, number: str, wanted: Filter) -> bool:
        if wanted == "doubt":
            return self.answer(number).doubt
        mark = self._marks[number]
        return wanted == "all" or mark == wanted or (wanted == "open" and mark == "started")

    def beside(self, number: str, step: int) -> str | None:
        """The case `step` places on, None beyond the ends."""
        place = self.place[number] + step
        return self.cases[place].number if 0 <= place < len(self.cases) else None

    def next_unfinished(self, number: str) -> str | None:
        """The next case that wants an answer, after this one and then from the start."""
        start, end = self.place[number] + 1, len(self.cases)
        around = (self.cases[i].number for i in chain(range(start, end), range(start)))
        return next((case for case in around if self.mark(case) in ("open", "started")), None)

    def resume(self) -> str | None:
        """Where the judge stopped last time, or the first case that wants an answer."""
        last = self.desk.last_case
        if last in self.place and self.mark(last) in ("open", "started"):
            return last
        return self.next_unfinished(last if last in self.place else self.cases[-1].number)

    # --- acting ------------------------------------------------------------------------

    def set_cell(self, number: str, criterion: str, cell: Cell, run: object = None) -> None:
        """Save one cell. Writing what is there already costs no step of undo."""
        if self.cell(number, criterion) == cell:
            return
        self.desk.set_cell(number, criterion, cell)
        self._wrote(number, run)

    def set_comment(self, number: str, text: str, run: object = None) -> None:
        if self.answer(number).comment != text:
            self.desk.set_comment(number, text)
            self._wrote(number, run)

    def set_doubt(self, number: str, doubt: bool) -> None:
        self.desk.set_doubt(number, doubt)
        self._wrote(number)

    def recuse(self, number: str, reason: str) -> None:
        self.desk.recuse(number, reason)
        self._wrote(number)

    def withdraw_recusal(self, number: str) -> None:
        self.desk.withdraw_recusal(number)
        self._wrote(number)

    def dismiss(self, number: str, hint: str, on: bool) -> None:
        self.desk.dismiss(number, hint, on)  # no step of undo

    def undo(self) -> Change | None:
        return self._changed(self.history.undo())

    def redo(self) -> Change | None:
        return self._changed(self.history.redo())

    def _changed(self, change: Change | None) -> Change | None:
        if change is not None:
            self._renew(change.case)
        return change

    def _wrote(self, number: str, run: object = None) -> None:
        self.history.wrote(run)
        self._renew(number)

    def _renew(self, number: str) -> None:
        self.figures.forget(number)
        self._marks[number] = self._judge_mark(number)
        self._counts = None

    def _judge_mark(self, number: str) -> Mark:
        answer = self._answers.get(number)
        if answer is not None and answer.recused:
            return "recused"
        if answer is None or (not answer.cells and self.criteria):
            return "open"
        if not self.missing(number):
            return "done"
        untouched = len(self._unmarked(answer)) == len(self.criteria)
        return "open" if untouched else "started"

    # --- in words ----------------------------------------------------------------------

    def mark_word(self, number: str) -> str:
        return say(f"tui.mark.{self.mark(number)}")

    def progress(self, number: str) -> str:
        """`2/4` for a case in work, else empty."""
        if self.mark(number) != "started":
            return ""
        total = len(self.criteria) + self.stage.commented
        return f"{total - len(self.missing(number))}/{total}"

    def until(self, *, short: bool) -> str:
        """The deadline and how long is left; on a `short` line one of the two."""
        if not self.deadline:
            return ""
        said, now = f"{say('tui.deadline')} {safe(self.deadline)}", self.now() if self.now else ""
        rest = left(self.deadline, now) if now else None
        if rest is None:
            return said
        words = left_words(self.deadline, now)
        if short:
            return said if rest.days else words
        return f"{said}   {words}"

    def saved_time(self) -> str:
        """The clock time of the last save; empty before the first."""
        return self.desk.last_saved.partition("T")[2][:8] or self.desk.last_saved[-8:]
