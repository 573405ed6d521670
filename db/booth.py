"""A voting booth: a judge's desk for one small ballot, whose draft never enters the database.

The draft lies in a file (`db.booth_draft`), written anew at every key, and is overwritten and
removed once the ballot is handed in. A ballot that was sealed when the machine stopped is in
that file too, and is handed in at the next start: the same one, never a second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from db import booth_draft, sealing
from db.bounds import require_allowed
from db.clock import Clock
from db.draft import Change, Draft, Event, Slot, Step, Value
from db.records import Answer, Ballot, Judge, Nomination, Recusal
from db.ticks import Ticks
from files.writing import erase
from scoring.cells import Cell
from scoring.rules import Rules
from words import Bad
from words.text import clean_line

Recuse = Callable[[str, str], Recusal]


@dataclass(frozen=True)
class Seat:
    """What a booth is made for. `put` keeps a ballot, and does nothing where it has this one.

    `given` is the judge's ballot where it was handed in; `recuse` records a recusal at once.
    With `secret` neither recusals nor remarks go into the ballot: they would name the judge.
    """

    judge: Judge
    rules: Rules
    cases: tuple[Nomination, ...]
    draft: Path
    put: Callable[[Ballot], object]
    clock: Clock
    nonce: sealing.Nonce
    whole: Callable[[str], Nomination]
    recused: Mapping[str, Recusal] = field(default_factory=dict)
    given: Ballot | None = None
    recuse: Recuse | None = None
    secret: bool = False


class Booth:
    """The calls of `db.desk.Desk` that voting needs; E-BOOTH for what it is not for."""

    revision = 1

    def __init__(self, seat: Seat) -> None:
        assert seat.rules.approval is not None  # only votes have booths
        self.seat, self.judge, self.rules, self.cases = seat, seat.judge, seat.rules, seat.cases
        self.ticks = Ticks(seat.rules.approval)
        self.submitted, self.last_saved = seat.given, ""
        self.last_case: str | None = None
        self._recused = dict(seat.recused)
        self._draft, self._events = Draft(), list[Event]()
        self._open_draft()
        self._answers = {one.number: self._answer(one.number) for one in self.cases}

    # Reading

    @property
    def secret(self) -> bool:
        return self.seat.secret

    @property
    def can_undo(self) -> bool:
        return self.submitted is None and bool(self._draft.undoable)

    @property
    def can_redo(self) -> bool:
        return self.submitted is None and bool(self._draft.redoable)

    def nomination(self, case: str) -> Nomination:
        self.answer(case)
        return self.seat.whole(case)

    def answer(self, case: str) -> Answer:
        if case not in self._answers:
            raise Bad("E-CASEUNKNOWN", case=case)
        return self._answers[case]

    def answers(self) -> Mapping[str, Answer]:
        return MappingProxyType(self._answers)

    def dismissed(self, case: str) -> frozenset[str]:
        return self._draft.hints(case)

    def gaps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """None: a case that is not ticked is an answer."""
        return ()

    # Acting

    def set_cell(self, case: str, criterion: str, cell: Cell) -> None:
        """Raises E-TICKS-MANY, E-RANGE, E-NOCRITERION, E-CASEUNKNOWN, E-BOOTH-RECUSED,
        E-SUBMITTED.
        """
        self._require_open()
        require_allowed(self.rules.stage, case, criterion, cell)
        self._require_not_recused(case)
        self.ticks.require_room(self._answers, case, criterion, cell)
        self._do(Slot("cell", case, criterion), Value(int(cell.state), cell.points))

    def set_comment(self, case: str, text: str) -> None:
        raise Bad("E-BOOTH", case)

    def set_doubt(self, case: str, doubt: bool) -> None:
        self._require_open()
        self.answer(case)
        self._do(Slot("doubt", case), Value(text="1" if doubt else ""))

    def dismiss(self, case: str, hint: str, on: bool = True) -> None:
        """There are no hints in a booth."""

    def recuse(self, case: str, reason: str) -> None:
        """Recorded at once and no step of undo. Raises E-BOOTH-RECUSE, E-BOOTH-RECUSED,
        E-REASON.
        """
        self._require_open()
        self._require_not_recused(case)
        if self.seat.recuse is None:
            raise Bad("E-BOOTH-RECUSE", case)
        reason = clean_line(reason)
        if not reason:
            raise Bad("E-REASON", case)
        self._recused[case] = self.seat.recuse(case, reason)
        self._answers[case] = self._answer(case)

    def _require_not_recused(self, case: str) -> None:
        if self.answer(case).recused:
            raise Bad("E-BOOTH-RECUSED", case)

    def withdraw_recusal(self, case: str) -> None:
        raise Bad("E-BOOTH-RECUSE", case)

    def undo(self) -> Change | None:
        self._require_open()
        return self._back("undo") if self.can_undo else None

    def redo(self) -> Change | None:
        self._require_open()
        return self._back("redo") if self.can_redo else None

    def remember(self, case: str) -> None:
        """For this sitting only: where a judge looked is nobody's business here."""
        self.answer(case)
        self.last_case = case

    def submit(self) -> Ballot:
        """Seal, hand in, forget the draft. Raises E-TICKS-FEW, E-TICKS-MANY or E-SUBMITTED."""
        self._require_open()
        self.ticks.require_whole(self._answers)
        answers = [self._handed_in(one) for one in self._answers.values()]
        at, nonce = self.seat.clock(), self.seat.nonce()
        ballot = sealing.seal(self.judge.id, self.revision, self.rules, answers, nonce, at)
        self._write(ballot)
        self._hand_over(ballot)
        return ballot

    # Inside

    def _handed_in(self, answer: Answer) -> Answer:
        if self.secret:
            return self.ticks.closed(replace(answer, recused=None, comment=""))
        return self.ticks.closed(answer)

    def _require_open(self) -> None:
        if self.submitted is not None:
            raise Bad("E-SUBMITTED", judge=self.judge.id)

    def _answer(self, case: str) -> Answer:
        return self._draft.answer(case, self._recused.get(case))

    def _do(self, slot: Slot, value: Value) -> None:
        if self._draft.value(slot) != value:
            self._step("do", slot, value)

    def _back(self, step: Step) -> Change:
        edit = (self._draft.undoable if step == "undo" else self._draft.redoable)[-1]
        value = edit.before if step == "undo" else edit.after
        before = self._draft.value(edit.slot)
        self._step(step, edit.slot, value)
        return Change(edit.slot.case, edit.slot.what, edit.slot.key, before, value)

    def _step(self, step: Step, slot: Slot, value: Value) -> None:
        """Written first, then shown."""
        at = self.seat.clock()
        event = Event(len(self._events) + 1, self.revision, step, slot, value, at)
        self._events.append(event)
        try:
            self._write()
        except Bad:
            self._events.pop()
            raise
        self._draft.play(event)
        self._answers[slot.case], self.last_saved = self._answer(slot.case), at

    # The file

    def _write(self, sealed: Ballot | None = None) -> None:
        booth_draft.write(self.seat.draft, self._events, sealed)

    def _open_draft(self) -> None:
        if not self.seat.draft.exists():
            return
        if self.submitted is not None:
            erase(self.seat.draft)
            return
        kept = booth_draft.read(self.seat.draft)
        if kept.sealed is not None:
            self._hand_over(kept.sealed)
        else:
            self._play(kept.events)

    def _play(self, events: Sequence[Event]) -> None:
        known = {one.number for one in self.cases}
        for event in events:
            self._events.append(event)
            self.last_saved = event.at
            if event.slot.case in known:
                self._draft.play(event)

    def _hand_over(self, ballot: Ballot) -> None:
        self.seat.put(ballot)
        erase(self.seat.draft)
        self.submitted = ballot
        if self.secret:
            self._forget()

    def _forget(self) -> None:
        """Nothing of a secret ballot is left to be looked at."""
        self._draft, self._events, self.last_saved = Draft(), [], ""
        self._answers = {one.number: self._answer(one.number) for one in self.cases}
