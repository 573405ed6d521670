"""What comes in: nominations, judges and recusals from files, shown first; one recusal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.importing import Kind, Reading, apply, read
from award.recusing import recuse as record_recusal
from sheets.preview_lines import preview_lines
from tui.office.flows.asking import REST, path_field, path_of, reason_field, reason_of
from tui.office.form import Answers, Ask, Done, Field
from tui.office.page import Page, PageScreen
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

KINDS: tuple[Kind, ...] = ("nominations", "judges", "recusals")
GUESSED = ("encoding", "sheet")  # found out where nothing is said


def take_in(screen: OfficeScreen, kind: Kind = "nominations") -> None:
    """Ask for a file and what it holds, show how it was understood, write it on Enter."""
    office = screen.office

    def act(answers: Answers) -> Reading:
        wanted = next(one for one in KINDS if one == answers["kind"])
        return read(
            office.award,
            wanted,
            [path_of(answers["path"])],
            encoding=answers["encoding"] or None,
            sheet=answers["sheet"] or None,
        )

    def command(answers: Answers) -> str:
        words = ["import", answers["path"] or REST]
        words += [f"--{answers['kind']}"] if answers["kind"] != "nominations" else []
        for name in GUESSED:
            words += [f"--{name}", answers[name]] if answers[name] else []
        return office.command(*words)

    kinds = tuple((one, say(f"secretary.import.{one}")) for one in KINDS)
    fields = [
        Field("kind", say("secretary.import.kind"), kind, choices=kinds),
        path_field(say("secretary.import.path")),
        *(
            Field(name, say(f"secretary.import.{name}"), hint=say(f"secretary.import.{name}.hint"))
            for name in GUESSED
        ),
    ]
    ask = Ask(say("secretary.do.import"), say("secretary.import.text"), act, command, fields)
    screen.ask(ask, lambda done: _preview(screen, done))


def _preview(screen: OfficeScreen, done: Done) -> None:
    """The mapping and the first rows; nothing is written yet."""
    office, reading = screen.office, done.result

    def write() -> None:
        added = apply(office.award, reading)
        screen.app.pop_screen()
        screen.done(say("cli.import.done", new=len(added.new), same=len(added.same)), done.command)

    page = Page(
        say(f"secretary.import.{reading.kind}"),
        preview_lines(reading.preview),
        done.command,
        say("secretary.import.write"),
        write,
        say("secretary.import.wrong") if reading.preview.problems else "",
    )
    screen.app.push_screen(PageScreen(office, page))


def recuse(screen: OfficeScreen, judge: str = "") -> None:
    """One judge does not score one case, with a reason."""
    office = screen.office

    def act(answers: Answers) -> bool:
        return record_recusal(office.award, answers["judge"], answers["case"], reason_of(answers))

    def command(answers: Answers) -> str:
        words = {name: answers[name] or REST for name in ("judge", "case", "reason")}
        options = (part for name, word in words.items() for part in (f"--{name}", word))
        return office.command("recuse", *options)

    fields = [
        Field("judge", say("secretary.recuse.judge"), judge),
        Field("case", say("secretary.recuse.case")),
        reason_field(),
    ]
    ask = Ask(say("secretary.do.recuse"), say("secretary.recuse.text"), act, command, fields)
    screen.ask(ask, lambda done: screen.done(say("secretary.recuse.done"), done.command))
