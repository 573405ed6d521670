"""Share the cases out: how many judges for each, the plan to read, then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.assigning import assign as write_down
from award.assigning import lines, planned
from award.assignment import Plan
from tui.office.flows.asking import BY
from tui.office.form import Answers, Ask, Done, Field
from tui.office.page import Page, PageScreen
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

MOST = 500


def assign(screen: OfficeScreen) -> None:
    """Ask, plan, show."""
    office = screen.office

    def act(answers: Answers) -> Plan:
        return planned(office.award, _number(answers["ballots"], 1), _number(answers["seed"], 0))

    def command(answers: Answers) -> str:
        words = ["--ballots", answers["ballots"], "--seed", answers["seed"]]
        return office.command("assign", *words, "--yes")

    now = office.award.store.assignment()
    fields = [
        Field("ballots", say("cli.opt.ballots"), str(now.ballots if now else 5)),
        Field("seed", say("cli.opt.assign_seed"), str(now.seed if now else 1)),
    ]
    text = say("secretary.assign.now" if now else "secretary.assign.text")
    ask = Ask(say("secretary.do.assign"), text, act, command, fields)
    screen.ask(ask, lambda done: _show(screen, done))


def _number(typed: str, least: int) -> int:
    """Raises E-NUMBER."""
    if not (typed.isascii() and typed.isdigit() and least <= int(typed[:9]) and len(typed) < 10):
        raise Bad("E-NUMBER", least=least)
    return int(typed)


def _show(screen: OfficeScreen, done: Done) -> None:
    """The plan, with everything that speaks against it; Enter does it."""
    office, found = screen.office, done.result

    def write() -> None:
        one = write_down(office.award, found, BY)
        screen.app.pop_screen()
        said = say("cli.assign.done", judges=len(one.shares), ballots=one.ballots)
        screen.done(said, done.command)

    why = "" if found.possible else say("secretary.assign.wrong")
    page = Page(
        say("secretary.do.assign"),
        lines(found),
        done.command,
        say("secretary.do.it"),
        write,
        why,
    )
    screen.app.push_screen(PageScreen(office, page))
