"""Packets: freeze the rules, make and try the keys, hand out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award import keys
from award.carried_files import left_out_lines
from award.freezing import freeze as freeze_award
from award.issuing import Issued, issues, require_ready
from award.issuing import issue as make_packets
from award.letters import recovery_page
from award.rounds import round_name
from award.stale import stale_of
from award.stale_words import stale_lines
from db.receipts import groups
from files.writing import write_atomic
from tui.ink import safe
from tui.office.flows.asking import BY, path_field, path_of, secret_field, sheet_field, text_field
from tui.office.flows.where import where_lines
from tui.office.page import More, Page
from tui.office.questions import Answers, Ask, Done, Field
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


def freeze(screen: OfficeScreen) -> None:
    """The rules and nominations become a numbered slate; what that makes out of date is shown."""
    office = screen.office
    chain = bool(office.award.rules.chain)

    def act(answers: Answers) -> list[str]:
        frozen = freeze_award(office.award, BY, answers.get("despite", ""))
        mode = say(f"letter.mode.{frozen.slate.mode}")
        facts = {"version": frozen.slate.version, "cases": len(frozen.slate.cases)}
        said = say("cli.freeze.done", hash=groups(frozen.hash), mode=mode, **facts)
        if chain:
            stage = safe(round_name(office.award.rules, frozen.slate.stage))
            said = f"{say('cli.freeze.stage', stage=stage)} {said}"
        stale = stale_of(office.award)
        return [said, *(stale_lines(stale) if stale else ())]

    def command(answers: Answers) -> str:
        why = answers.get("despite", "")
        return office.command("freeze", *(["--despite-missing", "--reason", why] if why else []))

    fields = [text_field("despite")] if chain else ()
    ask = Ask(say("secretary.do.freeze"), say("secretary.freeze.text"), act, command, fields)
    screen.ask(ask, lambda done: _show_frozen(screen, done))


def _show_frozen(screen: OfficeScreen, done: Done) -> None:
    """One sentence; a page where packets are out of date, from which they are issued anew."""
    said, *stale = done.result
    if not stale:
        return screen.done(said, done.command)
    screen.office.renew()
    again = More("f2", say("secretary.do.issue"), issue)
    lines = [said, "", *map(safe, stale)]
    return screen.show(Page(say("secretary.do.freeze"), lines, done.command, more=[again]))


def make_keys(screen: OfficeScreen) -> None:
    """Two passphrases, each typed twice: the secretary's and the chair's. Where there are keys,
    what new ones undo is said first.
    """
    office, old = screen.office, keys.held_keys(screen.office.award)
    again = old is not None
    command = office.command("keys", "make", *(["--again"] if again else []))
    if not screen.attempt(lambda: keys.require_can_make(office.award, again=again)):
        return

    def act(answers: Answers) -> str:
        for who in ("secretary", "chair"):
            if answers[who] != answers[f"{who}2"]:
                raise Bad("E-TYPEDTWICE", whose=say(f"cli.whose.{who}"))
        typed = answers["secretary"], answers["chair"]
        held = keys.make_keys(office.award, *typed, again=again)
        return say("cli.keys.made", award=held.award_print, opening=held.opening_print)

    fields = [
        secret_field(say("cli.ask.secretary_new"), "secretary"),
        _again("secretary"),
        secret_field(say("cli.ask.chair_new"), "chair"),
        _again("chair"),
    ]
    facts = {"print": old.opening_print, "count": _held_packets(office)} if old else {}
    text = say("secretary.keys.again" if old else "secretary.keys.text", **facts)
    ask = Ask(say("secretary.do.keys"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def _again(who: str) -> Field:
    return secret_field(say("cli.ask.again", whose=say(f"cli.whose.{who}")), f"{who}2")


def _held_packets(office: Office) -> int:
    """How many judges have a packet that new keys would withdraw."""
    return len({one.judge for one in issues(office.award)})


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
        sheet_field(say("secretary.sheet.ask")),
    ]
    text = say("secretary.drill.text")
    ask = Ask(say("secretary.do.drill"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: screen.done(say("cli.keys.drilled"), done.command))


def state(screen: OfficeScreen) -> None:
    """The fingerprints, as they are read out on the telephone; whether the opening was tried."""
    office = screen.office

    def load() -> list[str]:
        held = keys.require_keys(office.award)
        prints = {"key": held.award_print, "opening": held.opening_print}
        tried = "drilled" if keys.is_drilled(office.award, held) else "undrilled"
        lines = [f"{say(f'letter.{name}')}: {value}" for name, value in prints.items()]
        return [*lines, "", say(f"cli.keys.{tried}")]

    command = office.command("keys")
    screen.work(load, lambda lines: screen.read(say("work.keys-state"), lines, command))


def issue(screen: OfficeScreen, judge: str = "") -> None:
    """A packet and a letter for every judge who has none; for one judge a new one."""
    office, judges = screen.office, [judge] if judge else []
    screen.work(
        lambda: require_ready(office.award, judges),
        lambda held: _issue(screen, judges, sealed=held is not None),
    )


def _issue(screen: OfficeScreen, judges: list[str], *, sealed: bool) -> None:
    office = screen.office
    command = office.command("issue", *(part for one in judges for part in ("--judge", one)))

    def act(answers: Answers) -> list[Issued]:
        return list(make_packets(office.award, answers.get("secret", ""), judges))

    fields = [secret_field(say("cli.ask.secretary"))] if sealed else ()
    text = say("work.issue.again" if judges else "secretary.issue.text")
    ask = Ask(say("secretary.do.issue"), text, act, lambda _a: command, fields)
    screen.ask(ask, lambda done: _show_issued(screen, done))


def _show_issued(screen: OfficeScreen, done: Done) -> None:
    """Where each packet and letter is, and what to do with them."""
    issued: list[Issued] = done.result
    lines = [say("work.issue.next"), ""]
    for one in issued:
        lines.append(f"{safe(one.judge.id)} {safe(one.judge.name)}")
        lines += where_lines(screen.office, [(one.packet, ""), (one.letter, "")])
        if one.withdrawn:
            lines.append("  " + say("cli.issue.withdrawn", judge=one.judge.id, issue=one.withdrawn))
        lines += [f"  {safe(line)}" for line in left_out_lines(one.judge.id, one.left_out)]
    screen.office.renew()
    screen.read(say("secretary.do.issue"), lines, done.command)
