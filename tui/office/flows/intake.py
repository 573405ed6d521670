"""What comes in: nominations, judges and recusals from files or pasted, shown before they are
written.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from award.import_headings import headings_of
from award.importing import Kind, Reading, apply, read
from db.records import Added
from sheets.folders import READ
from sheets.opening import Pasted
from sheets.preview_lines import preview_lines
from tui.ink import safe
from tui.office.flows.asking import (
    REST,
    ask_about,
    confirm,
    path_field,
    paths_of,
)
from tui.office.nearby import offers
from tui.office.page import More
from tui.office.questions import Answers, Ask, Done, Field
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen
    from tui.office.office import Office

KINDS: tuple[Kind, ...] = ("nominations", "judges", "recusals")
GUESSED = ("encoding", "sheet")  # found out where nothing is said
PAIRED = ("E-NOHEADING", "W-HEADING")  # what a correction of the mapping mends
MOST_SHEETS = 9  # to choose from with one digit


@dataclass(frozen=True)
class Wanted:
    """What is to be read, as it was said so far; `mapping` are headings paired with fields."""

    kind: Kind
    paths: tuple[Path, ...]
    encoding: str = ""
    sheet: str = ""
    mapping: tuple[str, ...] = ()
    pasted: str = ""

    def read(self, office: Office) -> Reading:
        """Raises what `award.importing.read` raises."""
        return read(
            office.award,
            self.kind,
            self.paths,
            encoding=self.encoding or None,
            sheet=self.sheet or None,
            mapping=self.mapping,
            pasted=[Pasted(say("cli.import.pasted"), self.pasted.encode())] if self.pasted else (),
            progress=office.tell_far,
        )

    def command(self, office: Office, *more: str) -> str:
        words: list[object] = ["import", *(self.paths or (["--text"] if self.pasted else [REST]))]
        words += [f"--{self.kind}"] if self.kind != "nominations" else []
        for name in GUESSED:
            words += [f"--{name}", getattr(self, name)] if getattr(self, name) else []
        words += [part for pair in self.mapping for part in ("--map", pair)]
        return office.command(*words, *more)


def take_in(screen: OfficeScreen, kind: Kind = "nominations", start: str = "") -> None:
    """Ask for a file and what it holds, show how it was understood, write it on Enter."""
    office = screen.office

    def wanted(answers: Answers, paths: list[Path]) -> Wanted:
        said = next(one for one in KINDS if one == answers["kind"])
        return Wanted(said, tuple(paths), answers["encoding"], answers["sheet"])

    def act(answers: Answers) -> tuple[Wanted, Reading]:
        found = wanted(answers, paths_of(answers["path"]))
        return found, found.read(office)

    def command(answers: Answers) -> str:
        paths = paths_of(answers["path"]) if answers["path"] else []
        return wanted(answers, paths).command(office)

    kinds = tuple((one, say(f"secretary.import.{one}")) for one in KINDS)
    fields = [
        Field("kind", say("secretary.import.kind"), kind, choices=kinds),
        path_field(say("secretary.import.path"), start, near=offers(office.award.folder, READ)),
        *(
            Field(name, say(f"secretary.import.{name}"), hint=say(f"secretary.import.{name}.hint"))
            for name in GUESSED
        ),
    ]
    title, text = say("secretary.do.import"), say("secretary.import.text")
    ask = Ask(title, text, act, command, fields)
    screen.ask(ask, lambda done: preview(screen, *done.result))


def paste(screen: OfficeScreen) -> None:
    """What the text holds, then a page to paste it into."""
    office = screen.office

    def opened(done: Done) -> None:
        from tui.office.pasting import PasteScreen

        screen.app.push_screen(PasteScreen(office, done.result))

    def wanted(answers: Answers) -> Wanted:
        return Wanted(next(one for one in KINDS if one == answers["kind"]), (), pasted=REST)

    kinds = tuple((one, say(f"secretary.import.{one}")) for one in KINDS)
    field = Field("kind", say("secretary.import.kind"), choices=kinds)
    command = lambda answers: wanted(answers).command(office)  # noqa: E731
    screen.ask(ask_about("paste", wanted, command, [field]), opened)


def preview(screen: OfficeScreen, wanted: Wanted, reading: Reading) -> None:
    """The mapping and the first rows; nothing is written yet."""
    office = screen.office

    def said(added: Added) -> str:
        lines = [say("cli.import.done", new=len(added.new), same=len(added.same))]
        if beside := reading.preview.attachments:
            lines.append(say("cli.import.attached", count=len(beside)))
        return " ".join(lines)

    confirm(
        screen,
        say(f"secretary.import.{reading.kind}"),
        _lines(reading),
        wanted.command(office),
        lambda: apply(office.award, reading),
        said,
        word=say("secretary.import.write"),
        why_not=_wrong(wanted) if reading.preview.problems else "",
        more=_more(screen, wanted, reading),
    )


def _wrong(wanted: Wanted) -> str:
    """What to do where something is wrong: the file is corrected, or the text."""
    return say("secretary.import.wrong" if wanted.paths else "secretary.import.wrong_text")


def _lines(reading: Reading) -> list[str]:
    """What is wrong first; then the key for a column that was not understood."""
    lines = preview_lines(reading.preview, wrong_first=True)
    found = (*reading.preview.problems, *reading.preview.warnings)
    unknown = any(one.code in PAIRED for one in found)
    return [*lines, "", say("secretary.import.unknown")] if unknown else lines


def _more(screen: OfficeScreen, wanted: Wanted, reading: Reading) -> list[More]:
    """Correct the mapping; pick the sheet, where several could be meant; read a file that was
    corrected meanwhile.
    """

    def mapping(page: OfficeScreen) -> None:
        from tui.office.mapping import MappingScreen

        page.app.push_screen(MappingScreen(screen, wanted, reading))

    there = headings_of(reading, wanted.mapping)
    more = [More("f2", say("work.do.map"), mapping)] if there else []
    if names := _sheets(reading):
        pick = lambda page: _pick_sheet(screen, page, wanted, names)  # noqa: E731
        more.append(More("f3", say("work.do.sheet"), pick))
    if wanted.paths:
        read_again = lambda page: _reread(screen, page, wanted)  # noqa: E731
        more.append(More("f4", say("work.do.reread"), read_again))
    return more


def _reread(screen: OfficeScreen, page: OfficeScreen, wanted: Wanted) -> None:
    """The same file as it is now; where it cannot be read, what was read before stays."""

    def again(reading: Reading) -> None:
        page.action_back()
        preview(screen, wanted, reading)

    page.work(lambda: wanted.read(screen.office), again)


def _pick_sheet(screen: OfficeScreen, page: OfficeScreen, wanted: Wanted, names: list[str]) -> None:
    """Ask for the sheet and read the file again; the preview is another one then."""
    office = screen.office

    def act(answers: Answers) -> tuple[Wanted, Reading]:
        found = replace(wanted, sheet=answers["sheet"])
        return found, found.read(office)

    def again(done: Done) -> None:
        page.action_back()
        preview(screen, *done.result)

    choices = tuple((name, safe(name)) for name in names)
    field = Field("sheet", say("secretary.import.sheet"), choices=choices)
    command = lambda a: replace(wanted, sheet=a["sheet"]).command(office)  # noqa: E731
    page.ask(ask_about("sheet", act, command, [field]), again)


def _sheets(reading: Reading) -> list[str]:
    """The sheets to choose from, where the file has several that could be meant."""
    told = [one for one in reading.preview.problems if one.code == "E-SHEETS"]
    return str(told[0].params["sheets"]).split("、")[:MOST_SHEETS] if told else []
