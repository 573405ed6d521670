"""What is entered by itself: one recusal, the counts of a public vote, measures of the cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.measuring import headings_of, import_measures
from award.public_votes import import_votes
from award.recusing import recuse as record_recusal
from sheets.folders import READ
from tui.ink import safe
from tui.office.flows.asking import (
    REST,
    ask_about,
    path_field,
    path_of,
    reason_field,
    reason_of,
)
from tui.office.nearby import offers
from tui.office.questions import Answers, Ask, Field
from words import pick, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


def recuse(screen: OfficeScreen, judge: str = "", case: str = "") -> None:
    """One judge does not score one case, with a reason."""
    office = screen.office

    def act(answers: Answers) -> bool:
        return record_recusal(office.award, answers["judge"], answers["case"], reason_of(answers))

    def command(answers: Answers) -> str:
        words = {name: answers[name] or REST for name in ("judge", "case", "reason")}
        options = (part for name, word in words.items() for part in (f"--{name}", word))
        return office.command("recuse", *options)

    fields = [
        Field("judge", say("secretary.recuse.judge"), judge),
        Field("case", say("secretary.recuse.case"), case),
        reason_field(),
    ]
    ask = Ask(say("secretary.do.recuse"), say("secretary.recuse.text"), act, command, fields)
    screen.ask(ask, lambda done: screen.done(say("secretary.recuse.done"), done.command))


def why_not_votes(office: Office) -> str:
    there = any(one.kind == "public_vote" for one in office.award.rules.chain)
    return "" if there else say("work.why.no_votes")


def votes(screen: OfficeScreen) -> None:
    """The counts of a public vote, for its stage."""
    office = screen.office
    stages = tuple(
        (one.key, safe(pick((one.name.zh, one.name.en))))
        for one in office.award.rules.chain
        if one.kind == "public_vote"
    )

    def act(answers: Answers) -> int:
        return import_votes(office.award, path_of(answers["path"]), answers["stage"])

    def command(answers: Answers) -> str:
        words = ["--votes", answers["path"] or REST, "--stage", answers["stage"]]
        return office.command("import", *words)

    near = offers(office.award.folder, READ)
    fields = [
        Field("stage", say("work.ask.stage"), choices=stages),
        path_field(say("secretary.import.path"), near=near),
    ]
    ask = ask_about("votes", act, command, fields)
    said = "stages.votes_done"
    screen.ask(ask, lambda done: screen.done(say(said, count=done.result), done.command))


def why_not_measures(office: Office) -> str:
    return "" if headings_of(office.award.rules) else say("work.why.no_measures")


def measures(screen: OfficeScreen) -> None:
    """What was measured of the cases, from the columns of a list of nominations."""
    office = screen.office

    def act(answers: Answers) -> str:
        path = path_of(answers["path"])
        done = import_measures(office.award, path)
        return say("stages.measures_done", file=safe(path.name), count=done.found, new=done.new)

    def command(answers: Answers) -> str:
        return office.command("import", "--measures", answers["path"] or REST)

    near = offers(office.award.folder, READ)
    field = path_field(say("secretary.import.path"), near=near)
    ask = ask_about("measures", act, command, [field])
    screen.ask(ask, lambda done: screen.done(done.result, done.command))
