"""`pingxuan recuse --judge J01 --case 005 --reason TEXT`: one judge does not score one case."""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import opened
from award.import_doubts import dropped_marks
from award.recusing import recuse
from cli import speaking
from cli.options import award_option, reason_option
from cli.output import need_reason, say_lines, talk
from db.records import Recusal
from words import say, sentence


@speaking.command("recuse")
@click.option("--judge", required=True, metavar="ID", help=say("cli.opt.recused_judge"))
@click.option("--case", required=True, metavar="CASE", help=say("cli.opt.recused_case"))
@reason_option
@award_option
def command(folder: Path, judge: str, case: str, reason: str | None) -> None:
    with opened(folder) as award:
        reason = need_reason(reason)
        lost = list(dropped_marks(award, [Recusal(judge, case, reason, "", "")]))
        new = recuse(award, judge, case, reason)
    say_lines(map(sentence, lost))
    talk("cli.recuse.done" if new else "cli.recuse.same", judge=judge, case=case)
