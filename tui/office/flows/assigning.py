"""Share the cases out: how many judges for each, the plan to read, then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.assigning import assign as write_down
from award.assigning import lines, planned, unassign
from award.assignment import Plan
from award.panel_assigning import (
    PanelShare,
    assign_panels,
    panel_lines,
    panels_of,
    planned_panels,
)
from tui.ink import safe
from tui.office.flows.asking import BY, REST, ask_about, confirm, number_of, text_field
from tui.office.questions import Answers, Ask, Done, Field
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


def assign(screen: OfficeScreen) -> None:
    """Ask, plan, show."""
    office = screen.office

    def act(answers: Answers) -> Plan:
        return planned(office.award, number_of(answers["ballots"], 1), number_of(answers["seed"]))

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


def _show(screen: OfficeScreen, done: Done) -> None:
    """The plan, with everything that speaks against it; Enter does it."""
    office, found = screen.office, done.result
    confirm(
        screen,
        say("secretary.do.assign"),
        list(map(safe, lines(office.award, found))),
        done.command,
        lambda: write_down(office.award, found, BY),
        lambda one: say("cli.assign.done", judges=len(one.shares), ballots=one.ballots),
        why_not="" if found.possible else say("secretary.assign.wrong"),
    )


def why_not(office: Office) -> str:
    return "" if office.award.store.assignment() else say("work.why.not_assigned")


def why_not_panels(office: Office) -> str:
    return "" if panels_of(office.award) else say("work.why.no_panels")


def panels(screen: OfficeScreen) -> None:
    """Which panel reads which cases, as typed; the plan, then it is done."""
    office = screen.office

    def texts(answers: Answers) -> list[str]:
        parts = answers["panels"].replace("；", ";").replace("，", ",").split(";")
        return [part.strip() for part in parts if part.strip()]

    def act(answers: Answers) -> tuple[PanelShare, ...]:
        return planned_panels(office.award, texts(answers) or [""])

    def command(answers: Answers) -> str:
        words = [part for text in texts(answers) or [REST] for part in ("--panel", text)]
        return office.command("assign", *words, "--yes")

    ask = ask_about("panels", act, command, [text_field("panels")])
    screen.ask(ask, lambda done: _show_panels(screen, done))


def _show_panels(screen: OfficeScreen, done: Done) -> None:
    office, found = screen.office, done.result
    confirm(
        screen,
        say("work.panels"),
        list(map(safe, panel_lines(found))),
        done.command,
        lambda: assign_panels(office.award, found, BY),
        lambda _made: say("cli.assign.panels", count=len(found)),
    )


def everybody(screen: OfficeScreen) -> None:
    """Take the assignment back: everybody scores everything again."""
    office = screen.office
    command = office.command("assign", "--everybody")
    ask = ask_about("everybody", lambda _a: unassign(office.award, BY), lambda _a: command)
    screen.ask(ask, lambda done: screen.done(say("cli.assign.everybody"), done.command))
