"""What people decide about single cases: rejected, vetoed, struck, a ceiling, a preset place,
a measure. Each is kept for ever with its reason, by whom and when; one that was a mistake is
withdrawn by another, and both stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, cast

from award.rounds import earlier, round_name, round_on
from db.records import Document
from files import canonical
from scoring.inputs import Amount, Event
from scoring.points import parse_points
from scoring.rules import Rules
from words import Bad
from words.text import clean_line

if TYPE_CHECKING:  # an archive is verified without a database
    from award.folder import Award

KIND = "event"
MEASURE_PLACES = 4  # decimals a measure may have
Kind = Literal["reject", "veto", "object", "ceiling", "preset", "measure"]


@dataclass(frozen=True)
class CaseEvent:
    """One entry. `measure` and `value` (of 10^-`places`) are for a measure; `withdrawn` is why
    it no longer holds.
    """

    kind: Kind
    case: str
    reason: str
    by: str
    stage: str = ""
    tier: str = ""
    measure: str = ""
    value: int = 0
    number: int = 0
    at: str = ""
    withdrawn: str = ""
    places: int = 0

    @property
    def amount(self) -> Amount:
        """A measure as it counts."""
        return Fraction(self.value, 10**self.places) if self.places else self.value


def record(award: Award, event: CaseEvent) -> int:
    """Keep an event; its number. What cannot be is refused and nothing is written.

    Raises E-CASEUNKNOWN, E-REASON, E-EVENT-STAGE, E-EVENT-TIER, E-EVENT-MEASURE,
    E-EVENT-OBJECT, E-EVENT-PASSED where it would change a round that is over.
    """
    return record_all(award, [event])[0]


def record_all(award: Award, events: Sequence[CaseEvent]) -> list[int]:
    """The same for several: none is written before all have been looked at."""
    for event in events:
        award.store.nomination(event.case)
        _require_sensible(award.rules, event)
        _require_not_passed(award, event)
        if not clean_line(event.reason):
            raise Bad("E-REASON", event.case)
    if events:
        award.store.backup(KIND)
    return [_keep(award, event) for event in events]


def _keep(award: Award, event: CaseEvent) -> int:
    reason = clean_line(event.reason)
    given = {**asdict(event), "reason": reason}
    for key in ("number", "at", "withdrawn", *(() if event.places else ("places",))):
        del given[key]
    detail = {"event": event.kind, "case": event.case, "reason": reason}
    payload = canonical.dumps(given)
    return award.store.add_document(KIND, "", payload, detail=detail, actor=event.by).number


def withdraw(award: Award, number: int, reason: str, by: str) -> None:
    """Say that an event no longer holds. Raises E-EVENT-NONE, E-EVENT-PASSED or E-REASON."""
    held = {one.number: one for one in in_force(award)}
    if number not in held:
        raise Bad("E-EVENT-NONE", number=number)
    _require_not_passed(award, held[number])
    reason = clean_line(reason)
    if not reason:
        raise Bad("E-REASON", str(number))
    payload = canonical.dumps({"kind": "withdraw", "event": number, "reason": reason, "by": by})
    award.store.backup(KIND)
    detail = {"event": "withdraw", "withdrawn": number, "reason": reason}
    award.store.add_document(KIND, "", payload, detail=detail, actor=by)


def recorded(award: Award) -> tuple[CaseEvent, ...]:
    """Every event by number, also those that were withdrawn."""
    return recorded_in(award.store.documents(KIND, ""))


def recorded_in(documents: Iterable[Document]) -> tuple[CaseEvent, ...]:
    """The events of these documents, in their order."""
    made: dict[int, CaseEvent] = {}
    for one in documents:
        value = cast(dict[str, object], canonical.loads(one.payload))
        if value["kind"] == "withdraw":
            number = cast(int, value["event"])
            made[number] = _replaced(made[number], str(value["reason"]))
        else:
            made[one.number] = CaseEvent(**value, number=one.number, at=one.at)  # type: ignore[arg-type]
    return tuple(made.values())


def _replaced(event: CaseEvent, reason: str) -> CaseEvent:
    return CaseEvent(**{**asdict(event), "withdrawn": reason})


def in_force(award: Award) -> tuple[CaseEvent, ...]:
    return tuple(one for one in recorded(award) if not one.withdrawn)


def counted(award: Award) -> tuple[Event, ...]:
    """What the count is given, without the measures."""
    return counted_of(recorded(award))


def counted_of(events: Iterable[CaseEvent]) -> tuple[Event, ...]:
    """Of these events what the count is given."""
    return tuple(
        Event(one.kind, one.case, one.reason, one.by, one.stage, one.tier)
        for one in events
        if one.kind != "measure" and not one.withdrawn
    )


def measures(award: Award) -> dict[str, dict[str, Amount]]:
    """The measures by case and name; the newest holds."""
    return measures_of(recorded(award))


def measures_of(events: Iterable[CaseEvent]) -> dict[str, dict[str, Amount]]:
    """Of these events the measures."""
    found: dict[str, dict[str, Amount]] = {}
    for one in events:
        if one.kind == "measure" and not one.withdrawn:
            found.setdefault(one.case, {})[one.measure] = one.amount
    return found


def measured(text: str) -> tuple[int, int]:
    """The units and decimals of a measure as somebody writes it, `3.2`. Raises E-EVENT-VALUE."""
    units, places = parse_points(text, MEASURE_PLACES), MEASURE_PLACES
    if units is None:
        raise Bad("E-EVENT-VALUE", value=clean_line(text)[:40])
    while places and units % 10 == 0:
        units, places = units // 10, places - 1
    return units, places


def _require_sensible(rules: Rules, event: CaseEvent) -> None:
    """An event about a stage or tier that is not there would say nothing."""
    stages, tiers = [one.key for one in rules.chain], [one.key for one in rules.tiers]
    if event.stage and event.stage not in stages:
        raise Bad("E-EVENT-STAGE", stage=event.stage, known=", ".join(stages) or "-")
    if event.kind in {"ceiling", "preset"} and event.tier not in tiers:
        raise Bad("E-EVENT-TIER", tier=event.tier, known=", ".join(tiers) or "-")
    if event.kind == "object" and rules.publication is None:
        raise Bad("E-EVENT-OBJECT", case=event.case)
    if event.kind == "measure" and event.measure not in measures_named(rules):
        known = ", ".join(measures_named(rules)) or "-"
        raise Bad("E-EVENT-MEASURE", measure=event.measure, known=known)


def _require_not_passed(award: Award, event: CaseEvent) -> None:
    """Who goes out of a stage that is over would let somebody else move up in it."""
    chain = [one.key for one in award.rules.chain]
    for stage in _stages_touched(award.rules, event):
        on = round_on(award)
        if chain.index(stage) < chain.index(on) and earlier(award.rules, on):
            names = {"stage": stage, "on": on}
            told = {k: round_name(award.rules, v) for k, v in names.items()}
            raise Bad("E-EVENT-PASSED", **told, key=on)


def _stages_touched(rules: Rules, event: CaseEvent) -> list[str]:
    if not rules.chain:
        return []
    if event.kind == "measure":
        return [one.stage for one in rules.measuring if one.measure == event.measure]
    first = rules.chain[0].key if event.kind == "reject" else ""
    named = event.stage or first if event.kind in {"reject", "veto"} else ""
    return [named] if named else []


def measures_named(rules: Rules) -> list[str]:
    """The measures that the rules ask for."""
    given = [one.measure for one in rules.measuring]
    return list(dict.fromkeys(given + [one.key for one in rules.ties if one.kind == "less"]))
