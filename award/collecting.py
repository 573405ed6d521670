"""Ballots come back: take in files, say what they come to, rule on conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from award.closed import close_record
from award.closing import late_files
from award.folder import Award
from award.issuing import issues_of
from award.keys import keys_of_round
from award.rounds import frozen, round_of, round_on, rounds
from db.clock import on_the_wall
from db.received import digest_of
from db.records import Received
from exchange.admitting import Known, Ruling, Sealed, admit, admit_to
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


def known_of(award: Award, stage: str = "") -> Known:
    """What the award has issued and decided of a round, of the one that is on.

    Raises E-NOPACKETS before the first packet of it.
    """
    stage = stage or round_on(award)
    slate, record = frozen(award, stage), close_record(award, stage)
    held, packets = keys_of_round(award, stage), issues_of(award, stage)
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


def known_rounds(award: Award) -> dict[str, Known]:
    """As `known_of`, of every round that has packets. Raises E-NOPACKETS where none has."""
    found = {key: known_of(award, key) for key in travelling(award)}
    if not found:
        raise Bad("E-NOPACKETS")
    return found


def travelling(award: Award) -> tuple[str, ...]:
    """The rounds whose ballots travel; in the others judges work on the folder itself."""
    if not has_packets(award):
        return ()
    return tuple(one.key for one in rounds(award.rules) if has_packets(award, one.key))


def has_packets(award: Award, stage: str = "") -> bool:
    """Whether ballots of a round travel, or of any round where none is named."""
    return bool(issues_of(award, stage) if stage else award.store.documents("issue"))


def state_of(award: Award, known: Known | None = None, *, stage: str = "") -> State:
    """What has come back so far of a round (the one that is on), worked out from the kept bytes.

    Raises E-NOPACKETS.
    """
    known = known or known_of(award, stage)
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
    known = known_rounds(award)
    now = known.get(round_on(award)) or next(reversed(known.values()))
    run = _Run(award, known, now)
    for entry in read_all(paths):
        run.take(entry)
    run.flush()
    states = {key: state_of(award, one) for key, one in known.items()}
    arrivals = tuple(_judged(one, _seats(one, states)) for one in run.arrivals)
    _warn(award, arrivals, states)
    return Collected(arrivals, run.ignored, states[now.stage], now.closed is not None)


def _seats(arrival: Arrival, states: Mapping[str, State]) -> State:
    """The state of the round an arrival belongs to."""
    return states[arrival.ballot.context.stage] if arrival.ballot else {}


class _Run:
    """One reading of the folders; `taken` maps what came before to nothing new."""

    def __init__(self, award: Award, known: Mapping[str, Known], now: Known) -> None:
        self.award, self.known, self.now = award, known, now
        self.kept = set(award.store.received_digests())
        self.seen = {one.digest for each in known.values() for one in genuine(award, each)}
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
            ballot = admit_to(data, self.known, self.now)
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


def _warn(award: Award, arrivals: Sequence[Arrival], states: Mapping[str, State]) -> None:
    """A ballot that names another one before it than the one that came is worth a line."""
    for one in arrivals:
        ballot = one.ballot if one.verdict == "taken" else None
        if ballot and _seats(one, states)[ballot.judge].odd_previous:
            detail = {"judge": ballot.judge, "receipt": ballot.receipt}
            award.store.note("previous-differs", detail)


def resolve(award: Award, judge: str, receipt: str, reason: str, by: str) -> Choice:
    """Keep the ballot with this receipt, set the others of the conflict aside; with a reason.

    Raises E-RECEIPTFORM, E-JUDGE, E-NOCONFLICT, E-NOTINCONFLICT, E-NOREASON, or E-CLOSED.
    """
    stage = round_of(award, judge) or round_on(award)
    record = close_record(award, stage)
    choice = rule(state_of(award, stage=stage), judge, parse_receipt(receipt))
    if record and choice.kept.digest in record.received:
        raise Bad("E-CLOSED", at=on_the_wall(record.signed.sheet.closed_at))
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
