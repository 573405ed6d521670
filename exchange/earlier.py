"""The draft of an earlier slate beside a new packet: taken over once, then asked about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from db.desk import Desk
from db.records import Answer
from db.store import Store
from exchange.carrying import ANSWER, KIND, Asked, Carried, Side, compare
from exchange.fields import pack, unpack
from exchange.objects import Slate
from exchange.packet import OpenPacket
from exchange.places import Places
from exchange.slate_rules import rules_of_slate
from files import canonical
from scoring.config_mistakes import RuleErrors
from scoring.rules import Rules

SLATE = "slate"


class Earlier:
    """What came from the earlier draft, and which cases still wait for the judge's word."""

    def __init__(self, store: Store, desk: Desk, carried: Carried) -> None:
        self.carried, self._store, self._desk = carried, store, desk
        self._answered = {one.subject for one in store.documents(ANSWER)}

    def pending(self) -> tuple[Asked, ...]:
        """The cases to ask about, in order; none that was answered or scored anew meanwhile."""
        if self._desk.submitted is not None:
            return ()
        return tuple(one for one in self.carried.asked if self._waits(one))

    def _waits(self, one: Asked) -> bool:
        now = self._desk.answer(one.case)
        if one.case in self._answered or now.recused:
            return False
        anew = not now.cells.items() <= one.old.items()
        back = bool(one.old) and len(now.cells) == len(one.old)
        return not anew and not back

    def settle(self, case: str, *, kept: bool) -> None:
        """Note the judge's word; the scores themselves are written by who asked."""
        payload = canonical.dumps({"keep": kept})
        self._store.add_document(ANSWER, case, payload, number=1)
        self._answered.add(case)


def earlier_of(store: Store, desk: Desk) -> Earlier | None:
    """What was taken over into a draft; None where there was nothing before it."""
    kept = store.document(KIND)
    return Earlier(store, desk, unpack(Carried, kept.payload)) if kept else None


def carry(store: Store, packet: OpenPacket, rules: Rules, places: Places) -> Carried | None:
    """Take over what still holds of the newest earlier draft, once; None where there is none.

    A run that was cut off is run again at the next start. The earlier draft is only read.
    """
    version = packet.header.version
    before = [one for one in places.versions() if one < version and _made(places, one)]
    if store.document(KIND) or not before or not _same_stage(packet, places, before[-1]):
        return None
    judge = packet.header.judge
    with Store.open(places.draft(before[-1]), readonly=True) as old:
        answers = _own(judge, old.desk(judge, rules).answers())
        side = _side(old)
    held = [one.case for one in packet.body.recused]
    carried = compare(before[-1], side, _new(packet, rules), answers, held)
    kept = [answers[case] for case in carried.kept]
    asked = [replace(answers[one.case], cells={}, recused=None) for one in carried.asked]
    store.take_over(judge, rules.stage, kept, asked)
    store.add_document(KIND, "", pack(carried), number=1)
    return carried


def _same_stage(packet: OpenPacket, places: Places, version: int) -> bool:
    """Scores are taken over within a stage only: in another one the cases are scored anew."""
    with Store.open(places.draft(version), readonly=True) as old:
        kept = old.document(SLATE)
    return kept is None or unpack(Slate, kept.payload).stage == packet.header.stage


def _made(places: Places, version: int) -> bool:
    """Whether there is a draft and not only what was left when its making was cut off."""
    return places.draft(version).stat().st_size > 0


def _own(judge: str, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The judge's answers. What the secretary had recused from is said by the packet."""
    return {
        case: replace(one, recused=None) if one.recused and one.recused.by != judge else one
        for case, one in answers.items()
    }


def _side(old: Store) -> Side:
    cases = {one.number: one for one in old.nominations()}
    kept = old.document(SLATE)
    if kept is None:
        return Side(cases, None, "")
    slate = unpack(Slate, kept.payload)
    try:
        stage = rules_of_slate(slate).stage
    except RuleErrors:  # made by another version of the program
        stage = None
    return Side(cases, stage, slate.rules_digest, _digests(slate))


def _digests(slate: Slate) -> dict[str, str]:
    return {one.number: one.digest for one in slate.cases}


def _new(packet: OpenPacket, rules: Rules) -> Side:
    cases = {case.number: case.nomination for case in packet.body.cases}
    slate = packet.body.slate
    return Side(cases, rules.stage, slate.rules_digest, _digests(slate))
