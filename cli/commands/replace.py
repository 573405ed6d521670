"""`pingxuan replace-judge J NEW --name NAME --scores keep|drop --reason TEXT`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from award.collecting import has_packets
from award.folder import opened
from award.terms import terms_lines
from award.withdrawing import Scores, effect, replace_judge
from award.withdrawing_words import effect_lines
from cli import speaking
from cli.commands.withdraw import scores_option, yes_option
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, say_lines, talk
from db.records import Judge
from words import say


@speaking.command("replace-judge")
@click.argument("judge")
@click.argument("new")
@click.option("--name", required=True, metavar="NAME", help=say("cli.opt.new_name"))
@click.option("--unit", default="", metavar="NAME", help=say("cli.opt.new_unit"))
@scores_option
@yes_option
@reason_option
@by_option
@award_option
def command(
    folder: Path,
    judge: str,
    new: str,
    name: str,
    unit: str,
    scores: str,
    yes: bool,
    reason: str | None,
    by: str,
) -> None:
    how = cast(Scores, scores)
    with opened(folder, readonly=not yes) as award:
        say_lines(effect_lines(effect(award, judge, how, joining=1), how))
        say_lines([say("collect.withdraw.new", judge=new, name=name)])
        say_lines(terms_lines(award, judge, new, how))
        if not yes:
            return talk("collect.withdraw.dry")
        replace_judge(award, judge, Judge(new, name, unit), how, need_reason(reason), by)
        travels = has_packets(award)
    talk("collect.withdraw.done", judge=judge, how=say(f"collect.withdraw.{scores}"))
    return talk("collect.withdraw.issue") if travels else None
