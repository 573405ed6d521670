"""One judge's ballot: sent back, one of two kept, a late one let in; and what is off and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from award import closing, collecting
from award.dashboard import Line
from award.reopening import reopen
from db.receipts import format_receipt
from tui.ink import safe
from tui.office.flows.asking import BY, REST, reason_field, reason_of
from tui.office.picking import PickJudge
from tui.office.questions import Answers, Ask, Field
from words import Bad, say

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
    if line.secret:
        return say("secretary.why.secret")
    return "" if line.where in ("in", "conflict", "late") else say("secretary.why.no_ballot")


def why_not_settle(office: Office) -> str:
    there = office.board.count("conflict") or office.board.count("late")
    return "" if there else say("work.why.no_trouble")


def why_not_reopen(office: Office) -> str:
    there = [line for line in office.board.judges if line.where == "in"]
    if there and all(line.secret for line in there):
        return say("secretary.why.secret")
    return "" if there else say("secretary.why.no_ballots")


# --- one judge's ballot ----------------------------------------------------------------


def settle(screen: OfficeScreen) -> None:
    """The judges whose ballots contradict each other, came late or are to be sent back."""
    _choose(screen, "resolve", ("conflict", "late"))


def send_back(screen: OfficeScreen) -> None:
    _choose(screen, "reopen", ("in",))


def _choose(screen: OfficeScreen, name: str, wheres: tuple[str, ...]) -> None:
    def fits(line: Line) -> bool:
        return line.where in wheres and not line.secret

    title, command = say(f"work.{name}"), screen.office.command(name, "J01", "--reason", REST)
    screen.app.push_screen(PickJudge(screen.office, title, command, void, fits))


def void(screen: OfficeScreen, line: Line) -> None:
    """What is done about a ballot: it is sent back, one of two is kept, a late one let in."""
    {"conflict": _resolve, "late": _accept}.get(line.where, _send_back)(screen, line)


def _send_back(screen: OfficeScreen, line: Line) -> None:
    office, judge = screen.office, line.judge.id
    act = lambda why: reopen(office.award, judge, why, BY)  # noqa: E731
    _reasoned(screen, "void", line, "reopen", act)


def _accept(screen: OfficeScreen, line: Line) -> None:
    office, judge = screen.office, line.judge.id
    act = lambda why: closing.accept_late(office.award, judge, why, BY)  # noqa: E731
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
        if not answers["receipt"]:
            raise Bad("E-NOTPICKED")
        collecting.resolve(office.award, judge.id, answers["receipt"], reason_of(answers), BY)

    def command(answers: Answers) -> str:
        reason = answers["reason"] or REST
        return office.command("resolve", judge.id, answers["receipt"] or REST, "--reason", reason)

    choices = tuple((receipt, format_receipt(receipt)) for receipt in line.receipts)
    fields = [
        Field("receipt", say("secretary.resolve.keep"), choices=choices, unpicked=True),
        reason_field(),
    ]
    text = say("secretary.resolve.text", judge=safe(f"{judge.id} {judge.name}"))
    said = say("secretary.resolve.done", judge=safe(judge.id))
    ask = Ask(say("secretary.do.resolve"), text, act, command, fields)
    screen.ask(ask, lambda done: screen.done(said, done.command))
