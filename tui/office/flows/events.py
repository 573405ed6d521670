"""What people decide about one case: first which kind, then its reason and what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.events import CaseEvent, Kind, measured, record, withdraw
from tui.ink import safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    choice_field,
    reason_field,
    reason_of,
    text_field,
)
from tui.office.questions import Answers, Done, Field
from words import pick, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

KINDS: tuple[Kind, ...] = ("reject", "veto", "object", "ceiling", "preset", "measure")
OF_TIER: tuple[Kind, ...] = ("ceiling", "preset")
OF_STAGE: tuple[Kind, ...] = ("reject", "veto")


def add(screen: OfficeScreen, case: str = "") -> None:
    """Ask for the kind; the rest is asked in a second box."""
    command = lambda answers: screen.office.command("event", answers["kind"], case or REST)  # noqa: E731
    ask = ask_about("event", lambda _answers: None, command, [choice_field("kind", KINDS)])
    screen.ask(ask, lambda done: _add(screen, done, case))


def _add(screen: OfficeScreen, first: Done, case: str) -> None:
    office = screen.office
    kind = next(one for one in KINDS if one == first.answers["kind"])
    more = [one for one in _more(office, kind) if one.choices or kind == "measure"]

    def event(answers: Answers) -> CaseEvent:
        value, places = measured(answers["value"]) if kind == "measure" else (0, 0)
        stage, tier, measure = (answers.get(name, "") for name in ("stage", "tier", "measure"))
        reason = reason_of(answers)
        return CaseEvent(
            kind, answers["case"], reason, BY, stage, tier, measure, value, places=places
        )

    def act(answers: Answers) -> str:
        number = record(office.award, event(answers))
        what = say(f"stages.event_{kind}")
        return say("stages.event_done", number=number, what=what, case=safe(answers["case"]))

    def command(answers: Answers) -> str:
        words = [kind, answers["case"] or REST]
        for field in more:
            words += [f"--{field.key}", answers[field.key] or REST] if answers[field.key] else []
        return office.command("event", *words, "--reason", answers["reason"] or REST)

    fields = [text_field("case", case), *more, reason_field()]
    ask = ask_about(f"event.{kind}", act, command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def _more(office: Office, kind: Kind) -> list[Field]:
    """What else a kind of event needs: a tier, a stage where there are several, a measure."""
    rules = office.award.rules
    if kind in OF_TIER:
        tiers = tuple((one.key, pick((one.name.zh, one.name.en))) for one in rules.tiers)
        return [Field("tier", say("work.ask.tier"), choices=tiers)]
    if kind in OF_STAGE and rules.chain:
        stages = tuple((one.key, pick((one.name.zh, one.name.en))) for one in rules.chain)
        return [Field("stage", say("work.ask.stage"), choices=stages)]
    if kind == "measure":
        return [text_field("measure"), text_field("value")]
    return []


def undo(screen: OfficeScreen, event: CaseEvent) -> None:
    """Say that an event no longer holds; both stay on record."""
    office = screen.office

    def act(answers: Answers) -> None:
        withdraw(office.award, event.number, reason_of(answers), BY)

    def command(answers: Answers) -> str:
        words = ["undo", event.number, "--reason", answers["reason"] or REST]
        return office.command("event", *words)

    said = say("stages.event_undone", number=event.number)
    ask = ask_about("event.undo", act, command, [reason_field()])
    screen.ask(ask, lambda done: screen.done(said, done.command))
