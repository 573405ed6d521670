"""A secret vote: who has voted, papers from the ballot box typed by two people, its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from award.papers import enter_files
from award.secret import closed, require_stage, secret_stages
from award.secret_closing import close_vote, quorum_words, turnout, turnout_lines
from award.vote_paper import write_paper
from scoring.chain_rules import Stage
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
from tui.office.questions import Answers, Ask, Done, Field
from words import pick, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

DOINGS = ("status", "paper", "enter", "close")


Do = Callable[["OfficeScreen", Stage, str], None]


def why_not(office: Office) -> str:
    return "" if secret_stages(office.award.rules) else say("work.why.no_vote")


def vote(screen: OfficeScreen) -> None:
    """One of four things, of one stage where several are voted on in secret; the last two ask
    further.
    """
    office, stages = screen.office, secret_stages(screen.office.award.rules)
    then: dict[str, Do] = {"status": _status, "paper": _paper, "enter": _enter, "close": _close}
    names = tuple((one.key, safe(pick((one.name.zh, one.name.en)))) for one in stages)
    which = [Field("stage", say("work.ask.stage"), choices=names)] if len(stages) > 1 else []

    def go_on(done: Done) -> None:
        then[done.result](screen, require_stage(office.award, _key(done.answers)), done.command)

    ask = ask_about(
        "vote",
        lambda answers: answers["vote"],
        lambda answers: office.command("vote", answers["vote"], *_named(_key(answers))),
        [*which, choice_field("vote", DOINGS)],
        writes=False,
    )
    screen.ask(ask, go_on)


def _key(answers: Answers) -> str:
    return answers.get("stage", "")


def _named(key: str) -> list[str]:
    return ["--stage", key] if key else []


def _of(office: Office, stage: Stage) -> list[str]:
    """How a command names the stage, where it must."""
    return _named(stage.key if len(secret_stages(office.award.rules)) > 1 else "")


def _status(screen: OfficeScreen, stage: Stage, command: str) -> None:
    screen.read(say("work.vote"), _lines(screen.office, stage), command)


def _paper(screen: OfficeScreen, stage: Stage, command: str) -> None:
    """A paper to print and copy, which names nobody."""
    office = screen.office

    def show(path: Path) -> None:
        told = say("paper.vote.written", path=safe(str(office.shown(path))))
        screen.read(say("work.vote"), [told, "", *where_lines(office, [(path, "")])], command)

    screen.write(lambda: write_paper(office.award, stage), show)


def _lines(office: Office, stage: Stage) -> list[str]:
    """Who has voted and who has not; never what."""
    return [safe(line) for line in turnout_lines(office.award, stage)]


def _told(screen: OfficeScreen, stage: Stage, done: Done) -> None:
    """What was done, and how the vote stands now."""
    screen.office.renew()
    screen.read(say("work.vote"), [done.result, "", *_lines(screen.office, stage)], done.command)


def _enter(screen: OfficeScreen, stage: Stage, _command: str) -> None:
    """Papers that two people have typed, a file each."""
    office = screen.office

    def act(answers: Answers) -> str:
        files = (path_of(answers["first"]), path_of(answers["second"]))
        voters, checked = names_of(answers["voters"]), answers["checked"]
        count = enter_files(office.award, stage, files, voters, BY, checked)
        return say("vote.entered", count=count)

    def command(answers: Answers) -> str:
        words = [answers["first"] or REST, answers["second"] or REST]
        words += ["--voters", ",".join(names_of(answers["voters"])) or REST]
        words += ["--checked-by", answers["checked"] or REST]
        return office.command("vote", "enter", *words, *_of(office, stage))

    fields = [
        path_field(say("work.ask.first"), key="first"),
        path_field(say("work.ask.second"), key="second"),
        text_field("voters"),
        text_field("checked"),
    ]
    ask = ask_about("vote_enter", act, command, fields)
    screen.ask(ask, lambda done: _told(screen, stage, done))


def _close(screen: OfficeScreen, stage: Stage, _command: str) -> None:
    """Opens the box. Who has not voted is named first, and then a reason is needed."""
    office = screen.office
    now, shut = turnout(office.award, stage), closed(office.award, stage) is None
    missing = shut and bool(now.waiting)

    def act(answers: Answers) -> str:
        why = reason_of(answers) if missing else ""
        count, new = close_vote(office.award, stage, BY, why)
        return say("vote.closed" if new else "vote.closed_already", count=count)

    def command(answers: Answers) -> str:
        words = ["--despite-missing", "--reason", answers["reason"] or REST] if missing else []
        return office.command("vote", "close", *words, *_of(office, stage))

    text = say("work.vote_close.text")
    if missing:
        facts = {"count": len(now.waiting), "list": safe(", ".join(now.waiting))}
        text = say("work.vote_close.missing", **facts)
    text += "\n" + quorum_words(office.award, stage, now)
    fields = [reason_field()] if missing else ()
    ask = Ask(say("work.vote_close"), text, act, command, fields)
    screen.ask(ask, lambda done: _told(screen, stage, done))
