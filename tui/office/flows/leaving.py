"""Judges who leave or are replaced, join, or need their packet again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from award.collecting import has_packets
from award.terms import terms_lines
from award.withdrawing import Scores, effect, replace_judge, withdraw
from award.withdrawing_words import effect_lines
from db.records import Judge
from tui.ink import safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    choice_field,
    confirm,
    reason_field,
    reason_of,
    text_field,
)
from tui.office.questions import Answers, Done
from words import Bad, say
from words.text import clean_line

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

How = Literal["withdraw-judge", "replace-judge"]


def leave(screen: OfficeScreen, judge: str) -> None:
    """A judge leaves: what it does to every case and place is shown, then it is done."""
    _ask(screen, judge, "withdraw-judge")


def replace(screen: OfficeScreen, judge: str) -> None:
    """A judge leaves and another comes, in the same way."""
    _ask(screen, judge, "replace-judge")


def _ask(screen: OfficeScreen, judge: str, how: How) -> None:
    office = screen.office
    new = [text_field(name) for name in ("new", "name", "unit")] if how == "replace-judge" else []

    def act(answers: Answers) -> list[str]:
        reason_of(answers)
        if new:
            _joining(answers)
        scores = _scores(answers)
        found = effect(office.award, judge, scores, joining=1 if new else 0)
        comes = (
            [
                say("collect.withdraw.new", judge=answers["new"], name=answers["name"]),
                *terms_lines(office.award, judge, answers["new"], scores),
            ]
            if new
            else []
        )
        return [*effect_lines(found, scores), *comes]

    def command(answers: Answers) -> str:
        words = [judge]
        if new:
            words += [answers["new"] or REST, "--name", answers["name"] or REST]
            words += ["--unit", answers["unit"]] if answers["unit"] else []
        words += ["--scores", answers["scores"], "--reason", answers["reason"] or REST, "--yes"]
        return office.command(how, *words)

    fields = [*new, choice_field("scores", ("keep", "drop")), reason_field()]
    ask = ask_about(how, act, command, fields)
    screen.ask(ask, lambda done: _show(screen, done, judge, how))


def _show(screen: OfficeScreen, done: Done, judge: str, how: How) -> None:
    office, answers = screen.office, done.answers
    scores = _scores(answers)

    def write() -> bool:
        if how == "replace-judge":
            reason = answers["reason"]
            replace_judge(office.award, judge, _joining(answers), scores, reason, BY)
        else:
            withdraw(office.award, judge, scores, answers["reason"], BY)
        return how == "replace-judge" and has_packets(office.award)

    def said(travels: bool) -> str:
        way = say(f"collect.withdraw.{scores}")
        told = say("collect.withdraw.done", judge=safe(judge), how=way)
        return f"{told} {say('collect.withdraw.issue')}" if travels else told

    title = say(f"work.{how}")
    confirm(screen, title, list(map(safe, done.result)), done.command, write, said)


def _scores(answers: Answers) -> Scores:
    return cast(Scores, answers["scores"])


def _joining(answers: Answers) -> Judge:
    """Raises E-JUDGE-NAMELESS where the new one has no number or no name."""
    one = Judge(*(clean_line(answers[name]) for name in ("new", "name", "unit")))
    if not (one.id and one.name):
        raise Bad("E-JUDGE-NAMELESS")
    return one


def join(screen: OfficeScreen) -> None:
    """One more judge, typed in."""
    office = screen.office

    def act(answers: Answers) -> bool:
        return bool(office.award.store.add_judges([_joining(answers)]).new)

    ask = ask_about(
        "join",
        act,
        lambda _answers: office.command("import", "--judges", "FILE"),
        [text_field(name) for name in ("new", "name", "unit")],
    )
    screen.ask(ask, lambda done: screen.done(say("work.join.done"), done.command))
