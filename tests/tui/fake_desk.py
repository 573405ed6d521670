"""A desk in memory with the same calls as the real one, for fast screen tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from db.records import Answer, Ballot, Entry, Judge, Nomination, Recusal
from scoring.cells import Cell, State
from scoring.rules import Rules
from words import Bad

MISSING = Cell(State.MISSING)


@dataclass(frozen=True)
class FakeChange:
    case: str
    field: str
    what: str
    before: object
    after: object


class FakeDesk:
    def __init__(self, rules: Rules, cases: tuple[Nomination, ...], judge: Judge) -> None:
        self.rules, self.cases, self.judge = rules, cases, judge
        self.revision = 1
        self.last_saved = ""
        self.last_case: str | None = None
        self.submitted: Ballot | None = None
        self._answers = {case.number: Answer(case.number) for case in cases}
        self._hints: dict[str, set[str]] = {}
        self._undo: list[FakeChange] = []
        self._redo: list[FakeChange] = []

    @property
    def can_undo(self) -> bool:
        return bool(self._undo) and not self.submitted

    @property
    def can_redo(self) -> bool:
        return bool(self._redo) and not self.submitted

    def nomination(self, case: str) -> Nomination:
        return next(one for one in self.cases if one.number == case)

    def answer(self, case: str) -> Answer:
        return self._answers[case]

    def answers(self) -> Mapping[str, Answer]:
        return self._answers

    def dismissed(self, case: str) -> frozenset[str]:
        return frozenset(self._hints.get(case, ()))

    def gaps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        keys = [c.key for c in self.rules.stage.criteria]
        found = []
        for case, answer in self._answers.items():
            missing = tuple(key for key in keys if key not in answer.cells)
            if missing and not answer.recused:
                found.append((case, missing))
        return tuple(found)

    def _do(self, case: str, field: str, what: str, after: object) -> None:
        self._open()
        before = self._value(case, field, what)
        if before == after:
            return
        self._write(case, field, what, after)
        self._undo.append(FakeChange(case, field, what, before, after))
        self._redo.clear()

    def _open(self) -> None:
        if self.submitted:
            raise Bad("E-SUBMITTED", judge=self.judge.id)

    def _value(self, case: str, field: str, what: str) -> object:
        answer = self._answers[case]
        if field == "cell":
            return answer.cells.get(what, MISSING)
        return {"comment": answer.comment, "doubt": answer.doubt, "recusal": answer.recused}[field]

    def _write(self, case: str, field: str, what: str, after: object) -> None:
        answer = self._answers[case]
        if field == "cell":
            cells = {**answer.cells, what: after}
            new = replace(answer, cells={k: v for k, v in cells.items() if v != MISSING})
        elif field == "comment":
            new = replace(answer, comment=after)
        elif field == "doubt":
            new = replace(answer, doubt=after)
        else:
            new = replace(answer, recused=after)
        self._answers[case] = new
        self.last_saved = "2026-06-29T14:32:05+08:00"

    def set_cell(self, case: str, criterion: str, cell: Cell) -> None:
        found = next(c for c in self.rules.stage.criteria if c.key == criterion)
        if cell.state is State.SCORED and not found.scale.allows(cell.points):
            raise Bad(
                "E-RANGE", case, low=found.scale.low, high=found.scale.high, step=found.scale.step
            )
        self._do(case, "cell", criterion, cell)

    def set_comment(self, case: str, text: str) -> None:
        self._do(case, "comment", "", text)

    def set_doubt(self, case: str, doubt: bool) -> None:
        self._do(case, "doubt", "", doubt)

    def dismiss(self, case: str, hint: str, on: bool = True) -> None:
        self._open()
        held = self._hints.setdefault(case, set())
        (held.add if on else held.discard)(hint)

    def recuse(self, case: str, reason: str) -> None:
        self._do(case, "recusal", "", Recusal(self.judge.id, case, reason, self.judge.id, "now"))

    def withdraw_recusal(self, case: str) -> None:
        self._do(case, "recusal", "", None)

    def undo(self) -> FakeChange | None:
        return self._back(self._undo, self._redo, "before")

    def redo(self) -> FakeChange | None:
        return self._back(self._redo, self._undo, "after")

    def _back(
        self, source: list[FakeChange], target: list[FakeChange], side: str
    ) -> FakeChange | None:
        self._open()
        if not source:
            return None
        change = source.pop()
        target.append(change)
        self._write(change.case, change.field, change.what, getattr(change, side))
        return change

    def remember(self, case: str) -> None:
        self.last_case = case

    def submit(self) -> Ballot:
        self._open()
        entries = tuple(
            Entry(a.case, a.cells, a.comment, a.recused.reason if a.recused else "")
            for a in self._answers.values()
        )
        at = "2025-06-29T16:20:41+08:00"
        self.submitted = Ballot(self.judge.id, 1, entries, b"", "", "48219930117564020017", at)
        return self.submitted
