"""`pingxuan archive`: the public and the restricted bundle of a final result."""

from __future__ import annotations

from pathlib import Path

import click

from award.archiving import archive, key_for_archive
from award.folder import opened
from award.keys import signer_of
from cli import speaking
from cli.commands.keys import SECRETARY, WRONG
from cli.opening import chair_key, chair_option, sheet_option
from cli.options import award_option
from cli.output import show, talk
from cli.secrets import ask_until, file_option
from words import say


@speaking.command("archive")
@click.option("--number", type=int, metavar="N", help=say("cli.opt.number"))
@click.option("--without-key", is_flag=True, help=say("cli.opt.without_key"))
@file_option("--passphrase-file", "secretary_file")
@chair_option
@sheet_option
@award_option
def command(
    folder: Path,
    number: int | None,
    without_key: bool,
    secretary_file: Path | None,
    chair_file: Path | None,
    sheet_file: Path | None,
) -> None:
    with opened(folder) as award:
        held = key_for_archive(award)
        signer, key = None, None
        if held is not None:
            signer = ask_until(
                "cli.ask.secretary",
                SECRETARY,
                secretary_file,
                lambda typed: signer_of(held, typed),
                WRONG,
            )
            key = None if without_key else chair_key(award, chair_file, sheet_file)
        done = archive(award, number, signer, key)
    talk("verify.archived", number=done.number)
    show([str(done.public), str(done.restricted), str(done.sheet)])
