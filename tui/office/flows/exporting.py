"""Results as files, in sets for one purpose; empty tables and letters to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from award.exporting import Exported
from award.exporting import export as write_files
from award.templates import KINDS, write_template
from sheets.export_sets import SETS
from tui.ink import safe
from tui.office.flows.asking import ask_about, choice_field, path_field, path_of
from tui.office.flows.where import where_lines
from tui.office.office import bare_command
from tui.office.questions import Answers, Ask, Done, Field
from words import language, say, sentence

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

EXPORTS = "exports"
PLAIN = "sheets"


def export(screen: OfficeScreen, number: int | None = None) -> None:
    """Write a result: the one named, else the newest final one, else the ranking as it is now."""
    office = screen.office
    number = _newest_final(office) if number is None else number
    start = office.place(EXPORTS)

    def act(answers: Answers) -> Exported:
        which = "" if answers["set"] == PLAIN else answers["set"]
        force = answers["force"] == "yes"
        folder = path_of(answers["path"])
        return write_files(office.award, folder, number, language(), force=force, which=which)

    def command(answers: Answers) -> str:
        words: list[object] = ["export"]
        words += [] if answers["set"] == PLAIN else ["--set", answers["set"]]
        words += [] if number is None else ["--number", number]
        words += [] if answers["path"] == start else ["-o", answers["path"]]
        words += ["--force"] if answers["force"] == "yes" else []
        return office.command(*words)

    force = (("no", say("secretary.export.keep")), ("yes", say("secretary.export.force")))
    fields = [
        choice_field("set", (PLAIN, *SETS)),
        path_field(say("secretary.export.folder"), start),
        Field("force", say("secretary.export.there"), choices=force),
    ]
    text = say("secretary.export.now" if number is None else "secretary.export.final")
    ask = Ask(say("secretary.do.export"), text, act, command, fields)
    screen.ask(ask, lambda done: _show_exported(screen, done))


def _newest_final(office: Office) -> int | None:
    final = [one.number for one in office.award.store.results() if one.kind == "final"]
    return final[-1] if final else None


def _show_exported(screen: OfficeScreen, done: Done) -> None:
    one: Exported = done.result
    head = say("cli.export.done", number=one.number, kind=say(f"cli.export.{one.kind}"))
    index = [path for path in one.paths if path.name == "index.html"]
    first = [say("work.export.index", path=safe(str(screen.office.shown(path)))) for path in index]
    told = [f"  {safe(sentence(problem))}" for problem in one.told]
    files = where_lines(screen.office, [(path, "") for path in one.paths])
    screen.office.renew()
    lines = [head, *first, "", *files, *(["", *told] if told else [])]
    screen.read(say("secretary.do.export"), lines, done.command)


def template(screen: OfficeScreen) -> None:
    """An empty table with the headings that import expects; letters to edit in Word."""
    office = screen.office

    def act(answers: Answers) -> Path:
        kind = answers["template"]
        folder = path_of(answers["path"]) if answers["path"] else None
        return write_template(kind, folder or office.shown(_place(office, kind)))

    def command(answers: Answers) -> str:
        path = answers["path"] or office.shown(_place(office, answers["template"]))
        return bare_command("template", answers["template"], "-o", path)

    fields = [choice_field("template", KINDS), path_field(say("work.ask.template_path"))]
    ask = ask_about("template", act, command, fields, writes=False)
    said = "work.template.done"
    screen.ask(
        ask,
        lambda done: screen.done(
            say(said, path=safe(str(office.shown(done.result)))), done.command
        ),
    )


def _place(office: Office, kind: str) -> Path:
    """Where it goes where nothing is said: letters where `export` looks for them."""
    return office.award.folder / ("templates" if kind == "letters" else f"{kind}.csv")
