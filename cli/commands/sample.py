"""`pingxuan sample`: the list of cases to be checked again, drawn once, and how it stands."""

from __future__ import annotations

from pathlib import Path

import click

from award import sampling
from award.folder import Award, opened
from award.sampling import Check
from cli import speaking
from cli.options import award_option, by_option, json_option, reason_option
from cli.output import need_reason, say_lines, show, show_json, talk
from cli.table import Column, lines
from words import say


@speaking.command("sample")
@click.option("--seed", default="", metavar="TEXT", help=say("cli.opt.seed"))
@click.option("--again", is_flag=True, help=say("cli.opt.again_sample"))
@reason_option
@by_option
@award_option
@json_option
def command(
    folder: Path, seed: str, again: bool, reason: str | None, by: str, as_json: bool
) -> int:
    found = None if again else _held(folder, seed)
    if found is None:
        with opened(folder) as award:
            found = sampling.draw_sample(award, seed, by, need_reason(reason) if again else "")
        talk("correction.drawn_now")
    with opened(folder, readonly=True) as award:
        _show(award, found, as_json)
    return 1 if found.all_needed else 0


def _held(folder: Path, seed: str) -> Check | None:
    """The list that was drawn; another seed would be another drawing."""
    with opened(folder, readonly=True) as award:
        found = sampling.check(award)
        if found and seed and seed != found.sample.seed:
            sampling.draw_sample(award, seed, "")  # refused in a sentence
        return found


def _show(award: Award, found: Check, as_json: bool) -> None:
    if as_json:
        show_json(sampling.data(found))
        return
    titles = {one.number: one.title for one in award.store.nominations()}
    columns = [
        Column(say("correction.case")),
        Column(say("correction.title"), share=True),
        Column(say("correction.why")),
        Column(say("correction.found"), share=True),
    ]
    show(lines(columns, sampling.rows(found, titles)))
    say_lines(sampling.said(found))
