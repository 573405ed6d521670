"""The award's store: one method for each thing that is done to it.

Every method that changes something is one transaction with its line in the log. Before what
cannot be taken back (an import into an award that holds something, sending a ballot back, a
final result) a backup is made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from db import (
    ballots,
    check,
    documents,
    limits,
    log,
    received,
    results,
    rulings,
    sealing,
    withdrawals,
)
from db.clock import Clock, local_time
from db.connection import connect, writing
from db.desk import Desk
from db.importer import Importer, require_reason
from db.lock import hold
from db.records import (
    Ballot,
    Document,
    LogEntry,
    Received,
    ResultKind,
    StoredResult,
    Withdrawal,
)
from files import canonical
from files.writing import cannot_write, sweep, sync_folder
from scoring.rules import Rules
from words import Bad
from words.text import clean_line

if TYPE_CHECKING:
    from db.booth import Booth, Seat
    from scoring.result import Decision


class Store(Importer):
    """An open award. Use as a context manager; `actor` is who the log names for imports."""

    # Opening

    @classmethod
    def create(cls, path: Path | str, actor: str, *, clock: Clock = local_time) -> Store:
        """A new award. Raises E-EXISTS, E-READONLY or E-FULL.

        A creation that was cut off leaves an empty file, which may be created again.
        """
        path = Path(path)
        _new_file(path)
        db = connect(path)
        store = cls(db, actor=actor, clock=clock)
        try:
            with writing(db):
                check.build(db)
                log.append(db, clock(), actor, "create", {})
        except BaseException:
            db.close()
            raise
        return store

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        readonly: bool = False,
        actor: str = "secretary",
        clock: Clock = local_time,
        nonce: sealing.Nonce = sealing.random_nonce,
    ) -> Store:
        """An award that is there, checked before anything in it is believed.

        Raises E-NOFILE, E-READONLY, E-DAMAGED, E-NOTAWARD, E-NEWER, E-TRIGGERS, E-STRUCTURE,
        E-CHAIN, E-ROWS, E-WAL or E-LOCKED.
        """
        path = Path(path)
        db = connect(path, readonly=readonly)
        try:
            check.at_start(db, clock())
        except BaseException:
            db.close()
            raise
        if not readonly:
            sweep(path.parent)
        return cls(db, actor=actor, clock=clock, nonce=nonce)

    def beside(self) -> Store:
        """The same award on a connection of its own, for another thread."""
        return Store.open(
            self.path,
            readonly=self._db.readonly,
            actor=self.actor,
            clock=self._clock,
            nonce=self._nonce,
        )

    # Acting

    def reopen(self, judge: str, reason: str, by: str) -> None:
        """Send a ballot back to its judge. Raises E-JUDGEUNKNOWN, E-NOBALLOT or E-REASON."""
        self._require_ballot(judge)
        reason = require_reason(judge, reason)
        self.backup("reopen")
        with writing(self._db) as db:
            ballot = self._require_ballot(judge)
            at, n = self._clock(), log.next_number(db)
            ballots.reopen(db, n, ballot, reason, by, at)
            detail = {"judge": judge, "revision": ballot.revision, "reason": reason}
            log.append(db, at, by, "reopen", detail)

    def _require_ballot(self, judge: str) -> Ballot:
        self.judge(judge)
        ballot = self._read(lambda db: ballots.read_latest(db, judge))
        if ballot is None or ballot.reopened:
            raise Bad("E-NOBALLOT", judge=judge)
        return ballot

    def decide(self, decision: Decision, reason: str, by: str) -> Decision:
        """Record the committee's word on a tie, or a draw's on a judge; the answer has its number.

        Raises E-CASEUNKNOWN, E-JUDGEUNKNOWN, E-DECISION or E-REASON.
        """
        reason = require_reason("", reason)
        self._require_decision(decision)
        with writing(self._db) as db:
            at, n = self._clock(), log.next_number(db)
            numbered = replace(decision, number=results.next_number(db, "decision"))
            rulings.insert(db, n, numbered, reason, by, at)
            about = {"judge": decision.judge, "stage": decision.stage}
            named = {key: value for key, value in about.items() if value}
            detail = {"number": numbered.number, "kind": numbered.kind, "reason": reason, **named}
            log.append(db, at, by, "decide", {**detail, "cases": list(decision.cases)})
        return numbered

    def _require_decision(self, decision: Decision) -> None:
        """At least two cases, each once; or one judge and no case."""
        for case in decision.cases:
            self.nomination(case)
        if decision.judge:
            self.judge(decision.judge)
        least = 0 if decision.judge else 2
        if len(set(decision.cases)) != len(decision.cases) or len(decision.cases) < least:
            raise Bad("E-DECISION")

    def withdraw_decision(self, number: int, reason: str, by: str) -> None:
        """Take a decision back, after a backup; it stays in the log.

        Raises E-NODECISION or E-REASON.
        """
        reason = require_reason("", reason)
        if number not in {one.number for one in self.decisions()}:
            known = ", ".join(str(one.number) for one in self.decisions()) or "-"
            raise Bad("E-NODECISION", number=number, known=known)
        self.backup("undecide")
        payload = rulings.pack_withdrawal(number, reason, by)
        self.add_document(
            rulings.WITHDRAWN, str(number), payload, number=1, detail={"reason": reason}, actor=by
        )

    def save_result(
        self, kind: ResultKind, payload: bytes, reason: str = "", by: str = ""
    ) -> StoredResult:
        """Freeze a result under the next number, after a backup where it is final."""
        reason = clean_line(reason)
        limits.require_text("", "reason", reason, limits.REMARK)
        if kind == "final" or reason:
            self.backup(kind)
        with writing(self._db) as db:
            at, n, number = self._clock(), log.next_number(db), results.next_number(db, "result")
            result = StoredResult(number, kind, payload, results.digest_of(payload), reason, at)
            results.insert(db, n, result, by or self.actor)
            detail = {"number": number, "kind": kind, "digest": result.digest, "reason": reason}
            log.append(db, at, by or self.actor, "result", detail)
        return result

    def add_document(
        self,
        kind: str,
        subject: str,
        payload: bytes,
        *,
        number: int | None = None,
        detail: Mapping[str, object] = MappingProxyType({}),
        actor: str = "",
    ) -> Document:
        """Keep a document under its next number; `detail` goes into the log with it.

        Raises E-ELSEWHERE where that is not the `number` the caller has worked with.
        """
        with writing(self._db) as db:
            n, at = log.next_number(db), self._clock()
            found = documents.next_number(db, kind, subject)
            if number not in {None, found}:
                raise Bad("E-ELSEWHERE", judge=subject or kind)
            digest = canonical.digest(kind, payload)
            one = Document(kind, subject, found, payload, digest, at)
            documents.insert(db, n, one)
            facts = {"number": found, "digest": digest, **({"subject": subject} if subject else {})}
            self._log(kind, {**facts, **detail}, actor)
        return one

    def add_documents(
        self,
        kind: str,
        subjects: Sequence[str],
        payload: bytes,
        detail: Mapping[str, object],
        actor: str,
        *,
        first: Callable[[], object],
    ) -> None:
        """Keep the same document once under each subject, under one line of the log.

        `first` is done inside the transaction, so that nobody else does the same meanwhile.
        Raises E-ELSEWHERE where one of the subjects has such a document already.
        """
        with writing(self._db) as db:
            n, at, digest = log.next_number(db), self._clock(), canonical.digest(kind, payload)
            for subject in subjects:
                if documents.next_number(db, kind, subject) != 1:
                    raise Bad("E-ELSEWHERE", judge=subject)
            first()
            for subject in subjects:
                documents.insert(db, n, Document(kind, subject, 1, payload, digest, at))
            self._log(kind, detail, actor)

    def add_received(self, files: Sequence[Received], detail: Mapping[str, object]) -> int:
        """Keep files that came back, all or none; those that are there stay. How many are new."""
        with writing(self._db) as db:
            known = received.digests(db)
            new = {one.digest: one for one in files if one.digest not in known}
            if new:
                n = log.next_number(db)
                received.insert(db, n, new.values())
                self._log("collect", {"files": len(new), **detail})
        return len(new)

    def add_opened(self, opened: Sequence[Ballot], detail: Mapping[str, object], by: str) -> None:
        """Keep ballots that came sealed and were opened, after a backup, all or none.

        What another program has opened meanwhile is there already: then nothing is to be done.
        """
        self.backup("open")
        with writing(self._db) as db:
            there = {(one.judge, one.receipt) for one in ballots.read_all(db)}
            if there.issuperset((one.judge, one.receipt) for one in opened):
                return
            n = log.next_number(db)
            for ballot in opened:
                ballots.insert(db, n, ballot)
            self._log("open", {"ballots": len(opened), **detail}, by)

    def add_typed(self, action: str, ballot: Ballot, detail: Mapping[str, object], by: str) -> None:
        """Keep a ballot that others typed in for a judge, after a backup.

        Raises E-ELSEWHERE where the judge's last ballot still counts or has this number.
        """
        self.backup(action)
        with writing(self._db) as db:
            last = ballots.read_latest(db, ballot.judge)
            if last and (not last.reopened or last.revision >= ballot.revision):
                raise Bad("E-ELSEWHERE", judge=ballot.judge)
            ballots.insert(db, log.next_number(db), ballot)
            facts = {"judge": ballot.judge, "revision": ballot.revision, "receipt": ballot.receipt}
            self._log(action, {**facts, **detail}, by)

    def withdraw(self, one: Withdrawal, by: str) -> None:
        """Record that a judge left, after a backup. Raises E-JUDGEUNKNOWN or E-REASON."""
        self.judge(one.judge)
        one = replace(one, reason=require_reason(one.judge, one.reason))
        self.backup("withdraw")
        detail = {"scores": one.scores, "reason": one.reason}
        self.add_document(
            withdrawals.KIND, one.judge, withdrawals.pack(one), detail=detail, actor=by
        )

    def note(self, action: str, detail: Mapping[str, object], actor: str = "") -> LogEntry:
        """Log an act whose effect is outside the database, such as an export."""
        with writing(self._db):
            return self._log(action, detail, actor)

    def desk(self, judge: str, rules: Rules, only: Collection[str] | None = None) -> Desk:
        """A judge's own view and drafts, of all cases or of `only` some.

        Raises E-JUDGEUNKNOWN, or E-LOCKED naming who has it.
        """
        found = self.judge(judge)
        self._hold(judge)
        return self._read(lambda db: Desk(db, found, rules, self._clock, self._nonce, only))

    def booth(self, seat: Seat) -> Booth:
        """A judge's booth in a vote beside the database. Raises E-LOCKED."""
        from db.booth import Booth

        self._hold(seat.judge.id)
        return Booth(seat)

    def _hold(self, judge: str) -> None:
        if not self._db.readonly and judge not in self._holds:
            self._holds[judge] = hold(self.path, judge, self._clock)


def _new_file(path: Path) -> None:
    """An empty file under a new name; one that is there and empty will do."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        sync_folder(path.parent)
    except FileExistsError:
        if path.stat().st_size:
            raise Bad("E-EXISTS", path=path) from None
    except OSError as error:
        raise cannot_write(path, error) from None
