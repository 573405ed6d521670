"""The difference of two results as lines and for machines; and the list of results."""

from __future__ import annotations

from collections.abc import Iterator

from award.comparing import seat_data, shift_data
from award.diffing import Diff, Difference, Moved
from award.folder import Award
from db.records import StoredResult
from scoring.cells import State
from scoring.comparison import Seat, Shift
from sheets.result_sheet import from_payload
from sheets.sheet_model import ResultSheet
from words import pick, say

LONG = 60  # characters of a value in a line
DECIDED = frozenset({"chair", "draw"})


def lines(found: Diff) -> Iterator[str]:
    """Which inputs differ, then who moved and why, then the tiers."""
    yield say("diff.head", older=_title(found.older), newer=_title(found.newer))
    yield say("diff.inputs" if found.inputs else "diff.no_inputs")
    yield from ("  " + _input_line(found, one) for one in found.inputs)
    yield say("diff.moves" if found.moved else "diff.no_moves")
    yield from ("  " + _moved_line(found, one) for one in found.moved)
    yield from ("  " + _shift_line(found, one) for one in found.shifts)


def _title(sheet: ResultSheet) -> str:
    kind = say(f"cli.export.{sheet.result.kind}")
    return say("diff.title", number=sheet.result.number, kind=kind)


def _input_line(found: Diff, one: Difference) -> str:
    key = "changed" if one.before and one.after else "added" if one.after else "removed"
    part = say(f"diff.part_{one.part}")
    before, after = (_cut(_value(one.part, text)) for text in (one.before, one.after))
    return say(f"diff.{key}", part=part, name=_named(found, one), before=before, after=after)


def _named(found: Diff, one: Difference) -> str:
    """Of a mark, the criterion by its name; anything else as it is."""
    if one.part != "mark":
        return one.name
    place, _, key = one.name.rpartition(" ")
    criteria = (*found.older.criteria, *found.newer.criteria)
    return f"{place} {pick({each.key: (each.zh, each.en) for each in criteria}[key])}"


def _value(part: str, text: str) -> str:
    """Codes of decisions and of marks that are no number, in words."""
    code, gap, rest = text.partition(" ")
    if part == "decision" and code in DECIDED:
        return say(f"log.kind.{code}") + gap + rest
    if part == "mark" and text in {state.name.lower() for state in State}:
        return say(f"sheet.state.{text}")
    return text


def _cut(text: str) -> str:
    return text if len(text) <= LONG else text[: LONG - 2] + ".."


def _moved_line(found: Diff, one: Moved) -> str:
    move = one.move
    was, now = _seat(found.older, "was", move.before), _seat(found.newer, "now", move.after)
    why = say("diff.and").join(say(f"diff.why_{reason}") for reason in one.why)
    return say("diff.move", case=move.case, why=why, **was, **now)


def _seat(sheet: ResultSheet, when: str, seat: Seat | None) -> dict[str, str]:
    return {
        f"{when}_rank": str(seat.rank) if seat and seat.rank else "-",
        f"{when}_score": (seat.score if seat else "") or "-",
        f"{when}_tier": (_tier(sheet, seat.tier) if seat else "") or say("explain.no_tier"),
    }


def _tier(sheet: ResultSheet, key: str) -> str:
    named = {tier.key: (tier.zh, tier.en) for tier in sheet.tiers}
    return pick(named[key]) if key in named else key


def _shift_line(found: Diff, shift: Shift) -> str:
    tier = _tier(found.newer, shift.tier)
    if tier == shift.tier:
        tier = _tier(found.older, shift.tier)
    entering, leaving = ", ".join(shift.entering) or "-", ", ".join(shift.leaving) or "-"
    return say("compare.shift", tier=tier, entering=entering, leaving=leaving)


def data(found: Diff) -> dict[str, object]:
    """The difference for machines."""
    return {
        "older": found.older.result.number,
        "newer": found.newer.result.number,
        "inputs": [
            {"part": one.part, "name": one.name, "before": one.before, "after": one.after}
            for one in found.inputs
        ],
        "moves": [
            {
                "case": one.move.case,
                "before": seat_data(one.move.before),
                "after": seat_data(one.move.after),
                "why": list(one.why),
            }
            for one in found.moved
        ],
        "shifts": [shift_data(one) for one in found.shifts],
    }


# -- the list ----------------------------------------------------------------------------------


def result_heading() -> list[str]:
    return [
        say(f"diff.column_{key}") for key in ("number", "kind", "at", "cases", "digest", "reason")
    ]


def result_rows(award: Award) -> list[list[str]]:
    """One row per stored result, by number."""
    return [_result_row(one) for one in award.store.results()]


def _result_row(one: StoredResult) -> list[str]:
    sheet = from_payload(one.payload)
    winners = sum(1 for place in sheet.ranking if place.tier)
    kind = say(f"cli.export.{one.kind}")
    cases = say("diff.winners", winners=winners, cases=len(sheet.ranking))
    return [str(one.number), kind, one.at, cases, one.digest[:16], one.reason]


def results_data(award: Award) -> list[object]:
    """The list for machines."""
    return [
        {"number": one.number, "kind": one.kind, "at": one.at,
         "digest": one.digest, "reason": one.reason}
        for one in award.store.results()
    ]  # fmt: skip
