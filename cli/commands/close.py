"""`pingxuan close`: end collecting and make the close sheet."""

from __future__ import annotations

from pathlib import Path

from award.close_pages import sheet_lines, write_sheet
from award.closed import close_record
from award.closing import Closed, close, key_to_sign
from award.folder import Award, opened
from cli import speaking
from cli.commands.keys import SECRETARY, WRONG
from cli.options import award_option, by_option
from cli.output import show, talk
from cli.secrets import ask_until, file_option


@speaking.command("close")
@file_option("--passphrase-file", "secretary_file")
@by_option
@award_option
def command(folder: Path, secretary_file: Path | None, by: str) -> None:
    with opened(folder) as award:
        done = _close(award, secretary_file, by)
        signed = done.record.signed
        paths = write_sheet(award, signed)
        show(sheet_lines(award, signed))
    returned = len(done.record.counted)
    if done.new:
        talk("collect.closed", returned=returned, judges=len(signed.sheet.judges))
    else:
        talk("collect.closed.again")
    show(map(str, paths))


def _close(award: Award, secretary_file: Path | None, by: str) -> Closed:
    if close_record(award) or key_to_sign(award) is None:
        return close(award, "", by)
    return ask_until(
        "cli.ask.secretary", SECRETARY, secretary_file, lambda typed: close(award, typed, by), WRONG
    )
