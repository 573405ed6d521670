"""What one can begin with: a new award, one elsewhere, an example; checking and making again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from award.demo import build
from award.folder import DATABASE
from award.near import PACKET, is_empty
from exchange.objects import PACKET_LIMIT
from exchange.packet import read_packet
from files.dropped import dropped_path
from files.reading import read_bounded
from tui.ink import safe
from tui.office.flows.archive import CHECKED, checked, rebuild_command, rebuilt, verify_command
from tui.office.flows.asking import ask_about, path_field, path_of, text_field
from tui.office.nearby import offers
from tui.office.office import bare_command
from tui.office.questions import Answers
from words import Bad, say

if TYPE_CHECKING:
    from tui.office.start import StartScreen


def new(screen: StartScreen) -> None:
    """In this folder where it is empty, else in one below."""
    here = screen.start_app.here
    first = "." if is_empty(here) else say("work.start.folder")

    def act(answers: Answers) -> Path:
        folder = here / path_of(answers["path"])
        if (folder / DATABASE).exists():
            raise Bad("E-AWARDTHERE", path=folder)
        return folder

    fields = [replace(path_field(say("work.start.where"), first), told=partial(_where, here))]
    ask = ask_about("start.new", act, lambda a: bare_command("new", a["path"]), fields)
    screen.put(ask, lambda done: screen.start_app.choose(done.result))


def _where(here: Path, typed: str) -> str:
    """The folder that is meant, whole: a dot means the one we stand in."""
    path = dropped_path(typed)
    if path is None:
        return ""
    folder = safe(str((here / path).absolute()))
    return say("work.start.here" if folder == str(here.absolute()) else "work.start.there",
               folder=folder)  # fmt: skip


def other(screen: StartScreen) -> None:
    def act(answers: Answers) -> Path:
        folder = screen.start_app.here / path_of(answers["path"])
        if not (folder / DATABASE).is_file():
            raise Bad("E-NOAWARD", path=folder)
        return folder

    fields = [path_field(say("work.start.where"))]
    command = lambda a: bare_command("desk", "-C", a["path"] or "DIR")  # noqa: E731
    ask = ask_about("start.other", act, command, fields)
    screen.put(ask, lambda done: screen.start_app.choose(done.result))


def packet(screen: StartScreen) -> None:
    """A judge's packet: the code is asked for where `pingxuan judge` asks for it."""
    here = screen.start_app.here

    def act(answers: Answers) -> Path:
        path = path_of(answers["path"])
        read_packet(read_bounded(path, PACKET_LIMIT))  # what is wrong with it is said here
        return path

    command = lambda a: bare_command("judge", a["path"] or "PACKET")  # noqa: E731
    fields = [path_field(say("work.start.packet_file"), near=offers(here, [PACKET]))]
    ask = ask_about("start.packet", act, command, fields)
    screen.put(ask, lambda done: screen.start_app.judge(done.result))


def demo(screen: StartScreen) -> None:
    def act(_answers: Answers) -> Path:
        return build(screen.start_app.here / "demo").award

    ask = ask_about("start.demo", act, lambda _a: bare_command("demo"))
    screen.put(ask, lambda done: screen.start_app.choose(done.result))


def verify(screen: StartScreen) -> None:
    def act(answers: Answers) -> list[str]:
        return checked(answers)[1]

    fields = [path_field(say("work.ask.bundle")), *map(text_field, CHECKED)]
    screen.put(ask_about("verify", act, verify_command, fields), screen.read)


def rebuild(screen: StartScreen) -> None:
    fields = [
        path_field(say("work.ask.rebuilt")),
        path_field(
            say("work.ask.journal"), key="log", near=offers(screen.start_app.here, [".jsonl"])
        ),
        path_field(say("work.ask.places"), key="places"),
    ]
    screen.put(ask_about("rebuild", rebuilt, rebuild_command, fields), screen.read)
