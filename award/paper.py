"""Judges on paper: two people type a sheet in, one enters and the other confirms or rejects.

Every case is a document of its own the moment it is entered (kind `paper-entry`) or looked at
(`paper-check`); nothing is edited, a case that was rejected is entered anew. Once all agree, the
sheet becomes that judge's ballot, logged with both names. Scores are in documents, not in the log.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from award.closed import require_open
from award.folder import Award
from award.freezing import require_frozen
from award.rounds import require_on, require_round, round_on, rules_for
from award.secret import refuse_named_paper
from db import sealing
from db.bounds import require_allowed
from db.records import Answer, Ballot, Nomination, Recusal
from exchange.carrying import OldCell, Short
from exchange.fields import at_most, pack, text, unpack
from exchange.objects.terms import Count, Hex32, Name
from scoring.cells import Cell, State
from words import Bad
from words.text import clean_line

ENTRY, CHECK = "paper-entry", "paper-check"
Where = Literal["missing", "entered", "agreed", "rejected", "recused"]
TO_ENTER: tuple[Where, ...] = ("missing", "rejected")
Person = Annotated[str, text(1, 200)]


@dataclass(frozen=True)
class Marks:
    """One case of a sheet as it was entered; `digest` and `rules` say of which slate."""

    case: Name
    cells: Annotated[tuple[OldCell, ...], at_most(200)]
    recused: Short
    by: Person
    digest: Hex32
    rules: Hex32

    @property
    def by_criterion(self) -> Mapping[str, Cell]:
        return {one.criterion: Cell(State(one.state), one.points) for one in self.cells}


@dataclass(frozen=True)
class Verdict:
    """What the second person said of entry number `entry`."""

    case: Name
    entry: Count
    agreed: bool
    by: Person


@dataclass(frozen=True)
class Line:
    """One case of a judge's sheet. `entry` is the number of what was entered, 0 for nothing;
    `reason` is why the judge does not score it."""

    case: Nomination
    where: Where
    entry: int = 0
    marks: Marks | None = None
    reason: str = ""
    checked_by: str = ""


def sheet_of(award: Award, judge: str) -> tuple[Line, ...]:
    """Every case of a judge's sheet with what was entered and checked so far.

    What was entered for other rules, or for a case that was changed since, is missing again.
    Raises E-JUDGEUNKNOWN, E-PAPER-SECRET, E-NOTFROZEN or E-SLATECHANGED.
    """
    award.store.judge(judge)
    refuse_named_paper(award, judge)
    slate = require_frozen(award, require_round(award, judge)).slate
    digests = {one.number: one.digest for one in slate.cases}
    away = {one.case: one.reason for one in award.store.recusals() if one.judge == judge}
    entries = {
        marks.case: (number, marks)
        for number, marks in _entries(award, judge)
        if (marks.digest, marks.rules) == (digests.get(marks.case), slate.rules_digest)
    }
    verdicts = {(one.case, one.entry): one for one in _verdicts(award, judge)}
    return tuple(
        Line(case, "recused", reason=away[case.number])
        if case.number in away
        else _line(case, entries.get(case.number), verdicts)
        for case in award.store.nominations()
        if case.number in digests
    )


def _line(
    case: Nomination,
    entered: tuple[int, Marks] | None,
    verdicts: Mapping[tuple[str, int], Verdict],
) -> Line:
    if entered is None:
        return Line(case, "missing")
    number, marks = entered
    said = verdicts.get((case.number, number))
    where: Where = "entered" if said is None else "agreed" if said.agreed else "rejected"
    return Line(case, where, number, marks, marks.recused, said.by if said else "")


def _entries(award: Award, judge: str) -> list[tuple[int, Marks]]:
    found = award.store.documents(ENTRY, judge)
    return [(one.number, unpack(Marks, one.payload)) for one in found]


def _verdicts(award: Award, judge: str) -> list[Verdict]:
    return [unpack(Verdict, one.payload) for one in award.store.documents(CHECK, judge)]


def require_ready(award: Award, judge: str) -> None:
    """Raises E-CLOSED, E-STAGE-OTHER, E-PAPER-DONE where there is a ballot already, and what
    `sheet_of` raises; all before anybody is asked for a name.
    """
    require_open(award)
    award.store.judge(judge)
    refuse_named_paper(award, judge)
    require_on(award, [judge])
    require_frozen(award)
    for one in award.store.ballots():
        if one.judge == judge:
            raise Bad("E-PAPER-DONE", judge=judge, receipt=one.receipt)


def enter(
    award: Award, judge: str, by: str, case: str, cells: Mapping[str, Cell], recused: str = ""
) -> None:
    """Keep one case as the first person reads it off the paper; entered anew, the newest holds.

    Raises E-PAPER-NAME, E-PAPER-CELLS, E-RANGE, E-RECUSED, E-CASEUNKNOWN, or what
    `require_ready` raises.
    """
    by = person(by)
    require_ready(award, judge)
    lines = {one.case.number: one for one in sheet_of(award, judge)}
    if award.store.nomination(case).number not in lines:
        raise Bad("E-CASEUNKNOWN", case=case)
    if lines[case].where == "recused":
        raise Bad("E-RECUSED", case)
    recused = clean_line(recused)
    _require_whole(award, case, {} if recused else cells, recused)
    slate = require_frozen(award).slate
    marks = Marks(
        case=case,
        cells=tuple(OldCell(k, int(c.state), c.points) for k, c in sorted(cells.items())),
        recused=recused,
        by=by,
        digest=next(one.digest for one in slate.cases if one.number == case),
        rules=slate.rules_digest,
    )
    award.store.add_document(ENTRY, judge, pack(marks), detail={"case": case}, actor=by)


def _require_whole(award: Award, case: str, cells: Mapping[str, Cell], recused: str) -> None:
    stage = rules_for(award, round_on(award)).stage
    if not recused and set(cells) != {one.key for one in stage.criteria}:
        raise Bad("E-PAPER-CELLS", case, case=case)
    for key, cell in cells.items():
        require_allowed(stage, case, key, cell)
        if cell.state == State.MISSING:
            raise Bad("E-PAPER-CELLS", case, case=case)


def check(award: Award, judge: str, by: str, line: Line, *, agreed: bool) -> None:
    """The second person's word on one case, as it was shown.

    Raises E-PAPER-NAME, E-PAPER-SAME, or E-PAPER-STALE where it was entered anew meanwhile.
    """
    by = person(by)
    require_other(award, judge, by)
    case = line.case.number
    now = {one.case.number: one for one in sheet_of(award, judge)}[case]
    if not line.entry or now.entry != line.entry:
        raise Bad("E-PAPER-STALE", case=case)
    said = Verdict(case, line.entry, agreed, by)
    detail = {"case": case, "agreed": agreed}
    award.store.add_document(CHECK, judge, pack(said), detail=detail, actor=by)


def require_other(award: Award, judge: str, by: str) -> None:
    """Raises E-PAPER-SAME where this person has entered any mark of the sheet that stands.

    Also E-PAPER-NOTHING where nothing was entered, and what `require_ready` raises.
    """
    require_ready(award, judge)
    entered = [one.marks.by for one in sheet_of(award, judge) if one.marks]
    if not entered:
        raise Bad("E-PAPER-NOTHING", judge=judge)
    if any(same_person(by, one) for one in entered):
        raise Bad("E-PAPER-SAME", name=by)


def person(name: str) -> str:
    """A name as it is kept. Raises E-PAPER-NAME."""
    name = clean_line(name)
    if not name:
        raise Bad("E-PAPER-NAME")
    return name[:200]


def same_person(one: str, other: str) -> bool:
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    """Names that differ in blanks and capitals only are one person's."""
    return "".join(clean_line(name).split()).casefold()


def finish(award: Award, judge: str) -> Ballot | None:
    """The ballot, once every case was confirmed; None while something is open."""
    require_ready(award, judge)
    lines = sheet_of(award, judge)
    if any(one.where not in ("agreed", "recused") for one in lines):
        return None
    before = [one.revision for one in award.store.all_ballots() if one.judge == judge]
    revision, at = max(before, default=0) + 1, award.store.now()
    answers = [_answer(judge, one) for one in lines]
    rules = rules_for(award, round_on(award))
    ballot = sealing.seal(judge, revision, rules, answers, sealing.random_nonce(), at)
    people = {
        "entered_by": sorted({one.marks.by for one in lines if one.marks}),
        "checked_by": sorted({one.checked_by for one in lines if one.checked_by}),
    }
    award.store.add_typed("paper", ballot, people, people["checked_by"][0] if lines else "")
    return ballot


def _answer(judge: str, line: Line) -> Answer:
    case = line.case.number
    if line.reason:
        return Answer(case, recused=Recusal(judge, case, line.reason, judge, ""))
    assert line.marks is not None  # every other line was confirmed
    return Answer(case, line.marks.by_criterion)
