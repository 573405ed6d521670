"""A secret vote: who has voted, papers from the ballot box typed by two people, its end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from award.papers import enter_files
from award.secret import closed, require_stage
from award.secret_closing import close_vote, quorum_words, turnout, turnout_lines
from award.vote_paper import write_paper
from tui.ink import safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    choice_field,
    names_of,
    path_field,
    path_of,
    reason_field,
    reason_of,
    text_field,
)
from tui.office.flows.where import where_lines
from tui.office.questions import Answers, Ask, Done
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

DOINGS = ("status", "paper", "enter", "close")


def why_not(office: Office) -> str:
    try:
        require_stage(office.award, "")
    except Bad:
        return say("work.why.no_vote")
    return ""


def vote(screen: OfficeScreen) -> None:
    """One of four things; the last two ask further."""
    office = screen.office
    then = {"status": _status, "paper": _paper, "enter": _enter, "close": _close}
    ask = ask_about(
        "vote",
        lambda answers: answers["vote"],
        lambda answers: office.command("vote", answers["vote"]),
        [choice_field("vote", DOINGS)],
        writes=False,
    )
    screen.ask(ask, lambda done: then[done.result](screen, done.command))


def _status(screen: OfficeScreen, command: str) -> None:
    screen.read(say("work.vote"), _lines(screen.office), command)


def _paper(screen: OfficeScreen, command: str) -> None:
    """A paper to print and copy, which names nobody."""
    office = screen.office

    def show(path: Path) -> None:
        told = say("paper.vote.written", path=safe(str(office.shown(path))))
        screen.read(say("work.vote"), [told, "", *where_lines(office, [(path, "")])], command)

    screen.write(lambda: write_paper(office.award, require_stage(office.award)), show)


def _lines(office: Office) -> list[str]:
    """Who has voted and who has not; never what."""
    return [safe(line) for line in turnout_lines(office.award, require_stage(office.award))]


def _told(screen: OfficeScreen, done: Done) -> None:
    """What was done, and how the vote stands now."""
    screen.office.renew()
    screen.read(say("work.vote"), [done.result, "", *_lines(screen.office)], done.command)


def _enter(screen: OfficeScreen, _command: str) -> None:
    """Papers that two people have typed, a file each."""
    office = screen.office

    def act(answers: Answers) -> str:
        files = (path_of(answers["first"]), path_of(answers["second"]))
        voters, checked = names_of(answers["voters"]), answers["checked"]
        stage = require_stage(office.award)
        count = enter_files(office.award, stage, files, voters, BY, checked)
        return say("vote.entered", count=count)

    def command(answers: Answers) -> str:
        words = [answers["first"] or REST, answers["second"] or REST]
        words += ["--voters", ",".join(names_of(answers["voters"])) or REST]
        words += ["--checked-by", answers["checked"] or REST]
        return office.command("vote", "enter", *words)

    fields = [
        path_field(say("work.ask.first"), key="first"),
        path_field(say("work.ask.second"), key="second"),
        text_field("voters"),
        text_field("checked"),
    ]
    screen.ask(ask_about("vote_enter", act, command, fields), lambda done: _told(screen, done))


def _close(screen: OfficeScreen, _command: str) -> None:
    """Opens the box. Who has not voted is named first, and then a reason is needed."""
    office, stage = screen.office, require_stage(screen.office.award)
    now, shut = turnout(office.award, stage), closed(office.award, stage) is None
    missing = shut and bool(now.waiting)

    def act(answers: Answers) -> str:
        why = reason_of(answers) if missing else ""
        count, new = close_vote(office.award, stage, BY, why)
        return say("vote.closed" if new else "vote.closed_already", count=count)

    def command(answers: Answers) -> str:
        words = ["--despite-missing", "--reason", answers["reason"] or REST] if missing else []
        return office.command("vote", "close", *words)

    text = say("work.vote_close.text")
    if missing:
        facts = {"count": len(now.waiting), "list": safe(", ".join(now.waiting))}
        text = say("work.vote_close.missing", **facts)
    text += "\n" + quorum_words(office.award, stage, now)
    fields = [reason_field()] if missing else ()
    ask = Ask(say("work.vote_close"), text, act, command, fields)
    screen.ask(ask, lambda done: _told(screen, done))
