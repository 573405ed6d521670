"""`pingxuan log`: what was done to the award, by whom, and whether the chain holds."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from award.folder import opened
from award.log_sentences import log_sentence, names_of_criteria
from cli import speaking
from cli.options import PATH, award_option, json_option
from cli.output import show, show_json, talk
from words import say


@speaking.command("log")
@click.option("--export", "export", type=PATH, metavar="FILE", help=say("cli.opt.export_log"))
@award_option
@json_option
def command(folder: Path, as_json: bool, export: Path | None) -> None:
    if export:
        return _export(folder, export)
    with opened(folder, readonly=True) as award:
        entries, criteria = award.store.log(), names_of_criteria(award)
    if as_json:
        return show_json([asdict(entry) for entry in entries])
    return show(log_sentence(entry, criteria) for entry in entries)


def _export(folder: Path, path: Path) -> None:
    """Everything the log stands for, from which `rebuild` makes the database again."""
    from award.rebuilding import export_journal

    with opened(folder, readonly=True) as award:
        count = export_journal(award, path)
    talk("verify.exported", path=path, count=count)
