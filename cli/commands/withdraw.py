"""`pingxuan withdraw-judge J --scores keep|drop --reason TEXT`: a judge leaves.

`pingxuan replace-judge J NEW --name NAME ...` does the same and adds the one who comes.
Without --yes the effect on every case is shown and nothing is done.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from award.folder import opened
from award.withdrawing import Scores, effect, withdraw
from award.withdrawing_words import effect_lines
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, say_lines, talk
from words import say

scores_option = click.option(
    "--scores", type=click.Choice(["keep", "drop"]), required=True, help=say("cli.opt.scores")
)
yes_option = click.option("--yes", is_flag=True, help=say("cli.opt.yes_effect"))


@speaking.command("withdraw-judge")
@click.argument("judge")
@scores_option
@yes_option
@reason_option
@by_option
@award_option
def command(folder: Path, judge: str, scores: str, yes: bool, reason: str | None, by: str) -> None:
    how = cast(Scores, scores)
    with opened(folder, readonly=not yes) as award:
        say_lines(effect_lines(effect(award, judge, how), how))
        if not yes:
            return talk("collect.withdraw.dry")
        withdraw(award, judge, how, need_reason(reason), by)
    return talk("collect.withdraw.done", judge=judge, how=say(f"collect.withdraw.{scores}"))
