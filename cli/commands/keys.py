"""`pingxuan keys`: make the two keys, try them out, print the recovery sheet."""

from __future__ import annotations

from pathlib import Path

import click

from award import keys
from award.folder import Award, opened
from award.letters import recovery_lines, recovery_page
from cli import speaking
from cli.options import PATH, award_option
from cli.output import show, talk
from cli.secrets import ask_new, ask_sheet, ask_until, file_option
from files.writing import write_atomic
from words import say

SECRETARY, CHAIR, SHEET = "PINGXUAN_PASSPHRASE", "PINGXUAN_CHAIR_PASSPHRASE", "PINGXUAN_RECOVERY"
WRONG = frozenset({"E-PASSPHRASE"})
MISTYPED = frozenset({"E-RECOVERY", "E-RECOVERYLENGTH", "E-OTHERSHEET"})


@speaking.command("keys")
@click.argument("action", type=click.Choice(["make", "recovery", "drill"]), required=False)
@click.option("--again", is_flag=True, help=say("cli.opt.again"))
@click.option("--out", type=PATH, metavar="FILE", help=say("cli.opt.sheet_out"))
@file_option("--passphrase-file", "secretary_file")
@file_option("--chair-file", "chair_file")
@file_option("--sheet-file", "sheet_file")
@award_option
def command(
    folder: Path,
    action: str | None,
    again: bool,
    out: Path | None,
    secretary_file: Path | None,
    chair_file: Path | None,
    sheet_file: Path | None,
) -> int:
    with opened(folder, readonly=action in {None, "recovery"}) as award:
        if action == "make":
            return _make(award, again, secretary_file, chair_file)
        if action == "recovery":
            return _recovery(award, chair_file, out)
        if action == "drill":
            return _drill(award, chair_file, sheet_file)
        return _state(award)


def _make(award: Award, again: bool, secretary_file: Path | None, chair_file: Path | None) -> int:
    keys.require_can_make(award, again=again)
    secretary = ask_new("secretary", SECRETARY, secretary_file)
    chair = ask_new("chair", CHAIR, chair_file)
    held = keys.make_keys(award, secretary, chair, again=again)
    talk("cli.keys.made", award=held.award_print, opening=held.opening_print)
    return 0


def _recovery(award: Award, chair_file: Path | None, out: Path | None) -> int:
    held = keys.require_keys(award)
    sheet = ask_until(
        "cli.ask.chair", CHAIR, chair_file, lambda typed: keys.recovery_of(held, typed), WRONG
    )
    if out is None:
        show(recovery_lines(sheet))
    else:
        write_atomic(out, recovery_page(award, held, sheet).encode("utf-8"))
        talk("cli.keys.sheet", path=out)
    return 0


def _drill(award: Award, chair_file: Path | None, sheet_file: Path | None) -> int:
    held = keys.require_keys(award)
    key = ask_until(
        "cli.ask.chair", CHAIR, chair_file, lambda typed: keys.opening_key(held, typed), WRONG
    )
    ask_until(
        "cli.ask.sheet",
        SHEET,
        sheet_file,
        lambda typed: keys.drill(award, key, typed),
        MISTYPED,
        ask_sheet,
    )
    talk("cli.keys.drilled")
    return 0


def _state(award: Award) -> int:
    held = keys.require_keys(award)
    drilled = keys.is_drilled(award, held)
    prints = {"key": held.award_print, "opening": held.opening_print}
    show(f"{say(f'letter.{name}')}: {value}" for name, value in prints.items())
    talk("cli.keys.drilled" if drilled else "cli.keys.undrilled")
    return 0 if drilled else 1
