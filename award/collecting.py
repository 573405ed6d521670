"""Ballots come back: take in files, say what they come to, rule on conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from award.closed import close_record
from award.closing import late_files
from award.folder import Award
from award.freezing import frozen
from award.issuing import issues
from award.keys import held_keys
from db.received import digest_of
from db.records import Received
from exchange.admitting import Known, Ruling, Sealed, admit
from exchange.codes import parse_receipt
from exchange.collecting import Choice, Seat, State, rule, settle
from exchange.fields import pack, unpack
from exchange.folder_reading import Found, Passed, read_all
from exchange.rulings import RulingRecord
from words import Bad, Problem
from words.text import clean_line, cut

RULING = "ruling"
BATCH = 32 << 20
"""Bytes held before they are written: a large folder is written in several parts."""

Verdict = Literal["taken", "same", "earlier", "late", "conflict", "aside", "refused"]


@dataclass(frozen=True)
class Arrival:
    """One file of this run and what became of it."""

    name: str
    verdict: Verdict
    ballot: Sealed | None = None
    problem: Problem | None = None


@dataclass(frozen=True)
class Collected:
    """What one run found. `ignored` counts files that are no concern of ours."""

    arrivals: tuple[Arrival, ...]
    ignored: int
    state: State
    closed: bool

    def count(self, verdict: Verdict) -> int:
        return sum(one.verdict == verdict for one in self.arrivals)


def known_of(award: Award) -> Known:
    """What the award has issued and decided. Raises E-NOPACKETS before the first packet."""
    slate, held, record = frozen(award), held_keys(award), close_record(award)
    packets = issues(award)
    if slate is None or not packets:
        raise Bad("E-NOPACKETS")
    by_judge = {one.judge: tuple(i for i in packets if i.judge == one.judge) for one in packets}
    return Known(
        award=slate.slate.award,
        stage=slate.slate.stage,
        slate=slate.hash,
        keys=held.number if held and slate.slate.mode == "sealed" else None,
        issues=by_judge,
        rulings=rulings(award),
        closed=frozenset(record.received) if record else None,
        accepted=frozenset(one.file for one in late_files(award)),
    )


def rulings(award: Award) -> tuple[Ruling, ...]:
    """The secretary's rulings in the order they were made."""
    kept = [unpack(RulingRecord, one.payload) for one in award.store.documents(RULING)]
    return tuple(one.ruling for one in kept)


def has_packets(award: Award) -> bool:
    """Whether ballots of this award travel; where not, judges work on the folder itself."""
    return bool(award.store.documents("issue"))


def state_of(award: Award, known: Known | None = None) -> State:
    """What has come back so far, worked out from the kept bytes. Raises E-NOPACKETS."""
    known = known or known_of(award)
    return settle(genuine(award, known), known)


def genuine(award: Award, known: Known) -> Iterator[Sealed]:
    """The kept files that are good ballots today."""
    for file in award.store.received(whole=True):
        try:
            yield admit(file.data, known)
        except Bad:
            continue


def collect(award: Award, paths: Sequence[Path]) -> Collected:
    """Take in files and folders. As often as liked: what is there already is not kept twice.

    Raises E-NOPACKETS, or E-NOFILE for a path that is not there.
    """
    known = known_of(award)
    run = _Run(award, known)
    for entry in read_all(paths):
        run.take(entry)
    run.flush()
    state = state_of(award, known)
    arrivals = tuple(_judged(one, state) for one in run.arrivals)
    _warn(award, arrivals, state)
    return Collected(arrivals, run.ignored, state, known.closed is not None)


