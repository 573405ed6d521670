"""How far an award is, in counts only: what the secretary sees before collecting ends.

No score is in here, by construction: the store gives counts, the sealed files give receipts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from award.closed import close_record
from award.collecting import state_of, travelling
from award.coverage import Coverage, coverage
from award.folder import Award
from award.rounds import round_of
from award.rounds_view import RoundLine, progress_of, round_shown, rounds_view
from award.secret import box_opened
from db.names import newest_backup
from db.records import Judge, LogEntry, Progress
from exchange.collecting import Seat, State

Where = Literal["in", "working", "untouched", "back", "waiting", "conflict", "late", "gone"]
MISSING: tuple[Where, ...] = ("working", "untouched", "back", "waiting", "conflict", "late")
TROUBLE: tuple[Where, ...] = ("back", "conflict", "late")


@dataclass(frozen=True)
class Line:
    """One judge. `todo` are the cases to score, recusals left out; `left` those not done.

    `receipt` is that of the ballot that counts; `receipts` those of a conflict or of late ones.
    """

    judge: Judge
    where: Where
    done: int
    todo: int
    recused: int
    last_active: str
    receipt: str = ""
    receipts: tuple[str, ...] = ()
    sealed: bool = False  # the ballot that counts was not opened: its own recusals are not known
    stage: str = ""  # in a chain the key of the judge's own round

    @property
    def secret(self) -> bool:
        """A vote without a name: it has no receipt that could be joined to the judge."""
        return self.where == "in" and not self.receipt

    @property
    def left(self) -> int:
        return self.todo - self.done

    @property
    def missing(self) -> bool:
        return self.where in MISSING


@dataclass(frozen=True)
class Dashboard:
    """The whole picture. `travels`: ballots come back as files; `closed`: collecting has ended,
    or the box of a secret vote was opened.

    In a chain all this is about the round that is on; `others` are the judges of other rounds.
    """

    judges: tuple[Line, ...]
    cases: tuple[Coverage, ...]
    log: tuple[LogEntry, ...]  # newest first
    backup: str  # when the newest backup was made, `MM-DD hh:mm`; empty: none
    travels: bool
    closed: bool
    results: int
    now: str
    others: tuple[Line, ...] = ()
    rounds: tuple[RoundLine, ...] = ()
    final: int = 0  # the number of the newest final result; 0: none

    @property
    def everybody(self) -> tuple[Line, ...]:
        return self.judges + self.others

    def count(self, where: Where) -> int:
        return sum(line.where == where for line in self.judges)

    @property
    def short(self) -> tuple[Coverage, ...]:
        """Cases that cannot be ranked whatever still comes."""
        return tuple(one for one in self.cases if one.short)

    @property
    def waiting(self) -> tuple[Coverage, ...]:
        return tuple(one for one in self.cases if one.waiting)

    @property
    def sealed(self) -> bool:
        """Ballots are in whose own recusals are not known."""
        return any(line.sealed for line in self.judges)

    @property
    def missing(self) -> tuple[Line, ...]:
        return tuple(line for line in self.judges if line.missing)


def dashboard(award: Award, log_lines: int = 50) -> Dashboard:
    """Read anew. Cheap: no ballot is opened and no nomination's text is read."""
    store, shown = award.store, round_shown(award)
    states = {key: state_of(award, stage=key) for key in travelling(award)}
    lines, results = tuple(_lines(award, states)), store.results()
    return Dashboard(
        judges=tuple(line for line in lines if line.stage in ("", shown)),
        others=tuple(line for line in lines if line.stage not in ("", shown)),
        rounds=rounds_view(award),
        cases=coverage(award, states.get(shown, {}), stage=shown),
        log=store.log()[-log_lines:][::-1],
        backup=_backup(award),
        travels=shown in states,
        closed=close_record(award, shown) is not None or box_opened(award, shown),
        results=len(results),
        final=max((one.number for one in results if one.kind == "final"), default=0),
        now=store.now(),
    )


def as_of_now(board: Dashboard, award: Award) -> Dashboard:
    """A dashboard of an award in which nothing was done since: the clock and the backups go on."""
    return replace(board, now=award.store.now(), backup=_backup(award))


def _lines(award: Award, states: Mapping[str, State]) -> Iterator[Line]:
    """Every judge; in a chain with the own round."""
    gone = award.store.withdrawals()
    for one in progress_of(award):
        stage = round_of(award, one.judge.id)
        seat = states.get(stage, {}).get(one.judge.id)
        line = _line(one, seat, one.judge.id in gone)
        yield replace(line, stage=stage) if award.rules.chain else line


def _line(one: Progress, seat: Seat | None, gone: bool) -> Line:
    counts = seat.counts if seat else None
    whole = counts is not None
    todo = one.total - one.recused
    return Line(
        judge=one.judge,
        where="gone" if gone else _where(one, seat),
        done=todo if whole else one.done,
        todo=todo,
        recused=one.recused,
        last_active=one.last_active,
        receipt=counts.receipt if counts else one.receipt,
        receipts=_receipts(seat),
        sealed=still_sealed(one, seat),
    )


def still_sealed(one: Progress, seat: Seat | None) -> bool:
    """The ballot of a judge that counts came sealed, and was not opened."""
    counts = seat.counts if seat else None
    return counts is not None and counts.receipt != one.receipt


def _where(one: Progress, seat: Seat | None) -> Where:
    if seat and seat.conflict:
        return "conflict"
    if one.submitted or (seat and seat.counts):
        return "in"
    if seat:
        return "late" if seat.late else "waiting"
    if one.revision > 1:
        return "back"
    return "working" if one.done or one.started else "untouched"


def _receipts(seat: Seat | None) -> tuple[str, ...]:
    held = seat.conflict.ballots if seat and seat.conflict else seat.late if seat else ()
    return tuple(one.receipt for one in held)


def _backup(award: Award) -> str:
    """The name of a backup begins with the time it was made."""
    newest = newest_backup(award.store.path)
    if newest is None:
        return ""
    stamp = newest.stem.removeprefix(f"{award.store.path.stem}-")
    return f"{stamp[4:6]}-{stamp[6:8]} {stamp[9:11]}:{stamp[11:13]}"
