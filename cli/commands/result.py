"""`pingxuan result diff 1 2`: what differs between two numbered results, and why."""

from __future__ import annotations

from pathlib import Path

import click

from award.diffing import diff_results
from award.diffing_words import data, lines
from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import show, show_json


@speaking.command("result")
@click.argument("action", type=click.Choice(["diff"]))
@click.argument("older", type=int)
@click.argument("newer", type=int)
@award_option
@json_option
def command(folder: Path, action: str, older: int, newer: int, as_json: bool) -> int:  # noqa: ARG001
    with opened(folder, readonly=True) as award:
        found = diff_results(award, older, newer)
    if as_json:
        show_json(data(found))
    else:
        show(lines(found))
    return 0
