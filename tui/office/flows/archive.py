"""Kept for later: the archive, checking one, the whole log, a lost database made again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from award.archiving import Archived, key_for_archive
from award.archiving import archive as write_archive
from award.keys import opening_key, recovered_key, signer_of
from award.rebuilding import export_journal
from award.rebuilding import rebuild as make_again
from award.verify import run, text_of
from award.verifying_bundle import exit_code
from tui.ink import safe
from tui.office.flows.asking import (
    REST,
    ask_about,
    choice_field,
    path_field,
    path_of,
    paths_of,
    secret_field,
    secret_or_sheet_field,
    text_field,
)
from tui.office.flows.where import where_lines
from tui.office.office import bare_command
from tui.office.page import More, Page
from tui.office.questions import Answers, Done, Field
from words import say

if TYPE_CHECKING:
    from tui.office.frame import OfficeScreen

CHECKED = ("receipt", "head", "digest")
"""What may be compared with an archive: each is an option of `verify`."""


def archive(screen: OfficeScreen) -> None:
    """The public and the restricted bundle; signed, where ballots are sealed. Of several final
    results the newest is offered first.
    """
    office = screen.office
    sealed = key_for_archive(office.award) is not None
    finals = [one.number for one in office.award.store.results() if one.kind == "final"]

    def act(answers: Answers) -> Archived:
        held = key_for_archive(office.award)
        number = _number(answers)
        if held is None:
            return write_archive(office.award, number, None, None)
        signer = signer_of(held, answers["secret"])
        ways = {"chair": opening_key, "sheet": recovered_key}
        way = ways.get(answers["with_key"])
        key = way(held, answers["key"]) if way else None
        return write_archive(office.award, number, signer, key)

    def command(answers: Answers) -> str:
        number = _number(answers)
        words: list[object] = [] if number is None else ["--number", number]
        words += ["--without-key"] if answers.get("with_key") == "none" else []
        return office.command("archive", *words)

    numbers = tuple((str(one), str(one)) for one in reversed(finals))
    which = [Field("number", say("work.ask.final"), choices=numbers)] if len(finals) > 1 else []
    secrets = [
        secret_field(say("cli.ask.secretary")),
        choice_field("with_key", ("chair", "sheet", "none")),
        secret_or_sheet_field("with_key", "key"),
    ]
    ask = ask_about("archive", act, command, [*which, *(secrets if sealed else ())])
    screen.ask(ask, lambda done: _archived(screen, done))


def _number(answers: Answers) -> int | None:
    """The result that is meant; None where there is but one."""
    return int(answers["number"]) if "number" in answers else None


def _archived(screen: OfficeScreen, done: Done) -> None:
    office, found = screen.office, done.result
    office.renew()
    lines = [
        say("verify.archived", number=found.number),
        "",
        *where_lines(office, [(found.public, "work.archive.public"),
                              (found.restricted, "work.archive.restricted"),
                              (found.sheet, "work.archive.sheet")]),
        "",
        say("work.archive.next", command=office.command("verify", office.shown(found.public))),
    ]  # fmt: skip
    more = [More("f2", say("work.verify"), verify)]
    screen.show(Page(say("work.archive"), lines, done.command, more=more))


def verify(screen: OfficeScreen) -> None:
    """An archive, or this award; with a receipt or the head of a close sheet."""

    def act(answers: Answers) -> tuple[int, list[str]]:
        return checked(answers)

    fields = [path_field(say("work.ask.bundle"), _newest(screen)), *map(text_field, CHECKED)]
    ask = ask_about("verify", act, verify_command, fields, writes=False)
    screen.ask(ask, lambda done: screen.read(say("work.verify"), done.result[1], done.command))


def verify_command(answers: Answers) -> str:
    words = [answers["path"] or REST]
    for name in CHECKED:
        words += [f"--{name}", answers[name]] if answers[name] else []
    return bare_command("verify", *words)


def checked(answers: Answers) -> tuple[int, list[str]]:
    """The verdict as a number and as lines. Raises what reading the bundle raises."""
    from award.folder import DATABASE, opened
    from award.verifying_folder import verify_folder

    path, head = path_of(answers["path"]), answers["head"]
    if (path / DATABASE).exists():
        with opened(path, readonly=True) as award:
            lines = verify_folder(award, head)
    else:
        digests = [answers["digest"]] if answers["digest"] else []
        lines = run(path, answers["receipt"], head, digests)
    code = exit_code(lines)
    return code, [say(f"verify.exit.{code}"), "", *(safe(text_of(line)) for line in lines)]


def _newest(screen: OfficeScreen) -> str:
    """The newest public archive of this award; the award itself where there is none."""
    office = screen.office
    there = sorted((office.award.folder / "archive").glob("*-public"), key=lambda one: one.name)
    return str(office.shown(there[-1] if there else office.award.folder))


def journal(screen: OfficeScreen) -> None:
    """The log with everything that was written, from which a lost database is made again."""
    office = screen.office

    def act(answers: Answers) -> str:
        path = path_of(answers["path"])
        return say(
            "verify.exported", path=safe(str(path)), count=export_journal(office.award, path)
        )

    ask = ask_about(
        "journal",
        act,
        lambda answers: office.command("log", "--export", answers["path"] or REST),
        [path_field(say("work.ask.journal"), office.place("log.jsonl"))],
        writes=False,
    )
    screen.ask(ask, lambda done: screen.done(done.result, done.command))


def rebuild(screen: OfficeScreen) -> None:
    """Another folder, made from a log and the files that came back."""

    def act(answers: Answers) -> list[str]:
        return rebuilt(answers)

    fields = [
        path_field(say("work.ask.rebuilt")),
        path_field(say("work.ask.journal"), key="log"),
        path_field(say("work.ask.places"), key="places"),
    ]
    ask = ask_about("rebuild", act, rebuild_command, fields, writes=False)
    screen.ask(ask, lambda done: screen.read(say("work.rebuild"), done.result, done.command))


def rebuild_command(answers: Answers) -> str:
    words = [answers["path"] or REST, *([answers["places"]] if answers["places"] else [])]
    return bare_command("rebuild", *words, "--log", answers["log"] or REST)


def rebuilt(answers: Answers) -> list[str]:
    """Make it; what to say of it."""
    from award.folder import opened

    folder = path_of(answers["path"])
    places = paths_of(answers["places"]) if answers["places"] else []
    lost = make_again(folder, path_of(answers["log"]), places)
    with opened(folder, readonly=True) as award:
        lines = [say("verify.rebuilt", path=safe(str(folder)), head=award.store.head()[:16])]
    return [*lines, *([say("verify.lost", names=safe(", ".join(lost)))] if lost else [])]
