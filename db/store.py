"""The award's store: one method for each thing that is done to it.

Every method that changes something is one transaction with its line in the log. Before what
cannot be taken back (an import into an award that holds something, sending a ballot back, a
final result) a backup is made.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Generic, TypeVar

from db import (
    attachments,
    ballots,
    check,
    documents,
    files_kept,
    intake,
    judges,
    limits,
    log,
    matrix,
    nominations,
    received,
    recusals,
    results,
    sealing,
    withdrawals,
)
from db import backup as backups
from db import progress as progress_of
from db.clock import Clock, local_time
from db.connection import AwardDatabase, connect, writing
from db.desk import Desk
from db.errors import speaking
from db.lock import Hold, hold
from db.records import (
    Added,
    Attachment,
    Ballot,
    Document,
    Judge,
    LogEntry,
    Nomination,
    Progress,
    Received,
    Recusal,
    ResultKind,
    Source,
    StoredResult,
    Withdrawal,
)
from files import canonical
from files.writing import cannot_write, sweep, sync_folder
from scoring.cells import Matrix
from scoring.result import Decision
from scoring.rules import Rules, ScoreStage
from words import Bad
from words.text import clean_line

Row = TypeVar("Row")
T = TypeVar("T")
Sources = Sequence[tuple[Source, bytes]]  # the files an import was read from


@dataclass(frozen=True)
class Import(Generic[Row]):
    """One kind of import: how its rows are sorted out, and how they are written."""

    action: str
    plan: Callable[[AwardDatabase, Sequence[Row]], intake.Plan[Row]]
    insert: Callable[[AwardDatabase, int, Sequence[Row]], None]


_CASES = Import("add-nominations", intake.plan_nominations, nominations.insert)
_PEOPLE = Import("add-judges", intake.plan_judges, judges.insert)
_RECUSALS = Import("add-recusals", intake.plan_recusals, recusals.insert)


class Store:
    """An open award. Use as a context manager; `actor` is who the log names for imports."""

    def __init__(
        self,
        db: AwardDatabase,
        *,
        actor: str = "secretary",
        clock: Clock = local_time,
        nonce: sealing.Nonce = sealing.random_nonce,
    ) -> None:
        self._db, self.actor, self._clock, self._nonce = db, actor, clock, nonce
        self._holds: dict[str, Hold] = {}

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

    def close(self) -> None:
        """Give everything back; closing twice does nothing."""
        for held in self._holds.values():
            held.release()
        self._holds.clear()
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        return self._db.path

    def now(self) -> str:
        """The time by the store's clock, as it stands in the log."""
        return self._clock()

    # Taking in

    def add_nominations(self, rows: Sequence[Nomination], sources: Sources = ()) -> Added:
        """Raises every mistake at once (E-TWICE, E-CHANGED, E-TOOLONG ...); writes nothing then."""
        sealed = [nominations.sealed(row) for row in rows]
        return self._import(_CASES, sealed, sources)

    def add_judges(self, rows: Sequence[Judge], sources: Sources = ()) -> Added:
        """Raises every mistake at once; writes nothing then."""
        return self._import(_PEOPLE, rows, sources)

    def add_recusals(self, rows: Sequence[Recusal], sources: Sources = ()) -> Added:
        """Raises every mistake at once. Empty `by` and `at` are this store's actor and now."""
        at = self._clock()
        full = [replace(row, by=row.by or self.actor, at=row.at or at) for row in rows]
        return self._import(_RECUSALS, full, sources)

    def furnish(
        self, cases: Sequence[Nomination], people: Sequence[Judge], held: Sequence[Recusal]
    ) -> None:
        """A new award's nominations, judges and recusals in one transaction, without a backup.

        Where they are there already nothing happens. Raises as the three imports do.
        """
        at = self._clock()
        full = [replace(row, at=row.at or at) for row in held]
        with writing(self._db):
            self._add(_CASES, [nominations.sealed(row) for row in cases])
            self._add(_PEOPLE, people)
            self._add(_RECUSALS, full)

    def _add(self, kind: Import[Row], rows: Sequence[Row]) -> None:
        plan = kind.plan(self._db, rows)
        if plan.new:
            kind.insert(self._db, log.next_number(self._db), plan.new)
            self._log(kind.action, {"new": len(plan.new), "same": len(plan.added.same)})

    def _import(self, kind: Import[Row], rows: Sequence[Row], sources: Sources) -> Added:
        db = self._db
        plan = kind.plan(db, rows)
        if not self._adds(plan, sources):
            return plan.added
        if not self._is_empty():
            self.backup(kind.action)
        with writing(db):
            plan = kind.plan(db, rows)  # another window may have written since
            if not self._adds(plan, sources):
                return plan.added
            n = log.next_number(db)
            kept = [files_kept.keep(db, n, *each) for each in sources]
            kind.insert(db, n, plan.new)
            detail = {"new": len(plan.added.new), "same": len(plan.added.same)}
            self._log(kind.action, {**detail, **files_kept.said(kept)})
        return plan.added

    def _adds(self, plan: intake.Plan[Row], sources: Sources) -> bool:
        """Whether an import brings a row or a file that is not there yet."""
        digests = (files_kept.digest_of(data) for _, data in sources)
        return bool(plan.new) or not all(files_kept.is_kept(self._db, each) for each in digests)

    def add_attachments(self, rows: Sequence[Attachment]) -> Added:
        """Say which files belong to which cases; their bytes are the caller's to keep.

        Raises every mistake at once (E-CASEUNKNOWN ...); a file a case has already is the same.
        """
        rows = list({attachments.key(row): row for row in rows}.values())
        with writing(self._db) as db:
            attachments.require_valid(db, rows)
            known = attachments.in_force(db)
            new = [row for row in rows if attachments.key(row) not in known]
            same = [row.name for row in rows if attachments.key(row) in known]
            if new:
                n, at = log.next_number(db), self._clock()
                attachments.insert(db, n, new, at)
                log.append(db, at, self.actor, "attach", _attached(new))
        return Added(tuple(row.name for row in new), tuple(same))

    def withdraw_attachment(self, row: Attachment, reason: str) -> None:
        """Take a file off a case; that it was there stays in the log. Raises E-REASON."""
        reason = _require_reason(row.name, reason)
        with writing(self._db) as db:
            n, at = log.next_number(db), self._clock()
            attachments.insert(db, n, [row], at, withdrawn=True)
            log.append(db, at, self.actor, "detach", {**_attached([row]), "reason": reason})

    def _is_empty(self) -> bool:
        query = "SELECT EXISTS (SELECT 1 FROM nomination) OR EXISTS (SELECT 1 FROM judge)"
        return not self._db.execute(query).fetchone()[0]

    # Reading

    def nominations(self) -> tuple[Nomination, ...]:
        """Every case, in natural order of the numbers."""
        return self._read(nominations.read_all)

    def nomination(self, number: str) -> Nomination:
        """Raises E-CASEUNKNOWN."""
        return self._read(lambda db: nominations.read(db, number))

    def judges(self) -> tuple[Judge, ...]:
        """Every judge, in natural order of the ids."""
        return self._read(judges.read_all)

    def judge(self, judge: str) -> Judge:
        """Raises E-JUDGEUNKNOWN."""
        return self._read(lambda db: judges.read(db, judge))

    def recusals(self) -> tuple[Recusal, ...]:
        """The recusals that hold, by judge and case."""
        return self._read(lambda db: tuple(recusals.in_force(db).values()))

    def progress(self, rules: Rules) -> tuple[Progress, ...]:
        """How far every judge is: counts, never scores."""
        return self._read(lambda db: progress_of.read_all(db, rules))

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots that count: the last of each judge, unless it was sent back."""
        return self._read(ballots.read_counting)

    def all_ballots(self) -> tuple[Ballot, ...]:
        """Every ballot ever submitted, by judge and revision."""
        return self._read(ballots.read_all)

    def matrix(self, stage: ScoreStage) -> Matrix:
        """The scores of the ballots that count. Raises E-RANGE, E-OTHERRULES or E-ALTERED."""
        return self._read(lambda db: matrix.load(db, stage))

    def attachments(self, case: str | None = None) -> tuple[Attachment, ...]:
        """The files beside one case, or beside all, by case."""
        return self._read(lambda db: tuple(attachments.in_force(db, case).values()))

    def sources(self) -> tuple[Source, ...]:
        """The files that something was imported from."""
        return self._read(files_kept.sources)

    def source(self, digest: str) -> bytes:
        """The bytes of an imported file. Raises E-ALTERED."""
        return self._read(lambda db: files_kept.read(db, digest))

    def decisions(self) -> tuple[Decision, ...]:
        return self._read(results.read_decisions)

    def results(self) -> tuple[StoredResult, ...]:
        """Every result by number. Raises E-ALTERED."""
        return self._read(results.read_all)

    def documents(self, kind: str, subject: str | None = None) -> tuple[Document, ...]:
        """Every document of a kind, by subject and number. Raises E-ALTERED."""
        return self._read(lambda db: documents.read_all(db, kind, subject))

    def document(self, kind: str, subject: str = "") -> Document | None:
        """The newest document of a kind and subject. Raises E-ALTERED."""
        return self._read(lambda db: documents.read_latest(db, kind, subject))

    def received(self, *, whole: bool = False) -> Iterator[Received]:
        """The files that came back, in the order of coming. Raises E-ALTERED.

        With `whole` without those that are no ballots at all, whatever is decided later.
        """
        return self._read(lambda db: received.read_all(db, whole=whole))

    def received_digests(self) -> frozenset[str]:
        """The SHA-256 of every file that came back."""
        return self._read(received.digests)

    def received_counts(self) -> Mapping[str, int]:
        """How many files came back, by what was said of them."""
        return self._read(received.counts)

    def withdrawals(self) -> Mapping[str, Withdrawal]:
        """The judges who left. Raises E-ALTERED."""
        return self._read(withdrawals.in_force)

    def log(self) -> tuple[LogEntry, ...]:
        """The whole log, oldest first."""
        return self._read(log.entries)

    def head(self) -> str:
        """The digest of the last log entry: printed, it proves the log up to there."""
        return self._read(log.head)

    def holds_head(self, printed: str) -> bool:
        """Whether a printed head is an entry of this log."""
        return self._read(lambda db: log.holds_head(db, printed))

    def check(self) -> None:
        """Every page, the tables, the log and every row of evidence. Raises what it finds."""
        self._read(check.everything)

    def _read(self, reader: Callable[[AwardDatabase], T]) -> T:
        with speaking(self._db.path):
            return reader(self._db)

    # Acting

    def reopen(self, judge: str, reason: str, by: str) -> None:
        """Send a ballot back to its judge. Raises E-JUDGEUNKNOWN, E-NOBALLOT or E-REASON."""
        self._require_ballot(judge)
        reason = _require_reason(judge, reason)
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
        """Record the committee's word on a tie; what is returned has its number.

        Raises E-CASEUNKNOWN, E-DECISION or E-REASON.
        """
        reason = _require_reason("", reason)
        for case in decision.cases:
            self.nomination(case)
        if len(set(decision.cases)) != len(decision.cases) or len(decision.cases) < 2:
            raise Bad("E-DECISION")
        with writing(self._db) as db:
            at, n = self._clock(), log.next_number(db)
            numbered = replace(decision, number=results.next_number(db, "decision"))
            results.insert_decision(db, n, numbered, reason, by, at)
            detail = {"number": numbered.number, "kind": numbered.kind, "reason": reason}
            log.append(db, at, by, "decide", {**detail, "cases": list(decision.cases)})
        return numbered

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
        """Keep ballots that came sealed and were opened, after a backup, all or none."""
        self.backup("open")
        with writing(self._db) as db:
            n = log.next_number(db)
            for ballot in opened:
                ballots.insert(db, n, ballot)
            self._log("open", {"ballots": len(opened), **detail}, by)

    def withdraw(self, one: Withdrawal, by: str) -> None:
        """Record that a judge left, after a backup. Raises E-JUDGEUNKNOWN or E-REASON."""
        self.judge(one.judge)
        one = replace(one, reason=_require_reason(one.judge, one.reason))
        self.backup("withdraw")
        detail = {"scores": one.scores, "reason": one.reason}
        self.add_document(
            withdrawals.KIND, one.judge, withdrawals.pack(one), detail=detail, actor=by
        )

    def note(self, action: str, detail: Mapping[str, object], actor: str = "") -> LogEntry:
        """Log an act whose effect is outside the database, such as an export."""
        with writing(self._db):
            return self._log(action, detail, actor)

    def backup(self, reason: str) -> Path:
        """A checked copy in `backups/`. Raises E-FULL, E-CANNOTWRITE or E-BACKUP."""
        return backups.back_up(self._db, reason, self._clock())

    def desk(self, judge: str, rules: Rules) -> Desk:
        """A judge's own view and drafts. Raises E-JUDGEUNKNOWN, or E-LOCKED naming who has it."""
        found = self.judge(judge)
        if not self._db.readonly and judge not in self._holds:
            self._holds[judge] = hold(self.path, judge, self._clock)
        return self._read(lambda db: Desk(db, found, rules, self._clock, self._nonce))

    def _log(self, action: str, detail: Mapping[str, object], actor: str = "") -> LogEntry:
        return log.append(self._db, self._clock(), actor or self.actor, action, detail)


def _attached(rows: Sequence[Attachment]) -> dict[str, object]:
    cases = sorted({row.case for row in rows})
    return {"files": len(rows), "cases": cases[:20], "first": rows[0].name}


def _require_reason(where: str, reason: str) -> str:
    reason = clean_line(reason)
    if not reason:
        raise Bad("E-REASON", where)
    limits.require_text(where, "reason", reason, limits.REMARK)
    return reason


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
