"""Ballots: collect, send back, resolve, let in late, close; on to the ranking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from award import closing, collecting
from award.close_pages import sheet_lines, write_sheet
from award.dashboard import Line
from award.reopening import reopen
from db.receipts import format_receipt
from tui.ink import safe
from tui.office.flows.asking import BY, REST, path_field, path_of, reason_field, reason_of
from tui.office.flows.asking import secret_field as secret
from tui.office.form import Answers, Ask, Done, Field
from words import say, sentence

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


# --- what is off, and why --------------------------------------------------------------


def why_not_collect(office: Office) -> str:
    return "" if office.board.travels else say("secretary.why.local")


def why_not_close(office: Office) -> str:
    if not office.board.travels:
        return say("secretary.why.local")
    return say("secretary.why.closed") if office.board.closed else ""


def why_not_rank(office: Office) -> str:
    board = office.board
    if board.travels and not board.closed:
        return say("secretary.why.not_closed")
    some = any(line.where == "in" for line in board.everybody)
    return "" if some else say("secretary.why.no_ballots")


def why_not_void(line: Line | None) -> str:
    if line is None:
        return say("secretary.why.no_judge")
    return "" if line.where in ("in", "conflict", "late") else say("secretary.why.no_ballot")


# --- collecting ------------------------------------------------------------------------


def collect(screen: OfficeScreen) -> None:
    """Ask for a file or folder, take the ballots in, show what became of each."""
    office = screen.office

    def act(answers: Answers) -> collecting.Collected:
        return collecting.collect(office.award, [path_of(answers["path"])])

    def then(done: Done) -> None:
        office.renew()
        screen.read(say("secretary.do.collect"), _collected(done.result), done.command)

    ask = Ask(
        say("secretary.do.collect"),
        say("secretary.collect.text"),
        act,
        lambda answers: office.command("collect", answers["path"] or REST),
        [path_field(say("secretary.collect.path"))],
    )
    screen.ask(ask, then)


def _collected(found: collecting.Collected) -> list[str]:
    counts = {
        "taken": found.count("taken"),
        "same": found.count("same"),
        "earlier": found.count("earlier"),
        "conflict": found.count("conflict"),
        "late": found.count("late"),
        "refused": found.count("refused"),
    }
    left = ", ".join(seat.judge for seat in collecting.waiting(found.state))
    return [
        say("collect.total", ignored=found.ignored, **counts),
        say("collect.missing", judges=left) if left else say("collect.all"),
        "",
        *map(_arrival, found.arrivals),
    ]


def _arrival(one: collecting.Arrival) -> str:
    if one.problem:
        return sentence(one.problem)
    ballot = one.ballot
    assert ballot is not None  # what has no ballot has a problem
    facts = {"judge": ballot.judge, "seq": ballot.seq, "receipt": format_receipt(ballot.receipt)}
    return f"{one.name}: {say(f'collect.line.{one.verdict}', **facts)}"


# --- one judge's ballot ----------------------------------------------------------------


def void(screen: OfficeScreen, line: Line) -> None:
    """What is done about a ballot: it is sent back, one of two is kept, a late one let in."""
    {"conflict": _resolve, "late": _accept}.get(line.where, _send_back)(screen, line)


def _send_back(screen: OfficeScreen, line: Line) -> None:
    award, judge = screen.office.award, line.judge.id
    _reasoned(screen, "void", line, "reopen", lambda why: reopen(award, judge, why, BY))


def _accept(screen: OfficeScreen, line: Line) -> None:
    award, judge = screen.office.award, line.judge.id
    act = lambda why: closing.accept_late(award, judge, why, BY)  # noqa: E731
    _reasoned(screen, "accept", line, "accept-late", act)


def _reasoned(
    screen: OfficeScreen, kind: str, line: Line, command: str, act: Callable[[str], Any]
) -> None:
    """Ask for a reason, do it, say it."""
    office, judge = screen.office, line.judge
    ask = Ask(
        say(f"secretary.do.{kind}"),
        say(f"secretary.{kind}.text", judge=safe(f"{judge.id} {judge.name}")),
        lambda answers: act(reason_of(answers)),
        lambda a: office.command(command, judge.id, "--reason", a["reason"] or REST),
        [reason_field()],
    )
    said = say(f"secretary.{kind}.done", judge=safe(judge.id))
    screen.ask(ask, lambda done: screen.done(said, done.command))


def _resolve(screen: OfficeScreen, line: Line) -> None:
    office, judge = screen.office, line.judge

    def act(answers: Answers) -> None:
        collecting.resolve(office.award, judge.id, answers["receipt"], reason_of(answers), BY)

    def command(answers: Answers) -> str:
        reason = answers["reason"] or REST
        return office.command("resolve", judge.id, answers["receipt"], "--reason", reason)

    choices = tuple((receipt, format_receipt(receipt)) for receipt in line.receipts)
    fields = [Field("receipt", say("secretary.resolve.keep"), choices=choices), reason_field()]
    text = say("secretary.resolve.text", judge=safe(f"{judge.id} {judge.name}"))
    said = say("secretary.resolve.done", judge=safe(judge.id))
    ask = Ask(say("secretary.do.resolve"), text, act, command, fields)
    screen.ask(ask, lambda done: screen.done(said, done.command))


# --- closing ---------------------------------------------------------------------------


def close(screen: OfficeScreen) -> None:
    """End collecting: asked with the secretary's passphrase where ballots are sealed."""
    office = screen.office
    if not screen.attempt(lambda: closing.key_to_sign(office.award)):
        return
    sealed = closing.key_to_sign(office.award) is not None
    missing = ", ".join(safe(line.judge.name) for line in office.board.missing)
    text = say("secretary.close.text")
    if missing:
        text += "\n" + say("secretary.close.missing", names=missing)
    ask = Ask(
        say("secretary.do.close"),
        text,
        lambda answers: closing.close(office.award, answers.get("secret", ""), BY),
        lambda _answers: office.command("close"),
        [secret(say("cli.ask.secretary"))] if sealed else (),
    )
    screen.ask(ask, lambda done: _show_closed(screen, done))


def _show_closed(screen: OfficeScreen, done: Done) -> None:
    office, signed = screen.office, done.result.record.signed
    paths = write_sheet(office.award, signed)
    office.renew()
    lines = [*sheet_lines(office.award, signed), "", *map(str, paths)]
    screen.read(say("secretary.do.close"), lines, done.command)
