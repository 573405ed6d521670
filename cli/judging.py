"""From a packet to the judge's screens: ask the code, open the draft, say what must be known."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from platformdirs import user_data_path

from award import carried_files
from award.receipts import save_sealed_receipt
from award.screen_rules import problems_of
from cli.ahead import load_ahead, shown_to_judge
from cli.memory import Memory
from cli.output import talk
from cli.secrets import ask_code, ask_until
from cli.terminal import has_screen
from db.clock import local_time
from db.desk import Desk
from db.receipts import groups
from db.records import Ballot
from exchange.objects import PACKET_LIMIT, CaseFile
from exchange.packet import OpenPacket, read_packet
from exchange.places import places
from exchange.workspace import Workspace, open_workspace
from files.reading import in_units, read_bounded
from words import language, pick, say
from words.text import clean_line

if TYPE_CHECKING:
    from tui.confirming import Confirming
    from tui.papers import Papers

CODE = "PINGXUAN_CODE"
SLIPS = frozenset({"E-CODE", "E-CODE-LENGTH", "E-CODE-SYMBOL", "E-WRONGCODE"})


def judge(packet: Path, code_file: Path | None, *, plain: bool = False) -> int:
    """Run until the judge leaves; 0. Nothing is made on the disk before the code is right."""
    plain = plain or not has_screen()
    if not plain:
        load_ahead("tui.app", "tui.screens.home")
    opened = open_packet(packet, code_file)
    home = user_data_path("pingxuan", appauthor=False)
    with open_workspace(opened, places(packet, opened.header, home)) as work:
        _tell(work)
        if plain:
            _plain(work)
        else:
            _let_read(work)
            _screens(work)
            _say_goodbye(work)
    return 0


def open_packet(packet: Path, code_file: Path | None) -> OpenPacket:
    """The packet, its code asked for; a typing error is told before anything opens."""
    closed = read_packet(read_bounded(packet, PACKET_LIMIT))
    one = closed.header
    talk("cli.judge.packet", award=one.award, judge=one.judge, issue=one.issue)
    return ask_until("cli.ask.code", CODE, code_file, closed.opened, SLIPS, ask_code)


def _tell(work: Workspace) -> None:
    header, stage = work.header, work.rules.stage
    mode = say(f"letter.mode.{header.mode}")
    if work.rules.focus:
        talk("cli.freeze.stage", stage=pick((stage.name.zh, stage.name.en)))
    talk("cli.judge.opened", hash=groups(header.slate), version=header.version, mode=mode)
    if work.places.moved:
        talk("cli.judge.moved", path=work.places.data, ballots=work.places.ballots)
    if work.newer is not None:
        talk("cli.judge.old", issue=work.newer.issue)
    elif header.version > 1 and header.issue > 1 and work.lonely:
        talk("slate.none_here")
    for case, file in carried_files.missing_from(work.packet):
        name, size = clean_line(file.name), in_units(file.size)
        talk("cli.judge.left_out", case=case, name=name, size=size)


def _let_read(work: Workspace) -> None:
    """Before the screens cover it: the slate number is to be compared with the letter."""
    if sys.stdin.isatty() and (work.first or work.newer or work.places.moved):
        click.prompt(say("slate.read_first"), default="", show_default=False, err=True)


def _say_goodbye(work: Workspace) -> None:
    """Once the screens are gone: where the ballot is, or how to go on."""
    desk = work.desk()
    if desk.submitted is not None and work.newer is None:
        talk("cli.judge.done", path=work.ballot_path(desk.submitted))
    elif work.newer is None:
        talk("cli.judge.later", n=len(desk.gaps()))


def _plain(work: Workspace) -> None:
    from tui.plain import run

    desk = work.desk()
    run(
        desk,
        work.rules,
        stdin=sys.stdin,
        stdout=sys.stdout,
        lang=language(),
        ballot_file=None if work.newer else lambda ballot: hand_over(work, ballot),
        revise=None if work.newer else lambda: work.revise(desk),
        copy_ballot=None if work.newer else lambda ballot, to: copy_to(work, ballot, to),
        confirming=confirming(work, desk),
        papers=papers_of(work),
        now=local_time,
    )


def _screens(work: Workspace) -> None:
    from tui.app import JudgeApp

    desk = work.desk()
    JudgeApp(
        desk,
        work.rules,
        name=work.rules.title,
        deadline=work.rules.deadline,
        lang=language(),
        memory=Memory(),
        shown=shown_to_judge,
        keymap=keymap_of(work),
        now=local_time,
        save_receipt=lambda ballot: save_sealed_receipt(work, ballot),
        ballot_file=None if work.newer else lambda ballot: hand_over(work, ballot),
        revise=None if work.newer else lambda: work.revise(desk),
        copy_ballot=None if work.newer else lambda ballot, to: copy_to(work, ballot, to),
        confirming=confirming(work, desk),
        papers=papers_of(work),
    ).run()


def keymap_of(work: Workspace) -> dict[str, str]:
    """The committee's keys, as far as this program knows the actions and what keys are."""
    named = {one.action: one.keys for one in work.packet.body.keys}
    return {a: keys for a, keys in named.items() if not any(problems_of({"keys": {a: keys}}))}


def papers_of(work: Workspace) -> Papers:
    """The attachments of a case, as far as the packet carries them."""
    from tui.papers import Paper

    carried = {file.digest for file in work.packet.body.files}

    def paper(case: str, one: CaseFile) -> Paper:
        return Paper(
            one.name,
            in_units(one.size),
            lambda: carried_files.text(work.packet, case, one),
            lambda: carried_files.open_outside(work.packet, work.places.data, case, one),
            left_out=one.digest not in carried,
        )

    return lambda case: [paper(case, one) for one in carried_files.beside(work.packet, case)]


def confirming(work: Workspace, desk: Desk) -> Confirming | None:
    """The cases that were changed after they were scored here; None where nothing was."""
    from tui.confirming import Confirming

    earlier = work.earlier(desk)
    if earlier is None:
        return None
    return Confirming(earlier, work.header.version, fresh=work.fresh is not None)


def copy_to(work: Workspace, ballot: Ballot, typed: str) -> Path:
    """One more copy in a folder as typed or dragged into the window, quotes and all."""
    bare = clean_line(typed).strip("'\" ")
    return work.copy(ballot, Path(bare).expanduser())


def hand_over(work: Workspace, ballot: Ballot) -> Path:
    """Make sure of the ballot file and its receipt page; where the ballot is."""
    path = work.seal(ballot)
    save_sealed_receipt(work, ballot)
    return path
