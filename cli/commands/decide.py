"""`pingxuan decide 010 014 --kind draw --reason TEXT`: a committee's word on a tie.

With `--judge J03` a draw's word on whose marks are left out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from award.deciding import decide, decide_judge
from award.folder import opened
from cli import speaking
from cli.options import award_option, by_option, reason_option
from cli.output import need_reason, talk
from words import Bad, say


@speaking.command("decide")
@click.argument("cases", nargs=-1, metavar="[CASE...]")
@click.option("--judge", metavar="JUDGE", help=say("cli.opt.drawn_judge"))
@click.option(
    "--kind", type=click.Choice(["chair", "draw"]), required=True, help=say("cli.opt.kind")
)
@click.option("--stage", default="", metavar="KEY", help=say("stages.opt_cut"))
@reason_option
@by_option
@award_option
def command(
    folder: Path,
    cases: tuple[str, ...],
    judge: str | None,
    kind: Literal["chair", "draw"],
    stage: str,
    reason: str | None,
    by: str,
) -> None:
    if bool(cases) == bool(judge):
        raise Bad("E-DECISION-WHAT")
    with opened(folder) as award:
        if judge:
            decide_judge(award, judge, need_reason(reason), by, stage)
        else:
            decide(award, cases, kind, need_reason(reason), by, stage)
    talk("cli.decide.done", cases=judge or " > ".join(cases))
