"""`pingxuan results`: every numbered result."""

from __future__ import annotations

from pathlib import Path

from award.diffing_words import result_heading, result_rows, results_data
from award.folder import opened
from cli import speaking
from cli.options import award_option, json_option
from cli.output import show, show_json, talk
from cli.table import Column, lines


@speaking.command("results")
@award_option
@json_option
def command(folder: Path, as_json: bool) -> int:
    with opened(folder, readonly=True) as award:
        if as_json:
            show_json(results_data(award))
            return 0
        rows = result_rows(award)
    if not rows:
        talk("diff.none")
        return 1
    number, *others, reason = result_heading()
    columns = [Column(number, ">"), *map(Column, others), Column(reason, share=True)]
    show(lines(columns, rows))
    return 0
