"""To read: one judge, who is missing, the rules, the log; and a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from award.dashboard import Line
from award.folder import CONFIG
from award.log_sentences import log_sentence, names_of_criteria
from award.log_words import log_line
from award.opening_outside import open_outside
from award.rules_words import rules_in_words
from tui.ink import safe
from tui.office.overview_view import judge_words
from tui.office.page import More, Page
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


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
    """The rules as sentences, as config.toml has them now; or what is wrong in it."""
    screen.office.renew()
    screen.work(lambda: _rules(screen.office), lambda lines: _show_rules(screen, lines))


def _rules(office: Office) -> list[str]:
    path = safe(office.place(CONFIG))
    if office.mistakes:
        return [say("work.rules.wrong", path=path), "", *map(safe, office.mistakes.split("; "))]
    rules = office.award.rules_file
    mode = f"{say('letter.mode')}: {say(f'letter.mode.{rules.exchange.mode}')}"
    change = [say("work.rules.where", path=path), say("secretary.rules.change")]
    return [*rules_in_words(rules.rules), mode, "", *change]


def _show_rules(screen: OfficeScreen, lines: list[str]) -> None:
    def again(page: OfficeScreen) -> None:
        page.action_back()
        rules_page(screen)

    more = [
        More("f2", say("work.do.edit"), _edit),
        More("f3", say("work.do.look_again"), again),
    ]
    command = screen.office.command("check")
    screen.show(Page(say("work.rules"), lines, command, more=more))


def _edit(page: OfficeScreen) -> None:
    """config.toml in the system's own editor."""
    path = page.office.award.folder / CONFIG
    said = say("work.rules.opened", path=safe(page.office.place(CONFIG)))
    page.work(lambda: open_outside(path, CONFIG, "E-CANNOTEDIT"), lambda _none: page.tell(said))


def log_page(screen: OfficeScreen) -> None:
    """The whole log, newest first, in sentences."""
    office = screen.office

    def load() -> list[str]:
        entries, criteria = office.award.store.log(), names_of_criteria(office.award)
        return [safe(log_sentence(entry, criteria)) for entry in reversed(entries)]

    command = office.command("log")
    screen.work(load, lambda lines: screen.read(say("work.log"), lines, command))


def backup(screen: OfficeScreen) -> None:
    """A checked copy of the database."""
    office = screen.office

    def show(path: Path) -> None:
        said = say("secretary.backup.done", path=safe(str(office.shown(path))))
        screen.done(said, office.command("backup"))

    screen.write(lambda: office.award.store.backup("asked for"), show)
