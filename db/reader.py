"""What an award holds, read from its database; the part of the store that changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from db import (
    assignments,
    attachments,
    ballots,
    check,
    corrections,
    documents,
    files_kept,
    journal,
    judges,
    log,
    matrix,
    nominations,
    received,
    recusals,
    results,
    rulings,
    sealing,
    withdrawals,
)
from db import progress as progress_of
from db.clock import Clock, local_time
from db.connection import AwardDatabase
from db.errors import speaking
from db.lock import Hold
from db.records import (
    Assignment,
    Attachment,
    Ballot,
    Correction,
    Document,
    Judge,
    LogEntry,
    Nomination,
    Progress,
    Received,
    Recusal,
    Ruling,
    Source,
    StoredResult,
    Withdrawal,
)
from scoring.cells import Matrix
from scoring.rules import Rules, ScoreStage

if TYPE_CHECKING:
    from scoring.result import Decision

T = TypeVar("T")


class Reader:
    """An open award, to read. Use `db.store.Store`, which adds the rest."""

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

    def close(self) -> None:
        """Give everything back; closing twice does nothing."""
        for held in self._holds.values():
            held.release()
        self._holds.clear()
        self._db.close()

    def __enter__(self) -> Self:
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

    def nominations(self) -> tuple[Nomination, ...]:
        """Every case, in natural order of the numbers."""
        return self._read(nominations.read_all)

    def headings(self) -> tuple[Nomination, ...]:
        """As `nominations`, for lists: where they are many, without the texts."""
        return self._read(nominations.read_listed)

    def nomination(self, number: str) -> Nomination:
        """Raises E-CASEUNKNOWN."""
        return self._read(lambda db: nominations.read(db, number))

    def assignment(self) -> Assignment | None:
        """Who reads what; None where everybody reads everything. Raises E-ALTERED."""
        return self._read(assignments.in_force)

    def judges(self) -> tuple[Judge, ...]:
        """Every judge, in natural order of the ids."""
        return self._read(judges.read_all)

    def judge(self, judge: str) -> Judge:
        """Raises E-JUDGEUNKNOWN."""
        return self._read(lambda db: judges.read(db, judge))

    def recusals(self) -> tuple[Recusal, ...]:
        """The recusals that hold, by judge and case."""
        return self._read(lambda db: tuple(recusals.in_force(db).values()))

    def away(self) -> frozenset[tuple[str, str]]:
        """Judge and case, where the judge does not score it: by a recusal that holds, or by what
        a ballot that counts and is open says.
        """
        return self._read(lambda db: frozenset(recusals.in_force(db)) | ballots.recused(db))

    def progress(self, rules: Rules) -> tuple[Progress, ...]:
        """How far every judge is: counts, never scores."""
        return self._read(lambda db: progress_of.read_all(db, rules))

    def ballots(self) -> tuple[Ballot, ...]:
        """The ballots that count: the last of each judge, unless it was sent back."""
        return self._read(ballots.read_counting)

    def handed_in(self) -> tuple[str, ...]:
        """The judges whose ballots count, in the same order; no ballot is read."""
        return self._read(ballots.counting_judges)

    def all_ballots(self) -> tuple[Ballot, ...]:
        """Every ballot ever submitted, by judge and revision."""
        return self._read(ballots.read_all)

    def matrix(self, stage: ScoreStage, only: Collection[str] = ()) -> Matrix:
        """The scores of the ballots that count, of all judges or of `only` some.

        Raises E-RANGE, E-OTHERRULES or E-ALTERED.
        """
        return self._read(lambda db: matrix.load(db, stage, only))

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
        """The committee's decisions that hold, by number."""
        return self._read(rulings.in_force)

    def corrections(self) -> tuple[Correction, ...]:
        """Every correction of a single mark, by judge. Raises E-ALTERED."""
        return self._read(corrections.read_all)

    def rulings(self) -> tuple[Ruling, ...]:
        """Every decision by number with its reason, also what was withdrawn. Raises E-ALTERED."""
        return self._read(rulings.read_all)

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

    def last_detail(self, action: str) -> Mapping[str, object]:
        """What the newest entry of an action says; nothing where there is none."""
        return self._read(lambda db: log.last_detail(db, action))

    def journal(self, last: int | None = None) -> Iterator[bytes]:
        """The log with the rows each entry wrote, a line each, up to entry `last`."""
        return self._read(lambda db: journal.lines(db, last))

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