class _Run:
    """One reading of the folders; `taken` maps what came before to nothing new."""

    def __init__(self, award: Award, known: Known) -> None:
        self.award, self.known = award, known
        self.kept = set(award.store.received_digests())
        self.seen = {one.digest for one in genuine(award, known)}
        self.waiting: list[Received] = []
        self.arrivals: list[Arrival] = []
        self.passed: Counter[str] = Counter()
        self.ignored = 0

    def take(self, entry: Found | Passed) -> None:
        if isinstance(entry, Found):
            self._file(cut(clean_line(entry.name), 120), entry.data)
        elif entry.problem is None:
            self.ignored += 1
        else:
            self.passed[entry.problem.code] += 1
            name = cut(clean_line(entry.name), 120)
            self.arrivals.append(Arrival(name, "refused", problem=_at(entry.problem, name)))

    def _file(self, name: str, data: bytes) -> None:
        arrival = self._judge(name, data)
        digest = digest_of(data)
        if digest not in self.kept:
            code = arrival.problem.code if arrival.problem else ""
            self.waiting.append(
                Received(digest, name, code, len(data), self.award.store.now(), data)
            )
            self.kept.add(digest)
        self.arrivals.append(arrival)
        if sum(one.size for one in self.waiting) > BATCH:
            self.flush()

    def _judge(self, name: str, data: bytes) -> Arrival:
        try:
            ballot = admit(data, self.known)
        except Bad as bad:
            return Arrival(name, "refused", problem=_at(bad.problems[0], name))
        same = ballot.digest in self.seen
        self.seen.add(ballot.digest)
        return Arrival(name, "same" if same else "taken", ballot)

    def flush(self) -> None:
        """Keep what was read so far; nothing is written where nothing is new."""
        if self.waiting:
            codes = Counter(one.code or "taken" for one in self.waiting)
            self.award.store.add_received(self.waiting, {"codes": dict(sorted(codes.items()))})
            self.waiting = []


def _at(problem: Problem, name: str) -> Problem:
    where = f"{name} {problem.where}".strip()
    return replace(problem, where=where)


def _judged(arrival: Arrival, state: State) -> Arrival:
    """A new ballot's verdict once all files are in."""
    ballot = arrival.ballot
    if ballot is None or arrival.verdict != "taken":
        return arrival
    seat = state[ballot.judge]
    if ballot in seat.late:
        return replace(arrival, verdict="late", problem=late_problem(ballot))
    if seat.conflict and ballot in seat.conflict.ballots:
        return replace(arrival, verdict="conflict")
    if ballot in seat.earlier:
        return replace(arrival, verdict="earlier")
    return replace(arrival, verdict="aside") if ballot in seat.aside else arrival


def late_problem(ballot: Sealed) -> Problem:
    return Problem("E-LATE", "", {"judge": ballot.judge, "receipt": ballot.receipt})


def _warn(award: Award, arrivals: Sequence[Arrival], state: State) -> None:
    """A ballot that names another one before it than the one that came is worth a line."""
    for one in arrivals:
        if one.verdict == "taken" and one.ballot and state[one.ballot.judge].odd_previous:
            detail = {"judge": one.ballot.judge, "receipt": one.ballot.receipt}
            award.store.note("previous-differs", detail)


def resolve(award: Award, judge: str, receipt: str, reason: str, by: str) -> Choice:
    """Keep the ballot with this receipt, set the others of the conflict aside; with a reason.

    Raises E-RECEIPTFORM, E-JUDGE, E-NOCONFLICT, E-NOTINCONFLICT, E-NOREASON, or E-CLOSED.
    """
    record = close_record(award)
    choice = rule(state_of(award), judge, parse_receipt(receipt))
    if record and choice.kept.digest in record.received:
        raise Bad("E-CLOSED", at=record.signed.sheet.closed_at)
    number = len(award.store.documents(RULING)) + 1
    kept = RulingRecord.of(choice.ruling, reason)
    detail = {
        "judge": judge,
        "keeps": choice.kept.receipt,
        "sets_aside": [one.receipt for one in choice.dropped],
        "reason": reason,
    }
    award.store.add_document(RULING, "", pack(kept), number=number, detail=detail, actor=by)
    return choice


def waiting(state: State) -> tuple[Seat, ...]:
    """The judges from whom nothing counts yet."""
    return tuple(seat for seat in state.values() if seat.counts is None)
