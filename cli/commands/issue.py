"""`pingxuan issue`: a packet and a code letter for each judge."""

from __future__ import annotations

from pathlib import Path

import click

from award.carried_files import left_out_lines
from award.folder import Award, opened
from award.issuing import Issued, issue, require_ready
from cli import speaking
from cli.commands.keys import SECRETARY, WRONG
from cli.options import award_option
from cli.output import say_lines, show, talk
from cli.secrets import ask_until, file_option
from words import say


@speaking.command("issue")
@click.option("--judge", "judges", multiple=True, metavar="ID", help=say("cli.opt.issue_judge"))
@file_option("--passphrase-file", "secretary_file")
@award_option
def command(folder: Path, judges: tuple[str, ...], secretary_file: Path | None) -> None:
    with opened(folder) as award:
        held = require_ready(award, judges)
        if held is None:
            _issue(award, "", judges)
        else:
            ask_until(
                "cli.ask.secretary",
                SECRETARY,
                secretary_file,
                lambda typed: _issue(award, typed, judges),
                WRONG,
            )


def _issue(award: Award, passphrase: str, judges: tuple[str, ...]) -> None:
    for one in issue(award, passphrase, judges):
        _tell(one)
    talk("cli.issue.done")


def _tell(one: Issued) -> None:
    show([str(one.packet), str(one.letter)])
    if one.withdrawn:
        talk("cli.issue.withdrawn", judge=one.judge.id, issue=one.withdrawn)
    say_lines(left_out_lines(one.judge.id, one.left_out))
