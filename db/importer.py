"""What an award takes in: nominations, judges, recusals, and the files they came in.

An import is one transaction with its line in the log, after a backup where the award holds
something already. What is there already is not added again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from db import (
    attachments,
    carrying,
    files_kept,
    intake,
    judges,
    limits,
    log,
    nominations,
    recusals,
)
from db import backup as backups
from db.connection import AwardDatabase, writing
from db.reader import Reader
from db.records import (
    Added,
    Answer,
    Attachment,
    Judge,
    LogEntry,
    Nomination,
    Recusal,
    Source,
)
from scoring.rules import ScoreStage
from words import Bad
from words.text import clean_line

Row = TypeVar("Row")
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


class Importer(Reader):
    """The part of the store that takes files in."""

    def add_nominations(self, rows: Sequence[Nomination], sources: Sources = ()) -> Added:
        """Raises every mistake at once (E-TWICE, E-CHANGED, E-TOOLONG ...); writes nothing then."""
        sealed = [nominations.sealed(row) for row in rows]
        return self._import(_CASES, sealed, sources)

    def case_numbers(self) -> frozenset[str]:
        """Every number that was ever a case, also of those that were taken off the list."""
        return frozenset(self._read(nominations.known))

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

    def take_over(
        self,
        judge: str,
        stage: ScoreStage,
        answers: Iterable[Answer],
        notes: Iterable[Answer] = (),
    ) -> None:
        """Fill a judge's draft from an earlier one where it is empty; see `carrying`.

        Before the judge's desk is opened.
        """
        self._read(lambda db: carrying.take_over(db, judge, stage, self._clock, answers, notes))

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
        reason = require_reason(row.name, reason)
        with writing(self._db) as db:
            n, at = log.next_number(db), self._clock()
            attachments.insert(db, n, [row], at, withdrawn=True)
            log.append(db, at, self.actor, "detach", {**_attached([row]), "reason": reason})

    def _is_empty(self) -> bool:
        query = "SELECT EXISTS (SELECT 1 FROM nomination) OR EXISTS (SELECT 1 FROM judge)"
        return not self._db.execute(query).fetchone()[0]

    def backup(self, reason: str) -> Path:
        """A checked copy in `backups/`. Raises E-FULL, E-CANNOTWRITE or E-BACKUP."""
        return backups.back_up(self._db, reason, self._clock())

    def _log(self, action: str, detail: Mapping[str, object], actor: str = "") -> LogEntry:
        return log.append(self._db, self._clock(), actor or self.actor, action, detail)


def _attached(rows: Sequence[Attachment]) -> dict[str, object]:
    cases = sorted({row.case for row in rows})
    return {"files": len(rows), "cases": cases[:20], "first": rows[0].name}


def require_reason(where: str, reason: str) -> str:
    reason = clean_line(reason)
    if not reason:
        raise Bad("E-REASON", where)
    limits.require_text(where, "reason", reason, limits.REMARK)
    return reason
