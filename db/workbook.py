"""A judge's work in memory and in the database, always the same in both.

Read once when a desk is opened; after that every change is written first, in one committed
transaction, and taken into memory only then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from db import assignments, ballots, events, log, nominations, recusals, tally
from db.clock import Clock
from db.connection import AwardDatabase, writing
from db.draft import Change, Draft, Event, Slot, Step, Value
from db.records import Answer, Ballot, Nomination, Recusal
from scoring.rules import ScoreStage
from words import Bad

BEFORE = 0
"""The revision of what was taken over from a draft of an earlier slate."""


class Workbook:
    """The cases, the answers so far, what can be undone, and the last ballot of one judge."""

    def __init__(
        self,
        db: AwardDatabase,
        judge: str,
        stage: ScoreStage,
        clock: Clock,
        only: Collection[str] | None = None,
    ) -> None:
        """`only`: the cases of a later stage, where some have not come so far."""
        self.db, self.judge, self.clock = db, judge, clock
        everything = nominations.read_listed(db)
        self._digests = {one.number: one.digest for one in everything}
        self.cases: tuple[Nomination, ...] = tuple(
            one for one in everything if only is None or one.number in only
        )
        share = assignments.share(db, judge)
        if share is not None:
            self.cases = tuple(one for one in self.cases if one.number in share)
        self.recused = {case: row for (_, case), row in recusals.in_force(db, judge).items()}
        self.ballot: Ballot | None = ballots.read_latest(db, judge)
        self.draft, self.last_saved = Draft(), ""
        self._events, self.mark = 0, events.FIRST_MARK
        self._play_back()
        self.answers = {c.number: self._answer(c.number) for c in self.cases}
        self.tally = tally.Tally(stage)
        for answer in self.answers.values():
            self.tally.count(answer, 1)
        self._correct_counts()

    def _play_back(self) -> None:
        for event, mark in events.read(self.db, self.judge):
            self.draft.play(event)
            self._events, self.mark, self.last_saved = event.n, mark, event.at
        if self.draft.revision != self.revision:
            self.draft.begin(self.revision)

    def _answer(self, case: str) -> Answer:
        return self.draft.answer(case, self.recused.get(case))

    def _correct_counts(self) -> None:
        """Counts may have been made under other rules or with fewer cases."""
        done, started, active, _ = tally.read(self.db, self.judge)
        if (done, started) != (self.tally.done, self.tally.started) and not self.db.readonly:
            with writing(self.db):
                tally.save(self.db, self.judge, self.tally, active)

    @property
    def revision(self) -> int:
        """One more than the ballot that was sent back."""
        if self.ballot is None:
            return 1
        return self.ballot.revision + bool(self.ballot.reopened)

    @property
    def submitted(self) -> Ballot | None:
        """The ballot, unless it was sent back."""
        return None if self.ballot is None or self.ballot.reopened else self.ballot

    def write(self, step: Step, slot: Slot, value: Value) -> Change:
        """Store one event, then show it. Raises E-ELSEWHERE where another window has written."""
        case, at = slot.case, self.clock()
        event = Event(self._events + 1, self.revision, step, slot, value, at)
        mark = events.mark_of(self.mark, self.judge, event)
        recused = self._recused_by(event)
        answer = self.draft.answer(case, recused, {slot: value})
        counts = self.tally.moved(self.answers[case], answer)
        with writing(self.db) as db:
            events.insert(db, self.judge, event, mark)
            if slot.what == "recusal":
                self._write_recusal(recused, case, at)
            tally.save(db, self.judge, counts, at)
        change = Change(case, slot.what, slot.key, self.draft.value(slot), value)
        self.draft.play(event)
        self.answers[case], self.tally = answer, counts
        self._events, self.mark, self.last_saved = event.n, mark, at
        if slot.what == "recusal":
            self._note_recusal(case, recused)
        return change

    def take_over(self, values: Mapping[Slot, Value]) -> None:
        """Fill empty slots from an earlier draft, all or none; no step of undo, safe to repeat.

        Recusals are taken over one by one with `write`.
        """
        new = {slot: value for slot, value in values.items() if not self.draft.touched(slot)}
        with writing(self.db) as db:
            for slot, value in new.items():
                event = Event(self._events + 1, BEFORE, "do", slot, value, self.clock())
                self.mark = events.mark_of(self.mark, self.judge, event)
                events.insert(db, self.judge, event, self.mark)
                self._events = event.n

    def _recused_by(self, event: Event) -> Recusal | None:
        """Whether the case is recused once the event has happened."""
        slot, reason = event.slot, event.value.text
        if slot.what != "recusal":
            return self.recused.get(slot.case)
        return Recusal(self.judge, slot.case, reason, self.judge, event.at) if reason else None

    def _write_recusal(self, recused: Recusal | None, case: str, at: str) -> None:
        n = log.next_number(self.db)
        row = recused or self.recused[case]
        recusals.insert(self.db, n, [row], withdrawn=recused is None)
        action = "recuse" if recused else "withdraw-recusal"
        log.append(self.db, at, self.judge, action, {"judge": self.judge, "case": case})

    def _note_recusal(self, case: str, recused: Recusal | None) -> None:
        if recused is None:
            del self.recused[case]
        else:
            self.recused[case] = recused

    def hand_in(self, ballot: Ballot) -> None:
        """Store a sealed ballot. Raises E-ELSEWHERE where anything was changed meanwhile."""
        with writing(self.db) as db:
            self._require_unchanged()
            ballots.insert(db, log.next_number(db), ballot)
            detail = {"judge": self.judge, "revision": ballot.revision, "receipt": ballot.receipt}
            log.append(db, ballot.at, self.judge, "submit", {**detail, "draft": self.mark})
            tally.save(db, self.judge, self.tally, ballot.at)
        self.ballot = ballot

    def take_back(self, reason: str) -> None:
        """Begin a new revision from the submitted ballot; that stays as it is."""
        ballot = self.ballot
        assert ballot is not None
        with writing(self.db) as db:
            at, n = self.clock(), log.next_number(db)
            ballots.reopen(db, n, ballot, reason, self.judge, at)
            detail = {"judge": self.judge, "revision": ballot.revision}
            log.append(db, at, self.judge, "revise", detail)
        self.ballot = replace(ballot, reopened=reason)
        self.draft.begin(self.revision)

    def _require_unchanged(self) -> None:
        """What is in memory is what the database holds: nothing came from another window."""
        latest = ballots.read_latest(self.db, self.judge)
        pairs = (
            (events.last_number(self.db, self.judge), self._events),
            ({case for _, case in recusals.in_force(self.db, self.judge)}, set(self.recused)),
            (nominations.digests(self.db), self._digests),
            (latest and latest.digest, self.ballot and self.ballot.digest),
        )
        if any(stored != mine for stored, mine in pairs):
            raise Bad("E-ELSEWHERE", judge=self.judge)
