"""Cases: one to read, files beside it, corrections of what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from award import attachments
from award.amending import Amended, planned
from award.amending import amend as write_down
from award.amending_words import amended_lines, effect_lines
from award.attachment_words import attachment_lines
from award.event_words import event_row
from award.events import recorded
from award.importing import read
from db.records import Added, Nomination
from sheets.folders import READ
from sheets.preview_lines import preview_lines
from tui.ink import safe
from tui.office.flows.asking import (
    BY,
    REST,
    ask_about,
    confirm,
    names_of,
    path_field,
    paths_of,
    reason_field,
    reason_of,
    text_field,
)
from tui.office.nearby import offers
from tui.office.questions import Answers, Done, Field
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

PARTS = ("unit", "field", "level", "region")


def case_page(screen: OfficeScreen, case: str) -> None:
    """Everything about one case but its marks."""
    office = screen.office

    def load() -> list[str]:
        store = office.award.store
        one = store.nomination(case)
        held = [row for row in store.recusals() if row.case == case]
        rulings = [row for row in recorded(office.award) if row.case == case]
        return [
            f"{safe(one.number)}  {safe(one.title)}",
            *(
                f"{say(f'intake.field.{part}')}: {safe(getattr(one, part))}"
                for part in PARTS
                if getattr(one, part)
            ),
            "",
            say("work.cases.beside"),
            *(f"  {safe(line)}" for each in attachments.listed(office.award, case)
              for line in attachment_lines(each)),
            say("secretary.judge.recusals", count=len(held)),
            *(f"  {safe(row.judge)}  {safe(row.reason)}  ({safe(row.by)})" for row in held),
            *(f"  {safe('  '.join(filter(None, event_row(row))))}" for row in rulings),
            "",
            *one.body,
        ]  # fmt: skip

    command = office.command("attachments", case)
    screen.work(load, lambda lines: screen.read(safe(case), lines, command))


def attachments_page(screen: OfficeScreen) -> None:
    """What lies beside all cases, and what each file reveals of its authors."""
    office = screen.office

    def load() -> list[str]:
        found = attachments.listed(office.award)
        lines = [safe(line) for each in found for line in attachment_lines(each)]
        return [say("cli.attachments.why" if found else "cli.attachments.none"), "", *lines]

    command = office.command("attachments")
    screen.work(load, lambda lines: screen.read(say("work.attachments"), lines, command))


def attach(screen: OfficeScreen, case: str = "") -> None:
    """Put files, or the files of a folder, beside a case."""
    office = screen.office

    def act(answers: Answers) -> Added:
        return attachments.attach(office.award, answers["case"], paths_of(answers["path"]))

    def command(answers: Answers) -> str:
        return office.command("attach", answers["case"] or REST, answers["path"] or REST)

    def done(found: Done) -> None:
        added: Added = found.result
        said = say("work.attach.done", new=len(added.new), same=len(added.same))
        screen.done(said, found.command)

    near = offers(office.award.folder, attachments.EVERY_ENDING)
    fields = [text_field("case", case), path_field(say("work.ask.files"), near=near)]
    screen.ask(ask_about("attach", act, command, fields), done)


def detach(screen: OfficeScreen, case: str = "") -> None:
    """Take a file off a case; the copy and the log stay."""
    office = screen.office

    def act(answers: Answers) -> str:
        reason = reason_of(answers)
        return attachments.detach(office.award, answers["case"], answers["file"], reason).name

    def command(answers: Answers) -> str:
        words = [answers["case"] or REST, "--remove", answers["file"] or REST]
        return office.command("attach", *words, "--reason", answers["reason"] or REST)

    fields = [text_field("case", case), text_field("file"), reason_field()]
    said = "work.detach.done"
    screen.ask(
        ask_about("detach", act, command, fields),
        lambda done: screen.done(say(said, name=safe(done.result)), done.command),
    )


def correct(screen: OfficeScreen, case: str) -> None:
    """Correct what is said of one case, typed in; the effect first, then it is done."""
    office = screen.office
    held = office.award.store.nomination(case)
    command = office.command("amend", "FILE", "--reason", REST)

    def act(answers: Answers) -> tuple[list[Nomination], list[str], list[str]]:
        reason_of(answers)
        title, unit, field, level, region = (answers[part] for part in ("title", *PARTS))
        rows = [replace(held, title=title, unit=unit, field=field, level=level, region=region)]
        found = planned(office.award, rows, ())
        lines = [say("work.amend.would"), *_would(found), *effect_lines(office.award, found)]
        return rows, [], lines

    fields = [
        Field(part, say(f"intake.field.{part}"), getattr(held, part)) for part in ("title", *PARTS)
    ]
    ask = ask_about("amend.one", act, lambda _a: command, [*fields, reason_field()])
    screen.ask(ask, lambda done: _confirm_amending(screen, done))


def _confirm_amending(screen: OfficeScreen, done: Done) -> None:
    office, (rows, removed, lines) = screen.office, done.result
    confirm(
        screen,
        say("work.amend"),
        lines,
        done.command,
        lambda: write_down(office.award, rows, removed, done.answers["reason"], BY),
        lambda found: "\n".join(amended_lines(found)),
    )


def amend(screen: OfficeScreen) -> None:
    """Correct cases from a file, or take some off the list: the effect first, then it is done."""
    office = screen.office

    def act(answers: Answers) -> tuple[list[Nomination], list[str], list[str]]:
        reason_of(answers)
        removed = names_of(answers["removed"])
        if not (answers["path"] or removed):
            raise Bad("E-AMEND-NOTHING")
        rows, shown = [], []
        if answers["path"]:
            preview = read(office.award, "nominations", paths_of(answers["path"])).preview
            if preview.problems:
                raise Bad.of(preview.problems)
            rows, shown = list(preview.rows), preview_lines(preview)
        found = planned(office.award, rows, removed)
        effect = [say("work.amend.would"), *_would(found), *effect_lines(office.award, found), ""]
        return rows, removed, [*effect, *shown]

    def command(answers: Answers) -> str:
        words = [answers["path"]] if answers["path"] else []
        words += [part for one in names_of(answers["removed"]) for part in ("--remove", one)]
        return office.command("amend", *(words or [REST]), "--reason", answers["reason"] or REST)

    fields = [
        path_field(say("work.ask.amended"), near=offers(office.award.folder, READ)),
        text_field("removed"),
        reason_field(),
    ]
    ask = ask_about("amend", act, command, fields)
    screen.ask(ask, lambda done: _confirm_amending(screen, done))


def _would(found: Amended) -> list[str]:
    return [
        say(f"work.amend.{name}", cases=", ".join(getattr(found, name)))
        for name in ("changed", "added", "removed", "same")
        if getattr(found, name)
    ]
