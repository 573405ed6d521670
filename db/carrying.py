"""Take the answers of an earlier draft over into a new one, before its desk is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from db.clock import Clock
from db.connection import AwardDatabase
from db.draft import Slot, Value
from db.records import Answer
from db.workbook import Workbook
from scoring.rules import ScoreStage


def take_over(
    db: AwardDatabase,
    judge: str,
    stage: ScoreStage,
    clock: Clock,
    answers: Iterable[Answer],
    notes: Iterable[Answer],
) -> None:
    """Write the answers where the draft has none yet; of `notes` the comment and the doubt only.

    One transaction for what was scored, one for each recusal the judge had made. What was written
    already stays as it is, so that a run that was cut off is simply run again.
    """
    answers = tuple(answers)
    book = Workbook(db, judge, stage, clock)
    cells = [pair for one in answers for pair in _cells(one)]
    texts = [pair for one in (*answers, *notes) for pair in _notes(one)]
    book.take_over(dict([*cells, *texts]))
    book = Workbook(db, judge, stage, clock)
    for one in answers:
        if one.recused and one.case not in book.recused:
            book.write("do", Slot("recusal", one.case), Value(text=one.recused.reason))


def _cells(one: Answer) -> Iterator[tuple[Slot, Value]]:
    for criterion, cell in one.cells.items():
        yield Slot("cell", one.case, criterion), Value(int(cell.state), cell.points)


def _notes(one: Answer) -> Iterator[tuple[Slot, Value]]:
    if one.comment:
        yield Slot("comment", one.case), Value(text=one.comment)
    if one.doubt:
        yield Slot("doubt", one.case), Value(text="1")
