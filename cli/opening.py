"""Before a ranking: open what came sealed, with the chair's passphrase or the recovery sheet."""

from __future__ import annotations

import os
from pathlib import Path

from award.folder import Award, opened
from award.keys import Held, opening_key, recovered_key
from award.opening import open_ballots, opening_keys, sealed_ballots
from cli.commands.keys import CHAIR, MISTYPED, SHEET, WRONG
from cli.output import talk
from cli.secrets import ask_sheet, ask_until, file_option

chair_option = file_option("--chair-file", "chair_file")
sheet_option = file_option("--sheet-file", "sheet_file")


def open_if_needed(award: Award, chair_file: Path | None, sheet_file: Path | None) -> None:
    """Nothing where nothing waits: a committee on one computer never hears of it.

    `award` may be open for reading only; what is opened is written through a handle of its own.
    """
    if not sealed_ballots(award):
        return
    with opened(award.folder) as writable:
        key = _key(opening_keys(writable), chair_file, sheet_file)
        count = open_ballots(writable, key, "chair")
    talk("collect.opened", count=count)


def _key(held: Held | None, chair_file: Path | None, sheet_file: Path | None) -> bytes | None:
    if held is None:
        return None
    if sheet_file or SHEET in os.environ:
        return ask_until(
            "cli.ask.sheet",
            SHEET,
            sheet_file,
            lambda typed: recovered_key(held, typed),
            MISTYPED,
            ask_sheet,
        )
    return ask_until(
        "cli.ask.chair", CHAIR, chair_file, lambda typed: opening_key(held, typed), WRONG
    )


def chair_key(award: Award, chair_file: Path | None, sheet_file: Path | None) -> bytes | None:
    """The private opening key for what keeps it, such as the restricted archive."""
    return _key(opening_keys(award), chair_file, sheet_file)
