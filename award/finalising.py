"""Freeze a numbered result, counted twice; recount it later."""

from __future__ import annotations

from dataclasses import replace

from award.exporting import sheet_of
from award.folder import Award
from award.ranking import Ranking, inputs_of, rank
from award.ranking_words import undecided
from award.terms import counted_rules
from db.records import ResultKind, StoredResult
from scoring.recount import recount_award
from scoring.result import Outcome
from sheets.result_sheet import from_payload, payload
from sheets.sheet_model import ResultSheet
from words import Bad, Problem, say


def finalise(award: Award, override: str, by: str) -> tuple[StoredResult, bool]:
    """The final result, and whether it is a new one.

    `override` is the written reason to freeze although something is missing; empty: refuse.
    Raises E-INCOMPLETE with everything that is open, E-RECOUNT where the two ways of
    counting disagree.
    """
    ranking = rank(award)
    if not (ranking.complete or override):
        raise _incomplete(award, ranking)
    count_twice(award, ranking)
    return store(award, ranking, "final", "" if ranking.complete else override, by)


def store(
    award: Award, ranking: Ranking, kind: ResultKind, reason: str, by: str
) -> tuple[StoredResult, bool]:
    """Store a numbered result, or find the newest one where nothing has changed since."""
    results = award.store.results()
    same = [one for one in results[-1:] if _unchanged(award, ranking, one, kind, reason)]
    if same:
        return same[0], False
    sheet = sheet_of(award, ranking, len(results) + 1, kind, reason)
    return award.store.save_result(kind, payload(sheet), reason, by), True


def _unchanged(
    award: Award, ranking: Ranking, last: StoredResult, kind: ResultKind, reason: str
) -> bool:
    """All but the number and the log head is as it was; a final result serves as provisional."""
    was = from_payload(last.payload)
    kind, reason = (last.kind, last.reason) if kind == "provisional" else (kind, reason)
    now = sheet_of(award, ranking, last.number, kind, reason)
    head = replace(now.result, log_head=was.result.log_head, program=was.result.program)
    return replace(now, result=head) == was


def count_twice(award: Award, ranking: Ranking) -> Outcome:
    """The outcome by the second way of counting. Raises E-RECOUNT at the first difference."""
    again = recount_award(counted_rules(award), inputs_of(award, ranking))
    if again != ranking.outcome:
        raise Bad("E-RECOUNT", where=_difference(ranking.outcome, again))
    return again


def _difference(one: Outcome, other: Outcome) -> str:
    pairs = zip(one.standings, other.standings, strict=False)
    return next((a.case for a, b in pairs if a != b), "-")


def _incomplete(award: Award, ranking: Ranking) -> Bad:
    """What is missing in numbers; a gap without a judge is a case with too few ballots, or one
    that lacks the factors it names.
    """
    outcome = ranking.outcome
    gaps = sum(bool(gap.judge) for gap in outcome.gaps)
    cuts = len(outcome.open_cuts) + bool(outcome.open_judges)
    factors = sum(not gap.judge and bool(gap.criteria) for gap in outcome.gaps)
    short = len(outcome.gaps) - gaps - factors
    counts = {"gaps": gaps, "short": short, "factors": factors, "cuts": cuts}
    return Bad.of([Problem("E-INCOMPLETE", "", counts), *undecided(award, ranking)])


def recount_result(award: Award, number: int | None) -> tuple[StoredResult, int]:
    """Recount a stored result from the award as it is: the result and how many cases agreed.

    Raises E-NORESULT, E-RECOUNT, or E-DIFFERS naming the first part that is not the same.
    """
    result = find(award, number)
    ranking = rank(award)
    count_twice(award, ranking)
    if not _unchanged(award, ranking, result, result.kind, result.reason):
        raise Bad("E-DIFFERS", number=result.number, where=_changed(award, ranking, result))
    return result, len(ranking.outcome.standings)


def _changed(award: Award, ranking: Ranking, result: StoredResult) -> str:
    """What the first part of the sheet is called that differs."""
    was = from_payload(result.payload)
    now = sheet_of(award, ranking, result.number, result.kind, result.reason)
    parts = [name for name in ResultSheet.__dataclass_fields__ if name != "result"]
    part = next((name for name in parts if getattr(was, name) != getattr(now, name)), "digests")
    return say(f"diff.sheet_{part}")


def find(award: Award, number: int | None) -> StoredResult:
    """A stored result; the newest final one where no number is given.

    Raises E-NORESULT, E-NOFINAL.
    """
    results = award.store.results()
    wanted = [one for one in results if one.number == number]
    if number is None:
        wanted = [one for one in results if one.kind == "final"]
    if not wanted:
        known = ", ".join(str(one.number) for one in results) or "-"
        raise Bad("E-NOFINAL") if number is None else Bad("E-NORESULT", number=number, known=known)
    return wanted[-1]
