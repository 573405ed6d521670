"""One judge's desk: the cases, the own answers, undo and redo, and the ballot.

After opening everything is answered from memory. Every change is one committed transaction
before the method returns. Nothing of another judge is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType

from db import corrections, limits, nominations, sealing, tally
from db.bounds import require_allowed
from db.clock import Clock
from db.connection import AwardDatabase, writing
from db.draft import Change, Slot, Value
from db.records import Answer, Ballot, Judge, Nomination
from db.ticks import Ticks
from db.workbook import Workbook
from scoring.cells import Cell
from scoring.rules import Rules
from words import Bad
from words.text import clean, clean_line

_MARKED, _CLEAR = Value(text="1"), Value()


class Desk:
    """What a judge sees and does. Made by `Store.desk`.

    `after_submit` is called with a ballot that was just stored, where something is to be done.
    `correctable`: where not empty the ballot was sent back for these cells only (case,
    criterion), and everything else is refused with E-CORRECTION-ONLY.
    """

    def __init__(
        self,
        db: AwardDatabase,
        judge: Judge,
        rules: Rules,
        clock: Clock,
        nonce: sealing.Nonce,
        only: Collection[str] | None = None,
    ) -> None:
        self.judge, self.rules = judge, rules
        self._db, self._clock, self._nonce = db, clock, nonce
        self.after_submit: Callable[[Ballot], object] | None = None
        self.ticks = Ticks(rules.approval) if rules.approval else None
        self._book = Workbook(db, judge.id, rules.stage, clock, only)
        last = self._book.ballot
        self.correctable: corrections.Cells = frozenset()
        if last is not None and last.reopened:
            self.correctable = corrections.allowed(db, judge.id, last.revision)
        place = tally.read(db, judge.id)[3]
        self.last_case: str | None = place if place in self._book.answers else None

    # Reading

    @property
    def cases(self) -> tuple[Nomination, ...]:
        """Every case in natural order of the numbers; for lists, the text may be missing."""
        return self._book.cases

    def nomination(self, case: str) -> Nomination:
        """A case with its text. Raises E-CASEUNKNOWN or E-ALTERED."""
        self.answer(case)
        return nominations.read(self._db, case)

    @property
    def done(self) -> int:
        """Cases with every criterion answered."""
        return self._book.tally.done

    @property
    def started(self) -> int:
        """Cases with some criteria answered, not all."""
        return self._book.tally.started

    @property
    def recused(self) -> int:
        """Cases the judge is recused from; they are neither done nor started."""
        return self._book.tally.recused

    @property
    def submitted(self) -> Ballot | None:
        """The ballot, unless it was sent back."""
        return self._book.submitted

    @property
    def revision(self) -> int:
        """The number the next ballot will have, or the submitted one has."""
        return self._book.revision

    @property
    def last_saved(self) -> str:
        """When the last change was stored; empty where there is none."""
        return self._book.last_saved

    def answer(self, case: str) -> Answer:
        """What was answered for one case. Raises E-CASEUNKNOWN."""
        found = self._book.answers.get(case)
        if found is None:
            raise Bad("E-CASEUNKNOWN", case=case)
        return found

    def answers(self) -> Mapping[str, Answer]:
        """Every case with its answer, in the order of `cases`; a live view, costs nothing."""
        return MappingProxyType(self._book.answers)

    def dismissed(self, case: str) -> frozenset[str]:
        """The hints the judge has put away for a case."""
        return self._book.draft.hints(case)

    def gaps(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Cases with criteria that have no answer yet, in order; in a vote none: a case that
        is not ticked is an answer.
        """
        if self.ticks is not None:
            return ()
        missing = self._book.tally.missing
        found = ((case, missing(answer)) for case, answer in self._book.answers.items())
        return tuple((case, keys) for case, keys in found if keys)

    @property
    def can_undo(self) -> bool:
        return self.submitted is None and bool(self._book.draft.undoable)

    @property
    def can_redo(self) -> bool:
        return self.submitted is None and bool(self._book.draft.redoable)

    # Acting

    def set_cell(self, case: str, criterion: str, cell: Cell) -> None:
        """Answer one criterion; MISSING takes the answer away.

        Raises E-RANGE, E-NOCRITERION, E-CASEUNKNOWN, E-RECUSED, E-SUBMITTED, or E-TICKS-MANY
        for a tick more than is allowed; stores nothing then.
        """
        self._require_open(case)
        self._require_correctable(case, criterion)
        require_allowed(self.rules.stage, case, criterion, cell)
        self._require_not_recused(case)
        if self.ticks is not None:
            self.ticks.require_room(self._book.answers, case, criterion, cell)
        self._do(Slot("cell", case, criterion), Value(int(cell.state), cell.points))

    def set_comment(self, case: str, text: str) -> None:
        """Raises E-TOOLONG, E-CASEUNKNOWN or E-SUBMITTED."""
        self._require_open(case)
        self._require_correctable(case, "")
        text = clean(text)
        limits.require_text(case, "comment", text, limits.REMARK)
        self._do(Slot("comment", case), Value(text=text))

    def set_doubt(self, case: str, doubt: bool) -> None:
        """The judge's own mark on a case to come back to."""
        self._require_open(case)
        self._do(Slot("doubt", case), _MARKED if doubt else _CLEAR)

    def dismiss(self, case: str, hint_key: str, dismissed: bool = True) -> None:
        """Put a hint away, or bring it back; no step of undo."""
        self._require_open(case)
        limits.require_text(case, "hint", hint_key, limits.TITLE)
        self._do(Slot("hint", case, hint_key), _MARKED if dismissed else _CLEAR)

    def recuse(self, case: str, reason: str) -> None:
        """Step back from a case. Raises E-REASON, E-RECUSED, E-TOOLONG or E-SUBMITTED."""
        self._require_open(case)
        self._require_correctable(case, "")
        reason = clean_line(reason)
        limits.require_text(case, "reason", reason, limits.REMARK)
        if not reason:
            raise Bad("E-REASON", case)
        self._require_not_recused(case)
        self._do(Slot("recusal", case), Value(text=reason))

    def withdraw_recusal(self, case: str) -> None:
        """Take an own recusal back, whenever it was; the marks given before it stand again.

        Nothing happens where there is none. Raises E-RECUSED-BY where it was not the judge's
        own word, E-SUBMITTED.
        """
        self._require_open(case)
        self._require_correctable(case, "")
        recusal = self._book.answers[case].recused
        if recusal is not None and recusal.by != self.judge.id:
            raise Bad("E-RECUSED-BY", case)
        self._do(Slot("recusal", case), _CLEAR)

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none. Raises E-SUBMITTED."""
        self._require_open()
        if not self.can_undo:
            return None
        edit = self._book.draft.undoable[-1]
        return self._book.write("undo", edit.slot, edit.before)

    def redo(self) -> Change | None:
        """Take the last undo back; None where there is none. Raises E-SUBMITTED."""
        self._require_open()
        if not self.can_redo:
            return None
        edit = self._book.draft.redoable[-1]
        return self._book.write("redo", edit.slot, edit.after)

    def remember(self, case: str) -> None:
        """Note the case the judge is looking at, for the next start."""
        self.answer(case)
        if case == self.last_case or self._db.readonly:
            return
        with writing(self._db):
            tally.save_place(self._db, self.judge.id, case)
        self.last_case = case

    def submit(self) -> Ballot:
        """Seal the answers and hand them in.

        Raises E-GAPS with every case that misses an answer, E-TICKS-FEW or E-TICKS-MANY for a
        wrong number of ticks, E-SUBMITTED, or E-ELSEWHERE where the cases or answers were changed
        in another window; nothing is stored then.
        """
        self._require_open()
        sealing.require_complete(self.rules, self.gaps())
        answers, at = tuple(self._book.answers.values()), self._clock()
        if self.ticks is not None:
            self.ticks.require_whole(self._book.answers)
            answers = tuple(map(self.ticks.closed, answers))
        ballot = sealing.seal(self.judge.id, self.revision, self.rules, answers, self._nonce(), at)
        self._book.hand_in(ballot)
        if self.after_submit is not None:
            self.after_submit(ballot)
        return ballot

    def revise(self, reason: str) -> None:
        """Take the own ballot back to work on: the next one is a new revision.

        For a judge's own computer, where what was handed in stays handed in until the new
        revision arrives. Raises E-NOBALLOT where nothing was submitted.
        """
        if self.submitted is None:
            raise Bad("E-NOBALLOT", judge=self.judge.id)
        self._book.take_back(reason)

    # Inside

    def _require_open(self, case: str | None = None) -> None:
        if self.submitted is not None:
            raise Bad("E-SUBMITTED", judge=self.judge.id)
        if case is not None:
            self.answer(case)

    def _require_correctable(self, case: str, criterion: str) -> None:
        if self.correctable and (case, criterion) not in self.correctable:
            allowed = ", ".join(" ".join(cell) for cell in sorted(self.correctable))
            raise Bad("E-CORRECTION-ONLY", case, allowed=allowed)

    def _require_not_recused(self, case: str) -> None:
        if self._book.answers[case].recused:
            raise Bad("E-RECUSED", case)

    def _do(self, slot: Slot, value: Value) -> None:
        """Writing what is there already would only fill the undo stack."""
        if self._book.draft.value(slot) != value:
            self._book.write("do", slot, value)
