"""A runoff: open it where a tie wants one; while it is open, enter paper ballots or close it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.ranking import rank
from award.runoff_acts import close_runoff, open_runoff, withdraw_runoff
from award.runoff_ballots import enter_ballot
from award.runoff_wanted import wanted
from award.runoff_words import held_line, opened_lines, votes_lines, waiting
from award.runoffs import Held, held, named
from tui.ink import safe, safe_lines
from tui.office.flows.asking import BY, REST, names_of, reason_field, reason_of
from tui.office.questions import Answers, Ask, Done, Field
from words import Bad, say, sentence

if TYPE_CHECKING:
    from award.folder import Award
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office


def running(office: Office) -> list[Held]:
    """The runoffs that are open."""
    return [one for one in held(office.award) if one.open]


def standing(office: Office) -> list[Held]:
    """Those that were not taken back, the newest first."""
    return [one for one in reversed(held(office.award)) if not one.withdrawn]


def why_not(office: Office) -> str:
    """Why there is nothing to do; empty where a runoff is wanted or open."""
    return "" if running(office) else office.runoff_off


def found_why_not(award: Award) -> str:
    """The same, found in a thread: whether one is wanted shows when all is counted."""
    try:
        asked = named(award.rules) and bool(wanted(award, rank(award)))
    except Bad as bad:
        return str(bad)
    return "" if asked else say("runoff.none.short")


def runoff(screen: OfficeScreen) -> None:
    there = running(screen.office)
    if not there:
        _open(screen)
    elif len(there) == 1:
        _go_on(screen, there[0])
    else:
        _which(screen, there)


def _which(screen: OfficeScreen, there: list[Held]) -> None:
    """Several are open: first which."""
    ask = Ask(
        say("work.runoff"),
        _stand(screen.office, there),
        lambda answers: next(one for one in there if str(one.number) == answers["number"]),
        lambda _answers: screen.office.command("runoff", "list"),
        [_number_field(there)],
        writes=False,
    )
    screen.ask(ask, lambda done: _go_on(screen, done.result))


def _stand(office: Office, there: list[Held]) -> str:
    """How each of them stands."""
    return safe_lines("\n".join(held_line(office.award, one) for one in there))


def _number_field(there: list[Held]) -> Field:
    choices = tuple((str(one.number), str(one.number)) for one in there)
    return Field("number", say("runoff.ask.number"), choices=choices)


def _open(screen: OfficeScreen) -> None:
    office = screen.office
    asked = wanted(office.award, office.ranking)[0]
    text = safe(sentence(next(iter(waiting(office.award, [asked])))))

    def act(_answers: Answers) -> Held:
        return open_runoff(office.award, asked.cases, BY)[0]

    ask = Ask(
        say("work.runoff"),
        text,
        act,
        lambda _answers: office.command("runoff", "open", *asked.cases),
    )
    screen.ask(ask, lambda done: _opened(screen, done))


def _opened(screen: OfficeScreen, done: Done) -> None:
    office, one = screen.office, done.result
    office.renew()
    lines = [say("runoff.opened", number=one.number), *map(safe, opened_lines(office.award, one))]
    screen.read(say("work.runoff"), lines, done.command)


def _go_on(screen: OfficeScreen, one: Held) -> None:
    """A paper ballot to be entered by two people, or the end of the voting."""
    office = screen.office
    named = ["--number", str(one.number)] if len(running(office)) > 1 else []

    def cases(answers: Answers) -> list[str]:
        return names_of(answers["cases"])

    def act(answers: Answers) -> list[str]:
        if answers["do"] == "close":
            closed, _ = close_runoff(office.award, one.number, BY)
            head = say("runoff.closed", number=one.number)
            return [head, *map(safe, votes_lines(office.award, closed))]
        judge, people = answers["judge"], (answers["by"], answers["checked"])
        ballot = enter_ballot(office.award, one.number, judge, cases(answers), *people)
        return [say("runoff.entered", judge=safe(judge), receipt=ballot.receipt)]

    def command(answers: Answers) -> str:
        if answers["do"] == "close":
            return office.command("runoff", "close", *named)
        words = ["enter", *cases(answers), "--judge", answers["judge"] or REST]
        words += ["--by", answers["by"] or REST, "--checked-by", answers["checked"] or REST]
        return office.command("runoff", *words, *named)

    ask = Ask(say("work.runoff"), safe(held_line(office.award, one)), act, command,
              _fields(one))  # fmt: skip
    screen.ask(ask, lambda done: _told(screen, done))


def _fields(one: Held) -> list[Field]:
    doings = (("close", say("runoff.do.close")), ("paper", say("runoff.do.paper")))
    return [
        Field("do", say("runoff.ask.do"), "paper" if one.waiting else "close", choices=doings),
        Field("judge", say("runoff.ask.judge"), one.waiting[0] if one.waiting else ""),
        Field("cases", say("runoff.ask.cases"), hint=" ".join(one.cases)),
        Field("by", say("runoff.ask.by")),
        Field("checked", say("runoff.ask.checked")),
    ]


def why_not_undo(office: Office) -> str:
    return "" if standing(office) else say("runoff.none.held")


def undo(screen: OfficeScreen) -> None:
    """Take one back: it does not count any more and stays on record."""
    office, there = screen.office, standing(screen.office)

    def act(answers: Answers) -> str:
        number = int(answers["number"])
        withdraw_runoff(office.award, number, reason_of(answers), BY)
        return say("runoff.undone", number=number)

    def command(answers: Answers) -> str:
        words = ["--number", answers["number"], "--reason", answers["reason"] or REST]
        return office.command("runoff", "undo", *words)

    fields = [_number_field(there), reason_field()]
    ask = Ask(say("work.runoff-undo"), _stand(office, there), act, command, fields)
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def _told(screen: OfficeScreen, done: Done) -> None:
    screen.office.renew()
    screen.read(say("work.runoff"), done.result, done.command)
