"""Packets: freeze the rules, make and try the keys, hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award import keys
from award.carried_files import left_out_lines
from award.freezing import freeze as freeze_award
from award.freezing import groups
from award.issuing import Issued, require_ready
from award.issuing import issue as make_packets
from award.letters import recovery_page
from files.writing import write_atomic
from tui.ink import safe
from tui.office.flows.asking import BY, path_field, path_of, secret_field
from tui.office.form import Answers, Ask, Done
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen


def freeze(screen: OfficeScreen) -> None:
    """The rules and nominations become a numbered slate."""
    office, command = screen.office, screen.office.command("freeze")

    def act(_answers: Answers) -> str:
        frozen = freeze_award(office.award, BY)
        mode = say(f"letter.mode.{frozen.slate.mode}")
        facts = {"version": frozen.slate.version, "cases": len(frozen.slate.cases)}
        return say("cli.freeze.done", hash=groups(frozen.hash), mode=mode, **facts)

    ask = Ask(say("secretary.do.freeze"), say("secretary.freeze.text"), act, lambda _a: command)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def make_keys(screen: OfficeScreen) -> None:
    """Two passphrases, each typed twice: the secretary's and the chair's."""
    office, command = screen.office, screen.office.command("keys", "make")
    if not screen.attempt(lambda: keys.require_can_make(office.award)):
        return

    def act(answers: Answers) -> str:
        if any(answers[who] != answers[f"{who}2"] for who in ("secretary", "chair")):
            raise Bad("E-TYPEDTWICE")
        held = keys.make_keys(office.award, answers["secretary"], answers["chair"])
        return say("cli.keys.made", award=held.award_print, opening=held.opening_print)

    fields = [
        secret_field(say("cli.ask.secretary_new"), "secretary"),
        secret_field(say("cli.ask.again"), "secretary2"),
        secret_field(say("cli.ask.chair_new"), "chair"),
        secret_field(say("cli.ask.again"), "chair2"),
    ]
    text = say("secretary.keys.text")
    ask = Ask(say("secretary.do.keys"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def recovery(screen: OfficeScreen) -> None:
    """Write the recovery sheet to print; with the chair's passphrase."""
    office = screen.office
    if not screen.attempt(lambda: keys.require_keys(office.award)):
        return

    def act(answers: Answers) -> str:
        held, path = keys.require_keys(office.award), path_of(answers["path"])
        page = recovery_page(office.award, held, keys.recovery_of(held, answers["chair"]))
        write_atomic(path, page.encode("utf-8"))
        return say("cli.keys.sheet", path=safe(str(path)))

    fields = [
        path_field(say("secretary.keys.path"), office.place("recovery.html")),
        secret_field(say("cli.ask.chair"), "chair"),
    ]
    ask = Ask(
        say("secretary.do.recovery"),
        say("secretary.recovery.text"),
        act,
        lambda answers: office.command("keys", "recovery", "--out", answers["path"]),
        fields,
    )
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def drill(screen: OfficeScreen) -> None:
    """Open a test ballot with the passphrase and with the sheet, before anything is handed out."""
    office, command = screen.office, screen.office.command("keys", "drill")
    if not screen.attempt(lambda: keys.require_keys(office.award)):
        return

    def act(answers: Answers) -> None:
        key = keys.opening_key(keys.require_keys(office.award), answers["chair"])
        keys.drill(office.award, key, answers["sheet"])

    fields = [
        secret_field(say("cli.ask.chair"), "chair"),
        secret_field(say("cli.ask.sheet"), "sheet"),
    ]
    text = say("secretary.drill.text")
    ask = Ask(say("secretary.do.drill"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: screen.done(say("cli.keys.drilled"), done.command))


def issue(screen: OfficeScreen) -> None:
    """A packet and a letter for every judge who has none."""
    office, command = screen.office, screen.office.command("issue")
    if not screen.attempt(lambda: require_ready(office.award)):
        return
    sealed = require_ready(office.award) is not None

    def act(answers: Answers) -> list[Issued]:
        return list(make_packets(office.award, answers.get("secret", "")))

    fields = [secret_field(say("cli.ask.secretary"))] if sealed else ()
    text = say("secretary.issue.text")
    ask = Ask(say("secretary.do.issue"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: _show_issued(screen, done))


def _show_issued(screen: OfficeScreen, done: Done) -> None:
    lines = [str(path) for one in done.result for path in (one.packet, one.letter)]
    left = [line for one in done.result for line in left_out_lines(one.judge.id, one.left_out)]
    screen.office.renew()
    told = [*lines, "", *left, say("cli.issue.done")]
    screen.read(say("secretary.do.issue"), told, done.command)
