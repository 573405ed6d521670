"""To read: one judge, who is missing, the rules, the log; and a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.dashboard import Line
from award.log_words import log_line
from award.rules_words import rules_in_words
from tui.ink import safe
from tui.office.overview_view import judge_words
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen


def judge_page(screen: OfficeScreen, line: Line) -> None:
    """Everything that may be known of one judge: counts, recusals, what happened."""
    office, judge = screen.office, line.judge
    held = [one for one in office.award.store.recusals() if one.judge == judge.id]
    acts = [
        entry
        for entry in office.board.log
        if judge.id in (entry.actor, entry.detail.get("judge"), entry.detail.get("subject"))
    ]
    lines = [
        f"{judge.id}  {safe(judge.name)}  {safe(judge.unit)}",
        judge_words(line),
        say("secretary.judge.counts", done=line.done, todo=line.todo, left=line.left),
        "",
        say("secretary.judge.recusals", count=len(held)),
        *(f"  {safe(one.case)}  {safe(one.reason)}  ({safe(one.by)})" for one in held),
        "",
        say("secretary.log"),
        *(f"  {safe(log_line(entry))}" for entry in acts),
    ]
    screen.read(safe(judge.name), lines, office.command("status"))


def reminder(screen: OfficeScreen) -> None:
    """Who has not handed in, as a text to send: those marked, else everybody."""
    office = screen.office
    board, deadline = office.board, safe(office.award.rules.deadline) or "--"
    wanted = [line for line in board.missing if not office.marked or line.judge.id in office.marked]
    lines = [say("secretary.remind.head", count=len(wanted), of=len(board.judges)), ""]
    lines += map(_reminded, wanted)
    if wanted:
        lines += ["", say("secretary.remind.text", deadline=deadline)]
    screen.read(say("secretary.do.remind"), lines, office.command("status"))


def _reminded(line: Line) -> str:
    return say(
        "secretary.remind.line",
        judge=safe(f"{line.judge.id} {line.judge.name}"),
        unit=safe(line.judge.unit),
        where=say(f"secretary.is.{line.where}"),
        left=line.left,
    )


def rules_page(screen: OfficeScreen) -> None:
    """The rules as sentences."""
    rules = screen.office.award.rules_file
    mode = f"{say('letter.mode')}: {say(f'letter.mode.{rules.exchange.mode}')}"
    lines = [*rules_in_words(rules.rules), mode, "", say("secretary.rules.change")]
    screen.read(say("secretary.work.rules"), lines, screen.office.command("check"))


def log_page(screen: OfficeScreen) -> None:
    """The whole log, newest first."""
    entries = reversed(screen.office.award.store.log())
    lines = [safe(log_line(entry)) for entry in entries]
    screen.read(say("secretary.work.log"), lines, screen.office.command("log"))


def backup(screen: OfficeScreen) -> None:
    office = screen.office

    def make() -> None:
        path = office.award.store.backup("asked for")
        said = say("secretary.backup.done", path=safe(path.name))
        screen.done(said, office.command("backup"))

    screen.attempt(make)
