"""Two numbered results: which inputs differ, which cases moved, and why.

Both are read from the stored sheets alone, so that old results can be compared whatever the
award looks like today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from award.finalising import find
from award.folder import Award
from scoring.comparison import Move, Seat, Shift, moves, shifts
from scoring.result import Decision
from sheets.result_sheet import from_payload
from sheets.sheet_model import Place, ResultSheet

Part = Literal["rule", "case", "judge", "ballot", "mark", "decision"]
Why = Literal["marks", "rules", "decision", "gone", "new", "others"]


@dataclass(frozen=True)
class Difference:
    """One input that is not the same; `before` or `after` is empty where it was not there.

    `name` is the key of a rule, a case, a judge, or what a decision is about; of a mark the
    case, the judge and the criterion.
    """

    part: Part
    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Moved:
    """A case that stands elsewhere and the reasons, the nearest first.

    marks: its own marks differ; rules, decision: these do; others: only other cases moved.
    """

    move: Move
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Diff:
    """What differs from the older sheet to the newer."""

    older: ResultSheet
    newer: ResultSheet
    inputs: tuple[Difference, ...]
    moved: tuple[Moved, ...]
    shifts: tuple[Shift, ...]


def diff_results(award: Award, one: int, other: int) -> Diff:
    """The stored results by number. Raises E-NORESULT."""
    older, newer = (from_payload(find(award, number).payload) for number in (one, other))
    return diff(older, newer)


def diff(older: ResultSheet, newer: ResultSheet) -> Diff:
    """Everything that differs between two sheets of one award."""
    inputs = tuple(_inputs(older, newer))
    was, now = seats_of(older), seats_of(newer)
    tiers = dict.fromkeys(tier.key for sheet in (newer, older) for tier in sheet.tiers)
    why = _Reasons(older, newer, inputs)
    moved = tuple(Moved(move, why.of(move)) for move in moves(was, now))
    return Diff(older, newer, inputs, moved, shifts(tiers, was, now))


def seats_of(sheet: ResultSheet) -> dict[str, Seat]:
    """Where every case stands on a sheet."""
    return {place.case: Seat(place.rank, place.score, place.tier) for place in sheet.ranking}


# -- inputs ------------------------------------------------------------------------------------


def _inputs(older: ResultSheet, newer: ResultSheet) -> Iterator[Difference]:
    yield from _changes("rule", flat(older.rules), flat(newer.rules))
    yield from _changes("case", _cases(older), _cases(newer))
    yield from _changes("judge", _judges(older), _judges(newer))
    yield from _changes("ballot", _ballots(older), _ballots(newer))
    yield from _changes("mark", _marks(older, newer), _marks(newer, older))
    yield from _changes("decision", _decisions(older), _decisions(newer))


def _changes(
    part: Part, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Difference]:
    for name in (*before, *(name for name in after if name not in before)):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            yield Difference(part, name, was, now)


def flat(value: object, path: str = "") -> dict[str, str]:
    """Rules as one text per key: `tier.classic.size` -> `10`. Tables of a list go by their key."""
    if isinstance(value, Mapping):
        parts = [flat(value[key], f"{path}.{key}".lstrip(".")) for key in value]
    elif isinstance(value, list | tuple):
        names = (_name(part, place) for place, part in enumerate(value, 1))
        parts = [flat(part, f"{path}.{name}") for name, part in zip(names, value, strict=True)]
    else:
        return {path: str(value)}
    return {key: text for part in parts for key, text in part.items()}


def _name(part: object, place: int) -> str:
    found = part.get("key", part.get("id")) if isinstance(part, Mapping) else None
    return str(found or place)


def _cases(sheet: ResultSheet) -> dict[str, str]:
    return {
        one.number: " / ".join((one.title, one.unit, one.field, one.level, one.region))
        for one in sheet.cases
    }


def _judges(sheet: ResultSheet) -> dict[str, str]:
    return {one.id: one.name or one.id for one in sheet.judges}


def _ballots(sheet: ResultSheet) -> dict[str, str]:
    return {one.judge: f"#{one.revision} {one.receipt}" for one in sheet.receipts}


def _marks(sheet: ResultSheet, other: ResultSheet) -> dict[str, str]:
    """Marks of the cases and judges that both sheets have; the others are told as a whole."""
    there = {(row.case, row.judge) for row in other.scores}
    keys = [one.key for one in sheet.criteria]
    return {
        f"{row.case} {row.judge} {key}": cell
        for row in sheet.scores
        if (row.case, row.judge) in there
        for key, cell in zip(keys, row.cells, strict=True)
    }


def _decisions(sheet: ResultSheet) -> dict[str, str]:
    return {f"#{one.number}": _decided(one) for one in sheet.decisions}


def _decided(one: Decision) -> str:
    return f"{one.kind} {' > '.join(one.cases) or one.judge}"


# -- why ---------------------------------------------------------------------------------------


class _Reasons:
    """Why a case moved, by what differs."""

    def __init__(
        self, older: ResultSheet, newer: ResultSheet, inputs: Iterable[Difference]
    ) -> None:
        found = list(inputs)
        self.marked = {one.name.split(" ")[0] for one in found if one.part == "mark"}
        self.whole = any(one.part == "judge" for one in found)
        self.rules = any(one.part == "rule" for one in found)
        self.decided = _named(older, found) | _named(newer, found)
        self.exact = (_exact(older.ranking), _exact(newer.ranking))

    def of(self, move: Move) -> tuple[Why, ...]:
        if move.before is None or move.after is None:
            return ("new" if move.before is None else "gone",)
        rescored = self.exact[0].get(move.case) != self.exact[1].get(move.case)
        marks = move.case in self.marked or (rescored and self.whole)
        tests: dict[Why, bool] = {
            "marks": marks,
            "decision": move.case in self.decided,
            "rules": self.rules,
        }
        return tuple(why for why, applies in tests.items() if applies) or ("others",)


def _named(sheet: ResultSheet, found: Iterable[Difference]) -> set[str]:
    """The cases of the decisions of a sheet that the other has not."""
    numbers = {one.name for one in found if one.part == "decision"}
    return {case for one in sheet.decisions if f"#{one.number}" in numbers for case in one.cases}


def _exact(places: Iterable[Place]) -> dict[str, str]:
    return {place.case: place.exact for place in places}
