"""`pingxuan correct 005 J03 --criterion effect --reason out_of_range`: one mark, sent back."""

from __future__ import annotations

from pathlib import Path

import click

from award.correcting import KINDS, correct, in_words
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option
from cli.output import talk
from db.records import Correction, CorrectionKind
from words import say
from words.text import clean_line


@speaking.command("correct")
@click.argument("case")
@click.argument("judge")
@click.option("--criterion", required=True, metavar="KEY", help=say("cli.opt.criterion"))
@click.option(
    "--reason", "kind", required=True, type=click.Choice(KINDS), help=say("cli.opt.correct_reason")
)
@click.option("--note", default="", metavar="TEXT", help=say("cli.opt.note"))
@by_option
@award_option
def command(
    folder: Path, case: str, judge: str, criterion: str, kind: CorrectionKind, note: str, by: str
) -> None:
    wanted = Correction(judge, 0, case, criterion, kind, clean_line(note), by)
    with opened(folder) as award:
        talk("correction.done", **in_words(award, correct(award, wanted)))
