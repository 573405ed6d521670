"""Open the sealed ballots that count, after closing; all of them are good, or none is taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from award.closed import close_record
from award.closing import late_files
from award.collecting import has_packets, known_of, state_of
from award.folder import Award
from award.freezing import Frozen, require_frozen
from award.keys import Held, require_keys
from db.ballots import entries_of
from db.bounds import require_sheet
from db.payload import Sheet, digest_of, receipt
from db.records import Assignment, Ballot, Received
from db.rules_digest import digest_of as digest_of_rules
from exchange.admitting import Known, Sealed, vouched
from exchange.closing import CloseRecord
from exchange.objects import BallotBody, check_body
from exchange.sealing import open_ballot, read_ballot
from scoring.cells import State
from scoring.rules import Rules
from words import Bad, Problem

_NO_ANSWER = {int(State.MISSING), int(State.NOT_ASSIGNED)}


def sealed_ballots(award: Award) -> tuple[Sealed, ...]:
    """The ballots that count and were not opened yet; none where nothing travels.

    Raises E-NOTCLOSED where packets are out and collecting has not ended.
    """
    if not has_packets(award):
        return ()
    if close_record(award) is None:
        raise Bad("E-NOTCLOSED")
    there = {(one.judge, one.receipt) for one in award.store.all_ballots()}
    gone = _gone(award)
    seats = state_of(award).values()
    live = [seat.counts for seat in seats if seat.counts and seat.judge not in gone]
    return tuple(one for one in live if (one.judge, one.receipt) not in there)


def _gone(award: Award) -> frozenset[str]:
    """Judges who left and whose scores do not count."""
    left = award.store.withdrawals().values()
    return frozenset(one.judge for one in left if one.scores == "drop")


def require_opened(award: Award) -> None:
    """Before anything is ranked: all that counts was opened, and nothing else counts.

    Raises E-NOTCLOSED, E-NOTOPENED, E-OFFSHEET or E-LEFTOUT.
    """
    if waiting := sealed_ballots(award):
        judges = ", ".join(one.judge for one in waiting)
        raise Bad("E-NOTOPENED", count=len(waiting), judges=judges)
    if record := close_record(award):
        _require_sheet_kept(award, record)


def _require_sheet_kept(award: Award, record: CloseRecord) -> None:
    """What counts is what the close sheet says, and what was decided since."""
    listed = {one.judge: one.receipt for one in record.counted}
    accepted = {(one.judge, one.receipt) for one in late_files(award)}
    now = {one.judge: one.receipt for one in award.store.ballots()}
    gone = _gone(award)
    problems = [
        Problem("E-OFFSHEET", "", {"judge": judge, "receipt": receipt})
        for judge, receipt in now.items()
        if listed.get(judge) != receipt and (judge, receipt) not in accepted
    ]
    problems += [
        Problem("E-LEFTOUT", "", {"judge": judge, "receipt": receipt})
        for judge, receipt in listed.items()
        if judge not in gone and judge not in now
    ]
    if problems:
        raise Bad.of(problems)


def opening_keys(award: Award) -> Held | None:
    """The keys whose opening half is asked for; none in an open award."""
    return None if require_frozen(award).slate.mode == "open" else require_keys(award)


def open_ballots(award: Award, opening: bytes | None, by: str) -> int:
    """Open, check and keep every ballot that counts; how many.

    Raises every problem of every ballot together, and then keeps none: E-OPEN, E-COPY,
    E-RECEIPT, E-BALLOT, E-BALLOTRULES, E-BALLOTCASES, E-BALLOTGAPS, E-RANGE, E-OTHERRULES.
    """
    waiting = {one.digest: one for one in sealed_ballots(award)}
    if not waiting:
        return 0
    check = Check(require_frozen(award), award.rules, award.store.assignment())
    opened: dict[str, Ballot] = {}
    problems: list[Problem] = []
    for digest, file in _files_of(award, known_of(award), waiting):
        try:
            opened[digest] = check.opened(file, opening)
        except Bad as bad:
            problems += bad.problems
    if problems:
        raise Bad.of(problems)
    receipts = sorted(one.receipt for one in opened.values())
    award.store.add_opened(list(opened.values()), {"receipts": receipts}, by)
    return len(opened)


def _files_of(
    award: Award, known: Known, wanted: Mapping[str, Sealed]
) -> Iterator[tuple[str, Received]]:
    """The kept bytes of the ballots wanted, each once."""
    left = set(wanted)
    for file in award.store.received(whole=True):
        try:
            digest = vouched(read_ballot(file.data), known).digest
        except Bad:
            continue
        if digest in left:
            left.remove(digest)
            yield digest, file


@dataclass(frozen=True)
class Check:
    """What an opened ballot must agree with."""

    frozen: Frozen
    rules: Rules
    assigned: Assignment | None = None  # who reads what, where not everybody reads everything

    def opened(self, file: Received, opening: bytes | None) -> Ballot:
        """The ballot in a file, checked. Raises what `open_ballots` raises for one."""
        closed = read_ballot(file.data)
        judge = closed.header.context.judge
        try:
            body = open_ballot(closed, opening)
            check_body(closed.header, body)
        except Bad as bad:
            raise Bad(bad.code, judge, **{"judge": judge, **bad.params}) from None
        self.content(body.sheet)
        return _ballot(body, file.at)

    def content(self, sheet: Sheet) -> None:
        """Rules, cases, completeness and bounds of one ballot."""
        self._rules(sheet)
        self._cases(sheet)
        require_sheet(sheet, self.rules.stage)
        self._complete(sheet)

    def _rules(self, sheet: Sheet) -> None:
        now = self.frozen.slate.rules_digest
        if sheet.rules != now or digest_of_rules(self.rules) != now:
            raise Bad("E-BALLOTRULES", judge=sheet.judge, was=sheet.rules[:8], now=now[:8])

    def _cases(self, sheet: Sheet) -> None:
        slate = {one.number for one in self.frozen.slate.cases}
        if self.assigned is not None:
            slate &= self.assigned.shares.get(sheet.judge, frozenset())
        if odd := sorted(slate ^ set(sheet.cases)):
            raise Bad("E-BALLOTCASES", judge=sheet.judge, case=odd[0])

    def _complete(self, sheet: Sheet) -> None:
        """Every case is answered whole, or recused whole and with a reason."""
        width = len(sheet.criteria)
        for row, case in enumerate(sheet.cases):
            states = set(sheet.states[row * width : (row + 1) * width])
            recused = int(State.RECUSED) in states
            whole = len(states) == 1 if recused else not states & _NO_ANSWER
            if not whole or recused != (case in sheet.recusals):
                raise Bad("E-BALLOTGAPS", judge=sheet.judge, case=case)


def _ballot(body: BallotBody, at: str) -> Ballot:
    sheet, payload = body.sheet, body.payload
    return Ballot(
        sheet.judge,
        sheet.revision,
        entries_of(sheet),
        payload,
        digest_of(payload),
        receipt(payload),
        at,
    )
