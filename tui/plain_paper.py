"""Typing a paper sheet in, line by line: the first person enters, the second only compares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from award.folder import Award
from award.paper import (
    TO_ENTER,
    Line,
    check,
    enter,
    finish,
    person,
    require_other,
    require_ready,
    sheet_of,
)
from award.rounds import round_of, rules_for
from db.receipts import format_receipt
from db.records import Ballot
from scoring.cells import Cell, State
from scoring.points import format_points
from scoring.rules import Criterion, Rules
from tui.entry import half_width, read, spelled
from tui.plain_talk import Left, Talk
from tui.sitting import wording
from words import Bad, say

STOP, AGAIN, RECUSE = "/", "*", "h"


class _Again(Exception):
    """This case is typed from its start."""


class _Recused(Exception):
    """The paper says that the judge is recused."""


@dataclass(frozen=True)
class PaperTalk:
    """One judge's sheet at the keyboard. `by` is who sits there; asked for where it is empty."""

    award: Award
    judge: str
    talk: Talk
    by: str = ""

    # --- the first person --------------------------------------------------------------

    def enter(self, only: str = "") -> bool:
        """Every case that is not entered or was rejected; `only` that one, whatever it is.

        True once nothing is left to enter.
        """
        require_ready(self.award, self.judge)
        by = self._who("paper.who.enter", person)
        lines = [one for one in sheet_of(self.award, self.judge) if self._wanted(one, only)]
        if only:
            self.award.store.nomination(only)
        self.talk.tell(say("paper.enter.how"))
        for n, line in enumerate(lines, 1):
            self._head(line, n, len(lines))
            if not self._enter(line, by):
                break
        left = sum(one.where in TO_ENTER for one in sheet_of(self.award, self.judge))
        if left:
            self.talk.tell(say("paper.enter.left", n=left))
        else:
            self.talk.tell(say("paper.enter.none", judge=self.judge))
        return not left

    @staticmethod
    def _wanted(line: Line, only: str) -> bool:
        return line.case.number == only if only else line.where in TO_ENTER

    def _head(self, line: Line, n: int, total: int) -> None:
        case = line.case
        facts = {"case": case.number, "title": case.title, "unit": case.unit}
        self.talk.tell("\n" + say("paper.case.line", n=n, total=total, **facts))
        if line.where == "rejected":
            self.talk.tell(say("paper.was.rejected", name=line.checked_by))

    def _enter(self, line: Line, by: str) -> bool:
        """False where the person stops."""
        while True:
            try:
                cells, reason = self._marks()
                enter(self.award, self.judge, by, line.case.number, cells, reason)
            except _Again:
                continue
            except Left:
                return False
            except Bad as bad:
                self.talk.tell(str(bad))
                return False
            shown = self._shown(cells, reason)
            self.talk.tell(say("paper.saved", case=line.case.number, marks=shown))
            return True

    def _marks(self) -> tuple[dict[str, Cell], str]:
        try:
            return {one.key: self._mark(one) for one in self._criteria}, ""
        except _Recused:
            return {}, self._reason()

    def _reason(self) -> str:
        while not (reason := self.talk.ask(say("paper.reason"))):
            pass
        return reason

    def _mark(self, criterion: Criterion) -> Cell:
        stage, scale = self.rules.stage, criterion.scale
        low, high, step = (
            format_points(p, stage.decimals) for p in (scale.low, scale.high, scale.step)
        )
        question = say("paper.ask", name=wording(criterion.name), low=low, high=high)
        while True:
            typed = "".join(map(half_width, self.talk.ask(question)))
            self._command(typed)
            reading = read(typed, criterion, stage.decimals)
            if reading.cell is not None and reading.cell.state is not State.MISSING:
                return reading.cell
            if reading.why:
                self.talk.tell(say(reading.why, low=low, high=high, step=step))

    @staticmethod
    def _command(typed: str) -> None:
        if typed == STOP:
            raise Left
        if typed == AGAIN:
            raise _Again
        if typed.lower() == RECUSE:
            raise _Recused

    # --- the second person -------------------------------------------------------------

    def check(self) -> Ballot | None:
        """Same or different, case by case; the ballot once everything is the same."""
        require_ready(self.award, self.judge)
        by = self._who("paper.who.check", self._other)
        self.talk.tell(say("paper.check.how"))
        lines = [one for one in sheet_of(self.award, self.judge) if one.where == "entered"]
        for n, line in enumerate(lines, 1):
            self._head(line, n, len(lines))
            assert line.marks is not None  # it was entered
            self.talk.tell(f"  {self._shown(line.marks.by_criterion, line.reason)}")
            answers = ("paper.check.same", "paper.check.other", "paper.check.stop")
            choice = self.talk.choose([say(key) for key in answers])
            if choice == 0:
                break
            check(self.award, self.judge, by, line, agreed=choice == 1)
        return self._finish()

    def _other(self, typed: str) -> str:
        by = person(typed)
        require_other(self.award, self.judge, by)
        return by

    def _finish(self) -> Ballot | None:
        ballot = finish(self.award, self.judge)
        if ballot is not None:
            receipt = format_receipt(ballot.receipt)
            self.talk.tell(say("paper.done", judge=self.judge, receipt=receipt))
            return ballot
        lines = sheet_of(self.award, self.judge)
        rejected = [one.case.number for one in lines if one.where == "rejected"]
        if rejected:
            cases = ", ".join(rejected)
            self.talk.tell(say("paper.check.rejected", cases=cases, judge=self.judge))
        left = sum(one.where in ("missing", "entered") for one in lines)
        if left:
            self.talk.tell(say("paper.check.left", n=left))
        return None

    # --- both --------------------------------------------------------------------------

    @property
    def rules(self) -> Rules:
        """The rules as they are for this judge's stage."""
        return rules_for(self.award, round_of(self.award, self.judge))

    def _who(self, question: str, use: Callable[[str], str]) -> str:
        """The name that was given, or typed until it will do."""
        if self.by:
            return use(self.by)
        while True:
            try:
                return use(self.talk.ask(say(question)))
            except Bad as bad:
                if bad.code not in {"E-PAPER-NAME", "E-PAPER-SAME"}:
                    raise
                self.talk.tell(str(bad))

    @property
    def _criteria(self) -> tuple[Criterion, ...]:
        return self.rules.stage.criteria

    def _shown(self, cells: Mapping[str, Cell], reason: str) -> str:
        if reason:
            return say("paper.recused", reason=reason)
        decimals = self.rules.stage.decimals
        return "   ".join(
            f"{wording(one.name)} {spelled(cells[one.key], decimals)}" for one in self._criteria
        )
