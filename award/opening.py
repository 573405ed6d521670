"""Open the sealed ballots that count, after closing; all of them are good, or none is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from award.closed import close_record, close_records
from award.closing import late_files
from award.collecting import known_of, state_of, travelling
from award.folder import Award
from award.freezing import Frozen, require_frozen
from award.keys import Held, keys_of_round, require_keys
from award.rounds import round_of, round_on, rules_for
from db.bounds import require_sheet
from db.entries import entries_of
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


def sealed_ballots(award: Award, stages: Collection[str] = ()) -> tuple[Sealed, ...]:
    """The ballots that count and were not opened yet, of all rounds or of some; none where
    nothing travels.

    Raises E-NOTCLOSED where packets are out and collecting has not ended.
    """
    travel = [one for one in travelling(award) if one in (stages or [one])]
    if any(close_record(award, stage) is None for stage in travel):
        raise Bad("E-NOTCLOSED")
    if not travel:
        return ()
    there = {(one.judge, one.receipt) for one in award.store.all_ballots()}
    gone = _gone(award)
    seats = (seat for stage in travel for seat in state_of(award, stage=stage).values())
    live = [seat.counts for seat in seats if seat.counts and seat.judge not in gone]
    return tuple(one for one in live if (one.judge, one.receipt) not in there)


def _gone(award: Award) -> frozenset[str]:
    """Judges who left and whose scores do not count."""
    left = award.store.withdrawals().values()
    return frozenset(one.judge for one in left if one.scores == "drop")


def require_opened(award: Award, stages: Collection[str] = ()) -> None:
    """Before anything is ranked: all that counts was opened, and nothing else counts; in all
    rounds or in some.

    Raises E-NOTCLOSED, E-NOTOPENED, E-OFFSHEET or E-LEFTOUT.
    """
    if waiting := sealed_ballots(award, stages):
        judges = ", ".join(one.judge for one in waiting)
        raise Bad("E-NOTOPENED", count=len(waiting), judges=judges)
    for stage, record in close_records(award).items():
        if stage in (stages or [stage]):
            _require_sheet_kept(award, stage, record)


def _require_sheet_kept(award: Award, stage: str, record: CloseRecord) -> None:
    """What counts is what the close sheet says, and what was decided since."""
    listed = {one.judge: one.receipt for one in record.counted}
    accepted = {(one.judge, one.receipt) for one in late_files(award)}
    now = {
        one.judge: one.receipt
        for one in award.store.ballots()
        if not award.rules.chain or round_of(award, one.judge) == stage
    }
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
    """The keys whose opening half is asked for; none in an open award.

    Where new ones were made between two rounds and late ballots of the first wait, those of the
    first.
    """
    if require_frozen(award).slate.mode == "open":
        return None
    require_keys(award)
    waiting = [one.context.stage for one in sealed_ballots(award)]
    return keys_of_round(award, waiting[0] if waiting else round_on(award))


def open_ballots(award: Award, opening: bytes | None, by: str) -> int:
    """Open, check and keep every ballot that counts; how many.

    Raises every problem of every ballot together, and then keeps none: E-OPEN, E-COPY,
    E-RECEIPT, E-BALLOT, E-BALLOTRULES, E-BALLOTCASES, E-BALLOTGAPS, E-BALLOTCOMMENT, E-RANGE,
    E-OTHERRULES.
    """
    waiting = {one.digest: one for one in sealed_ballots(award)}
    if not waiting:
        return 0
    opened: dict[str, Ballot] = {}
    problems: list[Problem] = []
    for stage in dict.fromkeys(one.context.stage for one in waiting.values()):
        check = _check_of(award, stage)
        for digest, file in _files_of(award, known_of(award, stage), waiting):
            try:
                opened[digest] = check.opened(file, opening)
            except Bad as bad:
                problems += bad.problems
    if problems:
        raise Bad.of(problems)
    receipts = sorted(one.receipt for one in opened.values())
    award.store.add_opened(list(opened.values()), {"receipts": receipts}, by)
    return len(opened)


def _check_of(award: Award, stage: str) -> Check:
    frozen = require_frozen(award, stage)
    return Check(frozen, rules_for(award, stage), award.store.assignment())


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
            silent = not sheet.comments.get(case, "").strip()
            if self.rules.stage.commented and silent and not recused:
                raise Bad("E-BALLOTCOMMENT", judge=sheet.judge, case=case)


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
