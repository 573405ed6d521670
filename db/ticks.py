"""The ticks of an approval vote (票决) while a judge makes them.

A tick is a cell with one point; a case that is not ticked needs no answer. Everything here is
counted per question: the only one, or one for each tier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.bounds import is_answer
from db.records import Answer
from scoring.cells import Cell, State
from words import Bad, Problem

if TYPE_CHECKING:
    from scoring.chain_rules import Approval

TICK = Cell(State.SCORED, 1)
NO_TICK = Cell(State.SCORED, 0)
OPEN = Cell(State.MISSING)
ABSTAINED = Cell(State.ABSTAINED)
Answers = Mapping[str, Answer]


@dataclass(frozen=True)
class Lack:
    """A question with fewer ticks than the rules want."""

    question: str
    given: int
    needed: int


@dataclass(frozen=True)
class Ticks:
    """What one vote allows, and how far a judge is."""

    rule: Approval

    @property
    def questions(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.rule.ticks)

    def allowed(self, question: str) -> int:
        return dict(self.rule.ticks)[question]

    def given(self, answers: Answers, question: str) -> int:
        """How many cases are ticked."""
        return sum(is_tick(one, question) for one in answers.values())

    def needed(self, answers: Answers, question: str) -> int:
        """How many ticks a ballot must have: none where fewer are allowed."""
        open_to = sum(one.recused is None for one in answers.values())
        return 0 if self.rule.fewer else min(self.allowed(question), open_to)

    def lacks(self, answers: Answers) -> Iterator[Lack]:
        for question in self.questions:
            given, needed = self.given(answers, question), self.needed(answers, question)
            if given < needed:
                yield Lack(question, given, needed)

    def require_room(self, answers: Answers, case: str, question: str, cell: Cell) -> None:
        """Raises E-TICKS-MANY for a tick more than is allowed."""
        if cell != TICK or is_tick(answers[case], question):
            return
        if self.given(answers, question) >= self.allowed(question):
            raise Bad("E-TICKS-MANY", case, allowed=self.allowed(question))

    def require_whole(self, answers: Answers) -> None:
        """Raises E-TICKS-FEW for each question that lacks ticks, or E-TICKS-MANY."""
        for question in self.questions:
            if self.given(answers, question) > self.allowed(question):
                raise Bad("E-TICKS-MANY", question, allowed=self.allowed(question))
        problems = [
            Problem("E-TICKS-FEW", one.question, {"given": one.given, "needed": one.needed})
            for one in self.lacks(answers)
        ]
        if problems:
            raise Bad.of(problems)

    def closed(self, answer: Answer) -> Answer:
        """The answer as it is handed in: what was not ticked says so."""
        cells = {key: _closed(answer.cells.get(key)) for key in self.questions}
        return replace(answer, cells={} if answer.recused else cells)


def is_tick(answer: Answer, question: str) -> bool:
    return answer.recused is None and answer.cells.get(question) == TICK


def toggled(answer: Answer, question: str, to: Cell) -> Cell:
    """A tick or an abstention that is put where it is not, and taken away where it is."""
    return OPEN if answer.cells.get(question) == to else to


def _closed(cell: Cell | None) -> Cell:
    return cell if cell is not None and is_answer(cell) else NO_TICK
