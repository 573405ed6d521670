"""A secret vote: who has voted, papers from the ballot box typed by two people, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.folder import Award
from award.papers import enter_files
from award.rounds import round_name
from award.secret import close_vote, closed, members, require_stage, voted
from tui.ink import safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    choice_field,
    names_of,
    path_field,
    path_of,
    text_field,
)
from tui.office.questions import Answers
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

DOINGS = ("status", "enter", "close")


def why_not(office: Office) -> str:
    try:
        require_stage(office.award, "")
    except Bad:
        return say("work.why.no_vote")
    return ""


def vote(screen: OfficeScreen) -> None:
    """One of three things; the files and names are for typing papers in."""
    office = screen.office

    def act(answers: Answers) -> list[str]:
        award, stage = office.award, require_stage(office.award, "")
        if answers["vote"] == "enter":
            files = (path_of(answers["first"]), path_of(answers["second"]))
            voters, checked = names_of(answers["voters"]), answers["checked"]
            said = say("vote.entered", count=enter_files(award, stage, files, voters, BY, checked))
        elif answers["vote"] == "close":
            count, new = close_vote(award, stage, BY)
            said = say("vote.closed" if new else "vote.closed_already", count=count)
        else:
            return _status(award)
        return [said, "", *_status(award)]

    def command(answers: Answers) -> str:
        words = [answers["vote"]]
        if answers["vote"] == "enter":
            words += [answers["first"] or REST, answers["second"] or REST]
            words += ["--voters", ",".join(names_of(answers["voters"])) or REST]
            words += ["--checked-by", answers["checked"] or REST]
        return office.command("vote", *words)

    fields = [
        choice_field("vote", DOINGS),
        path_field(say("work.ask.first"), key="first"),
        path_field(say("work.ask.second"), key="second"),
        text_field("voters"),
        text_field("checked"),
    ]
    ask = ask_about("vote", act, command, fields)
    screen.ask(ask, lambda done: screen.read(say("work.vote"), done.result, done.command))


def _status(award: Award) -> list[str]:
    """Who has voted and who has not; never what."""
    stage = require_stage(award, "")
    there = voted(award, stage)
    waiting = [judge for judge in members(award, stage) if judge not in there]
    lines = [
        say(f"vote.line.{name}", list=safe(", ".join(judges)) or "-", count=len(judges))
        for name, judges in (("voted", there), ("waiting", waiting))
    ]
    state = "closed" if closed(award, stage) is not None else "open"
    return [*lines, say(f"vote.line.{state}", stage=safe(round_name(award.rules, stage.key)))]
