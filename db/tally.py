"""How far a judge is, counted as the work goes on instead of by reading it all again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.bounds import is_answer
from db.connection import AwardDatabase
from db.records import Answer
from scoring.rules import ScoreStage

COMMENT = ""
"""Stands for the comment among the keys of criteria that a case misses."""


@dataclass
class Tally:
    """Cases by how far they are; recused cases are neither done nor started."""

    stage: ScoreStage
    done: int = 0  # every criterion answered
    started: int = 0  # some, not all
    recused: int = 0

    def count(self, answer: Answer, sign: int) -> None:
        """Add (1) or take away (-1) one case."""
        if answer.recused:
            self.recused += sign
        elif not answer.cells and self.stage.criteria:
            return
        elif not self.missing(answer):
            self.done += sign
        elif any(map(is_answer, answer.cells.values())):
            self.started += sign

    def moved(self, before: Answer, after: Answer) -> Tally:
        """The counts once one case has another answer."""
        tally = replace(self)
        tally.count(before, -1)
        tally.count(after, 1)
        return tally

    def missing(self, answer: Answer) -> tuple[str, ...]:
        """The criteria that still have no answer, and `COMMENT` where one must be written."""
        if answer.recused:
            return ()
        criteria = self.stage.criteria
        lacking = tuple(c.key for c in criteria if not is_answer(answer.cells.get(c.key)))
        silent = self.stage.commented and not answer.comment.strip()
        return (*lacking, COMMENT) if silent else lacking


def save(db: AwardDatabase, judge: str, tally: Tally, at: str) -> None:
    """Note the counts for the secretary's overview, in the transaction that is open."""
    db.conn.execute(
        "INSERT INTO desk (judge, done, started, last_active, last_case) VALUES (?, ?, ?, ?, '')"
        " ON CONFLICT (judge) DO UPDATE SET done = excluded.done, started = excluded.started,"
        " last_active = excluded.last_active",
        (judge, tally.done, tally.started, at),
    )


def save_place(db: AwardDatabase, judge: str, case: str) -> None:
    """Note the case a judge is looking at."""
    db.conn.execute(
        "INSERT INTO desk (judge, done, started, last_active, last_case) VALUES (?, 0, 0, '', ?)"
        " ON CONFLICT (judge) DO UPDATE SET last_case = excluded.last_case",
        (judge, case),
    )


def read(db: AwardDatabase, judge: str) -> tuple[int, int, str, str]:
    """Done, started, last active, last case."""
    query = "SELECT done, started, last_active, last_case FROM desk WHERE judge = ?"
    row = db.conn.execute(query, (judge,)).fetchone()
    return row or (0, 0, "", "")
