"""`pingxuan vote`: a secret vote: who has voted, papers to print and from the box, closing.

Judges vote with `pingxuan score`. `enter` takes two files that two people have typed. While
somebody has not voted, `close` wants `--despite-missing` and a reason.
"""

from __future__ import annotations

from pathlib import Path

import click

from award.folder import Award, opened
from award.papers import enter_files
from award.secret import closed, require_stage
from award.secret_closing import close_vote, turnout_lines
from award.vote_paper import write_paper
from cli import speaking
from cli.options import PATH, award_option, by_option, reason_option
from cli.output import need_reason, show, talk
from scoring.chain_rules import Stage
from words import Bad, say


@speaking.command("vote")
@click.argument("action", type=click.Choice(["status", "paper", "enter", "close"]))
@click.argument("files", nargs=-1, type=PATH, metavar="[FILE FILE]")
@click.option("--stage", "key", default="", metavar="KEY", help=say("vote.opt.stage"))
@click.option("--voters", default="", metavar="ID,ID", help=say("vote.opt.voters"))
@click.option("--checked-by", "checked", default="", metavar="NAME", help=say("vote.opt.checked"))
@click.option("--despite-missing", "despite", is_flag=True, help=say("vote.opt.despite"))
@reason_option
@by_option
@award_option
def command(
    folder: Path,
    action: str,
    files: tuple[Path, ...],
    key: str,
    voters: str,
    checked: str,
    despite: bool,
    reason: str | None,
    by: str,
) -> int:
    with opened(folder, readonly=action in {"status", "paper"}) as award:
        stage = require_stage(award, key)
        if action == "status":
            return _status(award, stage)
        if action == "paper":
            path = write_paper(award, stage)
            show([str(path)])
            talk("paper.vote.written", path=path)
        elif action == "enter":
            if len(files) != 2:
                raise Bad("E-USAGE-MISSING", name="FILE FILE", command="pingxuan vote enter")
            named = voters.replace("，", ",").split(",")
            names = [name.strip() for name in named if name.strip()]
            count = enter_files(award, stage, (files[0], files[1]), names, by, checked)
            talk("vote.entered", count=count)
        else:
            why = need_reason(reason) if despite else ""
            count, new = close_vote(award, stage, by, why)
            talk("vote.closed" if new else "vote.closed_already", count=count)
    return 0


def _status(award: Award, stage: Stage) -> int:
    """1 while the box is shut."""
    show(turnout_lines(award, stage))
    return 0 if closed(award, stage) else 1
