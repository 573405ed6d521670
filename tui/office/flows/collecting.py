"""Ballot files come in: what became of each, and those that do not count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from award import collecting
from award.collect_view import collect_view
from award.collect_words import arrival_lines, waiting_lines
from award.dashboard import TROUBLE
from exchange.collecting import conflict_problems
from exchange.folder_reading import SUFFIX
from tui.ink import safe
from tui.office.flows.asking import REST, path_field, paths_of
from tui.office.flows.ballots import settle
from tui.office.nearby import offers
from tui.office.page import More, Page
from tui.office.questions import Answers, Ask, Done
from words import say, sentence

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen


BALLOTS = (SUFFIX, ".zip")


def collect(screen: OfficeScreen, start: str = "") -> None:
    """Ask for a file or folder, take the ballots in, show what became of each."""
    office = screen.office

    def act(answers: Answers) -> collecting.Collected:
        return collecting.collect(office.award, paths_of(answers["path"]))

    def command(answers: Answers) -> str:
        return office.command("collect", *(paths_of(answers["path"] or REST)))

    near = offers(office.award.folder, BALLOTS)
    ask = Ask(
        say("secretary.do.collect"),
        say("secretary.collect.text"),
        act,
        command,
        [path_field(say("secretary.collect.path"), start, near=near)],
    )
    screen.ask(ask, lambda done: _show_collected(screen, done))


def _show_collected(screen: OfficeScreen, done: Done) -> None:
    """What became of each file; F2 takes more in, F3 settles what contradicts itself."""
    office, found = screen.office, done.result
    office.renew()
    people = {line.judge.id: line.judge.name for line in office.board.everybody}
    conflicts = [safe(sentence(one)) for one in conflict_problems(found.state)]
    trouble = any(line.where in TROUBLE for line in office.board.judges)

    def again(page: OfficeScreen) -> None:
        page.action_back()
        collect(screen)

    why = "" if trouble else say("work.why.no_trouble")
    more = [
        More("f2", say("work.do.more_files"), again),
        More("f3", say("work.do.settle"), settle, why),
    ]
    lines = [*_counts(found, people), "", *conflicts, *map(safe, arrival_lines(found.arrivals))]
    screen.show(Page(say("secretary.do.collect"), lines, done.command, more=more))


def _counts(found: collecting.Collected, people: Mapping[str, str]) -> list[str]:
    counts = {
        "taken": found.count("taken"),
        "same": found.count("same"),
        "earlier": found.count("earlier"),
        "conflict": found.count("conflict"),
        "late": found.count("late"),
        "refused": found.count("refused"),
    }
    total = say("collect.total", ignored=found.ignored, **counts)
    return [total, *map(safe, waiting_lines(found, people))]


def refused(screen: OfficeScreen) -> None:
    """Every file that is kept and does not count, with its reason as it is today."""
    office = screen.office

    def load() -> list[str]:
        found = collect_view(office.award).refused
        lines = [
            "  ".join(
                (safe(one.at[5:16].replace("T", " ")), safe(one.name), safe(sentence(one.problem)))
            )
            for one in found
        ]
        return lines or [say("work.refused.none")]

    command = office.command("collect", REST)
    screen.work(load, lambda lines: screen.read(say("work.refused"), lines, command))
