"""Correct a nomination on purpose, or take one off the list; packets are then out of date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from award.closed import require_open
from award.entering import cases_seen
from award.folder import Award
from award.freezing import frozen
from award.rounds import require_cases_stand, round_of, round_on
from db import amending, intake, nominations
from db.records import Nomination
from words import Bad, Problem
from words.text import clean_line

_PARTS = ("title", "unit", "field", "level", "region", "body", "label")


@dataclass(frozen=True)
class Amended:
    """What was done, by case number; `frozen` where a slate now waits to be frozen again."""

    changed: tuple[str, ...]
    added: tuple[str, ...]
    same: tuple[str, ...]
    removed: tuple[str, ...]
    frozen: bool


def amend(
    award: Award, rows: Sequence[Nomination], removed: Sequence[str], reason: str, by: str
) -> Amended:
    """Take `rows` as the cases are from now on, and the cases of `removed` off the list.

    What a row leaves empty stays as it is: a file of two columns erases no material. Rows with
    new numbers are added, rows that are the same left alone; a backup is made first.
    Raises E-REASON, E-CLOSED, E-AMEND-BALLOTS where somebody has submitted on this computer,
    E-CASEUNKNOWN, E-AMEND-BOTH, E-STAGE-CASES where it would touch a round that is over, and
    what importing raises; nothing is written then.
    """
    reason = clean_line(reason)
    if not reason:
        raise Bad("E-REASON")
    sealed = _sealed(award, rows)
    done = _planned(award, sealed, removed)
    if done.changed or removed:
        award.store.backup("amend")
    award.store.add_nominations([row for row in sealed if row.number in done.added])
    for row in sealed:
        if row.number in done.changed:
            _keep(award, row.number, amending.pack(row, reason), reason, by)
    for number in removed:
        _keep(award, number, amending.pack(None, reason), reason, by)
    return done


def planned(award: Award, rows: Sequence[Nomination], removed: Sequence[str]) -> Amended:
    """What `amend` would do; nothing is written. Raises what it raises, but E-REASON."""
    return _planned(award, _sealed(award, rows), removed)


def _sealed(award: Award, rows: Sequence[Nomination]) -> list[Nomination]:
    held = {one.number: one for one in award.store.nominations()}
    return [nominations.sealed(_filled(row, held.get(row.number))) for row in rows]


def _planned(award: Award, sealed: Sequence[Nomination], removed: Sequence[str]) -> Amended:
    require_open(award)
    _require_possible(award, sealed, removed)
    now = {one.number: one.digest for one in award.store.nominations()}
    ever = award.store.case_numbers()
    added = [row.number for row in sealed if row.number not in ever]
    changed = [
        row.number for row in sealed if row.number in ever and now.get(row.number) != row.digest
    ]
    own = frozenset(cases_seen(award, round_on(award)))
    leaving = [number for number in changed if number not in own]
    require_cases_stand(award, [*added, *leaving, *removed])
    done = {*added, *changed}
    return Amended(
        changed=tuple(changed),
        added=tuple(added),
        same=tuple(row.number for row in sealed if row.number not in done),
        removed=tuple(removed),
        frozen=frozen(award) is not None,
    )


def _filled(row: Nomination, before: Nomination | None) -> Nomination:
    """The row, with what it leaves empty as it was before."""
    if before is None:
        return row
    kept = {name: getattr(before, name) for name in _PARTS if not getattr(row, name)}
    return replace(row, **kept)


def _require_possible(award: Award, rows: Sequence[Nomination], removed: Sequence[str]) -> None:
    nominations.require_valid(rows)
    intake.require_once([row.number for row in rows])
    on = round_on(award)
    here = [one for one in award.store.handed_in() if round_of(award, one) == on]
    if judges := ", ".join(here):
        raise Bad("E-AMEND-BALLOTS", judges=judges)
    for number in removed:
        award.store.nomination(number)
    both = sorted({row.number for row in rows} & set(removed))
    if both:
        raise Bad.of([Problem("E-AMEND-BOTH", number) for number in both])


def _keep(award: Award, number: str, payload: bytes, reason: str, by: str) -> None:
    award.store.add_document(amending.KIND, number, payload, detail={"reason": reason}, actor=by)
