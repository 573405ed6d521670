"""The course of a runoff: opened for a tie that wants one, closed, taken back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from award.folder import Award
from award.ranking import rank
from award.runoff_wanted import Wanted, is_secret, wanted
from award.runoffs import KIND, Held, find, held, vote_key
from db.booth_draft import draft_file
from db.box import Box
from files import canonical
from files.writing import erase
from words import Bad
from words.text import clean_line


def open_runoff(award: Award, cases: Collection[str], by: str) -> tuple[Held, bool]:
    """Open the runoff between these cases, or of the first tie that wants one; whether it is new.

    One that is open already is found again. Raises E-RUNOFF-NONE where no tie wants one,
    E-RUNOFF-TIE where it is not these cases that are tied, E-RUNOFF-NOBODY.
    """
    for case in cases:
        award.store.nomination(case)
    running = [one for one in held(award) if one.open]
    same = [one for one in running if not cases or set(one.cases) == set(cases)]
    if same:
        return same[0], False
    asked = wanted(award, rank(award))
    if not asked:
        raise Bad("E-RUNOFF-NONE")
    fitting = [one for one in asked if not cases or set(one.cases) == set(cases)]
    if not fitting:
        raise Bad("E-RUNOFF-TIE", tied="; ".join(", ".join(one.cases) for one in asked))
    return _open(award, fitting[0], by), True


def _open(award: Award, one: Wanted, by: str) -> Held:
    if not one.judges:
        raise Bad("E-RUNOFF-NOBODY", cases=", ".join(one.cases))
    value = {
        "kind": "open", "cases": list(one.cases), "places": one.places, "where": one.where,
        "judges": list(one.judges), "by": by,
        **({"secret": True} if is_secret(award, one.where) else {}),
    }  # fmt: skip
    number = len(held(award)) + 1
    detail = {"act": "open", "runoff": number, "cases": list(one.cases), "places": one.places}
    _write(award, number, value, detail, by)
    return find(award, number)


def _write(
    award: Award, number: int, value: dict[str, object], detail: dict[str, object], by: str
) -> None:
    """Raises E-ELSEWHERE where another window was quicker."""
    award.store.backup(KIND)
    step = len(award.store.documents(KIND, str(number))) + 1
    payload = canonical.dumps(value)
    award.store.add_document(KIND, str(number), payload, number=step, detail=detail, actor=by)


def close_runoff(award: Award, number: int, by: str) -> tuple[Held, bool]:
    """End the voting; whether that is new.

    Raises E-RUNOFF-NUMBER, E-RUNOFF-GONE or E-RUNOFF-EMPTY.
    """
    one = find(award, number)
    if one.withdrawn:
        raise Bad("E-RUNOFF-GONE", number=number, reason=one.withdrawn)
    if one.closed:
        return one, False
    if not one.voted:
        raise Bad("E-RUNOFF-EMPTY", number=number)
    _end(award, one, {"kind": "close", **_from_box(award, one)}, by, one.waiting)
    return find(award, number), True


def _from_box(award: Award, one: Held) -> dict[str, object]:
    """The ballots of a secret runoff, all at once and by receipt. Raises E-BOX-COUNT."""
    if not one.secret:
        return {}
    parts = Box(award.folder, vote_key(one.number)).read().ballots
    if len(parts) != len(one.voted):
        raise Bad("E-BOX-COUNT", ballots=len(parts), voters=len(one.voted))
    return {"ballots": [part.decode("ascii") for part in parts]}


def withdraw_runoff(award: Award, number: int, reason: str, by: str) -> None:
    """Take a runoff back: it does not count. Raises E-RUNOFF-NUMBER, E-RUNOFF-GONE, E-REASON."""
    one, reason = find(award, number), clean_line(reason)
    if one.withdrawn:
        raise Bad("E-RUNOFF-GONE", number=number, reason=one.withdrawn)
    if not reason:
        raise Bad("E-REASON", str(number))
    _end(award, one, {"kind": "withdraw", "reason": reason}, by)


def _end(
    award: Award, one: Held, value: dict[str, object], by: str, missing: Sequence[str] = ()
) -> None:
    reason = {"reason": value["reason"]} if "reason" in value else {}
    away = {"missing": list(missing)} if missing else {}
    detail = {"act": value["kind"], "runoff": one.number, **away, **reason}
    _write(award, one.number, {**value, "by": by}, detail, by)
    for judge in one.judges:
        erase(draft_file(award.folder, judge, vote_key(one.number)))
    Box(award.folder, vote_key(one.number)).empty()
